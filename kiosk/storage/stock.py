"""Stock: copies with their titles as labels ask for them, and the places where they stand."""

from datetime import datetime
from typing import Any

from kiosk.domain.books import Copy, Title
from kiosk.domain.building_up import UNNAMED
from kiosk.domain.codes import copy_number
from kiosk.storage.database import Connection
from kiosk.storage.queries import COPY_WIDTH, rows
from kiosk.storage.tables import from_row, select

Stock = tuple[tuple[Copy, Title], ...]
STOCK = f"select {select(Copy, 'c')}, {select(Title, 't')} from copies c join titles t on t.title = c.title"


def stock(db: Connection, tail: str, *values: Any) -> Stock:
    found = db.execute(f"{STOCK} where {tail} order by c.copy", values)
    return tuple((from_row(Copy, row[:COPY_WIDTH]), from_row(Title, row[COPY_WIDTH:])) for row in found)


def numbered(db: Connection, hall: int, first: int, last: int) -> Stock:
    return stock(db, "c.copy between ? and ?", copy_number(hall, first), copy_number(hall, last))


def of_title(db: Connection, title: int) -> Stock:
    return stock(db, "c.title = ?", title)


def added_since(db: Connection, hall: int, at: datetime) -> Stock:
    return stock(db, "c.added_at >= ? and c.home_hall = ?", at.isoformat(), hall)


def places(db: Connection, hall: int) -> tuple[str, ...]:
    found = db.execute("select distinct shelf from copies where home_hall = ? and shelf <> ''", (hall,))
    return tuple(row[0] for row in found)


def title_of_isbn(db: Connection, isbn: str) -> Title | None:
    return next(iter(rows(db, Title, "where isbn = ? order by title limit 1", isbn)), None)


def to_be_completed(db: Connection) -> tuple[Title, ...]:
    """Titles that were listed by their number alone."""
    return rows(db, Title, "where isbn is not null and name = ? || isbn order by title", UNNAMED)
