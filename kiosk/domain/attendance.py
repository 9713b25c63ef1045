"""Attendance: what a fact does to a session and to one member's presence in it; minutes become hours."""

from datetime import date, datetime, timedelta
from typing import Annotated, Literal

from msgspec import Struct
from msgspec.structs import replace

from kiosk.domain.classes import Course, Session, minutes_between
from kiosk.domain.facts import (
    AttendanceCorrected,
    AttendanceEntered,
    AttendanceLeft,
    ExitMissed,
    Fact,
    GuestCounted,
    NoShowLifted,
    NoShowMarked,
    PresenceFact,
    RatingAsked,
    RatingGiven,
    SessionCancelled,
    SessionClosed,
    SessionFact,
    SessionMoved,
    SessionSet,
    StandbyJoined,
)
from kiosk.domain.members import LookedUp
from kiosk.domain.moment import Moment

Result = Literal["", "standby", "present", "late", "left_early", "excused", "absent", "unsettled"]
HERE: tuple[Result, ...] = ("present", "late", "left_early", "unsettled")


class Attendance(Struct, frozen=True):
    """One member at one session, however often the door was passed."""

    attendance: str  # "55 123456": the session and the member
    session: Annotated[int, LookedUp]
    member: Annotated[int, LookedUp]
    result: Result = ""  # unsettled: no exit was scanned, staff decide
    entered_at: datetime | None = None  # of the first stay
    came_at: datetime | None = None  # of this stay; none: not in the room
    left_at: datetime | None = None
    minutes: int = 0  # of all stays that have ended
    how: str = ""
    boot: str = ""  # of the device when it was entered, with its counter: no clock can make a stay shorter
    mono_ms: int = 0
    late: bool = False
    standby: int = 0  # the place in the order of those who wait at the door
    no_show_on: date | None = None
    lifted_why: str | None = None
    faces: int | None = None  # 0: was asked, and has not said
    line: str = ""

    @property
    def inside(self) -> bool:
        return self.came_at is not None

    @property
    def came(self) -> bool:
        return self.result in HERE


class Roll(Struct, frozen=True):
    """A session and one member in it: all that one fact can touch."""

    session: Session
    attendance: Attendance | None = None


def attendance_key(session: int, member: int) -> str:
    return f"{session} {member}"


def session_after(session: Session | None, p: SessionFact) -> Session | None:
    match p:
        case SessionSet(session=planned):
            kept = {"guests": session.guests, "standbys": session.standbys, "state": session.state} if session else {}
            return replace(planned, **kept)
        case SessionMoved() if session:
            return replace(session, starts_at=p.starts_at, ends_at=p.ends_at, room=p.room, why=p.why)
        case SessionCancelled(why=why) if session:
            return replace(session, state="cancelled", why=why)
        case SessionClosed() if session and session.state == "planned":
            return replace(session, state="closed")
        case GuestCounted(count=count) if session:
            return replace(session, guests=session.guests + count)
    return session


def roll_after(roll: Roll, fact: Fact, p: PresenceFact) -> Roll:
    """Total: an exit without an entry counts its minutes, a second entry is the same presence."""
    session = roll.session
    row = roll.attendance or Attendance(attendance_key(p.session, p.member), p.session, p.member)
    match p:
        case AttendanceEntered():
            row = entered(row, fact, p)
        case AttendanceLeft():
            row = left(session, row, fact, p)
        case ExitMissed(minutes=minutes):
            row = replace(row, result="unsettled", came_at=None, minutes=added(session, row.minutes, minutes))
        case AttendanceCorrected(result=result, minutes=minutes):
            lifted = p.why if row.no_show_on and result != "absent" else row.lifted_why
            counted = min(max(minutes, 0), session.length_min)
            row = replace(row, result=result, minutes=counted, came_at=None, lifted_why=lifted)
        case StandbyJoined() if not row.standby:
            session = replace(session, standbys=session.standbys + 1)
            row = replace(row, standby=session.standbys, result=row.result or "standby")
        case NoShowMarked() if not row.came:
            row = replace(row, result="absent", no_show_on=session.starts_at.date())
        case NoShowLifted(why=why):
            row = replace(row, lifted_why=why)
        case RatingAsked():
            row = replace(row, faces=row.faces or 0)
        case RatingGiven(faces=faces, line=line):
            row = replace(row, faces=faces, line=line)
        case _:
            return roll  # a refusal at the door is kept as a fact and changes nothing
    return Roll(session, row)


def entered(row: Attendance, fact: Fact, p: AttendanceEntered) -> Attendance:
    if row.inside:
        return row
    at = p.entered_at or fact.at
    result: Result = "late" if p.late else "present"
    return replace(
        row,
        result=row.result if row.came else result,
        entered_at=row.entered_at or at,
        came_at=at,
        left_at=None,
        how=row.how or p.how,
        boot=fact.boot,
        mono_ms=fact.mono_ms,
        late=row.late or (p.late and not row.came),
    )


def left(session: Session, row: Attendance, fact: Fact, p: AttendanceLeft) -> Attendance:
    at = p.left_at or fact.at
    early = at < session.ends_at - timedelta(minutes=session.leaves_early_min)
    stayed: Result = "late" if row.late else "present"
    minutes = added(session, row.minutes, p.minutes)
    return replace(row, result="left_early" if early else stayed, came_at=None, left_at=at, minutes=minutes)


def added(session: Session, before: int, more: int) -> int:
    """Never below what was there, never more than the session is long."""
    return max(before, min(before + max(more, 0), session.length_min))


def stay_minutes(session: Session, row: Attendance, moment: Moment, now: datetime | None) -> int:
    """The minutes of this stay inside the session's time. The counter of the boot is believed before any clock;
    where neither tells, the rest of the session counts: a broken clock costs nobody an hour."""
    assert row.came_at
    begin = min(max(row.came_at, session.starts_at), session.ends_at)
    if row.boot == moment.boot and moment.mono_ms >= row.mono_ms:
        end = row.came_at + timedelta(milliseconds=moment.mono_ms - row.mono_ms)
    else:
        end = now if now and now >= row.came_at else session.ends_at
    return max(minutes_between(begin, min(end, session.ends_at)), 0)


def half_hours(course: Course, minutes: int) -> int:
    """Half hours of learning for the minutes of one session."""
    if minutes <= 0:
        return 0
    most = course.session_hours_max * 2
    return min((minutes + course.hour_grace_min) * 2 // max(course.hour_min, 1), most)


def hours(course: Course, minutes: tuple[int, ...]) -> float:
    """Of several sessions, each for itself."""
    return sum(half_hours(course, one) for one in minutes) / 2
