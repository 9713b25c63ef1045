"""Where and when a book is fetched: chosen before the card or after, one hold all the same."""

from datetime import timedelta

import pytest
from halls import TODAY, TestHall

from kiosk.domain.facts import HallSet
from kiosk.domain.halls import Hall
from kiosk.visit.screens import Refusal, Reserved

ACROSS = Hall(hall=2, name="江北职工书屋", kind="reading_room", place="", city="临江市")


@pytest.fixture
def lent(hall: TestHall) -> TestHall:
    """The only copy is with somebody else, and there is another hall."""
    hall.tell(HallSet(ACROSS))
    hall.scan("li")
    hall.scan("hlm")
    hall.tap("finish")
    return hall


def test_after_the_hold(lent: TestHall) -> None:
    lent.scan("zhang")
    placed = lent.tap("place_hold", title="1")
    assert isinstance(placed, Reserved) and placed.pickup.here and [h.hall for h in placed.halls] == [2]
    moved = lent.tap("fetch_at", hall=2)
    assert lent.facts == ["HoldCancelled", "HoldPlaced"]
    assert isinstance(moved, Reserved) and moved.pickup.hall == 2 and moved.provisional and moved.position == 1
    assert [row.pickup.hall for row in lent.tap("record").holds] == [2]
    assert lent.tap("undo", hold=moved.hold) and lent.tap("record").holds == ()
    assert lent.store.differences() == {}


def test_before_the_card(lent: TestHall) -> None:
    lent.tap("wake")
    wished = lent.tap("place_hold", title="1")
    assert isinstance(wished, Reserved) and wished.hold is None
    assert lent.tap("fetch_at", hall=2).pickup.hall == 2 and not lent.facts
    placed = lent.scan("zhang")
    assert isinstance(placed, Reserved) and placed.hold and placed.pickup.hall == 2


def test_a_hall_that_is_not_there_changes_nothing(lent: TestHall) -> None:
    lent.scan("zhang")
    placed = lent.tap("place_hold", title="1")
    refused = lent.tap("fetch_at", hall=9)
    assert isinstance(refused, Refusal) and [r.code for r in refused.reasons] == ["H-09"] and not lent.facts
    assert [row.hold for row in lent.tap("record").holds] == [placed.hold]


def test_without_a_hold_there_is_nothing_to_move(lent: TestHall) -> None:
    lent.scan("zhang")
    assert [r.code for r in lent.tap("fetch_at", hall=2).reasons] == ["H-10"]


def test_without_a_day_it_is_put_off_as_long_as_the_hall_says(lent: TestHall) -> None:
    lent.scan("zhang")
    hold = lent.tap("place_hold", title="1").hold
    assert lent.tap("suspend_hold", hold=hold).holds[0].suspended_until == TODAY + timedelta(days=30)
