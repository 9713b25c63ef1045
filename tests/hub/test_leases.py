"""Leases: each device gives away its own seats and no others; what it does not use comes back."""

from datetime import UTC, datetime
from pathlib import Path
from random import Random

import pytest
from cities import City, Kiosk
from seats import DAY, HOUR, MINUTE, PHOTO, answers, at_hub, give_back, people, photo, seats_of, settled, state, wish

from kiosk.devices.clock import MovedClock
from kiosk.domain.leases import free_here
from kiosk.domain.moment import Moment
from kiosk.storage import programme as stored
from kiosk.storage.hub_line import HubLine, write_line

SEATS, WISHES = 100, 400


class Restarted:
    """Another boot: no counter tells how long it was off."""

    def __init__(self, at: datetime) -> None:
        self.at = at

    def now(self) -> Moment:
        return Moment(self.at, "another", 0)


def hall_of(city: City, count: int, members: int) -> tuple[list[Kiosk], list[int]]:
    kiosks = [city.add(f"kiosk{n}") for n in range(count)]
    kiosks[0].begin()
    who = list(people(kiosks[0], members))
    city.sync()
    return kiosks, who


def free(kiosk: Kiosk) -> int:
    course = stored.course(kiosk.db, PHOTO)
    assert course
    return free_here(course)


def offered(city: City) -> dict[int, str]:
    return {m: ("offered" if e.offered else e.state) for m, e in seats_of(city).items()}


@pytest.fixture
def city(tmp_path: Path) -> City:
    return City(tmp_path)


def test_a_new_course_is_its_makers_and_then_shared(city: City) -> None:
    kiosks, who = hall_of(city, 4, 3)
    kiosks[0].tell(photo(40))
    assert wish(kiosks[0], who[0]) == "confirmed"
    city.send(kiosks[0])
    city.hear(kiosks[1])
    assert free(kiosks[1]) == 0 and wish(kiosks[1], who[1]) == "requested"
    for _ in range(3):
        city.sync()
        city.pass_by(11 * MINUTE)
    assert [free(k) for k in kiosks] == [9] * 4  # two that cannot be parted stay with the hub
    assert state(kiosks[1], who[1]) == "confirmed" and answers(kiosks[2], who[1]) == ["seat_confirmed"]


@pytest.mark.parametrize("seed", range(4))
def test_a_hundred_seats_four_hundred_wishes_and_five_kiosks_alone(city: City, seed: int) -> None:
    """Whoever was told yes has a seat; all others wait, in the order in which the hub heard of them."""
    rng = Random(seed)
    kiosks, who = hall_of(city, 5, WISHES)
    kiosks[0].tell(photo(SEATS))
    for _ in range(3):
        city.sync()
        city.pass_by(11 * MINUTE)
    assert [free(k) for k in kiosks] == [20] * 5
    rng.shuffle(who)
    said: dict[int, str] = {}
    heard: list[int] = []
    for member in who:
        kiosk = rng.choice(kiosks)
        said[member] = wish(kiosk, member)
        city.pass_by(rng.randrange(90))
        if rng.random() < 0.03:
            city.sync(rng.choice(kiosks))
            heard += [m for m in seats_of(city) if m not in heard]
    for _ in range(3):
        city.sync()
        city.pass_by(11 * MINUTE)
    seats = seats_of(city)
    assert sum(e.state == "confirmed" for e in seats.values()) == at_hub(city).confirmed == at_hub(city).seats == SEATS
    assert all(seats[m].state == "confirmed" for m, told in said.items() if told == "confirmed")
    waiting = sorted((e for e in seats.values() if e.state == "waiting"), key=lambda e: e.place)
    assert len(waiting) == WISHES - SEATS and len({e.place for e in seats.values()}) == WISHES
    for kiosk in kiosks:
        assert [e.member for e in stored.queue(kiosk.db, PHOTO)] == [e.member for e in waiting]
        assert kiosk.store.differences() == {}


def test_the_queue_is_the_order_of_hearing_and_not_of_any_clock(city: City) -> None:
    (first, second), who = hall_of(city, 2, 6)
    first.tell(photo(0))
    city.sync()
    second.clock.clock.at = datetime(2026, 11, 21, 1, tzinfo=UTC)  # type: ignore[attr-defined]
    for member in who[3:]:
        wish(second, member)
    for member in who[:3]:
        wish(first, member)
    city.send(first)
    city.send(second)
    city.sync()
    assert [e.member for e in stored.queue(second.db, PHOTO)] == who


