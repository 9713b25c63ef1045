"""A full disk, one that cannot be written to, a clock of another century: told, nothing lost, and on it goes."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest
from commands import kiosk

from kiosk.storage.database import key_file, read_key
from kiosk.storage.store import open_store

TITLES = "书名,作者,ISBN,索书号,条码\n" + "".join(f"书{n},某人,,I247/{n},A{n:04}\n" for n in range(40))
MEMBERS = "会员号,姓名,电话\n100001,林小满,13800000001\n"
TURNS_MAX = 400
FAKETIME = next(Path("/usr/lib").glob("*/faketime/libfaketime.so.1"), None)
pytestmark = pytest.mark.proof


Say = Callable[[str], Any]


def moved_clock(by: str) -> dict[str, str]:
    return {"LD_PRELOAD": str(FAKETIME), "FAKETIME": by, "FAKETIME_DONT_FAKE_MONOTONIC": "1"} if by else {}


@contextmanager
def talk(data: Path, clock: str = "") -> Iterator[Say]:
    """A kiosk at work, spoken to line by line; its clock may be moved, and the counter of its boot goes on."""
    command = [sys.executable, "-m", "kiosk.cli", "console", "--data", str(data)]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=os.environ | moved_clock(clock)
    ) as process:
        hears, tells = process.stdin, process.stdout
        assert hears and tells

        def say(line: str) -> Any:
            hears.write(line + "\n")
            hears.flush()
            return json.loads(tells.readline())

        yield say
        hears.close()
        assert process.wait(60) == 0


def hall(disk: Path) -> tuple[Path, str]:
    data = disk / "data"
    assert kiosk("setup", "--data", str(data), "--hall", "江北职工书屋").returncode == 0
    for name, text in (("titles", TITLES), ("members", MEMBERS)):
        (disk / f"{name}.csv").write_text(text, "utf-8")
        extra = ("--copy-numbers", "@####") if name == "titles" else ()
        done = kiosk("import", name, str(disk / f"{name}.csv"), "--data", str(data), *extra)
        assert done.returncode == 0, done.stderr
    return data, kiosk("code", "member", "100001", "--data", str(data)).stdout.strip()


def lent_until_it_fails(say: Say, card: str) -> tuple[int, Any]:
    """How many facts the screen has called done, and the page that said no."""
    told = 0
    for turn in range(TURNS_MAX):
        for line in (f"scan {card}", f"scan A{turn % 40:04}", "tap finish", f"scan A{turn % 40:04}", "tap finish"):
            answer = say(line)
            if answer["screen"] == "Fault":
                return told, answer
            told += len(answer["facts"])
    raise AssertionError("it never failed")


def filled(disk: Path) -> Callable[[], object]:
    ballast = disk / "ballast"
    with ballast.open("wb", buffering=0) as file, suppress(OSError):
        while file.write(b"\0" * 4096):
            pass
    return ballast.unlink


def locked(disk: Path) -> Callable[[], object]:
    """A disk is not made read-only under an open file, so the kiosk meets it at its next start."""
    remount = ["mount", "-o"]
    subprocess.run([*remount, "remount,ro", str(disk)], check=True)
    return lambda: subprocess.run([*remount, "remount,rw", str(disk)], check=True)


def test_a_full_disk_is_named_nothing_that_was_shown_is_lost_and_it_goes_on(disk: Path) -> None:
    data, card = hall(disk)
    before = json.loads(kiosk("check", "--data", str(data), "--json").stdout)["facts"]
    with talk(data) as say:
        assert say("screen")["screen"] == "Attract"
        mend = filled(disk)
        told, fault = lent_until_it_fails(say, card)
        assert fault["fields"]["code"] == "D-10"
        mend()
        say("tap finish")
        assert say(f"scan {card}")["screen"] == "Basket"
    after = json.loads(kiosk("check", "--data", str(data), "--json").stdout)
    assert after["ok"] and after["facts"] == before + told


def test_a_disk_that_cannot_be_written_to_is_named_and_afterwards_all_is_there(disk: Path) -> None:
    data, card = hall(disk)
    before = json.loads(kiosk("check", "--data", str(data), "--json").stdout)
    mend = locked(disk)
    refused = kiosk("console", "--data", str(data))
    assert refused.returncode == 3 and refused.stderr.startswith("D-10"), refused.stderr
    mend()
    assert json.loads(kiosk("check", "--data", str(data), "--json").stdout) == before
    with talk(data) as say:
        assert say(f"scan {card}")["screen"] == "Basket"


@pytest.mark.skipif(FAKETIME is None, reason="needs libfaketime")
@pytest.mark.parametrize("moved", ["-10000d", "+26000d"])
def test_a_clock_of_1999_or_2097_stops_nobody_is_told_and_makes_nobody_late(disk: Path, moved: str) -> None:
    data, card = hall(disk)
    before = json.loads(kiosk("check", "--data", str(data), "--json").stdout)["facts"]
    today = datetime.now(UTC).astimezone(timezone(timedelta(hours=8))).date()
    with talk(data, moved) as say:
        say(f"scan {card}")
        row = say("scan A0000")["fields"]["rows"][0]
        assert row["due"]["on"] > str(today) and row["due"]["days"] == 30
        say("tap finish")
    with closing(open_store(data, read_key(key_file(data)))) as store:
        assert [fact.clock for fact in list(store.facts())[before:]] == ["suspect"]
    told = kiosk("doctor", "--data", str(data), "--json", room=moved_clock(moved))
    assert next(c for c in json.loads(told.stdout)["checks"] if c["name"] == "clock")["state"] == "fail"
    with talk(data) as say:
        assert say("scan A0000")["facts"] == ["BookReturned"], "nobody is suspended for what a clock has said"
    assert json.loads(kiosk("check", "--data", str(data), "--json").stdout)["ok"]
