"""Claims: seats are given in the order in which they were asked for, by whoever holds them."""

from collections.abc import Iterable
from datetime import datetime

from msgspec.structs import replace
from sqlalchemy import select

from kiosk.domain.classes import Course
from kiosk.domain.enrolments import Enrolment, is_waiting
from kiosk.domain.facts import (
    AnswerGiven,
    CourseSet,
    Happening,
    SeatCancelled,
    SeatConfirmed,
    SeatLapsed,
    SeatPromoted,
    SeatQueued,
)
from kiosk.hub import leases
from kiosk.hub.cases import over_booked
from kiosk.hub.leases import Lease
from kiosk.hub.tables import table_of
from kiosk.hub.terms import terms
from kiosk.hub.turn import Turn

ASKING = ("requested", "waiting")


def settled(turn: Turn, device: str, now: datetime) -> None:
    """What a segment did to seats is taken from its device's leases; then every wish in it has its answer."""
    touched = [(hall, key) for hall, rows in turn.rows.items() for of, key in rows.touched if of is Course]
    for hall, key in touched:
        counted(turn, hall, device, key, now)
        answered(turn, hall, key, now)


def counted(turn: Turn, hall: int, device: str, key: int, now: datetime) -> None:
    """The database still has the course as it was before this segment."""
    course = turn.rows[hall].get(Course, key)
    assert course, "it was touched"
    table = table_of(Course)
    before = turn.db.execute(
        select(table.c.confirmed + table.c.offered).where(table.c.hall_of == hall, table.c.course == key)
    ).scalar()
    taken = course.confirmed + course.offered - (before or 0)
    lease = leases.of_course(turn.db, hall, key).get(device)
    if before is None:
        # Whoever made a course has all of it; until others are heard of, nobody else knows of it.
        seats, until = max(course.seats - taken, 0), terms(turn, hall, course.kind).until(now)
        leases.put(turn, Lease(hall, key, device, seats, seats, 0, until))
    elif lease and taken > 0:
        leases.put(turn, leases.used(lease, taken))
    if taken > 0 and course.confirmed + course.offered > course.seats:
        overbooked(turn, hall, course, now)


def overbooked(turn: Turn, hall: int, course: Course, now: datetime) -> None:
    """What was shown as confirmed stands: the course has so many chairs more, and staff are told."""
    more = replace(course, seats=course.confirmed + course.offered)
    turn.author(hall, CourseSet(more), now)
    over_booked(turn, hall, course, now)


def answered(turn: Turn, hall: int, key: int, now: datetime) -> None:
    """First come, first served, as far as seats are here; for the others all seats that are out are asked back, and
    as long as one may still come back to somebody, that wish has no answer yet."""
    lent = leases.of_course(turn.db, hall, key)
    for enrolment in queue(turn, hall, key):
        if pool(turn, hall, key, lent) <= 0:
            break
        given(turn, hall, enrolment, now)
    may_come = sum(lease.seats for lease in lent.values()) + pool(turn, hall, key, lent)
    for enrolment in queue(turn, hall, key)[max(may_come, 0) :]:
        if enrolment.state == "requested":
            told = AnswerGiven(enrolment.member, "seat_waiting", course=key)
            author(turn, hall, (SeatQueued(key, enrolment.member), told), now)
    if queue(turn, hall, key):
        for lease in lent.values():
            if lease.kept:
                leases.put(turn, leases.asked_back(lease, 0, turn.numbers[hall]))


def pool(turn: Turn, hall: int, key: int, lent: dict[str, Lease]) -> int:
    course = turn.rows[hall].get(Course, key)
    return leases.in_pool(course, lent.values()) if course and course.cancelled_why is None else 0


def given(turn: Turn, hall: int, enrolment: Enrolment, now: datetime) -> None:
    """Who asked for a seat gets it; who was told to wait may have made other plans, and is asked."""
    course, member = enrolment.course, enrolment.member
    if enrolment.state == "requested":
        told = AnswerGiven(member, "seat_confirmed", course=course)
        return author(turn, hall, (SeatConfirmed(course, member), told), now)
    return author(turn, hall, (SeatPromoted(course, member), AnswerGiven(member, "seat_free", course=course)), now)


def lapsed(turn: Turn, hall: int, key: int, now: datetime) -> None:
    """Told, and not answered in time."""
    for enrolment in enrolments(turn, hall, key, ("waiting",)):
        if enrolment.offered and enrolment.confirm_by is not None and enrolment.confirm_by < now:
            told = AnswerGiven(enrolment.member, "seat_lapsed", course=key)
            author(turn, hall, (SeatLapsed(key, enrolment.member), told), now)


def voided(turn: Turn, hall: int, course: Course, now: datetime) -> None:
    """Seats that were given or asked for where nobody knew yet that the hall had cancelled the course."""
    for enrolment in enrolments(turn, hall, course.course, (*ASKING, "confirmed")):
        told = AnswerGiven(enrolment.member, "course_cancelled", course=course.course)
        gone = SeatCancelled(course.course, enrolment.member, course.cancelled_why or "")
        author(turn, hall, (gone, told), now)


def queue(turn: Turn, hall: int, key: int) -> list[Enrolment]:
    """Who has asked and has nothing yet, in the order of asking."""
    return [e for e in enrolments(turn, hall, key, ASKING) if e.state == "requested" or is_waiting(e)]


def enrolments(turn: Turn, hall: int, key: int, states: tuple[str, ...]) -> list[Enrolment]:
    rows, table = turn.rows[hall], table_of(Enrolment)
    rows.take(Enrolment, (table.c.course == key) & table.c.state.in_(states))
    found = [row for row in rows.known.values() if isinstance(row, Enrolment)]
    return sorted((e for e in found if e.course == key and e.state in states), key=lambda e: e.place)


def author(turn: Turn, hall: int, happenings: Iterable[Happening], now: datetime) -> None:
    for p in happenings:
        turn.author(hall, p, now)
