"""Facts of courses, their seats, their sessions and who was there."""

from datetime import date, datetime
from typing import Literal

from msgspec import Struct

from kiosk.domain.classes import Course, Session

How = Literal["card", "poster", "walk_in", "standby", "paper", "staff"]
Settled = Literal["present", "late", "left_early", "excused", "absent"]


class CourseSet(Struct, frozen=True, tag=True, omit_defaults=True):
    """A course was added, or is described anew."""

    course: Course


class CourseCancelled(Struct, frozen=True, tag=True, omit_defaults=True):
    course: int
    why: str


class SeatsLeased(Struct, frozen=True, tag=True, omit_defaults=True):
    """So many seats this kiosk may give away without asking."""

    course: int
    seats: int


class SeatRequested(Struct, frozen=True, tag=True, omit_defaults=True):
    """A wish: on the waiting list of a full course, or to be answered when the centre is heard."""

    course: int
    member: int
    waiting: bool = False


class SeatQueued(Struct, frozen=True, tag=True, omit_defaults=True):
    """The centre had no seat for a wish: it stands on the waiting list, in the order of asking."""

    course: int
    member: int


class SeatConfirmed(Struct, frozen=True, tag=True, omit_defaults=True):
    course: int
    member: int


class SeatPromoted(Struct, frozen=True, tag=True, omit_defaults=True):
    """A seat became free and is kept for the first of the waiting list; out of turn, staff say why."""

    course: int
    member: int
    why: str = ""


class SeatOfferTold(Struct, frozen=True, tag=True, omit_defaults=True):
    """From now on the member has time to answer."""

    course: int
    member: int
    confirm_by: datetime


class SeatLapsed(Struct, frozen=True, tag=True, omit_defaults=True):
    course: int
    member: int


class SeatWithdrawn(Struct, frozen=True, tag=True, omit_defaults=True):
    course: int
    member: int
    why: str = ""


class SeatMissed(Struct, frozen=True, tag=True, omit_defaults=True):
    """The course is over, and the member came to none of it."""

    course: int
    member: int


class SeatCancelled(Struct, frozen=True, tag=True, omit_defaults=True):
    """The hall cancelled the course."""

    course: int
    member: int
    why: str


class SessionSet(Struct, frozen=True, tag=True, omit_defaults=True):
    session: Session


class SessionMoved(Struct, frozen=True, tag=True, omit_defaults=True):
    session: int
    starts_at: datetime
    ends_at: datetime
    room: str
    why: str


class SessionCancelled(Struct, frozen=True, tag=True, omit_defaults=True):
    session: int
    why: str


class SessionClosed(Struct, frozen=True, tag=True, omit_defaults=True):
    """Nobody scans in or out any more; what is open is settled by staff."""

    session: int


class GuestCounted(Struct, frozen=True, tag=True, omit_defaults=True):
    """Somebody without a card was there."""

    session: int
    count: int = 1


class AttendanceEntered(Struct, frozen=True, tag=True, omit_defaults=True):
    """`entered_at` is said where the fact's own time is not the time of entering."""

    session: int
    member: int
    how: How = "card"
    late: bool = False
    entered_at: datetime | None = None


class AttendanceLeft(Struct, frozen=True, tag=True, omit_defaults=True):
    """`minutes` of this stay; what was shown stands."""

    session: int
    member: int
    minutes: int
    how: How = "card"
    left_at: datetime | None = None


class ExitMissed(Struct, frozen=True, tag=True, omit_defaults=True):
    """The session closed and no exit was scanned; staff settle it, until then all of it counts."""

    session: int
    member: int
    minutes: int


class AttendanceCorrected(Struct, frozen=True, tag=True, omit_defaults=True):
    session: int
    member: int
    result: Settled
    minutes: int
    why: str


class StandbyJoined(Struct, frozen=True, tag=True, omit_defaults=True):
    """Present without a seat: in this order the unclaimed seats are given away."""

    session: int
    member: int


class CheckInRefused(Struct, frozen=True, tag=True, omit_defaults=True):
    session: int
    member: int
    reasons: tuple[str, ...]


class NoShowMarked(Struct, frozen=True, tag=True, omit_defaults=True):
    session: int
    member: int


class NoShowLifted(Struct, frozen=True, tag=True, omit_defaults=True):
    session: int
    member: int
    why: str


class RatingAsked(Struct, frozen=True, tag=True, omit_defaults=True):
    """The member was shown the faces; no answer is one too, and nobody asks again."""

    session: int
    member: int


class RatingGiven(Struct, frozen=True, tag=True, omit_defaults=True):
    """One of five faces, and a line if the member likes."""

    session: int
    member: int
    faces: int
    line: str = ""


class EnrolmentPaused(Struct, frozen=True, tag=True, omit_defaults=True):
    """Reserved and did not come, too often: no new enrolments until a day."""

    member: int
    until: date
    count: int


class EnrolmentPauseLifted(Struct, frozen=True, tag=True, omit_defaults=True):
    member: int
    pause: str
    why: str


SeatFact = (
    SeatRequested
    | SeatQueued
    | SeatConfirmed
    | SeatPromoted
    | SeatOfferTold
    | SeatLapsed
    | SeatWithdrawn
    | SeatMissed
    | SeatCancelled
)
CourseFact = CourseSet | CourseCancelled | SeatsLeased | SeatFact
PresenceFact = (
    AttendanceEntered
    | AttendanceLeft
    | ExitMissed
    | AttendanceCorrected
    | StandbyJoined
    | CheckInRefused
    | NoShowMarked
    | NoShowLifted
    | RatingAsked
    | RatingGiven
)
SessionFact = SessionSet | SessionMoved | SessionCancelled | SessionClosed | GuestCounted | PresenceFact
PauseFact = EnrolmentPaused | EnrolmentPauseLifted
