"""Screens of finding a title, and of the way to its shelf."""

from datetime import date

from msgspec import Struct

from kiosk.visit.screens.books import Book


class FoundTitle(Struct, frozen=True):
    """A title in a list, and whether it can be had now."""

    title: str  # its number as text: QML counts with fewer digits
    book: Book
    state: str  # here, elsewhere, out, none
    copies: int = 0  # on the shelf here
    hall: str = ""  # where else it stands
    press: str = ""
    year: str = ""
    shelf: str = ""
    cases: tuple[int, ...] = ()  # the bookcases of its room
    case: int = 0  # in which of them it stands; 0: not known


class ClassShelf(Struct, frozen=True):
    """A class of the Chinese Library Classification; its name stands in the words, or is its mark."""

    mark: str
    count: int
    more: bool  # there are more than were counted


class Finder(Struct, frozen=True):
    """Find a title by letters, by characters, by class, or among what is new or most read here."""

    way: str = "letters"  # letters, words, classes, new, liked
    typed: str = ""
    leading: str = ""  # the letters that lead on
    rows: tuple[FoundTitle, ...] = ()
    start: int = 0  # how many were before these
    at: int = 0  # which of all is chosen
    found: int = 0
    more: bool = False  # there are more than were counted
    meant: tuple[str, ...] = ()  # nothing was found: these would find something
    mark: str = ""  # the class that is open
    classes: tuple[ClassShelf, ...] = ()


class CopyPlace(Struct, frozen=True):
    """Copies of a title that stand together, or one that is away."""

    hall: str
    here: bool
    state: str  # shelf, held, out, travelling
    count: int
    shelf: str = ""
    due_on: date | None = None


class TitleDetail(Struct, frozen=True):
    """All about one title: where its copies are, what it is, and what stands beside it."""

    row: FoundTitle
    class_mark: str
    isbn: str = ""
    pages: str = ""
    price: str = ""
    summary: str = ""
    subjects: str = ""
    places: tuple[CopyPlace, ...] = ()
    waiting: int = 0  # members before whoever asks now
    held: str = ""  # this member's own hold of it: waiting, ready, suspended
    alike: tuple[FoundTitle, ...] = ()


class ShelfSlip(Struct, frozen=True):
    """索书条: where the book stands, to be carried in the head or on the phone."""

    row: FoundTitle
    class_mark: str
    room: str
    tier: str
    place: str
