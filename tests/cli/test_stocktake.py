"""kiosk stocktake: several people at once lose no scan, a killed closing goes on, and the report adds up."""

import csv
import json
import os
import signal
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from commands import DemoHall

from kiosk.storage.database import key_file, read_key
from kiosk.storage.store import Store, open_store

PEOPLE = 4
SCANS_EACH = 25


def begun(demo: DemoHall, *scope: str) -> dict[str, Any]:
    done = demo.kiosk("stocktake", "start", *scope, "--staff", demo.staff("volunteer"), "--json")
    assert done.returncode == 0, done.stderr
    return dict(json.loads(done.stdout))


def report(demo: DemoHall, *options: str) -> dict[str, Any]:
    done = demo.kiosk("stocktake", "report", *options, "--json")
    assert done.returncode == 0, done.stderr
    return dict(json.loads(done.stdout))


def opened(demo: DemoHall) -> Store:
    return open_store(demo.folder, read_key(key_file(demo.folder)))


def background(demo: DemoHall, *arguments: str, given: int = subprocess.DEVNULL) -> "subprocess.Popen[str]":
    command = [sys.executable, "-m", "kiosk.cli", *arguments, "--data", str(demo.folder)]
    return subprocess.Popen(command, stdin=given, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def test_several_people_at_once_lose_no_scan(demo: DemoHall) -> None:
    begun(demo, "--all")
    free = demo.here()
    counting = [
        background(demo, "stocktake", "scan", "--device", f"小周{n}", "--json", given=subprocess.PIPE)
        for n in range(PEOPLE)
    ]
    lists = [free[n * SCANS_EACH - 5 if n else 0 : (n + 1) * SCANS_EACH] for n in range(PEOPLE)]  # some overlap
    for process, numbers in zip(counting, lists, strict=True):
        assert process.stdin
        process.stdin.write("\n".join(numbers) + "\n")
        process.stdin.close()
    answers = [json.loads(line) for p in counting for line in (p.stdout or [])]
    assert [process.wait(60) for process in counting] == [0] * PEOPLE
    for process in counting:
        assert process.stderr and not process.stderr.read()
        process.stderr.close()
        assert process.stdout
        process.stdout.close()
    scanned = {number for numbers in lists for number in numbers}
    kinds = Counter(answer["kind"] for answer in answers)
    assert kinds["again"] == sum(map(len, lists)) - len(scanned)
    found = report(demo)
    assert found["seen"] == len(scanned) == PEOPLE * SCANS_EACH
    assert found["expected"] == found["seen"] + found["unseen"]
    assert {row["device"] for row in found["copies"] if row["seen_at"]} == {f"小周{n}" for n in range(PEOPLE)}


def test_a_closing_that_is_killed_goes_on(demo: DemoHall) -> None:
    """Killed in the middle, several times; at the end all is missing that was expected, and nothing twice."""
    expected = begun(demo, "--all")["expected"]
    librarian, kills = demo.staff("librarian"), 0
    counts: list[int] = []
    for _ in range(4):
        closing = background(demo, "stocktake", "close", "--staff", librarian)
        store = opened(demo)
        before = counts[-1] if counts else 0
        until = time.monotonic() + 30
        while time.monotonic() < until and closing.poll() is None:
            (now,) = store.db.execute("select count(*) from sightings where found = 'missing'").fetchone()
            if now > before + 3:
                os.kill(closing.pid, signal.SIGKILL)
                kills += 1
                break
        closing.communicate(timeout=60)
        counts.append(store.db.execute("select count(*) from sightings where found = 'missing'").fetchone()[0])
        store.close()
    done = demo.kiosk("stocktake", "close", "--staff", librarian, "--json")
    finished = report(demo)
    assert kills >= 1 and counts == sorted(counts)
    assert done.returncode in (0, 1) and finished["closed_at"] and finished["counts"]["missing"] == expected
    store = opened(demo)
    assert store.differences() == {}
    twice = "select count(*), count(distinct json_extract(body, '$.p.copy')) from facts where type = 'CopyLost'"
    twice += " and json_extract(body, '$.p.stocktake') = ?"
    assert store.db.execute(twice, (finished["stocktake"],)).fetchone() == (expected, expected)
    store.close()


def test_a_list_from_elsewhere_counts_once(demo: DemoHall, tmp_path: Path) -> None:
    begun(demo, "--room", "二楼")
    scans = tmp_path / "scans.txt"
    shelf = "@二楼 文学区 · 1 架 1 层"
    scans.write_text("\ufeff" + "\r\n".join([shelf, *demo.here()[:8], "", "rubbish", demo.here()[0]]), "utf-8")
    first = json.loads(demo.kiosk("stocktake", "take-in", str(scans), "--json").stdout)
    assert (first["lines"], first["counted"], first["again"]) == (10, 8, 1)
    again = json.loads(demo.kiosk("stocktake", "take-in", str(scans), "--json").stdout)
    assert (again["counted"], again["again"], again["states"]["refused"]) == (0, 9, 1)


@pytest.mark.parametrize("suffix", [".xlsx", ".csv"])
def test_the_report_is_a_list(demo: DemoHall, tmp_path: Path, suffix: str) -> None:
    out = tmp_path / f"盘点{suffix}"
    found = report(demo, "--out", str(out))
    assert found["closed_at"] and found["counts"]["missing"] == 3  # the demo's own, of last spring
    if suffix == ".csv":
        rows = list(csv.reader(out.read_text("utf-8-sig").splitlines()))
    else:
        from python_calamine import CalamineWorkbook

        rows = [list(map(str, row)) for row in CalamineWorkbook.from_path(out).get_sheet_by_index(0).to_python()]
    assert rows[0][:3] == ["条码号", "书名", "结果"] and len(rows) == 1 + len(found["copies"])
    assert Counter(row[2] for row in rows[1:])["没找到"] == 3


def test_what_is_wrong_is_told(demo: DemoHall) -> None:
    assert demo.kiosk("stocktake", "scan").returncode == 1
    assert "S-03" in demo.kiosk("stocktake", "close", "--staff", demo.staff("manager")).stderr
    assert "S-01" in demo.kiosk("stocktake", "start", "--all", "--staff", demo.staff("technician")).stderr
    assert demo.kiosk("stocktake", "start", "--staff", "S1").returncode == 2
    assert "S-04" in demo.kiosk("stocktake", "start", "--class", "ZZ", "--staff", demo.staff("manager")).stderr
    begun(demo, "--class", "I")
    assert "S-01" in demo.kiosk("stocktake", "close", "--staff", demo.staff("volunteer")).stderr
    assert demo.kiosk("stocktake", "report", "--out", "list.doc").returncode == 2


def test_each_scan_is_answered_in_both_languages(demo: DemoHall) -> None:
    begun(demo, "--all")
    lent = demo.copy("on_loan")
    said = demo.kiosk("stocktake", "scan", given=f"{lent}\n{demo.here()[0]}\nrubbish\n").stdout.splitlines()
    assert "借出未还" in said[0] and "On loan and yet here" in said[0]
    assert "在架" in said[1] and "K-01" in said[2]
