"""Screens: all that the person in front of the kiosk can see, each one a value."""

from datetime import date

from msgspec import Struct

from kiosk.domain.refusals import Reason


class Book(Struct, frozen=True):
    """What a cover, a spine and a line of a list need."""

    title: str
    short: str  # the part before a colon or bracket, for covers and spines
    author: str
    class_letter: str


class Due(Struct, frozen=True):
    on: date
    days: int  # from today; below zero: overdue by so many
    moved_by: tuple[str, ...] = ()  # "closed": the hall is closed that day; "card": the card ends before


class LentRow(Struct, frozen=True):
    """A book borrowed in this visit."""

    loan: str
    book: Book
    due: Due


class ReturnedRow(Struct, frozen=True):
    """A book given back in this visit; whose loan it was is not told."""

    returned: str
    book: Book
    hold_waiting: bool  # another member waits for it: it goes to the hold shelf
    overdue_days: int


class RecordRow(Struct, frozen=True):
    """A loan on the member's own record."""

    loan: str
    book: Book
    due: Due
    renewals_left: int
    renewable: bool
    why_not: tuple[Reason, ...] = ()


class Attract(Struct, frozen=True):
    """Nobody is here; any touch or scan begins a visit."""


class Home(Struct, frozen=True):
    """Somebody touched the screen, but has not scanned a card."""


class Basket(Struct, frozen=True):
    """The books of this visit, newest first; without a card, the books that wait for one."""

    rows: tuple[LentRow, ...] = ()
    waiting: tuple[Book, ...] = ()
    shelf: tuple[Book, ...] = ()  # all books that the member has now, oldest first
    most: int = 0
    left: int = 0
    fresh: str | None = None  # the loan just made or just pointed at
    notices: tuple[Reason, ...] = ()  # what the member had better know before fetching a book


class Returned(Struct, frozen=True):
    """Books given back, newest first."""

    rows: tuple[ReturnedRow, ...]
    fresh: str | None = None


class ReturnOrRenew(Struct, frozen=True):
    """The member scanned a book of their own: give it back, or keep it longer?"""

    loan: str
    book: Book
    due: Due
    renewed_due: Due | None  # none: it cannot be renewed, and `why_not` says so
    why_not: tuple[Reason, ...] = ()
    already_returned: bool = False  # it was scanned before the card, and has been taken back


class Refusal(Struct, frozen=True):
    """Every reason at once; `action` says what cannot be done."""

    action: str  # borrow, renew, card, code, undo
    reasons: tuple[Reason, ...]
    book: Book | None = None


class Record(Struct, frozen=True):
    """What the member has on loan."""

    loans: tuple[RecordRow, ...]
    most: int
    left: int
    fresh: tuple[str, ...] = ()  # the loans just renewed
    notices: tuple[Reason, ...] = ()


class IdleWarning(Struct, frozen=True):
    """The visit ends when the seconds have run out; any touch or scan goes on."""

    left_s: int


class Fault(Struct, frozen=True):
    """Something is broken; what was done before is safe."""

    code: str
    device: str


Screen = Attract | Home | Basket | Returned | ReturnOrRenew | Refusal | Record | IdleWarning | Fault


class Frame(Struct, frozen=True):
    """What stands around every page: where, when, who, and how long the visit still lasts."""

    hall: str
    place: str
    now: str  # HH:MM
    today: date
    lunar: str
    offline: bool
    member: str = ""  # masked
    face: str = ""  # the family name's first character
    tier: str = ""
    remaining: float = 1.0  # share of the idle time left
