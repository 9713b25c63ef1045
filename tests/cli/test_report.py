"""kiosk report: every figure by a second count over the facts, the past as it was printed then, closing, papers."""

import json
import zipfile
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from commands import DemoHall
from pdfs import text
from reports import Book

from kiosk.domain.reporting import SPAN_KINDS, Span, beside, span_of
from kiosk.storage.database import database_file, key_file, opened, read_key


def told(demo: DemoHall, *arguments: str, code: int = 0) -> dict[str, Any]:
    done = demo.kiosk("report", *arguments, "--json")
    assert done.returncode == code, done.stderr
    return dict(json.loads(done.stdout))


def book_of(demo: DemoHall) -> Book:
    db = opened(database_file(demo.folder), read_key(key_file(demo.folder)))
    bodies = [body for (body,) in db.execute("select body from facts order by position")]
    db.close()
    return Book(bodies)


def today() -> date:
    return (datetime.now(UTC) + timedelta(hours=8)).date()


def spans() -> list[Span]:
    """The present year, and of the other kinds the one before."""
    return [span_of("year", today()), *(beside(span_of(kind, today()), -1) for kind in SPAN_KINDS[:3])]


def test_a_second_count_over_the_facts_finds_the_same_figures(demo: DemoHall) -> None:
    book = book_of(demo)
    for span in spans():
        report = told(demo, span.kind, "--of", span.name)
        until = datetime.fromisoformat(report["known"]["until"])
        assert report["figures"]["numbers"] == book.numbers(span.first, span.last, until), span.name
        assert sum(day["visits"] for day in report["days"]) == report["figures"]["numbers"]["visits"]
        assert sum(day["loans"] for day in report["days"]) == report["figures"]["numbers"]["loans"]
        for part in ("classes", "units", "ages"):
            groups = report["figures"][part]
            assert all(g["people"] >= 5 for g in groups) or len(groups) == 1, (span.name, part)


def test_the_past_comes_out_as_it_was_printed_then(demo: DemoHall) -> None:
    year = str(today().year)
    printed = told(demo, "year", "--of", year)
    until, entry = datetime.fromisoformat(printed["known"]["until"]), printed["known"]["facts"]
    demo.play(
        f"scan {demo.member('good')}", f"scan {demo.copy('here', 0)}", f"scan {demo.copy('here', 1)}", "tap finish"
    )
    now = told(demo, "year", "--of", year)
    assert now["figures"]["numbers"]["loans"] == printed["figures"]["numbers"]["loans"] + 2
    at = (until + timedelta(hours=8)).strftime("%Y-%m-%d %H:%M:%S")
    again = told(demo, "year", "--of", year, "--as-of", at, "--entry", str(entry))
    assert again["known"]["facts"] == entry
    assert (again["figures"], again["days"]) == (printed["figures"], printed["days"])


def test_a_quarter_is_closed_once_and_corrected_below(demo: DemoHall) -> None:
    span = beside(span_of("quarter", today()), -1)
    before = told(demo, "quarter", "--of", span.name)
    refused = demo.kiosk("report", "close", "--of", span.name, "--staff", demo.staff("librarian"))
    assert refused.returncode == 1 and "S-01" in refused.stderr
    assert told(demo, "close", "--of", span.name, "--staff", demo.staff("manager"))["facts"] == ["QuarterClosed"]
    assert told(demo, "close", "--of", span.name, "--staff", demo.staff("city"), code=1)["reasons"][0]["code"] == "B-03"
    late = (span.last - timedelta(days=3)).isoformat()
    lent = book_of(demo).last
    copy = next(number for number in demo.here() if number not in lent)
    csv = demo.folder.with_name("paper.csv")
    csv.write_text(f"条码号,会员号,借出日期,应还日期\n{copy},{number(demo)},{late},{today()}\n", "utf-8")
    assert demo.kiosk("import", "loans", str(csv)).returncode == 0
    after = told(demo, "quarter", "--of", span.name)
    assert dict(after["closed"]["numbers"]) == before["figures"]["numbers"]
    changed = {c["name"]: (c["was"], c["now"]) for c in after["corrections"]}
    loans = before["figures"]["numbers"]["loans"]
    assert changed["loans"] == (loans, loans + 1)
    assert [(one["kind"], one["count"]) for one in after["late"]] == [("BookBorrowed", 1)]
    paper = demo.folder.with_name("quarter.pdf")
    told(demo, "quarter", "--of", span.name, "--out", str(paper))
    assert "更正表" in text(paper) and f"{loans:,}" in text(paper)


def number(demo: DemoHall) -> str:
    return str(next(m["number"] for m in demo.made["members"] if m["state"] == "good"))


def test_lists_open_what_lies_behind_a_number_and_no_list_tells_who_read_what(demo: DemoHall) -> None:
    span = span_of("year", today())
    numbers = told(demo, "year", "--of", span.name)["figures"]["numbers"]
    lists = {name: told(demo, "year", "--list", name)["rows"] for name in ("loans", "borrowers", "sessions", "visits")}
    assert len(lists["loans"]) == min(numbers["loans"], 5000) and len(lists["borrowers"]) == numbers["borrowers"]
    assert len(lists["sessions"]) == numbers["sessions"] and len(lists["visits"]) == numbers["visitors"]
    assert sum(int(times) for *_, times in lists["borrowers"]) == numbers["loans"]
    assert all("*" in name for name, *_ in lists["borrowers"])
    assert all(len(tail) == 4 for _, tail, _ in lists["visits"])


def test_all_that_inspectors_ask_for_is_in_one_file(demo: DemoHall, tmp_path: Path) -> None:
    month = beside(span_of("month", today()), -1)
    out = tmp_path / "inspection.zip"
    told(demo, "inspection", "--of", month.name, "--out", str(out))
    with zipfile.ZipFile(out) as packed:
        packed.extractall(tmp_path)
        names = packed.namelist()
    assert len(names) == 11 and names[-1] == "00 目录.txt"
    ledger = next(tmp_path / name for name in names if "借阅登记台账.pdf" in name)
    count = told(demo, "month", "--of", month.name)["figures"]["numbers"]["loans"]
    assert f"共 {count} 条" in text(ledger) and "*" in text(ledger)
    check = next(tmp_path / name for name in names if "自查表.pdf" in name)
    assert "3,000" in text(check) and "请填写" in text(check)


def test_full_names_only_for_whoever_answers_for_them(demo: DemoHall, tmp_path: Path) -> None:
    out = tmp_path / "ledger.pdf"
    told(demo, "ledger", "--of", f"{today() - timedelta(days=1):%Y-%m}", "--yes-personal", "--out", str(out))
    assert out.stat().st_mode & 0o077 == 0 and "*" not in text(out)


@pytest.mark.parametrize("wrong", [("day", "--of", "2026-11"), ("year", "--of", "soon"), ("month", "--out", "x.doc")])
def test_what_makes_no_sense_is_wrong_usage(demo: DemoHall, wrong: tuple[str, ...]) -> None:
    assert demo.kiosk("report", *wrong).returncode == 2
