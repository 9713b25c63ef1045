"""Screens of staff at work on the stock: listing the books of a hall that has no list."""

from typing import Any

from msgspec import Struct

from kiosk.domain.refusals import Reason
from kiosk.visit.screens.look import Book


class ListedCopy(Struct, frozen=True):
    """A copy that was listed a moment ago, under its label."""

    number: str
    title: str


class BuildUp(Struct, frozen=True):
    """建库: the title in hand, what the last scan meant, and what was listed last, newest first."""

    book: Book | None = None  # none: an ISBN comes first
    isbn: str = ""
    unnamed: bool = False  # only its ISBN is known: the name is to be added
    shelf: str = ""  # where all that follow stand
    count: int = 0
    rows: tuple[ListedCopy, ...] = ()
    told: str = ""  # of the last scan, in the words of `build_up`
    values: dict[str, Any] = {}
    reasons: tuple[Reason, ...] = ()  # why it did nothing
