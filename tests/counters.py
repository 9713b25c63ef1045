"""The counter for tests: what its page shows, and who has a book by the rows."""

from typing import Any

from halls import BOOKS, TestHall, copy

from kiosk.storage import queries
from kiosk.visit.screens import Counter


def shown(screen: Any) -> Counter:
    assert isinstance(screen, Counter)
    return screen


def whats(screen: Counter) -> list[str]:
    return [row.what for row in screen.pile]


def lent(hall: TestHall, name: str) -> int | None:
    """To whom; by a name of a book, or a number."""
    on_desk = queries.on_desk(hall.db, copy(name) if name in BOOKS else name)
    assert on_desk
    return on_desk.loan.member if on_desk.loan else None
