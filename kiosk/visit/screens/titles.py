"""Screens of staff who look after titles: finding one, and one as a catalogue card with its copies."""

from datetime import date

from msgspec import Struct

from kiosk.domain.refusals import Reason
from kiosk.visit.screens.look import Book


class TitleLine(Struct, frozen=True):
    """A title in a list, and how many of its copies are where."""

    title: str  # its number as text: QML counts with fewer digits
    book: Book
    class_mark: str
    press: str
    year: str
    here: int = 0  # on the shelf, or kept for somebody
    out: int = 0  # lent
    other: int = 0  # lost, damaged, on the way, in other halls


class Titles(Struct, frozen=True):
    """馆藏: found by the letters of a title, by characters, by a number, or by a scan."""

    typed: str = ""
    leading: str = ""  # letters that may follow
    rows: tuple[TitleLine, ...] = ()
    count: int = 0
    more: bool = False  # there are more than were counted
    unknown: str = ""  # what was scanned, and no title has


class CardBlank(Struct, frozen=True):
    """A line of the catalogue card."""

    key: str
    value: str
    ours: bool = False  # corrected here; no import changes it


class CopyLine(Struct, frozen=True):
    """One copy: where it stands and how it is."""

    number: str
    shelf: str
    state: str  # here, held, on_loan, travelling, adrift, elsewhere, reference, lost, missing, damaged, withdrawn
    due_on: date | None = None
    hall: str = ""  # where it is, or on its way to, if that is another


class HallOption(Struct, frozen=True):
    """A hall that copies may be sent to."""

    hall: int
    name: str


class BlankAsked(Struct, frozen=True):
    """A line of the card that is being written anew."""

    key: str
    was: str
    text: str
    code: bool  # letters and digits only
    why_not: tuple[Reason, ...] = ()


class DeedAsked(Struct, frozen=True):
    """One deed with one copy: what is to be chosen or written, and whether it can be taken back."""

    deed: str
    number: str
    whys: tuple[str, ...] = ()
    writes: bool = False
    text: str = ""
    shelves: tuple[str, ...] = ()  # where others of this class stand
    halls: tuple[HallOption, ...] = ()
    final: bool = False
    why_not: tuple[Reason, ...] = ()


class TitleDesk(Struct, frozen=True):
    """One title: its card, its copies, and what can be done with the one in hand."""

    book: Book
    blanks: tuple[CardBlank, ...]
    copies: tuple[CopyLine, ...] = ()
    count: int = 0  # of all its copies
    here: int = 0
    out: int = 0
    waiting: int = 0  # members who wait for it
    chosen: str = ""  # the number of the copy in hand
    deeds: tuple[str, ...] = ()  # with it
    may_change: bool = True
    prints: bool = True  # labels: of the copy in hand, or of all if they follow on each other
    writing: BlankAsked | None = None
    asking: DeedAsked | None = None
    told: str = ""  # what was done last: a blank, a deed, added, undone
    undo: bool = False  # and it can be taken back
    reasons: tuple[Reason, ...] = ()  # why no copy could be added, or nothing be taken back
