"""Entries: what one row or one record of a file says, in our own words."""

from typing import Any

from msgspec import Struct

from kiosk.domain.books import Condition, ItemKind, Title
from kiosk.domain.cataloguing import Decision
from kiosk.exchange.problems import Problem

NAME_LENGTH_MAX, SUMMARY_LENGTH_MAX = 400, 2400


class CopyEntry(Struct, frozen=True):
    """One physical book; without a number it gets the next one of the hall."""

    number: str = ""
    shelf: str = ""
    kind: ItemKind = "book"
    condition: Condition = "good"


class TitleEntry(Struct, frozen=True):
    """`title` has no key yet; `cells` is the row as it stood, for the list of rows that were not taken."""

    row: int
    title: Title
    copies: tuple[CopyEntry, ...] = ()
    problems: tuple[Problem, ...] = ()
    decision: Decision = ""
    offset: int | None = None
    cells: tuple[Any, ...] = ()


NOTHING = Title(0, "", "", "")
