"""Rejects: the row of an entry that was not taken, under names that our own mapper reads again."""

from collections.abc import Sequence
from typing import Any

from kiosk.exchange.entries import TitleEntry
from kiosk.exchange.headers import REASON_COLUMNS, written
from kiosk.exchange.mapping import Mapping

OF_RECORDS = (
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


def cells_of(entry: Any, mapping: Mapping, table: dict[str, str], names: Sequence[str]) -> tuple[list[str], list[Any]]:
    """A table's own columns, those that were understood by the names we know; a record as our fields."""
    if isinstance(entry, TitleEntry) and not mapping.columns:
        title = [getattr(entry.title, field) or "" for field in OF_RECORDS]
        copies = "; ".join(copy.number for copy in entry.copies)
        return [written(table, field) for field in (*OF_RECORDS, "number")], [*title, copies]
    width = max(len(names), len(entry.cells), *mapping.columns.values())
    head = [names[n] if n < len(names) else "" for n in range(width)]
    for field, column in mapping.columns.items():
        head[column - 1] = written(table, field)
    kept = [n for n in range(width) if head[n] not in REASON_COLUMNS]
    return [head[n] for n in kept], [entry.cells[n] if n < len(entry.cells) else "" for n in kept]
