"""Screens of staff at work: the desk, and what stands on the hold shelf."""

from datetime import date

from msgspec import Struct

from kiosk.visit.screens.light import Light
from kiosk.visit.screens.look import Book


class Desk(Struct, frozen=True):
    """Staff mode: who works here now, and what the role may do."""

    name: str
    role: str
    may: tuple[str, ...]
    left_s: int
    light: Light = Light()


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
