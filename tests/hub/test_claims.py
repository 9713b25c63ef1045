"""Claims: what the hub does of its own accord for those who wait, and what the kiosks leave to it."""

from pathlib import Path

import pytest
from cities import City, Kiosk
from halls import HALL
from msgspec.structs import replace
from seats import (
    HOUR,
    PHOTO,
    answers,
    at_hub,
    give_back,
    people,
    photo,
    place_of,
    seats_of,
    settled,
    state,
    tell_offer,
    wish,
)

from kiosk.domain.cases import Case
from kiosk.domain.enrolling import extra_chair
from kiosk.domain.facts import HallSet, MemberAdded, SeatLapsed, SeatPromoted, VisitorAdmitted
from kiosk.domain.members import Member
from kiosk.storage import programme as stored
from kiosk.storage.queries import rows
from kiosk.visit.tidying import tidy


@pytest.fixture
def city(tmp_path: Path) -> City:
    return City(tmp_path)


def full(city: City, seats: int, count: int) -> tuple[tuple[Kiosk, Kiosk], list[int]]:
    """All seats are taken, and the others wait."""
    first, second = city.add("first"), city.add("second")
    first.begin()
    who = list(people(first, count))
    first.tell(photo(seats))
    assert [wish(first, m) for m in who] == ["confirmed"] * seats + ["waiting"] * (count - seats)
    settled(city)
    return (first, second), who


def test_an_offer_that_nobody_answers_lapses_at_the_hub_and_goes_on(city: City) -> None:
    (first, second), who = full(city, 2, 4)
    give_back(first, who[0])
    settled(city)
    assert state(second, who[2]) == "offered" and answers(second, who[2]) == ["seat_free"]
    tell_offer(second, who[2], hours=2)
    settled(city)
    city.pass_by(3 * HOUR)
    for kiosk in (first, second):
        assert not [fact for fact in tidy(place_of(kiosk)) if isinstance(fact.p, SeatLapsed | SeatPromoted)]
    settled(city)
    assert state(first, who[2]) == "withdrawn" and state(first, who[3]) == "offered"
    assert "seat_lapsed" in answers(second, who[2]) and answers(second, who[3]) == ["seat_free"]
    assert at_hub(city).confirmed + at_hub(city).offered == 2


def test_an_extra_chair_takes_no_seat_from_anybody(city: City) -> None:
    (first, second), who = full(city, 2, 4)
    course, waiting = stored.course(second.db, PHOTO), stored.enrolment(second.db, PHOTO, who[3])
    assert course and waiting
    second.tell(*extra_chair(course, waiting, "needs_it"))
    settled(city)
    assert (at_hub(city).seats, at_hub(city).confirmed, at_hub(city).offered) == (3, 2, 1)
    assert state(first, who[3]) == "offered" and state(first, who[2]) == "waiting"


def test_an_answer_reaches_a_member_of_another_hall_in_both(city: City) -> None:
    near, far = city.add("near"), city.add("far", hall=2)
    guest = Member(9000, "90000", 2, "member", 1, replace(photo(1).course).closes_on)
    near.begin()
    far.tell(HallSet(replace(HALL, hall=2)), MemberAdded(guest))
    city.sync()
    near.tell(photo(0), VisitorAdmitted(guest))
    assert wish(near, guest.member) == "waiting"
    near.tell(photo(1))
    settled(city)
    assert answers(near, guest.member) == answers(far, guest.member) == ["seat_free"]
    assert seats_of(city)[guest.member].offered


def test_more_confirmed_than_seats_is_a_case_for_staff(city: City) -> None:
    first, second = city.add("first"), city.add("second")
    first.begin()
    who = people(first, 2)
    first.tell(photo(4))
    settled(city)
    second.tell(photo(1))
    assert [wish(first, member) for member in who] == ["confirmed"] * 2
    city.send(second)
    assert not city.rows(Case)
    city.send(first)
    settled(city)
    assert [case.kind for case in rows(first.db, Case)] == ["over_booked"]
    assert (at_hub(city).seats, at_hub(city).confirmed) == (2, 2)
