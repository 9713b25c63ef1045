"""Copies in the hands of staff: every act as a table, both signatures, and whoever waited for the copy."""

from typing import Any

import pytest
from halls import TestHall, copy, number_of
from msgspec.structs import replace
from stocks import OTHER, Stock, codes, kinds

from kiosk.domain.books import lendable
from kiosk.domain.facts import CopyDamaged, CopyLost, CopyWithdrawn, HoldPlaced, MemberForgotten
from kiosk.domain.moving import Mark, Route, mark, move, receive, send, set_adrift
from kiosk.storage import holds as shelf, moves
from kiosk.visit.moving import given_by, role_reasons

LENT = object()


@pytest.fixture
def stock(hall: TestHall) -> Stock:
    return Stock(hall)


def lend(stock: Stock, name: str) -> None:
    stock.hall.scan("zhang")
    stock.hall.scan(name)
    stock.hall.tap("finish")


@pytest.mark.parametrize(
    ("before", "how", "facts", "reasons"),
    [
        (None, "lost", ["CopyLost"], []),
        (None, "damaged", ["CopyDamaged"], []),
        (None, "withdrawn", ["CopyWithdrawn"], []),
        (None, "mended", [], ["S-08"]),
        (None, "found", [], ["S-08"]),
        (CopyLost, "found", ["CopyFound"], []),
        (CopyLost, "lost", [], ["S-08"]),
        (CopyLost, "damaged", ["CopyFound", "CopyDamaged"], []),
        (CopyDamaged, "mended", ["CopyMended"], []),
        (CopyDamaged, "damaged", [], ["S-08"]),
        (CopyWithdrawn, "withdrawn", [], ["S-08"]),
        (LENT, "lost", ["CopyLost"], []),
        (LENT, "damaged", [], ["S-06"]),
        (LENT, "withdrawn", [], ["S-06"]),
        (LENT, "found", [], ["S-06", "S-08"]),
    ],
)
def test_marks(stock: Stock, before: Any, how: Mark, facts: list[str], reasons: list[str]) -> None:
    if before is LENT:
        lend(stock, "hlm")
    elif before:
        stock.hall.tell(before(copy("hlm")))
    done = stock.act("hlm", lambda at: mark(at, how, "页角湿了"))
    assert (kinds(done), codes(done)) == (facts, reasons)
    assert not stock.hall.store.differences()


def test_a_note_is_kept_and_one_too_long_is_not(stock: Stock) -> None:
    (fact,) = stock.act("hlm", lambda at: mark(at, "damaged", "页角湿了")).facts
    assert isinstance(fact.p, CopyDamaged) and fact.p.note == "页角湿了" and fact.actor == "S1"
    assert codes(stock.act("tg", lambda at: mark(at, "damaged", "x" * 201))) == ["S-16"]


def test_a_copy_in_transit_is_lent_to_nobody_until_another_has_signed(stock: Stock) -> None:
    hall = stock.hall
    assert kinds(stock.send("hlm", stays=True)) == ["CopySent"]
    assert stock.copy("hlm").sent_to == 2 and not lendable(stock.copy("hlm"))
    hall.scan("zhang")
    assert [r.code for r in hall.scan("hlm").reasons] == ["L-23"]
    hall.tap("finish")
    assert codes(stock.send("hlm")) == ["L-23"]
    back = stock.act("hlm", lambda at: receive(at), "S2")  # it comes back unseen by the other hall
    assert kinds(back) == ["CopyReceived"] and stock.copy("hlm").sent_to is None
    assert stock.copy("hlm").home_hall == 1
    assert not hall.store.differences()


def test_two_people_sign(stock: Stock) -> None:
    """Sent here from the other hall: whoever sent it cannot also have received it."""
    stock.send("hlm")
    number, at = copy("hlm"), stock.place
    theirs = moves.on_its_way(at.db, number)
    assert theirs and (theirs.sent_by, theirs.received_by) == ("S1", None)

    def at_the_other_hall(hand: Any) -> Any:
        rules = replace(hand.rules, hall=OTHER)
        return receive(replace(hand, rules=rules, handover=theirs), "1 架 1 层")

    assert codes(stock.act("hlm", at_the_other_hall, "S1")) == ["S-11"]
    assert kinds(stock.act("hlm", at_the_other_hall, "S2")) == ["CopyReceived"]
    copied = stock.copy("hlm")
    assert (copied.hall, copied.home_hall, copied.shelf, copied.sent_to) == (2, 1, "1 架 1 层", None)
    assert moves.on_its_way(at.db, number) is None
    assert not stock.hall.store.differences()


