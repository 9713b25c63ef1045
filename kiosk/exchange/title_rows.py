"""Title rows: one row of a table becomes a title with its copies, and a list of what was odd about it."""

import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Any

from kiosk.domain.books import Condition, ItemKind, Title
from kiosk.domain.cataloguing import Decision
from kiosk.exchange import combined
from kiosk.exchange.cells import COPIES_OF_ROW_MAX, count_of, isbn_of, mark_of, numbers_of, price_of, year_of
from kiosk.exchange.entries import NAME_LENGTH_MAX, SUMMARY_LENGTH_MAX, CopyEntry, TitleEntry
from kiosk.exchange.headers import CONDITIONS, DECISIONS, KINDS, plain_header
from kiosk.exchange.mapping import COLUMNS_MAX, Mapping
from kiosk.exchange.problems import (
    CELL_TOO_LONG,
    COPIES_TOO_MANY,
    COUNT_UNREAD,
    ISBN_WRONG,
    LETTERS_PRIVATE,
    LETTERS_UNREAD,
    MARK_UNREAD,
    NAME_MISSING,
    ROW_TOO_WIDE,
    SUMMARY_CUT,
    WORD_UNKNOWN,
    Problem,
    Trouble,
)
from kiosk.exchange.texts import cleaned_lines, plain_text, private_signs

PLAIN = ("name", "author", "press", "pages", "subjects", "source")
SHOWN = 40  # characters of what was not understood
NAME_AND_AUTHOR = re.compile(r"^(.*\S)\s+/\s+(\S.*)$")


def shown(text: str) -> str:
    return text if len(text) <= SHOWN else text[: SHOWN - 1] + "…"


@lru_cache(4096)
def word(table: tuple[tuple[str, str], ...], text: str) -> str:
    plain = plain_header(text)
    return next((key for key, words in table if plain in words.casefold().split()), "")


