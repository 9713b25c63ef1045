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


class DayLine(Struct, frozen=True):
    """Today along one line: what is on now and what comes next."""

    sessions: tuple[SessionShown, ...] = ()
    now_at: float = 0.0  # how far along the line now is, 0 to 1; each session begins its own part of it


class Programme(Struct, frozen=True):
    """What is on, by day, by kind, after work."""

    rows: tuple[SessionShown, ...]
    days: tuple[date, ...]  # on which anything is on
    day: date | None = None
    kind: str = ""
    after_work: bool = False
    week: tuple[date, ...] = ()  # seven days to choose from, the chosen one among them
    other_week: date | None = None  # the first day of the week before or after them
    kinds: tuple[str, ...] = ()  # of which anything is on
    next_day: date | None = None  # where the chosen day has nothing: the next that has
    day_line: DayLine = DayLine()


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


class Progress(Struct, frozen=True):
    """A course from its first session to its last, as one member went through it."""

    marks: tuple[str, ...]  # of each session: came, missed, coming
    number: int  # which of them this one is, from 1
    been: int  # how many of them the member came to


class CheckedIn(Struct, frozen=True):
    """The entry is recorded."""

    session: SessionShown
    entered: str  # HH:MM; empty: the kiosk does not know the time
    late: bool = False
    how: str = "card"  # card, poster, walk_in, standby
    early_min: int = 0  # before the start
    present: int = 0
    hours: float = 0.0  # of this course so far
    progress: Progress = Progress((), 0, 0)
    notices: tuple[Reason, ...] = ()


class CheckedOut(Struct, frozen=True):
    """The exit is recorded: minutes of this evening, hours of the course so far."""

    session: SessionShown
    entered: str
    left_at: str
    minutes: int
    hours: float
    hours_total: float
    progress: Progress = Progress((), 0, 0)
    notices: tuple[Reason, ...] = ()


class Rating(Struct, frozen=True):
    """How was it? Five faces and nothing more."""

    session: SessionShown


class ChooseSession(Struct, frozen=True):
    """Several doors are open for this card: which one?"""

    sessions: tuple[SessionShown, ...]
    notices: tuple[Reason, ...] = ()
