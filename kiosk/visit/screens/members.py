"""Screens of staff who look after members: finding one, one alone, a new one, two that are one person."""

from datetime import date

from msgspec import Struct

from kiosk.domain.joining import JoinDraft
from kiosk.domain.refusals import Reason
from kiosk.visit.screens.books import Due
from kiosk.visit.screens.look import Book


class MemberLine(Struct, frozen=True):
    """Somebody in a list: a masked name, and what tells two of that name apart."""

    member: str
    name: str
    face: str
    number_tail: str
    tier: str
    unit: str
    state: str  # good, lost, expired, stopped
    until: date  # the card's end


class Members(Struct, frozen=True):
    """会员: found by the letters of a name, by characters, by number or phone."""

    typed: str = ""
    leading: str = ""  # letters that may follow
    rows: tuple[MemberLine, ...] = ()
    count: int = 0
    purpose: str = ""  # of whoever is looked for: family, merge; none: to be opened
    whom: MemberLine | None = None  # for whom


class DeskLoan(Struct, frozen=True):
    """A book that is out; its title is there only so that something can be done about it."""

    book: Book
    due: Due


class DeskHold(Struct, frozen=True):
    book: Book
    state: str  # ready, waiting, paused
    until: date | None
    hold: str = ""


class DeskCourse(Struct, frozen=True):
    """A course with a seat, and each of its evenings."""

    title: str
    kind: str
    marks: tuple[str, ...]  # came, missed, coming
    hours: float


class Stop(Struct, frozen=True):
    """What stops new loans; without a day, until somebody lifts it."""

    why: str
    until: date | None = None
    days: int = 0  # still


class Asking(Struct, frozen=True):
    """One change that is being asked about: what it would be, and which reasons there are to choose from."""

    change: str
    whys: tuple[str, ...]
    days: int = 0
    days_offered: tuple[int, ...] = ()
    until: date | None = None  # what would follow
    tier: str = ""
    tiers: tuple[str, ...] = ()
    text: str = ""
    guardian: MemberLine | None = None
    book: Book | None = None  # of the hold that is to be given up
    final: bool = False  # nothing takes it back
    why_not: tuple[Reason, ...] = ()


class LastShown(Struct, frozen=True):
    """Who has looked at the whole name last."""

    name: str  # masked
    on: date
    at: str  # HH:MM


class MemberDesk(Struct, frozen=True):
    """One member, as far as the desk needs to know; of what was read before, nothing."""

    who: MemberLine
    joined_on: date | None
    loans: tuple[DeskLoan, ...]
    most: int
    holds: tuple[DeskHold, ...]
    courses: tuple[DeskCourse, ...]
    hours: float  # of this year
    certificates: int
    stops: tuple[Stop, ...] = ()
    guardian: MemberLine | None = None
    wards: tuple[MemberLine, ...] = ()  # whose guardian this member is
    shown: LastShown | None = None
    revealed: str = ""  # the whole name, for a moment
    asking: Asking | None = None
    told: str = ""  # the change just made
    undo: bool = False  # and it can be taken back
    pin: str = ""  # the new PIN, once
    issues: bool = True  # cards are made here
    known: bool = True  # not forgotten


class MemberNew(Struct, frozen=True):
    """新会员: one sentence, what follows from it, and who is perhaps the same person."""

    draft: JoinDraft
    number: str
    until: date
    loans: int  # so many books at a time
    tiers: tuple[str, ...]
    units: tuple[str, ...]  # where others of the hall work
    alike: tuple[MemberLine, ...] = ()
    reasons: tuple[Reason, ...] = ()
    tried: bool = False  # the reasons are said aloud once somebody wanted to go on
    added: MemberLine | None = None
    pin: str = ""  # the first PIN, once
    issues: bool = True


class MergeSide(Struct, frozen=True):
    """One of two numbers, and what is open under it."""

    who: MemberLine
    joined_on: date | None
    loans: int
    holds: int
    seats: int
    stops: int
    hours: float
    certificates: int


class MemberMerge(Struct, frozen=True):
    """合并: two numbers of one person, and what goes over."""

    old: MergeSide
    kept: MergeSide
    whys: tuple[str, ...]
    why_not: tuple[Reason, ...] = ()
    done: bool = False
    undo: bool = False
    elsewhere: bool = False  # a hub moves what other halls have, too
