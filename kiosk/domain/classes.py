"""Classes: courses and their dated sessions, and when a session may be entered."""

from datetime import UTC, date, datetime, timedelta, timezone
from typing import Annotated, Literal, get_args

from msgspec import Struct

from kiosk.domain.members import LookedUp

CourseKind = Literal["class", "lecture", "show", "exercise", "weekend", "salon", "match"]
KINDS: tuple[CourseKind, ...] = get_args(CourseKind)
SessionState = Literal["planned", "cancelled", "closed"]

TITLE_MAX = 40  # characters that fit on a page and on a roster


class Course(Struct, frozen=True):
    """What members enrol for; the counts follow from its enrolments."""

    course: int
    hall: int
    kind: CourseKind
    title: str
    seats: int
    opens_on: date  # the first day of enrolment
    closes_on: date  # and the last
    teacher: str = ""
    room: str = ""
    term: Annotated[str, LookedUp] = ""
    summary: str = ""
    walk_ins: bool = False  # who is not enrolled may take a free seat at the door
    hour_min: int = 45
    hour_grace_min: int = 5
    session_hours_max: int = 4
    leased: int | None = None  # seats that this kiosk may give away; none: it stands alone and has them all
    leased_until: datetime | None = None  # afterwards it gives none away without asking
    confirmed: int = 0
    offered: int = 0  # seats kept for members of the waiting list who have not answered yet
    waiting: int = 0
    asked: int = 0  # how many have ever asked: the order of the waiting list
    cancelled_why: str | None = None


class Session(Struct, frozen=True):
    """One evening of a course."""

    session: int
    course: Annotated[int, LookedUp]
    starts_at: Annotated[datetime, LookedUp]  # UTC
    ends_at: datetime
    seats: int
    room: str = ""
    teacher: str = ""
    topic: str = ""
    issue: int | None = None  # 期号
    opens_early_min: int = 30
    late_after_min: int = 10
    closes_after_min: int = 45
    standby_release_min: int = 10
    leaves_early_min: int = 15
    state: SessionState = "planned"
    why: str = ""  # it was moved or cancelled
    guests: int = 0
    standbys: int = 0

    def at(self, minutes: int) -> datetime:
        return self.starts_at + timedelta(minutes=minutes)

    @property
    def opens_at(self) -> datetime:
        return self.at(-self.opens_early_min)

    @property
    def closes_at(self) -> datetime:
        """Whatever was set, nobody enters after the end."""
        return min(self.at(self.closes_after_min), self.ends_at)

    @property
    def released_at(self) -> datetime:
        return self.at(self.standby_release_min)

    @property
    def length_min(self) -> int:
        return max(minutes_between(self.starts_at, self.ends_at), 0)

    def is_open(self, now: datetime) -> bool:
        return self.state == "planned" and self.opens_at <= now <= self.closes_at

    def overlaps(self, other: "Session") -> bool:
        return self.starts_at < other.ends_at and other.starts_at < self.ends_at


def minutes_between(earlier: datetime, later: datetime) -> int:
    return int((later - earlier).total_seconds() // 60)


def local(at: datetime, utc_offset_min: int) -> datetime:
    return at.astimezone(timezone(timedelta(minutes=utc_offset_min)))


def to_utc(day: date, minute: int, utc_offset_min: int) -> datetime:
    """A minute of a hall's day."""
    return datetime(day.year, day.month, day.day, tzinfo=UTC) + timedelta(minutes=minute - utc_offset_min)
