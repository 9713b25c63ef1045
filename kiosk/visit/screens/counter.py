"""Screens of lending for others: who stands there, what was done with each copy, and what stopped it."""

from datetime import date
from typing import Any

from msgspec import Struct

from kiosk.domain.refusals import Reason
from kiosk.visit.screens.books import RecordRow
from kiosk.visit.screens.look import Book


class Note(Struct, frozen=True):
    """A remark in the words of `pile_note.<key>`."""

    key: str
    values: dict[str, Any] = {}


class PileRow(Struct, frozen=True):
    """One copy of the pile. Without a key nothing was done, so nothing can be undone."""

    what: str  # lent, returned, renewed, found, damaged, here, stopped
    book: Book
    copy: str
    at: str  # HH:MM
    key: str = ""  # of its fact: generation and number
    loan: str = ""
    member: int | None = None  # on whose card
    due_on: date | None = None
    notes: tuple[Note, ...] = ()
    lifted: bool = False  # something stood against it, and was let pass
    reasons: tuple[Reason, ...] = ()  # why it was stopped


class PileCounts(Struct, frozen=True):
    lent: int = 0
    renewed: int = 0
    returned: int = 0
    stopped: int = 0


class AtDesk(Struct, frozen=True):
    """Whoever stands at the desk, as others may see them."""

    name: str  # masked
    face: str
    tier: str
    tail: str  # of the number
    taken: int
    most: int
    ready: int = 0  # books that wait on the hold shelf
    notices: tuple[Reason, ...] = ()


class Stopped(Struct, frozen=True):
    """先停一下: every reason at once; without choices nobody, or nobody here, may let it pass."""

    action: str  # borrow, renew, return, card, code, undo, paper, damage
    reasons: tuple[Reason, ...]
    book: Book | None = None
    copy: str = ""
    shelf: str = ""  # where it belongs
    choices: tuple[str, ...] = ()
    why: str = ""
    said: str = ""
    ask: str = ""  # the role that may, where this one may not


class PaperShown(Struct, frozen=True):
    """The sentence of one line of the sheet: what, on which day, at what time; the member, and the copy comes last."""

    what: str  # lent, returned
    day: date
    time: str  # HH:MM; nothing: not said yet
    name: str = ""  # masked, of whoever borrowed


class Counter(Struct, frozen=True):
    """借还: the person, the pile, newest first, and what was stopped for those before."""

    way: str = "pile"  # pile, loans, paper, damage, slip, day
    person: AtDesk | None = None
    pile: tuple[PileRow, ...] = ()
    counts: PileCounts = PileCounts()
    undone: tuple[PileRow, ...] = ()  # 没办成, of people before
    stopped: Stopped | None = None
    loans: tuple[RecordRow, ...] = ()
    paper: PaperShown | None = None
    code: str = ""  # of the slip
