"""Screens of courses: the programme, a seat, the door of a session."""

from datetime import date

from msgspec import Struct

from kiosk.domain.refusals import Reason


class When(Struct, frozen=True):
    """An evening in the hall's own time."""

    on: date
    starts: str  # HH:MM
    ends: str


class SessionShown(Struct, frozen=True):
    """One evening as a line of a list or the head of a page."""

    session: str
    course: str
    title: str
    kind: str
    when: When
    room: str
    teacher: str
    topic: str = ""
    issue: int | None = None  # 期号
    state: str = "upcoming"  # upcoming, open, full, past, cancelled
    free: int = 0
    mine: str = ""  # the member's enrolment: confirmed, waiting, requested


class CourseShown(Struct, frozen=True):
    """A course as a page needs it."""

    course: str
    title: str
    kind: str
    teacher: str
    room: str
    summary: str
    seats: int
    free: int  # as this kiosk knows it
    waiting: int  # members on the list
    known: str  # here: this kiosk gives the seats away; leased: only some of them, the centre knows the others
    state: str = ""  # of this member: requested, waiting, offered, confirmed, withdrawn, no_show, cancelled
    ahead: int = 0  # on the list before this member
    confirm_by: When | None = None  # until then the offered seat is kept
    walk_ins: bool = False
    sessions: tuple[SessionShown, ...] = ()  # the next ones
    count: int = 0  # all that are still to come


class Programme(Struct, frozen=True):
    """What is on, by day, by kind, after work."""

    rows: tuple[SessionShown, ...]
    days: tuple[date, ...]  # on which anything is on
    day: date | None = None
    kind: str = ""
    after_work: bool = False


class CourseDetail(Struct, frozen=True):
    """One course, and what this member can do about it; without a card, everybody's page."""

    course: CourseShown
    may: str  # enrol, wait, confirm, withdraw, card: the one step that is open; empty: none
    why_not: tuple[Reason, ...] = ()
    notices: tuple[Reason, ...] = ()
    withdraw_until: When | None = None


class Enrolled(Struct, frozen=True):
    """A seat, or a place on the list; never shown as a seat unless it is one."""

    course: CourseShown
    outcome: str  # confirmed, waiting, requested
    ahead: int = 0
    notices: tuple[Reason, ...] = ()
    withdraw_until: When | None = None
    calendar: str = ""  # what a phone's calendar takes, to be drawn as a code


class CheckedIn(Struct, frozen=True):
    """The entry is recorded."""

    session: SessionShown
    entered: str  # HH:MM; empty: the kiosk does not know the time
    late: bool = False
    how: str = "card"  # card, poster, walk_in, standby
    present: int = 0
    hours: float = 0.0  # of this course so far
    notices: tuple[Reason, ...] = ()


class CheckedOut(Struct, frozen=True):
    """The exit is recorded: minutes of this evening, hours of the course so far."""

    session: SessionShown
    entered: str
    left_at: str
    minutes: int
    hours: float
    hours_total: float
    notices: tuple[Reason, ...] = ()


class ChooseSession(Struct, frozen=True):
    """Several doors are open for this card: which one?"""

    sessions: tuple[SessionShown, ...]
    notices: tuple[Reason, ...] = ()
