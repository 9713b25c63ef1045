"""盘点 at the kiosk: begin, count, see what needs a hand, and end it knowing what that does."""

import pytest
from duties import on_duty
from halls import TestHall, codes, copy
from msgspec.structs import replace
from stocks import SHELVES

from kiosk.domain.codes import copy_number, shelf_code
from kiosk.domain.facts import CopyAdded, Fact, StockTakeClosed
from kiosk.domain.staff import Role
from kiosk.storage import queries, stocktake as stored
from kiosk.visit import stocktaking
from kiosk.visit.screens import Desk, StockChoice, StockScope, StockTake
from ui.visiting import busy, kind


@pytest.fixture
def shelves(hall: TestHall) -> TestHall:
    for name, shelf in SHELVES.items():
        found = queries.on_desk(hall.db, copy(name))
        assert found
        hall.tell(CopyAdded(replace(found.copy, shelf=shelf)))
    hall.pass_by(60)
    return hall


def count(hall: TestHall, role: Role = "librarian") -> StockTake:
    on_duty(hall, role)
    assert isinstance(hall.tap("stocktake"), StockChoice)
    begun = hall.tap("begin_stocktake")
    assert isinstance(begun, StockTake)
    hall.pass_by(1)
    return begun


def newest(hall: TestHall) -> Fact:
    return list(hall.store.facts())[-1]


def test_what_can_be_counted(shelves: TestHall) -> None:
    on_duty(shelves, "volunteer")
    choice = shelves.tap("stocktake")
    assert choice.scopes[0] == StockScope(6)
    assert {(s.room, s.count) for s in choice.scopes if s.room} == {("二楼 文学区", 2), ("一楼 技能区", 1)}
    assert {s.class_mark: s.count for s in choice.scopes if s.class_mark} == {"D": 1, "I": 3, "R": 1, "T": 1}
    begun = shelves.tap("begin_stocktake", room="二楼 文学区")
    assert (begun.scope, begun.unseen, newest(shelves).actor) == (StockScope(2, room="二楼 文学区"), 2, "S001")


def test_one_shelf_after_another(shelves: TestHall) -> None:
    before = count(shelves)
    walked = shelves.scan(shelf_code(1, SHELVES["hlm"]))
    assert (walked.walked, kind(before, walked)) == (SHELVES["hlm"], "done")
    here = shelves.scan("hlm")
    assert (here.last.told, here.seen, here.unseen, kind(walked, here)) == ("in_place", 1, 5, "done")
    astray = shelves.scan("city")
    assert (astray.last.told, astray.to_do, kind(here, astray)) == ("misplaced", 1, "refused")
    assert [(row.title, row.shelf) for row in astray.rows] == [("城南旧事", SHELVES["city"])]
    again = shelves.scan("hlm")
    assert (again.last.told, again.seen, kind(astray, again)) == ("again", 2, "heard") and not shelves.facts
    stranger = shelves.scan(copy_number(1, 4000))
    assert (stranger.last.told, stranger.to_do, shelves.facts) == ("unknown", 2, ["CopySeen"])
    assert shelves.visit.facts[0].actor == "S001" and not shelves.store.differences()


def test_what_is_no_code_says_why_and_counts_nothing(shelves: TestHall) -> None:
    before = count(shelves)
    refused = shelves.scan("hello")
    assert codes(refused) == ["K-01"] and kind(before, refused) == "refused" and refused.seen == 0


def test_a_book_that_is_given_back_meanwhile_needs_no_hand(shelves: TestHall) -> None:
    shelves.scan("zhang")
    shelves.scan("law")
    shelves.tap("finish")
    count(shelves)
    assert shelves.scan("law").to_do == 1
    shelves.tap("finish")
    shelves.scan("law")
    shelves.tap("finish")
    on_duty(shelves, "librarian")
    board = shelves.tap("stocktake")
    assert (board.to_do, board.rows, board.seen) == (0, (), 1)


def test_the_end_says_what_it_will_do_and_does_it(shelves: TestHall, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stocktaking, "MISSED_A_STEP", 2)
    count(shelves)
    shelves.scan("hlm")
    asked = shelves.tap("ask_close")
    assert (asked.stage, asked.unseen) == ("asking", 5) and not shelves.facts
    assert shelves.tap("stocktake").stage == "counting"
    closing = shelves.tap("close_stocktake")
    assert (closing.stage, closing.unseen, busy(closing)) == ("closing", 5, True)
    assert [shelves.visit.poll().unseen for _ in range(2)] == [3, 1]
    closed = shelves.visit.poll()
    assert isinstance(closed, StockTake) and (closed.stage, closed.unseen, busy(closed)) == ("closed", 5, False)
    assert isinstance(newest(shelves).p, StockTakeClosed) and newest(shelves).actor == "S001"
    assert stored.under_way(shelves.db, 1) is None and not shelves.store.differences()


def test_it_goes_on_where_it_was_left(shelves: TestHall) -> None:
    count(shelves)
    shelves.scan(shelf_code(1, SHELVES["hlm"]))
    assert isinstance(shelves.tap("back"), Desk)
    assert shelves.tap("stocktake").walked == SHELVES["hlm"]
    shelves.tap("finish")
    on_duty(shelves, "volunteer")
    assert (shelves.tap("stocktake").walked, shelves.visit.screen.may_close) == ("", False)


def test_a_volunteer_counts_and_does_not_close(shelves: TestHall) -> None:
    count(shelves, "volunteer")
    assert isinstance(shelves.tap("ask_close"), Desk)
    assert isinstance(shelves.tap("close_stocktake"), Desk) and stored.under_way(shelves.db, 1)


def test_two_at_once_are_one(shelves: TestHall) -> None:
    count(shelves)
    refused = shelves.tap("begin_stocktake", class_mark="I")
    assert isinstance(refused, StockChoice) and codes(refused) == ["S-02"]
