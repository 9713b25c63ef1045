"""Closing: what the end of a session says of those who never scanned out, and of those who never came."""

from datetime import date, datetime, timedelta

from msgspec import Struct

from kiosk.domain.attendance import Attendance
from kiosk.domain.classes import Course, Session, minutes_between
from kiosk.domain.enrolments import Enrolment, is_confirmed
from kiosk.domain.facts import EnrolmentPaused, ExitMissed, Happening, NoShowMarked, SeatMissed, SessionClosed
from kiosk.domain.policy import Policy


class Ending(Struct, frozen=True):
    """A session that is over, with all that hangs on it."""

    session: Session
    course: Course
    day: date  # of the session, in the hall
    enrolments: tuple[Enrolment, ...]
    attendance: tuple[Attendance, ...]
    is_last: bool = False  # the course ends with it
    came_before: frozenset[int] = frozenset()  # members who came to any earlier session


def is_over(session: Session, now: datetime, policy: Policy) -> bool:
    return session.state == "planned" and now >= session.ends_at + timedelta(minutes=policy.session_close_min)


def close(ending: Ending) -> tuple[Happening, ...]:
    """A missing exit costs nothing and waits for staff; a seat that nobody used is marked."""
    session = ending.session
    here = {row.member: row for row in ending.attendance}
    open_stays = [ExitMissed(session.session, row.member, rest(session, row)) for row in here.values() if row.inside]
    absent = [e.member for e in ending.enrolments if is_confirmed(e) and is_absent(here.get(e.member))]
    marks = [NoShowMarked(session.session, member) for member in absent]
    never = [m for m in absent if ending.is_last and m not in ending.came_before]
    return (*open_stays, *marks, *(SeatMissed(ending.course.course, m) for m in never), SessionClosed(session.session))


def is_absent(row: Attendance | None) -> bool:
    return row is None or (not row.came and row.result not in ("excused", "absent"))


def rest(session: Session, row: Attendance) -> int:
    """From the entry to the end: until staff say otherwise, whoever came stayed."""
    begin = max(row.came_at or session.starts_at, session.starts_at)
    return max(minutes_between(begin, session.ends_at), 0)


def paused(member: int, marks: tuple[date, ...], policy: Policy, day: date) -> tuple[EnrolmentPaused, ...]:
    """`marks`: days of seats not used, those counted for an earlier pause left out."""
    since = day - timedelta(days=policy.no_show_days)
    count = sum(since < mark <= day for mark in marks)
    if not policy.no_shows_max or count < policy.no_shows_max:
        return ()
    return (EnrolmentPaused(member, day + timedelta(days=policy.no_show_pause_days), count),)
