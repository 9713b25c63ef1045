"""Labelling: which copies, spines and shelves a hall wants labels for, as its rows know them."""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta

from msgspec import Struct

from kiosk.documents.labels import BookLabel, Label, ShelfLabel, SpineLabel
from kiosk.domain.books import Copy, Title
from kiosk.domain.codes import COPY, LABEL_LENGTH, SERIAL_MAX, copy_number, serial_of, shelf_code
from kiosk.domain.halls import Hall
from kiosk.storage import stock
from kiosk.storage.database import Connection
from kiosk.storage.numbers import blocks

AUTHOR_LETTERS_MAX = 4
PLACE_PARTS = " · "  # between the room and the bookcase
TIER = re.compile(r"(.+?)\s+(\S+\s*[层格])")


class Choice(Struct, frozen=True):
    """What is wanted; whatever is not said does not narrow it."""

    first: int = 1
    last: int = SERIAL_MAX
    title: int | None = None
    since: date | None = None


def book_labels(db: Connection, hall: Hall, choice: Choice) -> tuple[Label, ...]:
    found = {c.copy: BookLabel(c.copy, hall.name, t.name, t.class_mark) for c, t in chosen(db, hall, choice)}
    if choice.title is None and choice.since is None:
        waiting = (copy_number(hall.hall, serial) for serial in reserved(db, hall, choice))
        found = {number: BookLabel(number, hall.name) for number in waiting} | found
    return tuple(found[number] for number in sorted(found))


def blank_labels(hall: Hall, first: int, count: int) -> tuple[Label, ...]:
    """For copies that are yet to be listed."""
    return tuple(BookLabel(copy_number(hall.hall, serial), hall.name) for serial in range(first, first + count))


def spine_labels(db: Connection, hall: Hall, choice: Choice) -> tuple[Label, ...]:
    return tuple(
        SpineLabel(title.class_mark, author_mark(title), str(serial_of(copy.copy)))
        for copy, title in chosen(db, hall, choice)
    )


def shelf_labels(db: Connection, hall: Hall) -> tuple[Label, ...]:
    places = sorted(stock.places(db, hall.hall), key=by_number)
    return tuple(ShelfLabel(shelf_code(hall.hall, place), hall.name, *parted(place)) for place in places)


def chosen(db: Connection, hall: Hall, choice: Choice) -> list[tuple[Copy, Title]]:
    if choice.title is not None:
        found = stock.of_title(db, choice.title)
    elif choice.since is not None:
        found = stock.added_since(db, hall.hall, beginning(choice.since, hall))
    else:
        return list(stock.numbered(db, hall.hall, choice.first, choice.last))
    return [(c, t) for c, t in found if ours(c.copy) and choice.first <= serial_of(c.copy) <= choice.last]


def ours(number: str) -> bool:
    """A copy that kept the number of its former library has that library's label."""
    return len(number) == LABEL_LENGTH and number.startswith(COPY)


def beginning(day: date, hall: Hall) -> datetime:
    """Of the day in the hall's own zone."""
    return datetime.combine(day, time(), UTC) - timedelta(minutes=hall.utc_offset_min)


def reserved(db: Connection, hall: Hall, choice: Choice) -> Iterator[int]:
    for block in blocks(db, hall.hall, choice.first, choice.last):
        yield from range(max(block.first, choice.first), min(block.first + block.count - 1, choice.last) + 1)


def author_mark(title: Title) -> str:
    """The first letters of how the author is said: CXQ."""
    return "".join(word[0] for word in title.author_reading.split() if word[0].isalpha())[:AUTHOR_LETTERS_MAX].upper()


def parted(place: str) -> tuple[str, str, str]:
    """Room, bookcase, tier of "二楼 文学区 · I 架 3 列 2 层"; a place said otherwise is all bookcase."""
    room, _, rest = place.rpartition(PLACE_PARTS)
    found = TIER.fullmatch(rest)
    return (room, found[1], found[2]) if found else (room, rest, "")


def by_number(place: str) -> list[tuple[int, str]]:
    """The tenth bookcase comes after the ninth."""
    return [(int(part), "") if part.isdigit() else (0, part) for part in re.split(r"(\d+)", place)]
