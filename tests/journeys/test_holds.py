"""Journeys of holds: placed with or before the card, put off, fetched, given up, expired; each proves rows == facts."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from halls import TODAY, TestHall, codes, copy

from kiosk.domain.books import Copy
from kiosk.domain.codes import copy_number
from kiosk.domain.facts import CopyAdded, CopyDamaged, HallSet, HoldPlaced, MemberBlocked
from kiosk.domain.halls import Hall
from kiosk.storage import holds as shelf
from kiosk.visit.screens import Answers, Attract, Basket, Home, Record, Refusal, Reserved, Returned

ACROSS = Hall(2, "江北职工书屋", "reading_room")


@pytest.fixture(autouse=True)
def rows_follow_from_facts(hall: TestHall) -> Iterator[None]:
    hall.tell(HallSet(ACROSS), HallSet(Hall(3, "流动书车", "mobile")))
    yield
    assert hall.store.differences() == {}


def lent_to(hall: TestHall, who: str, book: str = "hlm") -> None:
    hall.scan(who)
    hall.scan(book)
    hall.tap("finish")


def place(hall: TestHall, who: str, title: int = 1, *, pickup: int | None = None, copy: str | None = None) -> Any:
    hall.scan(who)
    if isinstance(hall.visit.screen, Answers):
        hall.tap("go_on")
    return hall.tap("place_hold", title=title, hall=pickup, copy=copy)


def brought_back(hall: TestHall, book: str = "hlm") -> Any:
    hall.tap("finish")
    return hall.scan(book)


def states(hall: TestHall) -> dict[int, str]:
    return dict(hall.db.execute("select member, state from holds order by placed_at").fetchall())


def test_a_hold_is_placed_and_undone(hall: TestHall) -> None:
    lent_to(hall, "li")
    screen = place(hall, "zhang")
    assert isinstance(screen, Reserved) and hall.facts == ["HoldPlaced"]
    assert (screen.position, screen.copies, screen.provisional, screen.kept_days) == (1, 1, False, 3)
    assert (screen.pickup.name, screen.pickup.here) == ("临江市工人文化宫", True)
    assert isinstance(hall.tap("undo", loan=screen.hold), Basket) and hall.facts == ["HoldCancelled"]
    assert codes(hall.tap("undo")) == ["L-19"]
    assert place(hall, "zhang").position == 1


def test_a_hold_waits_for_the_card(hall: TestHall) -> None:
    lent_to(hall, "li")
    screen = hall.tap("place_hold", title=1)
    assert isinstance(screen, Reserved) and screen.hold is None and not hall.facts
    screen = hall.scan("zhang")
    assert isinstance(screen, Reserved) and screen.hold and hall.facts == ["HoldPlaced"]
    assert isinstance(hall.tap("go_on"), Basket) and not hall.facts  # it is placed once


def test_whoever_goes_back_waits_for_nothing(hall: TestHall) -> None:
    lent_to(hall, "li")
    hall.tap("place_hold", title=1)
    assert isinstance(hall.tap("back"), Home)
    assert isinstance(hall.scan("zhang"), Basket) and not hall.facts


def test_what_no_card_could_change_is_said_at_once(hall: TestHall) -> None:
    screen = hall.tap("place_hold", title=1, hall=3)
    assert codes(screen) == ["H-04", "H-07"] and screen.book.title == "红楼梦"
    assert codes(hall.tap("place_hold", title=99, hall=98)) == ["H-08", "H-09"]
    assert codes(hall.tap("place_hold", title="红", hall=[])) == ["H-08", "H-09"]
    for title in ("9" * 19, "9" * 5000, 2**70, float("nan"), -1, None):
        assert codes(hall.tap("place_hold", title=title)) == ["H-08"]
    assert codes(hall.tap("place_hold", title="1")) == codes(hall.tap("place_hold", title=1.0)) == ["H-04"]


def test_every_reason_at_once(hall: TestHall) -> None:
    hall.tell(MemberBlocked(1000, "staff"))
    place(hall, "zhang")
    assert codes(hall.visit.screen) == ["L-04", "H-04"]


def test_a_hold_elsewhere_is_provisional_and_its_copy_travels(hall: TestHall) -> None:
    lent_to(hall, "li")
    assert place(hall, "zhang", pickup=2).provisional
    screen = brought_back(hall)
    assert hall.facts == ["BookReturned"]
    assert [(row.hold_waiting, row.travels_to, row.slip) for row in screen.rows] == [(False, "江北职工书屋", None)]


def test_the_slip_names_the_member_masked(hall: TestHall) -> None:
    lent_to(hall, "li")
    place(hall, "zhang")
    screen = brought_back(hall)
    assert isinstance(screen, Returned) and screen.rows[0].slip
    slip = screen.rows[0].slip
    assert (slip.name, slip.number_tail, slip.until) == ("张*三", "0000", TODAY + timedelta(days=3))
    listed = shelf.on_shelf(hall.db, 1)
    assert [(row.name, row.number_tail, row.title.name) for row in listed] == [("张*三", "0000", "红楼梦")]


def test_whoever_is_away_is_passed_over_and_keeps_the_place(hall: TestHall) -> None:
    lent_to(hall, "li")
    hold = place(hall, "zhang").hold
    until = (TODAY + timedelta(days=20)).isoformat()
    screen = hall.tap("suspend_hold", hold=hold, until=until)
    assert hall.facts == ["HoldSuspended"] and isinstance(screen, Record)
    assert [(row.state, row.position, str(row.suspended_until)) for row in screen.holds] == [("suspended", 1, until)]
    assert place(hall, "ou").position == 2
    brought_back(hall)
    assert states(hall) == {1000: "waiting", 1002: "ready"}
    hall.scan("zhang")
    assert hall.tap("resume_hold", hold=hold).holds[0].state == "waiting" and hall.facts == ["HoldResumed"]
    assert hall.tap("resume_hold", hold=hold).holds and not hall.facts


def test_only_who_would_take_it_now_stops_a_renewal(hall: TestHall) -> None:
    lent_to(hall, "li")
    hold = place(hall, "zhang").hold
    hall.pass_days(10)
    hall.scan("li")
    assert [r.code for r in hall.tap("record").loans[0].why_not] == ["L-15"]
    hall.scan("zhang")
    hall.tap("suspend_hold", hold=hold, until=(TODAY + timedelta(days=60)).isoformat())
    hall.scan("li")
    assert hall.tap("record").loans[0].renewable


def test_a_day_that_does_not_fit_is_refused(hall: TestHall) -> None:
    lent_to(hall, "li")
    hold = place(hall, "zhang").hold
    for until in (TODAY.isoformat(), "2027-11-21", "tomorrow"):
        assert codes(hall.tap("suspend_hold", hold=hold, until=until)) == ["H-11"]


def test_nobody_changes_the_hold_of_another(hall: TestHall) -> None:
    lent_to(hall, "li")
    hold = place(hall, "zhang").hold
    hall.scan("ou")
    for action in ("cancel_hold", "suspend_hold", "resume_hold"):
        assert codes(hall.tap(action, hold=hold, until="2026-12-01")) == ["H-10"] and not hall.facts
    hall.tap("finish")
    assert codes(hall.tap("cancel_hold", hold=hold)) == ["H-10"]


def test_a_kept_book_that_is_given_up_goes_to_the_next(hall: TestHall) -> None:
    lent_to(hall, "li")
    hold = place(hall, "zhang").hold
    place(hall, "ou")
    brought_back(hall)
    hall.scan("zhang")
    hall.tap("go_on")
    screen = hall.tap("record")
    assert [(row.state, row.shelf) for row in screen.holds] == [("ready", "0000")]
    assert hall.tap("cancel_hold", hold=hold).holds == ()
    assert hall.facts == ["HoldCancelled", "HoldReadied", "AnswerGiven"]
    assert isinstance(hall.scan("ou"), Answers)


def test_what_nobody_fetches_goes_on_while_nobody_is_there(hall: TestHall) -> None:
    lent_to(hall, "li")
    place(hall, "zhang")
    place(hall, "ou")
    brought_back(hall)
    hall.tap("finish")
    hall.pass_days(2)
    assert states(hall) == {1000: "ready", 1002: "waiting"}
    hall.pass_by(2 * 86400)
    assert isinstance(hall.visit.tick(), Attract)
    assert hall.facts == ["HoldExpired", "AnswerWithdrawn", "AnswerGiven", "HoldReadied", "AnswerGiven"]
    assert states(hall) == {1000: "expired", 1002: "ready"}
    hall.tick(100)
    assert not hall.facts
    screen = hall.scan("zhang")
    assert isinstance(screen, Answers) and [item.kind for item in screen.items] == ["hold_expired"]
    hall.tap("go_on")
    assert codes(hall.scan("hlm")) == ["L-11"]


def test_a_book_that_is_over_is_not_lent_past_the_next_in_line(hall: TestHall) -> None:
    lent_to(hall, "li")
    place(hall, "zhang")
    place(hall, "ou")
    brought_back(hall)
    hall.scan("li")
    hall.pass_by(4 * 86400)
    assert codes(hall.scan("hlm")) == ["L-11"] and states(hall) == {1000: "expired", 1002: "ready"}


def test_a_kept_book_that_is_damaged_lets_its_hold_wait_again(hall: TestHall) -> None:
    lent_to(hall, "li")
    place(hall, "zhang")
    brought_back(hall)
    hall.tap("finish")
    hall.tell(CopyDamaged(copy("hlm")))
    hall.tick(100)
    assert hall.facts == ["HoldRequeued", "AnswerWithdrawn"] and states(hall) == {1000: "waiting"}
    assert isinstance(hall.scan("zhang"), Basket)


def second_copy(hall: TestHall) -> str:
    number = copy_number(1, 50)
    hall.tell(CopyAdded(Copy(number, 1, 1, 1, shelf="甲架")))
    return number


def test_another_copy_taken_sets_the_kept_one_free_and_undo_brings_it_back(hall: TestHall) -> None:
    lent_to(hall, "li")
    place(hall, "zhang")
    place(hall, "ou")
    brought_back(hall)
    other = second_copy(hall)
    before = hall.db.execute("select * from holds order by hold").fetchall()
    hall.scan("zhang")
    hall.tap("go_on")
    hall.scan(other)
    assert hall.facts == ["BookBorrowed", "HoldFilled", "HoldReadied", "AnswerGiven"]
    assert states(hall) == {1000: "filled", 1002: "ready"}
    hall.tap("undo")
    assert hall.facts == ["BorrowUndone", "HoldRestored", "AnswerWithdrawn", "HoldRestored"]
    assert hall.db.execute("select * from holds order by hold").fetchall() == before


def test_a_hold_on_one_copy_waits_for_that_copy(hall: TestHall) -> None:
    other = second_copy(hall)
    lent_to(hall, "li")
    lent_to(hall, "ou", other)
    place(hall, "zhang", copy=other)
    brought_back(hall)
    assert states(hall) == {1000: "waiting"}
    hall.tap("finish")
    hall.scan(other)
    assert states(hall) == {1000: "ready"}


def test_a_return_that_was_lent_on_cannot_be_undone(hall: TestHall) -> None:
    lent_to(hall, "li")
    place(hall, "zhang")
    returned = brought_back(hall).fresh
    hall.scan("zhang")
    hall.tap("go_on")
    hall.scan("hlm")
    assert states(hall) == {1000: "filled"}
    assert codes(hall.tap("undo", loan=returned)) == ["L-19"] and states(hall) == {1000: "filled"}


def test_copies_of_a_title_hall_by_hall(hall: TestHall) -> None:
    hall.tell(CopyAdded(Copy(copy_number(2, 1), 1, 2, 2, shelf="一架")))
    second_copy(hall)
    lent_to(hall, "li")
    found = shelf.copies_of(hall.db, 1)
    assert [(c.hall, c.hall_kind, c.state, c.count, c.shelf) for c in found] == [
        (1, "palace", "here", 1, "甲架"),
        (1, "palace", "on_loan", 1, ""),
        (2, "reading_room", "here", 1, "一架"),
    ]
    assert [c.next_due_on is not None for c in found] == [False, True, False]


def test_a_book_waiting_for_the_card_comes_after_the_hold(hall: TestHall) -> None:
    lent_to(hall, "li")
    hall.scan("tg")
    hall.tap("place_hold", title=1)
    assert isinstance(hall.scan("zhang"), Reserved)
    assert isinstance(hall.tap("go_on"), Basket) and hall.facts == ["BookBorrowed"]


def test_three_holds_and_no_more(hall: TestHall) -> None:
    for book in ("hlm", "tg", "food", "city"):
        lent_to(hall, "li", book)
    for title in (1, 2, 3):
        assert isinstance(place(hall, "zhang", title), Reserved)
    screen = place(hall, "zhang", 4)
    assert isinstance(screen, Refusal) and codes(screen) == ["H-01"]


def test_a_fact_of_another_device_is_followed_too(hall: TestHall) -> None:
    hall.tell(HoldPlaced(1, 1001, 1))
    lent_to(hall, "zhang")
    assert brought_back(hall).rows[0].hold_waiting


def test_a_long_queue_is_counted_to_its_end(hall: TestHall) -> None:
    lent_to(hall, "li")
    with hall.store.transaction():
        hall.tell(*(HoldPlaced(1, 5000 + n, 1) for n in range(600)))
    assert place(hall, "zhang").position == 601
