"""Import of titles: each once, nothing harmed, doubts told; again, half-way, killed, dry, it comes to the same."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from commands import kiosk
from exchange.carrying import carry_titles, copies, facts, now, shelved, titles
from exchange.lists import HLM, book, empty_hall, iso2709, workbook
from halls import TestHall, copy
from msgspec.structs import replace

from kiosk.domain.books import Copy
from kiosk.domain.codes import CopyLabel, copy_number, parse
from kiosk.domain.facts import CopyAdded, HallSet, TitleAdded
from kiosk.storage.database import key_file, read_key
from kiosk.storage.store import open_store
from kiosk.upkeep.sample import titles as works
from kiosk.visit.visit import Visit

MASK = ("########",)
HEAD = ["书名", "作者", "出版社", "出版年", "ISBN", "册数", "条码"]


def listed(folder: Path, *rows: list[Any], head: list[str] = HEAD) -> Path:
    return workbook(folder / f"{len(list(folder.iterdir()))}.xlsx", [head, *rows])


def test_a_marc_file_is_lent_the_same_day(tmp_path: Path) -> None:
    store = empty_hall(copy_numbers=MASK)
    (tmp_path / "a.mrc").write_bytes(iso2709(HLM, "gbk") + iso2709(book(1)))
    assert carry_titles(store, tmp_path / "a.mrc").outcomes == ["added", "added"]
    assert {c.copy for c in copies(store)} == {"20000001", *(str(n) for n in range(20295403, 20295409))}
    assert parse("20295403", {}, MASK) == CopyLabel("20295403")
    before = facts(store)
    assert carry_titles(store, tmp_path / "a.mrc").outcomes == ["unchanged", "unchanged"] and facts(store) == before
    assert store.differences() == {}


def test_a_number_of_an_earlier_system_is_borrowed(hall: TestHall) -> None:
    rules = hall.visit.rules.hall
    hall.tell(HallSet(replace(rules, copy_numbers=MASK)), CopyAdded(Copy("20295403", 1, 1, 1)))
    hall.visit = Visit(hall.store, hall.clock)
    hall.scan("zhang")
    assert [row.book.title for row in hall.scan("20295403").rows] == ["红楼梦"]


def test_numbers_that_are_not_the_halls_get_new_ones(tmp_path: Path) -> None:
    store = empty_hall()
    path = listed(tmp_path, ["红楼梦", "曹雪芹", "", "", "", "", "20295403"], ["三体", "刘慈欣", "", "", "", 3.0, ""])
    came = carry_titles(store, path)
    assert came.outcomes == ["added", "added"] and came.codes == ["M-32"]
    assert [c.copy for c in copies(store)] == [copy_number(1, n) for n in (1, 2, 3, 4)]
    assert carry_titles(store, path).outcomes == ["unchanged"] * 2 and len(copies(store)) == 4


def test_numbers_go_on_after_the_last(hall: TestHall, tmp_path: Path) -> None:
    carry_titles(hall.store, listed(tmp_path, ["新书", "某", "", "", "", 2.0, ""]))
    assert [number for name, number in shelved(hall.store) if name == "新书"] == [copy_number(1, 7), copy_number(1, 8)]


def test_a_number_belongs_to_one_copy_only(tmp_path: Path) -> None:
    store = empty_hall(copy_numbers=MASK)
    rows = [["甲书", "甲", "", "", "", "", "11112222"], ["乙书", "乙", "", "", "", "", "11112222;11112223"]]
    came = carry_titles(store, listed(tmp_path, *rows))
    assert (came.outcomes, came.codes, came.rows) == (["added", "rejected"], ["M-16"], [3])
    assert list(shelved(store)) == [("甲书", "11112222")] and [t.name for t in titles(store)] == ["甲书"]


def test_rows_for_each_copy(tmp_path: Path) -> None:
    """One row for each book on the shelf, as many lists are written."""
    store = empty_hall()
    path = listed(tmp_path, *[["红楼梦", "曹雪芹", "人民文学出版社", "1982"]] * 3, head=HEAD[:4])
    assert carry_titles(store, path).outcomes == ["added", "updated", "updated"]
    assert len(titles(store)) == 1 and len(copies(store)) == 3
    assert carry_titles(store, path).outcomes == ["unchanged"] * 3


def test_doubts_are_told_and_decided(tmp_path: Path) -> None:
    store = empty_hall()
    good = ["红楼梦", "曹雪芹", "人民文学出版社", "1982", "9787020002207", 1.0, ""]
    same_isbn, same_name = (
        ["水浒传", "施耐庵", "", "", "9787020002207", 1.0, ""],
        ["红楼梦", "某人", "", "", "", 1.0, ""],
    )
    came = carry_titles(store, listed(tmp_path, good, same_isbn, same_name))
    assert (came.outcomes, came.codes) == (["added", "rejected", "rejected"], ["M-17", "M-18"])
    path = listed(tmp_path, [*same_isbn, "新书"], [*same_name, "同书"], head=[*HEAD, "处理"])
    assert carry_titles(store, path).outcomes == ["added", "updated"]
    assert [(t.name, t.author) for t in titles(store)] == [("水浒传", "施耐庵"), ("红楼梦", "某人")]
    assert carry_titles(store, path).outcomes == ["unchanged", "unchanged"]


def test_an_update_leaves_what_was_corrected_here(tmp_path: Path) -> None:
    store = empty_hall()
    (tmp_path / "a.mrc").write_bytes(iso2709(book(1)))
    carry_titles(store, tmp_path / "a.mrc")
    (title,) = titles(store)
    store.record(TitleAdded(replace(title, author="路遥 (1949-1992)", pages="12页", local=("author",))), moment=now())
    (tmp_path / "b.mrc").write_bytes(iso2709(book(1, "平凡的书（修订）")))
    assert carry_titles(store, tmp_path / "b.mrc").outcomes == ["updated"]
    (after,) = titles(store)
    assert (after.name, after.author, after.pages) == ("平凡的书（修订）", "路遥 (1949-1992)", "12页")
    poor = listed(tmp_path, ["平凡的书（修订）", "别的写法", "别的社", "1999", title.isbn, 1.0, ""])
    assert carry_titles(store, poor).outcomes == ["unchanged"] and titles(store) == [after]


def test_a_copy_that_is_out_stays_out(hall: TestHall, tmp_path: Path) -> None:
    hall.scan("zhang")
    hall.scan("hlm")
    path = listed(
        tmp_path, ["红楼梦", "曹雪芹", copy("hlm"), "三楼", "在馆"], head=["书名", "作者", "条码", "架位", "状态"]
    )
    assert carry_titles(hall.store, path).outcomes == ["updated"]
    (row,) = [c for c in copies(hall.store) if c.copy == copy("hlm")]
    assert row.on_loan and row.shelf == "三楼" and hall.store.differences() == {}


def test_a_dry_run_writes_nothing_and_says_the_same(tmp_path: Path) -> None:
    store, rows = empty_hall(), [["红楼梦", "曹雪芹", "", "", "", 1.0, ""], ["红楼梦", "某", "", "", "", 1.0, ""]]
    path, before = listed(tmp_path, *rows), facts(store)
    dry = carry_titles(store, path, dry_run=True)
    assert facts(store) == before and not titles(store) and not copies(store)
    assert carry_titles(store, path) == dry and len(titles(store)) == 1


# A volunteer's list


def dirty(count: int) -> list[list[Any]]:
    """8,000 books by several hands."""
    rng = random.Random(1)
    rows: list[list[Any]] = [
        ["江北区职工书屋 2024 年图书登记"],
        [],
        ["序号", "书  名", "作者", "出版社", "出版年", "书号", "册数", "单价"],
    ]
    for n, work in enumerate(works(rng, count)):
        isbn: Any = work.isbn
        match n % 10:
            case 0:
                isbn = float(work.isbn)
            case 1:
                isbn = f"{isbn[:3]}-{isbn[3]}-{isbn[4:8]}-{isbn[8:12]}-{isbn[12]}"
            case 2:
                isbn = f"ISBN {isbn}（平装）"
            case 3:
                isbn = ""
        row = [
            float(n + 1),
            f" {work.name}",
            work.author,
            work.press,
            float(work.year),
            isbn,
            1.0 + n % 3,
            float(work.price),
        ]
        if n % 1000 == 7:
            row[5] = isbn and f"{isbn}"[:-1] + str((int(f"{isbn}"[-1]) + 1) % 10)
        if n % 1000 == 8:
            row[1] = "  "
        if n % 1000 == 9:
            row[6] = "若干"
        rows.append(row)
        if n % 500 == 499:
            rows.append(["", "", "小计", "", "", "", 500.0, ""])
    return rows


def test_a_volunteers_list_of_8000_books(tmp_path: Path) -> None:
    store = empty_hall()
    path = workbook(tmp_path / "list.xlsx", dirty(8000))
    came = carry_titles(store, path)
    assert came.outcomes.count("added") == 8000 - 8 and came.outcomes.count("rejected") == 8 + 16
    assert {code: came.codes.count(code) for code in set(came.codes)} == {"M-13": 24, "M-30": 8, "M-31": 8}
    expected = {work.name: work for n, work in enumerate(works(random.Random(1), 8000)) if n % 1000 != 8}
    assert {title.name for title in titles(store)} == set(expected)
    for title in titles(store):
        work = expected[title.name]
        assert (title.author, title.press, title.year) == (work.author, work.press, work.year)
        assert title.isbn in (work.isbn, None) and title.price == f"{float(work.price):.2f}"
    assert len({c.copy for c in copies(store)}) == sum(
        1 + n % 3 if n % 1000 != 9 else 1 for n in range(8000) if n % 1000 != 8
    )
    before = facts(store)
    assert set(carry_titles(store, path).outcomes) == {"unchanged", "rejected"} and facts(store) == before
    assert store.differences() == {}


# Killed


def carrying(place: Path, source: Path) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "kiosk.cli", "import", "titles", str(source), "--data", str(place)]
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


@pytest.mark.parametrize("after_s", [0.4, 0.8, 1.2])
def test_killed_half_way_and_done_again(tmp_path: Path, after_s: float) -> None:
    place, source = tmp_path / "hall", tmp_path / "all.mrc"
    source.write_bytes(b"".join(iso2709(book(n), "gbk") for n in range(6000)))
    kiosk("setup", "--hall", "馆", "--data", str(place))
    child = carrying(place, source)
    log = place / "kiosk.db-wal"
    size, limit = log.stat().st_size if log.exists() else 0, time.monotonic() + 20
    while time.monotonic() < limit and not (log.exists() and log.stat().st_size > size + 100_000):
        time.sleep(0.01)
    time.sleep(after_s / 2)
    os.kill(child.pid, signal.SIGKILL)
    child.wait()
    store = open_store(place, read_key(key_file(place)))
    half = len(titles(store))
    assert 0 < half < 6000 and len(copies(store)) == half and half % 200 == 0
    store.close()
    done = kiosk("import", "titles", str(source), "--data", str(place), "--json")
    assert f'"added":{6000 - half},"updated":0,"unchanged":{half},"rejected":0' in done.stdout, done.stderr
    store = open_store(place, read_key(key_file(place)))
    assert len(titles(store)) == len(copies(store)) == 6000 and store.differences() == {}
    store.close()