class TitleRows:
    """Reads rows by one mapping: where each field stands is found once."""

    def __init__(self, mapping: Mapping) -> None:
        at = {field: column - 1 for field, column in mapping.columns.items()}
        self.at, self.width = at, max(at.values(), default=0) + 1
        self.plain = tuple((field, at[field]) for field in PLAIN if field in at)
        self.sliced = "combined" in at
        self.splits_name = "author" not in at and not self.sliced

    def entry(self, row: int, cells: Sequence[Any]) -> TitleEntry:
        if len(cells) < self.width:
            cells = (*cells, *[""] * (self.width - len(cells)))
        problems: list[Problem] = []

        def odd(trouble: Trouble, **values: Any) -> None:
            problems.append(trouble.at(row, **values))

        title = self.title(cells, odd)
        if len(cells) > COLUMNS_MAX and any(cells[COLUMNS_MAX:]):
            odd(ROW_TOO_WIDE, most=COLUMNS_MAX)
        copies = self.copies(cells, odd)
        return TitleEntry(row, title, copies, tuple(problems), self.decision(cells), None, tuple(cells[:COLUMNS_MAX]))

    def title(self, cells: Sequence[Any], odd: Callable[..., None]) -> Title:
        said: dict[str, Any] = {field: plain_text(cells[n]) for field, n in self.plain}
        at = self.at
        for field, how in (("price", price_of), ("year", year_of)):
            if field in at and (text := plain_text(cells[at[field]])):
                said[field] = how(text)
        if "isbn" in at and cells[at["isbn"]]:
            said["isbn"], wrong = isbn_of(cells[at["isbn"]])
            if wrong:
                odd(ISBN_WRONG, seen=shown(wrong))
        if "class_mark" in at and (text := plain_text(cells[at["class_mark"]])):
            said["class_mark"], wrong = mark_of(text)
            if wrong:
                odd(MARK_UNREAD, seen=shown(wrong))
        if "summary" in at and cells[at["summary"]]:
            said["summary"] = self.summary(cells[at["summary"]], odd)
        if self.sliced or self.splits_name:
            self.take_apart(said, cells)
        said["source"] = source_of(said.get("source", ""))
        judge_texts(said, odd)
        return Title(0, said.pop("name", ""), said.pop("author", ""), said.pop("class_mark", ""), **said)

    def summary(self, cell: Any, odd: Callable[..., None]) -> str:
        text = cleaned_lines(cell) if isinstance(cell, str) else plain_text(cell)
        if len(text) > SUMMARY_LENGTH_MAX:
            odd(SUMMARY_CUT, most=SUMMARY_LENGTH_MAX)
        return text[:SUMMARY_LENGTH_MAX].strip()

    def take_apart(self, said: dict[str, Any], cells: Sequence[Any]) -> None:
        """What has a column of its own is believed before what is told together."""
        if self.sliced:
            text = cleaned_lines(plain_text(cells[self.at["combined"]]))
            parts = combined.split(text) or ({"author": text} if text else {})
            for field, value in parts.items():
                said[field] = said.get(field) or value
        elif found := NAME_AND_AUTHOR.match(said.get("name", "")):
            said["name"], said["author"] = found[1], found[2]

    def copies(self, cells: Sequence[Any], odd: Callable[..., None]) -> tuple[CopyEntry, ...]:
        """Its numbers; without any, as many as it says; without a word of it, one."""
        at = self.at
        if "number" not in at and "copies" not in at and "shelf" not in at and "kind" not in at:
            return (CopyEntry(),)
        shelf = plain_text(cells[at["shelf"]]) if "shelf" in at else ""
        kind, condition = self.worded("kind", KINDS, cells, odd), self.worded("condition", CONDITIONS, cells, odd)
        text = plain_text(cells[at["number"]]) if "number" in at else ""
        numbers: tuple[str, ...] = numbers_of(text) if text else ("",) * self.count(cells, odd)
        if len(numbers) > COPIES_OF_ROW_MAX:
            odd(COPIES_TOO_MANY, most=COPIES_OF_ROW_MAX)
            return ()
        each: tuple[ItemKind, Condition] = kind or "book", condition or "good"  # type: ignore[assignment]
        return tuple(CopyEntry(number, shelf, *each) for number in numbers)

    def count(self, cells: Sequence[Any], odd: Callable[..., None]) -> int:
        text = plain_text(cells[self.at["copies"]]) if "copies" in self.at else ""
        if not text:
            return 1
        count = count_of(text)
        if count is None:
            odd(COUNT_UNREAD, seen=shown(text))
            return 1
        return min(count, COPIES_OF_ROW_MAX + 1)

    def worded(self, field: str, table: dict[str, str], cells: Sequence[Any], odd: Callable[..., None]) -> str:
        text = plain_text(cells[self.at[field]]) if field in self.at else ""
        if not text:
            return ""
        found = word(tuple(table.items()), text)
        if not found:
            odd(WORD_UNKNOWN, seen=shown(text))
        return found

    def decision(self, cells: Sequence[Any]) -> Decision:
        return decided(plain_text(cells[self.at["decision"]])) if "decision" in self.at else ""


def decided(text: str) -> Decision:
    return word(tuple(DECISIONS.items()), text) if text else ""  # type: ignore[return-value]


def source_of(text: str) -> str | None:
    """A bare number says nothing of whose it is."""
    return (text or None) if not text or text.startswith("marc:") else f"marc:/{text}"


def judge_texts(said: dict[str, Any], odd: Callable[..., None]) -> None:
    """What stops a title, and what a librarian should look at."""
    name = said.get("name", "")
    if not name:
        odd(NAME_MISSING)
    for field in (field for field, value in said.items() if value and len(value) > NAME_LENGTH_MAX):
        if field != "summary":
            odd(CELL_TOO_LONG, field={"word": f"field.{field}"}, length=len(said[field]), most=NAME_LENGTH_MAX)
    both = name + said.get("author", "")
    if "\ufffd" in both:
        odd(LETTERS_UNREAD, seen=shown(name))
    if not both.isprintable():
        for sign in private_signs(both):
            odd(LETTERS_PRIVATE, sign=sign)
