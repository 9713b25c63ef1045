"""Import of members and loans: sealed as always, each once, nobody's number given to another."""

from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from exchange.carrying import carry_loans, carry_members, facts
from exchange.lists import workbook
from halls import BOOKS, TestHall, copy
from msgspec.structs import replace

from kiosk.domain.facts import BookReturned, CopyLost
from kiosk.domain.loans import Loan
from kiosk.storage import inventory, queries
from kiosk.storage.keys import hash_key
from kiosk.storage.sealed import keyed_hash

MEMBERS = ["读者证号", "姓名", "手机号", "读者类型", "有效期至", "工作单位"]
LOANS = ["图书条码", "读者证号", "借书日期", "应还日期"]
RARE = "\U0002c0a9\U00030edeä·买买提"


def listed(folder: Path, head: list[str], *rows: list[Any]) -> Path:
    return workbook(folder / f"{len(list(folder.iterdir()))}.xlsx", [head, *rows])


def test_members_are_sealed_and_found_again(hall: TestHall, tmp_path: Path) -> None:
    rows: list[list[Any]] = [
        [200001.0, f" {RARE} ", "138 1234-5678", "退休", "2028年5月1日", "临江机械厂"],
        ["200002", "王五", "不详", "贵宾", 46086.0, ""],
    ]
    path = listed(tmp_path, MEMBERS, *rows)
    came = carry_members(hall.store, path)
    assert (came.outcomes, sorted(came.codes)) == (["added", "added"], ["M-36", "M-54"])
    member = queries.member_numbered(hall.db, "200001")
    assert member and member.tier == "retired" and member.card_expires_on == date(2028, 5, 1)
    details = inventory.details(hall.db, member.member)
    assert details and (details.name, details.unit) == (RARE, "临江机械厂")
    assert details.phone_hash == keyed_hash(hash_key(hall.db), "13812345678")
    bodies = "".join(body for (body,) in hall.db.execute("select body from facts"))
    assert "王五" not in bodies and "机械厂" not in bodies and "13812345678" not in bodies
    before = facts(hall.store)
    assert carry_members(hall.store, path).outcomes == ["unchanged"] * 2 and facts(hall.store) == before
    assert hall.store.differences() == {}


def test_a_number_is_never_given_to_somebody_else(hall: TestHall, tmp_path: Path) -> None:
    rows = [["100000", "别人"], ["100001", "李四"], ["", "无名氏"], ["200009", ""], ["二百", "赵六"]]
    came = carry_members(hall.store, listed(tmp_path, MEMBERS[:2], *rows))
    assert came.outcomes == ["rejected", "unchanged", "rejected", "rejected", "rejected"]
    assert came.codes == ["M-52", "M-50", "M-51", "M-50"]


def test_an_update_keeps_card_and_pin(hall: TestHall, tmp_path: Path) -> None:
    hall.join("zhang", blocked_why="lost keys", card_version=3)
    rows = [["100000", "张小三", "", "劳模", "2029-01-01", "新单位"]]
    assert carry_members(hall.store, listed(tmp_path, MEMBERS, *rows)).outcomes == ["updated"]
    member = queries.member_numbered(hall.db, "100000")
    assert member and (member.tier, member.card_expires_on) == ("model", date(2029, 1, 1))
    assert (member.card_version, member.blocked_why) == (3, "lost keys")


def test_a_dry_run_makes_no_keys(hall: TestHall, tmp_path: Path) -> None:
    before = hall.db.execute("select count(*) from member_keys").fetchone(), facts(hall.store)
    assert carry_members(hall.store, listed(tmp_path, MEMBERS, ["7", "钱七"]), dry_run=True).outcomes == ["added"]
    assert (hall.db.execute("select count(*) from member_keys").fetchone(), facts(hall.store)) == before


def loans(hall: TestHall) -> tuple[Loan, ...]:
    return queries.rows(hall.db, Loan, "order by loan")


def test_loans_begin_when_they_began(hall: TestHall, tmp_path: Path) -> None:
    path = listed(tmp_path, LOANS, [copy("hlm"), "100000", "2026-11-01", 46357.0])
    assert carry_loans(hall.store, path).outcomes == ["added"]
    (loan,) = loans(hall)
    assert loan.borrowed_at == datetime(2026, 11, 1, 4, 0, tzinfo=UTC) and loan.due_on == date(2026, 12, 1)
    hall.scan("zhang")
    assert [row.book.title for row in hall.tap("record").loans] == ["红楼梦"]
    assert carry_loans(hall.store, path).outcomes == ["unchanged"] and len(loans(hall)) == 1
    assert hall.store.differences() == {}


def test_what_came_back_since_is_not_lent_again(hall: TestHall, tmp_path: Path) -> None:
    path = listed(tmp_path, LOANS, [copy("hlm"), "100000", "2026-11-01", "2026-12-01"])
    carry_loans(hall.store, path)
    hall.tell(BookReturned(copy("hlm"), 1))
    assert carry_loans(hall.store, path).outcomes == ["unchanged"]
    hall.scan("li")
    hall.scan("hlm")
    assert carry_loans(hall.store, path).outcomes == ["unchanged"]
    older = listed(tmp_path, LOANS, [copy("hlm"), "100002", "2026-10-01", "2026-10-30"])
    assert carry_loans(hall.store, older).codes == ["M-62"]
    hall.tell(BookReturned(copy("hlm"), 1))
    assert carry_loans(hall.store, older).codes == ["M-65"] and len(loans(hall)) == 2


@pytest.mark.parametrize(
    ("row", "code"),
    [
        (["99999999", "100000", "2026-11-01", "2026-12-01"], "M-60"),
        ([copy("hlm"), "999", "2026-11-01", "2026-12-01"], "M-61"),
        ([copy("hlm"), "100000", "2026-12-01", "2026-11-01"], "M-64"),
        ([copy("hlm"), "100000", "2027-12-01", "2028-01-01"], "M-64"),
        ([copy("hlm"), "100000", "2026-11-01", "月底"], "M-53"),
        ([copy("hlm"), "100000", "2026-11-01", ""], "M-53"),
        ([copy("tg"), "100000", "2026-11-01", "2026-12-01"], "M-62"),
        ([copy("san"), "100000", "2026-11-01", "2026-12-01"], "M-66"),
    ],
)
def test_loans_that_cannot_be(hall: TestHall, tmp_path: Path, row: list[Any], code: str) -> None:
    hall.scan("li")
    hall.scan("tg")
    hall.tell(CopyLost(copy("san")))
    before = facts(hall.store)
    came = carry_loans(hall.store, listed(tmp_path, LOANS, row))
    assert (came.outcomes, came.codes) == (["rejected"], [code]) and facts(hall.store) == before
    assert len(BOOKS) == hall.db.execute("select count(*) from copies").fetchone()[0]


def test_another_day_of_a_known_loan_is_told(hall: TestHall, tmp_path: Path) -> None:
    row = [copy("hlm"), "100000", "2026-11-01", "2026-12-01"]
    carry_loans(hall.store, listed(tmp_path, LOANS, row))
    assert carry_loans(hall.store, listed(tmp_path, LOANS, [*row[:3], "2026-12-09"])).codes == ["M-63"]
    assert [replace(loan, due_on=date(2026, 12, 1)) for loan in loans(hall)] == list(loans(hall))
