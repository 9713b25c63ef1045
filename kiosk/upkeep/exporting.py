"""Exporting: the rows of a hall as lists that other systems, and our own import, can read."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import timedelta, timezone
from itertools import groupby
from pathlib import Path

from kiosk.domain.books import Copy, Title
from kiosk.domain.cataloguing import plain
from kiosk.exchange.headers import (
    CONDITIONS,
    DECISIONS,
    ENROLMENT_HEADERS,
    KINDS,
    LOAN_HEADERS,
    MEMBER_HEADERS,
    SEATS,
    TIERS,
    TITLE_HEADERS,
    written,
)
from kiosk.exchange.writing import write_rows
from kiosk.storage import inventory, queries
from kiosk.storage.store import Store
from kiosk.upkeep.telling import to_tell

TITLE_FIELDS = (
    "name",
    "author",
    "press",
    "year",
    "isbn",
    "class_mark",
    "price",
    "pages",
    "subjects",
    "summary",
    "source",
)
MEMBER_FIELDS = ("number", "name", "tier", "expires_on", "unit")
LOAN_FIELDS = ("copy", "member", "borrowed_on", "due_on")
ENROLMENT_FIELDS = ("course", "number", "term", "member", "state")
COPIES_IN_ROW = 400  # a cell of Excel and a record of MARC both end somewhere
Row = tuple[str, ...]


class Alike:
    """Which titles an import could take for another one of the same hall."""

    def __init__(self, store: Store) -> None:
        self.seen: Counter[tuple[str, str]] = Counter()
        for title in inventory.each(store.db, Title, "title"):
            self.seen.update(looks(title))

    def has(self, title: Title) -> bool:
        return any(self.seen[look] > 1 for look in looks(title))


def looks(title: Title) -> Iterator[tuple[str, str]]:
    yield "name", plain(title.name)
    if title.isbn:
        yield "isbn", title.isbn
    if title.source:
        yield "source", title.source


def export(store: Store, what: str, path: Path) -> int:
    """How many rows or records were written."""
    if what == "titles" and path.suffix.lower() == ".mrc":
        from kiosk.exchange.marc_writing import write_marc

        alike = Alike(store)
        return write_marc(path, ((title, copies, alike.has(title)) for title, copies in shelved(store)))
    lists = {"titles": titles, "copies": copies, "members": members, "loans": loans}
    lists |= {"enrolments": enrolments, "to-tell": to_tell}
    head, rows = lists[what](store)
    return write_rows(path, head, rows)


def titles(store: Store) -> tuple[Row, Iterator[Row]]:
    fields = (*TITLE_FIELDS, "number", "copies", "decision")
    alike = Alike(store)

    def rows() -> Iterator[Row]:
        for title, held in shelved(store):
            numbers = "; ".join(copy.copy for copy in held)
            yield (*told(title), numbers, str(len(held)), decision(alike, title))

    return tuple(written(TITLE_HEADERS, field) for field in fields), rows()


def shelved(store: Store) -> Iterator[tuple[Title, Sequence[Copy]]]:
    """Every title with its copies; one with very many comes several times, with some of them each time."""
    held = groupby(inventory.each_copy(store.db), key=lambda pair: pair[1].title)
    key, group = next(held, (None, iter(())))
    for title in inventory.each(store.db, Title, "title"):
        found = [copy for copy, _ in group] if title.title == key else []
        if title.title == key:
            key, group = next(held, (None, iter(())))
        for at in range(0, max(len(found), 1), COPIES_IN_ROW):
            yield title, found[at : at + COPIES_IN_ROW]


def told(title: Title) -> Row:
    return tuple(getattr(title, field) or "" for field in TITLE_FIELDS)


def decision(alike: Alike, title: Title) -> str:
    return written(DECISIONS, "new") if alike.has(title) else ""


def copies(store: Store) -> tuple[Row, Iterator[Row]]:
    """One row for each copy: with these rows alone the hall's books can be made anew."""
    fields = ("number", *TITLE_FIELDS, "shelf", "kind", "condition", "decision")
    alike = Alike(store)

    def rows() -> Iterator[Row]:
        for copy, title in inventory.each_copy(store.db):
            words = (written(KINDS, copy.kind), written(CONDITIONS, copy.condition))
            yield (copy.copy, *told(title), copy.shelf, *words, decision(alike, title))

    return tuple(written(TITLE_HEADERS, field) for field in fields), rows()


def members(store: Store) -> tuple[Row, Iterator[Row]]:
    """A phone number is not among them: here it is kept only as a hash."""

    def rows() -> Iterator[Row]:
        for member, details in inventory.each_member(store.db):
            if details is not None and member.home_hall == store.device.hall:
                ends = member.card_expires_on.isoformat()
                yield (member.number, details.name, written(TIERS, member.tier), ends, details.unit)

    return tuple(written(MEMBER_HEADERS, field) for field in MEMBER_FIELDS), rows()


def loans(store: Store) -> tuple[Row, Iterator[Row]]:
    """Only those that are open: who has read what before is nobody's business."""
    zone = timezone(timedelta(minutes=queries.hall_rules(store.db, store.device.hall).hall.utc_offset_min))

    def rows() -> Iterator[Row]:
        for loan, number, name in inventory.each_open_loan(store.db):
            day = loan.borrowed_at.astimezone(zone).date().isoformat()
            yield (loan.copy, number, day, loan.due_on.isoformat(), name)

    return (*(written(LOAN_HEADERS, field) for field in LOAN_FIELDS), "书名"), rows()


def enrolments(store: Store) -> tuple[Row, Iterator[Row]]:
    """Who has a seat and who waits, in the order of asking; who has left is nobody's business."""

    def rows() -> Iterator[Row]:
        for enrolment, course, number in inventory.each_enrolment(store.db):
            state = written(SEATS, "confirmed" if enrolment.state == "confirmed" else "waiting")
            yield (course.title, str(course.course), course.term, number, state)

    return tuple(written(ENROLMENT_HEADERS, field) for field in ENROLMENT_FIELDS), rows()
