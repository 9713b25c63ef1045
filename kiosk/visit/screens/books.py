"""Screens of borrowing and returning."""

from datetime import date

from msgspec import Struct

from kiosk.domain.refusals import Reason
from kiosk.visit.screens.holds import HoldRow, HoldSlip
from kiosk.visit.screens.look import Book as Book


class Due(Struct, frozen=True):
    on: date
    days: int  # from today; below zero: overdue by so many
    moved_by: tuple[str, ...] = ()  # "closed": the hall is closed that day; "card": the card ends before


class LentRow(Struct, frozen=True):
    """A book borrowed in this visit."""

    loan: str
    book: Book
    due: Due
    card: str = ""  # whose card it is on (masked), when several cards share the visit


class CardShown(Struct, frozen=True):
    """One of the cards that share a visit: a guardian and the children's."""

    name: str  # masked
    face: str
    active: bool  # the next book goes on this card


class ReturnedRow(Struct, frozen=True):
    """A book given back in this visit; whose loan it was is not told."""

    returned: str
    book: Book
    hold_waiting: bool  # another member waits for it: it goes to the hold shelf
    overdue_days: int
    slip: HoldSlip | None = None  # to put into it
    travels_to: str = ""  # nobody waits here: the hall where somebody does


class RecordRow(Struct, frozen=True):
    """A loan on the member's own record."""

    loan: str
    book: Book
    due: Due
    renewals_left: int
    renewable: bool
    why_not: tuple[Reason, ...] = ()
    confirmed: bool | None = None  # the hub has it as it stands here; none: there is no hub


class Basket(Struct, frozen=True):
    """The books of this visit, newest first; without a card, the books that wait for one."""

    rows: tuple[LentRow, ...] = ()
    waiting: tuple[Book, ...] = ()
    shelf: tuple[Book, ...] = ()  # all books that the member has now, oldest first
    most: int = 0
    left: int = 0
    fresh: str | None = None  # the loan just made or just pointed at
    notices: tuple[Reason, ...] = ()  # what the member had better know before fetching a book
    cards: tuple[CardShown, ...] = ()  # more than one: a family shares the visit
    batch: bool = False  # a work team's book box: many books, one list to sign


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


class Record(Struct, frozen=True):
    """What the member has on loan, and what the member waits for."""

    loans: tuple[RecordRow, ...]
    most: int
    left: int
    fresh: tuple[str, ...] = ()  # the loans just renewed
    notices: tuple[Reason, ...] = ()
    holds: tuple[HoldRow, ...] = ()  # first placed first


class ReceiptLine(Struct, frozen=True):
    """One thing done, and where it stands now."""

    what: str  # borrowed, returned, renewed
    book: Book
    due_on: date | None = None
    now: str = "open"  # open, returned, undone


class Receipt(Struct, frozen=True):
    """What was done in a visit, with a code that tells of it later; no name on it."""

    code: str
    lines: tuple[ReceiptLine, ...]
    confirmed: bool | None = None  # none: this kiosk is alone and has no hub to confirm anything
    later: bool = False  # the code was scanned again
    calendar: str = ""  # the due days as a phone's calendar takes them
