"""Holds as tables: who may wait, who is next, where one stands, when a kept book is over."""

from datetime import UTC, date, datetime, timedelta

import pytest
from msgspec.structs import replace

from kiosk.domain.books import Copy, Title
from kiosk.domain.desk import Borrower, HallRules, OnDesk, OpenLoan
from kiosk.domain.facts import (
    AnswerGiven,
    AnswerWithdrawn,
    HoldCancelled,
    HoldExpired,
    HoldPlaced,
    HoldReadied,
    HoldRequeued,
    HoldSuspended,
)
from kiosk.domain.halls import Calendar, Hall
from kiosk.domain.holding import HoldDesk, Kept, Pickup, Wanted, cancel, lapse, place, suspend
from kiosk.domain.holds import Hold, first_waiting, in_order, position, travels_to
from kiosk.domain.loans import Loan
from kiosk.domain.members import Answer, Member, Suspension
from kiosk.domain.policy import Policy
from kiosk.domain.refusals import Refused

TODAY = date(2026, 11, 21)
AT = datetime(2026, 11, 1, tzinfo=UTC)
HERE, ACROSS, CART = Hall(1, "馆", "palace"), Hall(2, "书屋", "reading_room"), Hall(3, "书车", "mobile")
TITLE = Title(7, "书", "人", "I")
OUT = Copy("c1", 7, 1, 1, on_loan=True)
SHELVED = Copy("c2", 7, 1, 1, shelf="甲架")
WHO = Member(100, "10000", 1, "member", 1, date(2028, 1, 1))


def hold(n: int, **fields: object) -> Hold:
    return replace(Hold(f"h{n}", 7, 100 + n, AT + timedelta(days=n), 1), **fields)


FIRST, SECOND, THIRD = hold(1), hold(2), hold(3)


def rules(**policy: object) -> HallRules:
    return HallRules(HERE, (Policy("default", **policy),), Calendar())  # type: ignore[arg-type]


def desk(**fields: object) -> HoldDesk:
    wanted = Wanted(TITLE, (OUT,), (), Pickup(HERE, Calendar()))
    wanted = replace(wanted, **{k: fields.pop(k) for k in list(fields) if k in Wanted.__struct_fields__})
    return replace(HoldDesk(rules(), TODAY, wanted, Borrower(WHO, "")), **fields)


LENT = OpenLoan(Loan("l", "c1", 100, 1, AT, TODAY, "default"), OUT, TITLE)
PAUSED = Suspension("s", 100, TODAY, "overdue")
NEVER_OPEN = Pickup(ACROSS, Calendar("1234567"))


@pytest.mark.parametrize(
    ("laid", "codes"),
    [
        (desk(), []),
        (desk(pickup=Pickup(ACROSS, Calendar())), []),
        (desk(copies=(OUT, replace(SHELVED, hall=2))), []),
        (desk(copies=(OUT, SHELVED)), ["H-04"]),
        (desk(copies=(OUT, SHELVED), rules=rules(hold_on_shelf=True)), []),
        (desk(copies=(OUT, SHELVED), holds=(hold(1, state="ready", copy="c2"),)), []),
        (desk(copies=(OUT, SHELVED), copy="c1"), []),
        (desk(copies=(OUT, SHELVED), copy="c2"), ["H-04"]),
        (desk(copy="c9"), ["K-07"]),
        (desk(copies=(replace(OUT, condition="damaged"),), copy="c1"), ["L-13"]),
        (desk(copies=()), ["H-05"]),
        (desk(copies=(replace(OUT, kind="reference"), replace(SHELVED, condition="withdrawn"))), ["H-05"]),
        (desk(pickup=Pickup(CART, Calendar())), ["H-07"]),
        (desk(pickup=Pickup(CART, Calendar()), rules=rules(hold_shelf_kinds=("mobile",))), []),
        (desk(pickup=NEVER_OPEN), ["H-06"]),
        (desk(own=(hold(0),), holds=(FIRST, hold(0))), ["H-02"]),
        (desk(own=(hold(8, title=8), hold(9, title=9)), rules=rules(holds_max=2)), ["H-01"]),
        (desk(borrower=Borrower(WHO, "", (LENT,))), ["H-03"]),
        (desk(borrower=Borrower(replace(WHO, card_expires_on=AT.date()), "")), ["L-03"]),
        (desk(borrower=Borrower(replace(WHO, blocked_why="staff"), "", (), (PAUSED,))), ["L-04", "L-05"]),
        (
            desk(
                borrower=Borrower(replace(WHO, blocked_why="staff"), "", (LENT,)),
                own=(hold(0),),
                rules=rules(holds_max=1),
                copies=(OUT, SHELVED),
                pickup=replace(NEVER_OPEN, hall=CART),
            ),
            ["L-04", "H-01", "H-02", "H-03", "H-04", "H-07", "H-06"],
        ),
    ],
)
def test_who_may_wait(laid: HoldDesk, codes: list[str]) -> None:
    outcome = place(laid)
    if codes:
        assert isinstance(outcome, Refused) and [reason.code for reason in outcome.reasons] == codes
    else:
        assert outcome == (HoldPlaced(7, 100, laid.wanted.pickup.hall.hall, laid.wanted.copy),)


