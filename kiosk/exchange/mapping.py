"""Mapping: which column of a table is which field of ours; guessed, shown, changed and given back as a value."""

import re
import tomllib
from collections.abc import Sequence
from itertools import chain
from pathlib import Path
from typing import Any

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from kiosk.exchange import combined
from kiosk.exchange.cells import isbns, mark_of
from kiosk.exchange.headers import meanings, plain_header
from kiosk.exchange.problems import MAP_UNREAD, FileUnread
from kiosk.exchange.texts import plain_text

HEADER_SEARCH_ROWS, SAMPLE_ROWS, COLUMNS_MAX = 30, 200, 500
MOST = 0.6  # of a column's cells, to take it for something without a header
PRESS_WORD = re.compile(r"出版社|书局|书店|印书馆|Press", re.IGNORECASE)
AUTHOR_WORD = re.compile(r"[著编译撰绘]$|^[\[［(（].{1,4}[\]］)）]")
Rows = Sequence[Sequence[Any]]


class Mapping(Struct, frozen=True):
    """Rows and columns count from 1; a header row of 0: the table begins with its first book."""

    columns: dict[str, int] = {}
    header_row: int = 0
    sheet: str = ""

    def cell(self, cells: Sequence[Any], field: str) -> Any:
        column = self.columns.get(field, 0)
        return cells[column - 1] if 0 < column <= len(cells) else ""


def read_map(path: Path, table: dict[str, str]) -> Mapping:
    """What a person has written; a column that does not exist is a mistake."""
    try:
        found = msgspec.convert(tomllib.loads(path.read_text("utf-8")), Mapping)
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, msgspec.ValidationError) as wrong:
        raise FileUnread(MAP_UNREAD.at(0, what=str(wrong))) from None
    wrong_columns = [f"{field} = {n}" for field, n in found.columns.items() if field not in table or n < 1]
    if wrong_columns:
        raise FileUnread(MAP_UNREAD.at(0, what=", ".join(wrong_columns)))
    return found


def map_text(mapping: Mapping, rows: Rows) -> str:
    """As a file that `read_map` reads, with each column's own name beside it."""
    names = rows[mapping.header_row - 1] if mapping.header_row else ()
    lines = [
        f"header_row = {mapping.header_row}",
        f"sheet = {msgspec.json.encode(mapping.sheet).decode()}",
        "[columns]",
    ]
    for field, column in mapping.columns.items():
        name = plain_text(names[column - 1]) if column <= len(names) else ""
        lines.append(f"{field} = {column}" + (f"  # {name}" if name else ""))
    return "\n".join(lines)


def guessed(rows: Rows, table: dict[str, str]) -> Mapping:
    """By the names of the columns; by what stands in them where they have none."""
    known = meanings(table)
    found = [named_columns(row, known) for row in rows[:HEADER_SEARCH_ROWS]]
    best = max(range(len(found)), key=lambda n: (len(found[n]), -n), default=None)
    if best is not None and is_header(found[best], rows[best]):
        mapping = Mapping(found[best], best + 1)
    else:
        mapping = Mapping(by_values(rows[:SAMPLE_ROWS])) if "isbn" in table else Mapping()
    return with_combined(mapping, rows) if "combined" in table else mapping


def is_header(columns: dict[str, int], row: Sequence[Any]) -> bool:
    """One name alone is a header only if it is all there is."""
    return len(columns) >= 2 or (len(columns) == 1 and sum(1 for cell in row if plain_text(cell)) == 1)


def named_columns(row: Sequence[Any], known: dict[str, str]) -> dict[str, int]:
    found: dict[str, int] = {}
    for n, cell in enumerate(row[:COLUMNS_MAX], 1):
        if isinstance(cell, str) and (field := known.get(plain_header(cell))):
            found.setdefault(field, n)
    return found


def columns_of(rows: Rows) -> dict[int, list[str]]:
    """What stands in each column that is not empty."""
    width = min(max(map(len, rows), default=0), COLUMNS_MAX)
    texts = {n + 1: [plain_text(row[n]) for row in rows if n < len(row)] for n in range(width)}
    return {n: filled for n, column in texts.items() if (filled := [text for text in column if text])}


def share(column: list[str], fits: Any) -> float:
    return sum(1 for text in column if fits(text)) / len(column)


def by_values(rows: Rows) -> dict[str, int]:
    """The surest first; of the texts that are left, the most various is the name."""
    columns, found = columns_of(rows), dict[str, int]()
    looks: tuple[tuple[str, Any], ...] = (
        ("isbn", isbns),
        ("combined", combined.is_combined),
        ("press", PRESS_WORD.search),
        ("year", re.compile(r"(19|20)\d\d([.\-/年]\d{1,2}月?)?年?$").match),
        ("price", re.compile(r"([¥￥]|CNY)?\d+\.\d{1,2}元?$|\d+元$|[¥￥]\d+$").match),
        ("number", re.compile(r"[A-Za-z]{0,3}\d{6,12}$").match),
        ("class_mark", lambda text: mark_of(text)[0] and re.search(r"^[A-Z]{1,2}\d", text)),
        ("author", AUTHOR_WORD.search),
        ("copies", re.compile(r"\d{1,2}[册本]?$").match),
    )
    for field, fits in looks:
        shares = {n: share(column, fits) for n, column in columns.items() if n not in found.values()}
        best = max(shares, key=lambda n: shares[n], default=None)
        if best is not None and shares[best] >= MOST and not (field == "copies" and counts_up(columns[best])):
            found[field] = best
    return with_name(found, columns)


def counts_up(column: list[str]) -> bool:
    """1, 2, 3 ... is the number of the row."""
    return len(column) > 2 and all(text.isdigit() for text in column) and len(set(column)) == len(column)


def with_name(found: dict[str, int], columns: dict[int, list[str]]) -> dict[str, int]:
    texts = {n: len(set(c)) for n, c in columns.items() if n not in found.values() and share(c, str.isdigit) < MOST}
    if not texts:
        return found
    name = max(texts, key=lambda n: (texts[n], -n))
    others = [n for n in texts if n > name]
    author = {"author": others[0]} if others and "author" not in found and "combined" not in found else {}
    return {"name": name, **found, **author}


def with_combined(mapping: Mapping, rows: Rows) -> Mapping:
    """A column called author, press or the like that holds all of them."""
    sample, columns = rows[mapping.header_row :][:SAMPLE_ROWS], dict(mapping.columns)
    for field in ("author", "press", "name"):
        texts = [text for row in sample if (text := plain_text(mapping.cell(row, field)))]
        if "combined" in columns or not texts or share(texts, combined.is_combined) < MOST:
            continue
        columns["combined"] = columns.pop(field)
    return replace(mapping, columns=columns)


def original_names(mapping: Mapping, rows: Rows) -> list[str]:
    """Of every column, as the table calls it."""
    return [plain_text(cell) for cell in chain(rows[mapping.header_row - 1])] if mapping.header_row else []
