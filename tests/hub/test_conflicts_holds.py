"""Rows 7 to 9 of the conflict table: copies that are kept at several kiosks, and members who wait at several."""

from datetime import date
from pathlib import Path

import pytest
from cities import City, Kiosk
from halls import copy, number_of
from seats import answers, every, settled

from kiosk.domain.books import Copy
from kiosk.domain.facts import (
    AnswerGiven,
    CopyAdded,
    HoldCancelled,
    HoldPlaced,
    HoldReadied,
    HoldRequeued,
)
from kiosk.domain.holds import Hold, in_order
from kiosk.storage import holds

UNTIL = date(2026, 11, 24)
ZHANG, LI, OU = (number_of(name) for name in ("zhang", "li", "ou"))


@pytest.fixture
def city(tmp_path: Path) -> City:
    return City(tmp_path)


@pytest.fixture
def pair(city: City) -> tuple[Kiosk, Kiosk]:
    first, second = city.add("first"), city.add("second")
    first.begin()
    settled(city)
    return first, second


def holds_of(city: City) -> dict[str, Hold]:
    return {hold.hold: hold for hold in every(city, Hold)}


def place(kiosk: Kiosk, member: int, title: int = 1) -> str:
    return kiosk.tell(HoldPlaced(title, member, 1))[0]


def ready(kiosk: Kiosk, hold: str, number: str, member: int) -> None:
    kiosk.tell(HoldReadied(hold, 1, number, UNTIL), AnswerGiven(member, "hold_ready", 1, UNTIL))


def test_row_07_a_copy_kept_for_one_is_lent_to_another(city: City, pair: tuple[Kiosk, Kiosk]) -> None:
    """The loan stands; the hold waits at its old place, and who was not told yet is told nothing wrong."""
    first, second = pair
    hold, later = place(first, ZHANG), place(first, OU)
    city.sync()
    ready(first, hold, copy("hlm"), ZHANG)
    loan = second.lend(copy("hlm"), "li")
    settled(city)
    found = holds_of(city)
    assert (found[hold].state, found[hold].copy) == ("waiting", None)
    assert [h.hold for h in in_order(tuple(found.values()))] == [hold, later]
    assert next(c for c in every(city, Copy) if c.copy == copy("hlm")).last_loan == loan
    assert answers(first, ZHANG) == []


def test_row_07_who_was_told_already_is_told_again(city: City, pair: tuple[Kiosk, Kiosk]) -> None:
    first, second = pair
    hold = place(first, ZHANG)
    city.sync()
    first.tell(HoldReadied(hold, 1, copy("hlm"), UNTIL))
    second.lend(copy("hlm"), "li")
    settled(city)
    assert answers(second, ZHANG) == ["hold_requeued"]


def test_row_07_a_loan_that_was_over_before_takes_nothing_away(city: City, pair: tuple[Kiosk, Kiosk]) -> None:
    """It is only heard of late."""
    first, second = pair
    hold = place(first, ZHANG)
    city.sync()
    second.lend(copy("hlm"), "li")
    city.pass_by(60)
    first.take_back(copy("hlm"))
    ready(first, hold, copy("hlm"), ZHANG)
    city.send(first)
    city.send(second)
    settled(city)
    assert holds_of(city)[hold].state == "ready"


def test_row_07_a_late_word_of_the_old_copy_leaves_the_new_one(city: City, pair: tuple[Kiosk, Kiosk]) -> None:
    first, second = pair
    other = "2000100000072"
    hold = place(first, ZHANG)
    first.tell(CopyAdded(Copy(other, 1, 1, 1)))
    ready(first, hold, copy("hlm"), ZHANG)
    city.sync()
    second.tell(HoldRequeued(hold, 1, copy("hlm")))
    second.tell(HoldReadied(hold, 1, other, UNTIL))
    first.tell(HoldRequeued(hold, 1, copy("hlm")))
    city.send(second)
    city.send(first)
    settled(city)
    assert (holds_of(city)[hold].state, holds_of(city)[hold].copy) == ("ready", other)


def test_row_08_holds_of_several_kiosks_queue_as_they_are_heard(city: City, pair: tuple[Kiosk, Kiosk]) -> None:
    first, second = pair
    mine = place(first, ZHANG)
    city.pass_by(60)
    theirs = place(second, LI)
    city.send(second)
    city.pass_by(60)
    city.send(first)
    settled(city)
    for kiosk in pair:
        assert [h.hold for h in holds.queue(kiosk.db, 1)] == [theirs, mine]


def test_row_08_one_member_at_two_kiosks_waits_once(city: City, pair: tuple[Kiosk, Kiosk]) -> None:
    first, second = pair
    early = place(first, ZHANG)
    city.send(first)
    city.pass_by(60)
    late = place(second, ZHANG)
    settled(city)
    assert {k: h.state for k, h in holds_of(city).items()} == {early: "waiting", late: "cancelled"}
    assert [h.hold for h in holds.queue(second.db, 1)] == [early]


def test_row_09_one_copy_kept_for_two_goes_to_the_first_in_line(city: City, pair: tuple[Kiosk, Kiosk]) -> None:
    first, second = pair
    early = place(first, ZHANG)
    city.send(first)
    city.pass_by(60)
    late = place(second, LI)
    city.sync()
    ready(second, late, copy("hlm"), LI)
    ready(first, early, copy("hlm"), ZHANG)
    city.send(second)
    city.send(first)
    settled(city)
    assert {k: h.state for k, h in holds_of(city).items()} == {early: "ready", late: "waiting"}
    assert answers(first, LI) == [] and answers(first, ZHANG) == ["hold_ready"]


def test_row_09_one_hold_readied_at_two_kiosks_keeps_the_first_copy(city: City, pair: tuple[Kiosk, Kiosk]) -> None:
    """And whoever gave up before that is not called to the shelf."""
    first, second = pair
    hold, given_up = place(first, ZHANG), place(first, OU)
    city.sync()
    ready(first, hold, copy("hlm"), ZHANG)
    first.tell(HoldCancelled(given_up, 1))
    ready(second, hold, copy("tg"), ZHANG)
    ready(second, given_up, copy("san"), OU)
    city.send(first)
    city.send(second)
    settled(city)
    found = holds_of(city)
    assert (found[hold].copy, found[given_up].state) == (copy("hlm"), "cancelled")
    assert answers(first, ZHANG) == ["hold_ready"], "the same thing is told once"
