"""A stock-take: each scan is answered rightly, whoever goes on lending does no harm, and the end adds up."""

from collections import Counter

import pytest
from halls import BOOKS, TestHall, copy
from hypothesis import given, settings, strategies as st
from stocks import SHELVES, Stock, codes, kinds

from kiosk.domain.books import Copy
from kiosk.domain.codes import copy_number, shelf_code
from kiosk.domain.facts import CopyAdded, CopyLost, CopyWithdrawn
from kiosk.domain.moving import mark, move
from kiosk.domain.refusals import Refused
from kiosk.domain.stock import Stocktake
from kiosk.storage import stocktake as stored
from kiosk.visit.stocktaking import close


@pytest.fixture
def stock(hall: TestHall) -> Stock:
    return Stock(hall)


def states(stock: Stock) -> dict[str, str]:
    of = stored.newest(stock.hall.db, 1)
    assert of
    names = {copy(name): name for name in BOOKS}
    return {names.get(row.number, row.number): row.state for row in stored.report(stock.hall.db, of).rows}


def closed(stock: Stock) -> Stocktake:
    stock.hall.pass_by(1)
    done = close(stock.place, stock.walk.stocktake, "S1")
    assert isinstance(done, Stocktake)
    return done


def test_what_a_scan_says(stock: Stock) -> None:
    stock.hall.scan("zhang")
    stock.hall.scan("law")
    stock.hall.tap("finish")
    assert kinds(stock.send("food")) == ["CopySent"]
    away = copy_number(2, 77)
    stock.hall.tell(CopyAdded(Copy(away, 1, 2, 2)), CopyWithdrawn(copy("san"), "worn"))
    assert stock.begin().expected == 3
    assert stock.scan(shelf_code(1, SHELVES["hlm"])).shelf == SHELVES["hlm"]
    expected = {
        "hlm": "in_place",
        "city": "misplaced",
        "law": "on_loan",
        "food": "travelling",
        "san": "withdrawn",
        away: "other_hall",
        copy_number(1, 4711): "unknown",
    }
    assert {what: stock.scan(what).kind for what in expected} == expected
    assert {what: stock.scan(what).kind for what in expected} == dict.fromkeys(expected, "again")
    assert states(stock) == expected
    assert not stock.hall.store.differences()


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("hello", "K-01"),
        ("0" * 21, "S-05"),
        (copy("hlm")[:-1] + str((int(copy("hlm")[-1]) + 1) % 10), "K-04"),
        ("@" + "x" * 61, "S-16"),
        ("@\ud800", "K-03"),
        ("\ud800", "K-03"),
        ("9" * 3000, "K-02"),
    ],
)
def test_what_cannot_be_counted_is_refused(stock: Stock, text: str, code: str) -> None:
    stock.begin()
    answer = stock.scan(text)
    assert answer.kind == "refused" and codes(answer) == [code] and not answer.facts


@given(st.text(max_size=30))
@settings(max_examples=200)
def test_any_text_has_an_answer(text: str) -> None:
    stock = SHARED
    before = len(stock.hall.db.execute("select 1 from facts").fetchall())
    answer = stock.scan(text)
    assert answer.kind in ("refused", "shelf") and not answer.facts
    assert len(stock.hall.db.execute("select 1 from facts").fetchall()) == before


SHARED = Stock(TestHall())
SHARED.begin()


def test_a_room_and_a_class(stock: Stock) -> None:
    refused = stock.begin(room="三楼")
    assert isinstance(refused, Refused) and [r.code for r in refused.reasons] == ["S-04"]
    assert stock.begin(room="二楼").expected == 2
    assert stock.scan("tg").kind == "misplaced"  # of another room, before any shelf was scanned
    again = stock.begin()
    assert isinstance(again, Refused) and [r.code for r in again.reasons] == ["S-02"]
    assert dict(closed(stock).counts) == {"misplaced": 1, "missing": 2}
    assert stock.begin(class_mark="i24").expected == 1  # the other two are missing by now


def test_nothing_that_was_touched_meanwhile_is_missing(stock: Stock) -> None:
    """Lent, returned, moved, sent, received, found at the counter, or listed since: none of them is missed."""
    hall = stock.hall
    hall.scan("zhang")
    hall.scan("law")
    hall.tap("finish")
    hall.tell(CopyLost(copy("san")))
    stock.begin()
    hall.scan("law")  # returned
    hall.tap("finish")
    hall.scan("li")
    hall.scan("hlm")  # lent
    hall.scan("san")  # found
    hall.tap("finish")
    stock.act("tg", lambda at: move(at, "一楼 · 9 架"))
    stock.send("food")
    hall.tell(CopyAdded(Copy(copy_number(1, 80), 1, 1, 1)))
    assert dict(closed(stock).counts) == {"missing": 1}
    assert states(stock) == {"city": "missing"}
    assert stock.copy("city").condition == "missing" and stock.copy("hlm").on_loan
    assert not hall.store.differences()


def test_on_loan_and_here_is_settled_by_its_return(stock: Stock) -> None:
    stock.hall.scan("zhang")
    stock.hall.scan("law")
    stock.hall.scan("san")
    stock.hall.tap("finish")
    stock.begin()
    assert [stock.scan(name).kind for name in ("law", "san")] == ["on_loan", "on_loan"]
    stock.hall.scan("law")
    assert states(stock) == {"law": "given_back", "san": "on_loan"}
    assert dict(closed(stock).counts)["on_loan"] == 1
    stock.hall.scan("san")  # returned after the end: the report stays as it was
    found = states(stock)
    assert found["law"] == "given_back" and found["san"] == "on_loan"


def test_a_lost_copy_is_found_and_a_missed_one_too(stock: Stock) -> None:
    stock.act("hlm", lambda at: mark(at, "lost"))
    stock.begin()
    answer = stock.scan("hlm")
    assert answer.found and kinds(answer) == ["CopyFound", "CopySeen"]
    done = closed(stock)
    assert dict(done.counts) == {"in_place": 1, "missing": 5}
    assert codes(stock.scan("tg")) == ["S-03"]
    assert stock.hall.scan("tg") and stock.copy("tg").condition == "good"


def test_a_closing_that_broke_off_goes_on(stock: Stock) -> None:
    """As if the power had gone after the first of them was written."""
    of = stock.begin()
    stock.hall.tell(CopyLost(copy("hlm"), missing=True, stocktake=of.stocktake))
    assert stock.scan("hlm").found  # somebody finds it before the closing is run again
    assert dict(closed(stock).counts) == {"in_place": 1, "missing": 5}
    assert Counter(states(stock).values()) == {"in_place": 1, "missing": 5}
    assert isinstance(close(stock.place, of, "S1"), Refused)


def test_a_clock_that_went_wrong_neither_begins_nor_closes(stock: Stock) -> None:
    of = stock.begin()
    stock.hall.clock.pass_by(-86400 * 400)
    refused = close(stock.place, of, "S1")
    assert isinstance(refused, Refused) and [r.code for r in refused.reasons] == ["E-20"]
    assert stock.copy("hlm").condition == "good"


def test_nothing_seen_at_all(stock: Stock) -> None:
    stock.begin()
    assert closed(stock).counts == (("missing", 6),)
    assert {stock.copy(name).condition for name in BOOKS} == {"missing"}
