"""The door of a session: who may enter, who waits, who leaves; every reason at once."""

from datetime import date, datetime, timedelta

from msgspec import Struct

from kiosk.domain.attendance import Attendance, stay_minutes
from kiosk.domain.classes import Course, Session, local
from kiosk.domain.enrolments import Enrolment, is_confirmed
from kiosk.domain.facts import AttendanceEntered, AttendanceLeft, CheckInRefused, Happening, StandbyJoined
from kiosk.domain.facts.classes import How
from kiosk.domain.moment import Moment
from kiosk.domain.refusals import (
    NOT_ENROLLED,
    SEATS_TAKEN,
    SESSION_CANCELLED,
    SESSION_OVER,
    STANDBY,
    TOO_EARLY,
    TOO_LATE,
    Reason,
    Refused,
)


class Door(Struct, frozen=True):
    """One member before one session; without `now` the kiosk does not know the time."""

    moment: Moment
    now: datetime | None
    utc_offset_min: int
    session: Session
    course: Course
    member: int
    enrolment: Enrolment | None = None
    attendance: Attendance | None = None
    inside: int = 0  # members who have entered
    unseated: int = 0  # of them without a confirmed seat
    ahead: int = 0  # who waited at the door before this member and has not entered

    @property
    def entered_at(self) -> datetime | None:
        """Said where the clock that stamps the fact is not the time that the kiosk goes by."""
        return self.now if self.now != self.moment.at else None


def check_in(door: Door, how: How) -> tuple[Happening, ...] | Refused:
    """The entry, or every reason why not."""
    reasons = session_reasons(door)
    if not is_confirmed(door.enrolment):
        seat = unreserved(door)
        reasons += () if isinstance(seat, str) else seat
        how = seat if isinstance(seat, str) else how
    return Refused(reasons) if reasons else (entry(door, how),)


def entry(door: Door, how: How) -> AttendanceEntered:
    session = door.session
    late = door.now is not None and door.now > session.at(session.late_after_min)
    return AttendanceEntered(session.session, door.member, how, late, door.entered_at)


def session_reasons(door: Door) -> tuple[Reason, ...]:
    """What the session says to everybody; without a clock nobody is early or late."""
    session, now, reasons = door.session, door.now, []
    if session.state == "cancelled":
        reasons.append(SESSION_CANCELLED.because(course=door.course.title))
    if session.state == "closed":
        reasons.append(SESSION_OVER.because(course=door.course.title))
    if now is not None and now < session.opens_at:
        reasons.append(TOO_EARLY.because(on=day(door, session.opens_at), time=clock(door, session.opens_at)))
    if now is not None and now > session.closes_at and session.state == "planned":
        reasons.append(TOO_LATE.because(time=clock(door, session.closes_at)))
    return tuple(reasons)


def unreserved(door: Door) -> How | tuple[Reason, ...]:
    """Without a seat of one's own: a free one where walk-ins are welcome, an unclaimed one after a while."""
    session, course = door.session, door.course
    if course.walk_ins and session.seats - course.confirmed - course.offered - door.unseated - door.ahead > 0:
        return "walk_in"
    released = door.now is not None and door.now >= session.released_at
    left = session.seats - door.inside - door.ahead
    if released and left > 0:
        return "standby"
    why = SEATS_TAKEN.because(seats=session.seats) if course.walk_ins else NOT_ENROLLED.because(course=course.title)
    if released or session.state != "planned":
        return (why,)
    return (why, STANDBY.because(time=clock(door, session.released_at), ahead=door.ahead))


def turned_away(door: Door, refused: Refused) -> tuple[Happening, ...]:
    """A scan that failed is kept with its reasons; who may hope for an unclaimed seat keeps the place at the door."""
    codes = tuple(reason.code for reason in refused.reasons)
    waits = STANDBY.code in codes and (door.attendance is None or not door.attendance.standby)
    is_here = door.now is None or door.session.opens_at <= door.now <= door.session.closes_at
    joined = (StandbyJoined(door.session.session, door.member),) if waits and is_here else ()
    return (*joined, CheckInRefused(door.session.session, door.member, codes))


def check_out(door: Door, how: How = "card") -> AttendanceLeft:
    """Always accepted."""
    assert door.attendance and door.attendance.came_at
    minutes = stay_minutes(door.session, door.attendance, door.moment, door.now)
    return AttendanceLeft(door.session.session, door.member, minutes, how, door.entered_at)


def same_event(row: Attendance, moment: Moment, now: datetime | None, re_entry_min: int) -> bool:
    """A second scan so soon after the first is the same one."""
    if row.came_at and row.boot == moment.boot:
        return moment.mono_ms - row.mono_ms < re_entry_min * 60_000
    last = row.came_at or row.left_at
    return last is not None and now is not None and abs(now - last) < timedelta(minutes=re_entry_min)


def clock(door: Door, at: datetime) -> str:
    return f"{local(at, door.utc_offset_min):%H:%M}"


def day(door: Door, at: datetime) -> date:
    return local(at, door.utc_offset_min).date()