def test_whoever_sent_a_copy_may_take_it_back(stock: Stock) -> None:
    """It never left, or nobody there took it: no second person has to sign, and it still belongs here."""
    stock.send("hlm", stays=True)
    assert kinds(stock.receive("hlm", "S1")) == ["CopyReceived"]
    assert stock.copy("hlm").home_hall == 1 and moves.on_its_way(stock.hall.db, copy("hlm")) is None
    assert codes(stock.receive("hlm", "S1")) == ["S-08"]


def test_what_nobody_announced_is_taken_in(stock: Stock) -> None:
    assert codes(stock.receive("hlm")) == ["S-08"]
    stock.hall.tell(CopyLost(copy("hlm")))
    done = stock.receive("hlm")
    assert kinds(done) == ["CopyFound", "CopyReceived"] and stock.copy("hlm").condition == "good"


@pytest.mark.parametrize(("route", "reasons"), [(Route(None), ["S-09"]), (Route(OTHER, batch="x" * 41), ["S-16"])])
def test_a_route_that_leads_nowhere(stock: Stock, route: Route, reasons: list[str]) -> None:
    assert codes(stock.act("hlm", lambda at: send(at, route))) == reasons
    here = stock.place.rules.hall
    assert codes(stock.act("hlm", lambda at: send(at, Route(here)))) == ["S-10"]


def test_all_reasons_at_once(stock: Stock) -> None:
    stock.hall.tell(CopyWithdrawn(copy("hlm")))
    lend(stock, "tg")
    assert codes(stock.act("hlm", lambda at: send(at, Route(None, batch="x" * 41)))) == ["S-07", "S-16", "S-09"]
    assert codes(stock.act("tg", lambda at: move(at, "x" * 61))) == ["S-06", "S-16"]
    assert codes(stock.act("2" * 13, set_adrift)) == ["K-07"]


def test_a_batch_has_its_list(stock: Stock) -> None:
    for name in ("hlm", "tg"):
        stock.send(name, batch="2026-03", stays=True)
    listed = moves.of_batch(stock.hall.db, "2026-03")
    assert [(row.title.name, row.handover.sent_by) for row in listed] == [("红楼梦", "S1"), ("机械制图手册", "S1")]
    assert moves.of_batch(stock.hall.db, "") == ()


def test_a_copy_adrift_comes_back_by_any_scan(stock: Stock) -> None:
    assert kinds(stock.act("hlm", set_adrift)) == ["CopySetAdrift"]
    assert stock.copy("hlm").adrift and not lendable(stock.copy("hlm"))
    assert codes(stock.act("hlm", set_adrift)) == ["S-08"]
    stock.hall.scan("zhang")
    stock.hall.scan("hlm")
    assert stock.hall.facts == ["CopyFound", "BookBorrowed"] and not stock.copy("hlm").adrift


def test_whoever_waits_for_a_copy_that_leaves_waits_again(stock: Stock) -> None:
    hall = stock.hall
    lend(stock, "hlm")
    (held,) = hall.tell(HoldPlaced(1, number_of("li"), 1))
    hall.scan("hlm")
    hall.tap("finish")
    assert (ready := shelf.hold(hall.db, held)) and ready.state == "ready"
    assert kinds(stock.send("hlm"))[:2] == ["CopySent", "HoldRequeued"]
    assert (waits := shelf.hold(hall.db, held)) and waits.state == "waiting"
    back = stock.receive("hlm", "S2")
    assert kinds(back) == ["CopyReceived", "HoldReadied", "AnswerGiven"]
    assert kinds(stock.act("hlm", lambda at: mark(at, "withdrawn")))[:2] == ["CopyWithdrawn", "HoldRequeued"]


def test_a_donor_is_named_sealed_or_not_at_all(stock: Stock) -> None:
    hall, act = stock.hall, given_by(stock.place, "赵大年", lambda: 424242)
    assert all(kinds(stock.act(name, act)) == ["CopyDonated"] for name in ("hlm", "tg"))
    stock.act("city", given_by(stock.place, "", lambda: 0))
    assert [moves.donor_named(hall.db, copy(name)) for name in ("hlm", "tg", "city")] == ["赵大年", "赵大年", ""]
    bodies = " ".join(body for (body,) in hall.db.execute("select body from facts"))
    assert "赵大年" not in bodies
    hall.tell(MemberForgotten(424242))
    assert moves.donor_named(hall.db, copy("hlm")) == ""
    assert not hall.store.differences()


@pytest.mark.parametrize(
    ("number", "action", "may"),
    [
        ("S3", "stocktake", True),
        ("S3", "copies", False),
        ("S1", "copies", True),
        ("S4", "stocktake", False),
        ("S9", "copies", False),
    ],
)
def test_who_may(stock: Stock, number: str, action: Any, may: bool) -> None:
    assert [r.code for r in role_reasons(stock.place, number, action)] == ([] if may else ["S-01"])
