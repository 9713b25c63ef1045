"""The screen of late books: whose they are, and how late."""

from datetime import date

from msgspec import Struct

from kiosk.visit.screens.look import Book


class LateBook(Struct, frozen=True):
    book: Book
    due: date
    days: int  # 0: due today


class LatePerson(Struct, frozen=True):
    """Masked, with the end of the number; the latest book first."""

    member: str
    name: str
    face: str
    number_tail: str
    days: int
    books: tuple[LateBook, ...]


class Overdue(Struct, frozen=True):
    """超期: whom to call, and the slips to hand out."""

    today: bool  # what is due today instead
    people: tuple[LatePerson, ...]
    books: int
    due_today: int  # books
    late: int
    may_print: bool
    chosen: LatePerson | None = None