AWAY = hold(1, suspended_until=TODAY + timedelta(days=1))
BACK = hold(1, suspended_until=TODAY)
PICKY = hold(1, wanted_copy="c2")
ELSEWHERE = hold(1, pickup_hall=2)
READY = hold(1, state="ready", copy="c1", ready_until=TODAY)


@pytest.mark.parametrize(
    ("holds", "first", "travels"),
    [
        ((), None, None),
        ((THIRD, SECOND, FIRST), FIRST, None),
        ((AWAY, SECOND), SECOND, None),
        ((AWAY,), None, None),
        ((BACK, SECOND), BACK, None),
        ((PICKY, SECOND), SECOND, None),
        ((PICKY,), None, None),
        ((ELSEWHERE, SECOND), SECOND, None),
        ((ELSEWHERE,), None, 2),
        ((ELSEWHERE, replace(SECOND, state="ready", copy="c1")), None, None),
        ((replace(FIRST, state="cancelled"), replace(SECOND, state="expired"), THIRD), THIRD, None),
    ],
)
def test_who_is_next_for_a_copy(holds: tuple[Hold, ...], first: Hold | None, travels: int | None) -> None:
    assert first_waiting(holds, "c1", 1, TODAY) == first
    assert travels_to(holds, "c1", 1, TODAY) == travels


def test_whoever_pauses_keeps_the_place() -> None:
    holds = (THIRD, AWAY, SECOND, replace(READY, hold="h0", placed_at=AT))
    assert [h.hold for h in in_order(holds)] == ["h0", "h1", "h2", "h3"]
    assert (position(holds, "h1"), position(holds, "h3"), position(holds, "h0")) == (1, 3, 0)


@pytest.mark.parametrize(
    ("until", "closed", "over"),
    [
        (TODAY, "", False),
        (TODAY - timedelta(days=1), "", True),
        (TODAY - timedelta(days=1), "56", False),  # Friday and Saturday: it stays until Sunday
        (None, "", False),
    ],
)
def test_when_a_kept_book_is_over(until: date | None, closed: str, over: bool) -> None:
    assert replace(READY, ready_until=until).over(Calendar(closed), TODAY) == over


def kept(of: Hold, copy: Copy, *others: Hold, untold: bool = False) -> Kept:
    answers = (Answer("a1", of.member, "hold_ready", 7, TODAY), Answer("a2", of.member, "hold_ready", 8, TODAY))
    return Kept(rules(), TODAY, of, OnDesk(copy, TITLE, None, (of, *others)), answers if untold else ())


PAST = replace(READY, ready_until=TODAY - timedelta(days=1))
ON_SHELF = replace(OUT, on_loan=False)
TOLD = AnswerGiven(101, "hold_expired", 7, TODAY - timedelta(days=1))
UNTIL = TODAY + timedelta(days=3)
NEXT = (HoldReadied("h2", 7, "c1", UNTIL), AnswerGiven(102, "hold_ready", 7, UNTIL))


@pytest.mark.parametrize(
    ("before", "happenings"),
    [
        (kept(READY, ON_SHELF, SECOND), ()),
        (kept(PAST, ON_SHELF), (HoldExpired("h1", 7), TOLD)),
        (kept(PAST, ON_SHELF, SECOND), (HoldExpired("h1", 7), TOLD, *NEXT)),
        (kept(PAST, ON_SHELF, SECOND, untold=True), (HoldExpired("h1", 7), AnswerWithdrawn(101, "a1"), TOLD, *NEXT)),
        (kept(PAST, OUT, SECOND), (HoldExpired("h1", 7), TOLD)),
        (kept(READY, replace(ON_SHELF, condition="damaged"), SECOND), (HoldRequeued("h1", 7, READY.copy),)),
        (
            kept(READY, replace(ON_SHELF, condition="lost"), untold=True),
            (HoldRequeued("h1", 7, READY.copy), AnswerWithdrawn(101, "a1")),
        ),
        (kept(READY, OUT), (HoldRequeued("h1", 7, READY.copy),)),
        (kept(FIRST, ON_SHELF, SECOND), ()),
    ],
)
def test_what_becomes_of_a_kept_book(before: Kept, happenings: tuple[object, ...]) -> None:
    assert lapse(before) == happenings


def test_whoever_gives_up_a_kept_book_passes_it_on() -> None:
    assert cancel(kept(READY, ON_SHELF, SECOND)) == (HoldCancelled("h1", 7), *NEXT)
    assert cancel(kept(FIRST, ON_SHELF, SECOND)) == (HoldCancelled("h1", 7),)
    told = AnswerGiven(101, "hold_cancelled_by_staff", 7, TODAY)
    assert cancel(kept(FIRST, ON_SHELF), by_staff=True) == (HoldCancelled("h1", 7), told)
    later = TODAY + timedelta(days=9)
    assert suspend(kept(READY, ON_SHELF, SECOND), later, 90) == (HoldSuspended("h1", 7, later), *NEXT)


@pytest.mark.parametrize(("days", "fits"), [(-1, False), (0, False), (1, True), (90, True), (91, False)])
def test_for_how_long_one_may_pause(days: int, fits: bool) -> None:
    outcome = suspend(kept(FIRST, ON_SHELF), TODAY + timedelta(days=days), 90)
    assert isinstance(outcome, Refused) != fits
