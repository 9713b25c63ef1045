"""Screens of waiting for a title, and what other screens tell of it."""

from datetime import date

from msgspec import Struct

from kiosk.visit.screens.look import Book


class PickupHall(Struct, frozen=True):
    """Where the book will be fetched."""

    hall: int
    name: str
    kind: str
    here: bool


class Reserved(Struct, frozen=True):
    """A hold was placed; or, without a card, it will be when one is scanned."""

    book: Book
    pickup: PickupHall
    hold: str | None = None  # none: it waits for a card
    position: int = 0  # in the queue, from 1
    copies: int = 0  # that are lent, in all halls
    provisional: bool = False  # another hall keeps the queue, and may know of others before
    kept_days: int = 0  # so long the book is kept once it has come
    halls: tuple[PickupHall, ...] = ()  # where else it could be fetched


class HoldRow(Struct, frozen=True):
    """A hold on the member's own record."""

    hold: str
    book: Book
    state: str  # waiting, ready, suspended
    pickup: PickupHall
    position: int = 0
    provisional: bool = False
    ready_until: date | None = None
    suspended_until: date | None = None  # in line again from that day on
    shelf: str = ""  # a ready book stands on the hold shelf under this end of the member's number


class HoldSlip(Struct, frozen=True):
    """What is put into a book for the hold shelf."""

    name: str  # masked
    number_tail: str
    until: date | None
