"""Screens of staff at work: the frame, the desk with what waits today, doors, and what stands on the hold shelf."""

from datetime import date

from msgspec import Struct

from kiosk.visit.screens.light import Light
from kiosk.visit.screens.look import Book


class Said(Struct, frozen=True):
    """What was scanned last on duty, in one sentence."""

    at: str  # HH:MM
    key: str  # of the words: said.lent, said.returned, ...
    facts: dict[str, str] = {}
    tone: str = "done"  # done, not
    undo: bool = False


class Duty(Struct, frozen=True):
    """Who of the house is here, for how long without a touch, and where the work lies."""

    name: str  # masked
    face: str
    role: str
    left_s: int
    whole_s: int
    tabs: tuple[str, ...]
    said: Said | None = None
    practice: bool = False  # make-believe members and books


class Job(Struct, frozen=True):
    """A plate of the day: what waits, how much of it, and in which words."""

    key: str  # to_tell, cases, ready, overdue, due, chores
    many: int
    facts: dict[str, str] = {}
    done: bool = False


class Lesson(Struct, frozen=True):
    """A session on the line of the day, its hours as parts of it."""

    session: str
    title: str
    starts: str  # HH:MM
    begins: float  # in hours
    ends: float
    room: str
    state: str  # upcoming, open, full, past, cancelled
    free: int
    taken: int
    seats: int


class Desk(Struct, frozen=True):
    """Staff mode: what waits today, today's sessions, and what this machine has done."""

    name: str
    role: str
    may: tuple[str, ...]
    left_s: int
    light: Light = Light()
    jobs: tuple[Job, ...] = ()
    lessons: tuple[Lesson, ...] = ()
    done: dict[str, int] = {}


class Doors(Struct, frozen=True):
    """The works that lie behind one tab."""

    behind: str  # the tab
    doors: tuple[str, ...]


class KeptBook(Struct, frozen=True):
    """A book on the hold shelf, under the masked name and the end of the number."""

    hold: str
    book: Book
    name: str
    number_tail: str
    until: date | None
    shelf: str = ""  # where it belongs when nobody waits


class HoldShelf(Struct, frozen=True):
    """预约书架: what is kept for whom, and what nobody fetched and goes back."""

    rows: tuple[KeptBook, ...]
    over: bool = False  # those that nobody fetched
    kept: int = 0
    to_put_back: int = 0  # to go back to their shelves