def test_while_somebody_waits_all_seats_are_asked_back_and_go_to_the_first(city: City) -> None:
    (first, second), who = hall_of(city, 2, 8)
    first.tell(photo(8))
    settled(city)
    assert (free(first), free(second)) == (4, 4)
    assert [wish(second, m) for m in who[:5]] == ["confirmed"] * 4 + ["requested"]
    city.send(second)
    assert offered(city)[who[4]] == "requested"  # the other kiosk may have given its seats away, nobody knows
    assert wish(first, who[5]) == "confirmed"  # and so it has
    city.hear(first)
    assert free(first) == 0
    city.hear(first)
    assert offered(city)[who[4]] == "requested"  # what it did before is still unsent
    city.sync(first)
    assert at_hub(city).confirmed == 6 and offered(city)[who[4]] == "confirmed"
    city.sync()
    assert answers(second, who[4]) == ["seat_confirmed"]
    assert state(second, who[4]) == "confirmed"
    settled(city)
    assert free(first) + free(second) == 2 and at_hub(city).confirmed == 6


def test_a_lease_that_is_over_gives_nothing_and_comes_back(city: City) -> None:
    (first, second), who = hall_of(city, 2, 9)
    first.tell(photo(8))
    settled(city)
    city.pass_by(71 * HOUR)
    assert wish(second, who[0]) == "confirmed"
    city.pass_by(2 * HOUR)
    assert wish(second, who[1]) == "requested"
    city.sync(first)
    assert free(first) == 4
    city.pass_by(12 * HOUR)
    city.sync(first)
    assert free(first) == 8
    assert [wish(first, m) for m in who[2:]] == ["confirmed"] * 7
    city.sync()
    assert (at_hub(city).confirmed, at_hub(city).seats) == (8, 8) and offered(city)[who[1]] == "waiting"


def test_what_was_given_in_time_and_told_too_late_stands_with_a_chair_more(city: City) -> None:
    (first, second), who = hall_of(city, 2, 10)
    first.tell(photo(4))
    settled(city)
    assert wish(second, who[0]) == "confirmed"
    city.pass_by(4 * DAY)
    city.sync(first)
    assert [wish(first, m) for m in who[1:6]] == ["confirmed"] * 4 + ["waiting"]
    city.sync()
    course = at_hub(city)
    assert (course.seats, course.confirmed) == (5, 5)
    assert {m for m, e in seats_of(city).items() if e.state == "confirmed"} == set(who[:5])


def test_a_clock_that_is_not_to_be_believed_gives_nothing_away(city: City) -> None:
    (first, second), who = hall_of(city, 2, 2)
    first.tell(photo(8))
    settled(city)
    second.clock = MovedClock(Restarted(datetime(1999, 1, 1, tzinfo=UTC)))
    assert wish(second, who[0]) == "requested"


def test_a_hub_that_was_never_heard_to_the_end(city: City) -> None:
    """What it knows of the course is still on its way."""
    first, second = city.add("first"), city.add("second")
    first.begin()
    who = people(first, 2)
    first.tell(photo(8))
    city.sync(first)
    second.begin()
    people(second, 2)
    second.tell(photo(8))
    write_line(second.db, HubLine(hub="https://hub"))
    assert wish(second, who[0]) == "requested"


def test_a_seat_given_back_at_two_kiosks_is_one_seat(city: City) -> None:
    (first, second), who = hall_of(city, 2, 6)
    first.tell(photo(2))
    settled(city)
    assert (wish(first, who[0]), wish(second, who[1])) == ("confirmed", "confirmed")
    city.sync()
    assert give_back(first, who[0]) == give_back(second, who[0]) == "withdrawn"
    assert wish(first, who[2]) == wish(second, who[3]) == "requested"
    city.sync()
    assert (at_hub(city).confirmed, at_hub(city).seats) == (2, 2)
    assert offered(city)[who[2]] == "confirmed" and offered(city)[who[3]] == "waiting"
