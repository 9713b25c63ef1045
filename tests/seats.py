"""Courses under a hub: what a member does at one kiosk of several, by the kiosk's own rules."""

from datetime import date, timedelta
from typing import Any

from cities import City, Kiosk
from halls import TODAY

from kiosk.domain.classes import Course
from kiosk.domain.enrolling import Outcome, enrol, withdraw
from kiosk.domain.enrolments import Enrolment
from kiosk.domain.facts import CourseSet, MemberAdded, SeatOfferTold
from kiosk.domain.members import Member
from kiosk.domain.refusals import Refused
from kiosk.storage import programme as stored, queries
from kiosk.storage.catalogue import Catalogue
from kiosk.storage.tables import from_row
from kiosk.visit.programme import wish_of
from kiosk.visit.sitting import Place

PHOTO = 71
MINUTE = 60
HOUR, DAY = 3600, 86400


def settled(city: City) -> None:
    """Everybody has been heard, has heard what came of it, and can prove it."""
    for _ in range(2):
        city.sync()
        city.pass_by(11 * MINUTE)
    for kiosk in city.kiosks:
        assert kiosk.store.differences() == {}


def place_of(kiosk: Kiosk) -> Place:
    rules = queries.hall_rules(kiosk.db, kiosk.store.device.hall)
    return Place(kiosk.store, rules, {}, Catalogue(None, kiosk.store.device), kiosk.clock.now())


def photo(seats: int, **fields: Any) -> CourseSet:
    opens, closes = TODAY - timedelta(days=20), TODAY + timedelta(days=60)
    return CourseSet(Course(PHOTO, 1, "class", "智能手机摄影", seats, opens, closes, **fields))


def people(kiosk: Kiosk, count: int) -> range:
    """Members with nothing but a number."""
    numbers = range(5000, 5000 + count)
    kiosk.tell(*(MemberAdded(Member(n, f"2{n}", 1, "member", 1, date(2028, 1, 1))) for n in numbers))
    return numbers


def wish(kiosk: Kiosk, member: int, course: int = PHOTO) -> str:
    """What the screen says then; nothing, where it says no."""
    found = stored.course(kiosk.db, course)
    assert found
    return done(kiosk, member, enrol(wish_of(place_of(kiosk), found, member)), course)


def give_back(kiosk: Kiosk, member: int, course: int = PHOTO) -> str:
    found = stored.course(kiosk.db, course)
    assert found
    told = withdraw(wish_of(place_of(kiosk), found, member), stored.queue(kiosk.db, course))
    return done(kiosk, member, told, course)


def done(kiosk: Kiosk, member: int, outcome: Outcome, course: int) -> str:
    if isinstance(outcome, Refused):
        return ""
    kiosk.tell(*outcome)
    return state(kiosk, member, course)


def state(kiosk: Kiosk, member: int, course: int = PHOTO) -> str:
    found = stored.enrolment(kiosk.db, course, member)
    return "" if found is None else "offered" if found.offered else found.state


def tell_offer(kiosk: Kiosk, member: int, hours: int = 48) -> None:
    kiosk.tell(SeatOfferTold(PHOTO, member, kiosk.clock.now().at + timedelta(hours=hours)))


def at_hub(city: City, course: int = PHOTO) -> Course:
    return next(row for row in every(city, Course) if row.course == course)


def seats_of(city: City, course: int = PHOTO) -> dict[int, Enrolment]:
    return {e.member: e for e in every(city, Enrolment) if e.course == course}


def every(city: City, struct: Any) -> list[Any]:
    return [from_row(struct, row[1:]) for row in city.rows(struct)]


def answers(kiosk: Kiosk, member: int) -> list[str]:
    return [answer.about for answer in queries.open_answers(kiosk.db, member)]
