"""Which evening of a demo can show what: a seat, a waiting list, too early to enrol, over."""

from datetime import date

from msgspec import Struct

from kiosk.domain.classes import Course, Session, local
from kiosk.domain.desk import HallRules
from kiosk.domain.leases import free_here
from kiosk.storage import programme, queries
from kiosk.storage.database import Connection

MEMBERS_TOLD = 3  # of those who have a seat, so that a program can check somebody in


class ListedSession(Struct, frozen=True):
    id: str
    course: str
    starts_at: str
    state: str  # open: seats are free; full; upcoming: enrolment has not begun; past
    title: str
    members: list[str]  # numbers of some who have a seat


def listed_sessions(db: Connection, hall: int, today: date) -> list[ListedSession]:
    rules = queries.hall_rules(db, hall)
    return [
        told(db, rules, (course, session), today)
        for course in programme.courses(db)
        for session in programme.sessions_of(db, course.course)
    ]


def told(db: Connection, rules: HallRules, dated: tuple[Course, Session], today: date) -> ListedSession:
    course, session = dated
    starts = local(session.starts_at, rules.hall.utc_offset_min)
    return ListedSession(
        id=str(session.session),
        course=str(course.course),
        starts_at=starts.isoformat(),
        state=state(course, starts.date(), today),
        title=course.title,
        members=programme.seated_numbers(db, course.course, MEMBERS_TOLD),
    )


def state(course: Course, day: date, today: date) -> str:
    if day < today:
        return "past"
    if today < course.opens_on:
        return "upcoming"
    return "open" if free_here(course) and not course.waiting else "full"
