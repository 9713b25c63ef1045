"""Screens of staff at work on the stock: listing the books of a hall without a list, and counting what stands there."""

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


class StockScope(Struct, frozen=True):
    """What can be counted, and how many copies should stand there; without a name, everything."""

    count: int
    room: str = ""
    class_mark: str = ""


class StockChoice(Struct, frozen=True):
    """盘点: what is to be counted."""

    scopes: tuple[StockScope, ...]
    reasons: tuple[Reason, ...] = ()  # why the last choice did not begin


class StockRow(Struct, frozen=True):
    """A copy that somebody has to take in hand."""

    number: str
    title: str
    state: str
    shelf: str  # where it belongs


class StockScan(Struct, frozen=True):
    """What the last scan meant: a shelf, the state of a copy, or `again`."""

    told: str
    number: str = ""
    title: str = ""
    book: Book | None = None
    shelf: str = ""
    home: int = 0
    found: bool = False  # it had been lost or missing


class StockTake(Struct, frozen=True):
    """盘点: how far it is, the last scan, and what needs a hand; then the question that ends it."""

    scope: StockScope
    stage: str = "counting"  # counting, asking, closing, closed
    seen: int = 0
    to_do: int = 0
    unseen: int = 0  # by anybody; once it is closed, they are missing
    walked: str = ""  # the shelf
    last: StockScan | None = None
    rows: tuple[StockRow, ...] = ()
    may_close: bool = False
    reasons: tuple[Reason, ...] = ()
