"""Columns of a table: what each calls itself, what stands in it, and what it is taken for, to be shown and changed."""

from typing import Any

from kiosk.exchange.grids import grid
from kiosk.exchange.headers import TITLE_HEADERS
from kiosk.exchange.looking import Column
from kiosk.exchange.mapping import Mapping, guessed, original_names
from kiosk.exchange.opening import Opened
from kiosk.exchange.texts import plain_text

COLUMNS_SHOWN, SAMPLE_ROWS = 40, 30


def columns_of(file: Opened, wanted: Mapping | None) -> tuple[Mapping, tuple[Column, ...]]:
    """Records have none."""
    if file.kind in ("marc", "marcxml"):
        return Mapping(), ()
    found = grid(file, TITLE_HEADERS, wanted.sheet if wanted else "")
    mapping = wanted or guessed(found.head, TITLE_HEADERS)
    names, fields = original_names(mapping, found.head), {n: field for field, n in mapping.columns.items()}
    rows = found.head[mapping.header_row :][:SAMPLE_ROWS]
    width = min(max(map(len, found.head), default=0), COLUMNS_SHOWN)
    named = [*names, *[""] * (width - len(names))]
    all_columns = (Column(n, named[n - 1], sample(rows, n), fields.get(n, "")) for n in range(1, width + 1))
    return mapping, tuple(column for column in all_columns if column.name or column.sample)


def sample(rows: Any, n: int) -> str:
    return next((text for row in rows if n <= len(row) and (text := plain_text(row[n - 1]))), "")
