"""Journeys of the stock: a book is counted, another is missed; one goes from hand to hand and comes back."""

from halls import BOOKS, copy
from powerloss.cast import Cast, title_of
from powerloss.day import Day

from kiosk.domain.books import Copy
from kiosk.domain.codes import copy_number
from kiosk.domain.facts import (
    CopyAdded,
    CopyDonated,
    CopyLost,
    CopyMended,
    CopyMoved,
    CopyReceived,
    CopySent,
    CopySetAdrift,
    CopyUnlisted,
    StockTakeBegun,
    StockTakeClosed,
)
from kiosk.domain.stocktaking import Walk
from kiosk.storage.stocktake import stocktake
from kiosk.visit.sitting import Place
from kiosk.visit.stocktaking import heard

NEW_TITLES = 1000  # numbers from here on are not on the shelves yet


def counted(day: Day, cast: Cast) -> None:
    """One book is seen at its shelf, another is missed, and a reader finds it."""
    (begun,) = day.tell(StockTakeBegun(1, len(BOOKS)))
    of = stocktake(day.store.db, begun.id)
    assert of, "the step has just written it"
    visit = day.visit
    place = Place(day.store, visit.rules, visit.issuers, visit.catalogue, day.clock.now())
    day.step(lambda: heard(place, Walk(of), copy(cast.book), {})[1].facts)
    day.tell(CopyLost(copy(cast.second), missing=True, stocktake=of.stocktake))
    day.tell(StockTakeClosed(of.stocktake, (("in_place", 1), ("missing", 1))))
    day.scan(cast.second)
    day.tap("finish")


def from_hand_to_hand(day: Day, cast: Cast) -> None:
    """Moved, sent, signed for, mended, given, adrift and back; and a book that was listed by mistake."""
    last, _ = day.store.head()
    book, slip = copy(cast.book), copy_number(1, NEW_TITLES * 2 + (last.seq if last else 0))
    day.tell(CopyMoved(book, "二楼 · 3 架 1 层"), CopyDonated(book), CopyMended(book))
    (sent,) = day.tell(CopySent(book, 1, 2, batch="2026-11"))
    day.scan(cast.book)
    day.tell(CopyReceived(book, 1, sent.id))
    day.tell(CopySetAdrift(book, 1))
    day.scan(cast.book)
    day.tell(CopyAdded(Copy(slip, title_of(cast.book), 1, 1)))
    day.tell(CopyUnlisted(slip))
    day.tap("finish")
