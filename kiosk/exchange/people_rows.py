"""People's rows: members and loans from another system's table, read as texts and days."""

import re
from collections.abc import Iterator
from typing import Any

from msgspec import Struct

from kiosk.domain.members import Tier
from kiosk.exchange.cells import day_of
from kiosk.exchange.grids import Grid, below_header, grid
from kiosk.exchange.headers import TIERS
from kiosk.exchange.mapping import Mapping, map_text, original_names
from kiosk.exchange.opening import Opened
from kiosk.exchange.problems import (
    DAY_UNREAD,
    FILE_UNKNOWN,
    LETTERS_PRIVATE,
    LETTERS_UNREAD,
    MEMBER_NAME_MISSING,
    MEMBER_NUMBER_UNREAD,
    PHONE_UNREAD,
    WORD_UNKNOWN,
    FileUnread,
    Problem,
)
from kiosk.exchange.texts import narrow, plain_text, private_signs
from kiosk.exchange.title_files import mapping_for
from kiosk.exchange.title_rows import shown, word

MEMBER_NUMBER = re.compile(r"[0-9A-Za-z][0-9A-Za-z\-]{0,19}")
PHONE = re.compile(r"\+?\d{7,15}")
NAME_LENGTH_MAX = 60


class PersonEntry(Struct, frozen=True):
    """A row that says who; `said` has one text for each column that was found, days as ISO."""

    row: int
    said: dict[str, str]
    problems: tuple[Problem, ...] = ()
    cells: tuple[Any, ...] = ()


class PeopleFile:
    """A table of members or of loans; `one_of` is a column that it cannot do without."""

    def __init__(self, file: Opened, table: dict[str, str], one_of: str, wanted: Mapping | None = None) -> None:
        if file.kind not in ("excel", "csv"):
            raise FileUnread(FILE_UNKNOWN.at(0, kind=file.kind))
        found = grid(file, table, wanted.sheet if wanted else "")
        self.table = table
        self.kind, self.encoding, self.share = file.kind, found.encoding, 0.0
        self.mapping = mapping_for(found, wanted, table, (one_of,))
        self.names, self.map_text = original_names(self.mapping, found.head), map_text(self.mapping, found.head)
        self.entries = self._entries(found)

    def _entries(self, found: Grid) -> Iterator[PersonEntry]:
        for number, cells in below_header(found, self.mapping):
            self.share = number / max(found.count, number)
            yield entry_of(number, self.mapping, tuple(cells))


def entry_of(row: int, mapping: Mapping, cells: tuple[Any, ...]) -> PersonEntry:
    said = {field: text for field in mapping.columns if (text := plain_text(mapping.cell(cells, field)))}
    problems: list[Problem] = []
    for field in [field for field in said if field.endswith("_on")]:
        day = day_of(said[field])
        if day is None:
            problems.append(DAY_UNREAD.at(row, seen=shown(said[field])))
        else:
            said[field] = day.isoformat()
    return PersonEntry(row, said, tuple(problems), cells)


def member_said(entry: PersonEntry) -> tuple[dict[str, str], tuple[Problem, ...]]:
    """What is usable of a member's row, and what is odd about it."""
    said, odd = dict(entry.said), list(entry.problems)
    said["number"], name = narrow(said.get("number", "")).strip(), said.get("name", "")
    if not MEMBER_NUMBER.fullmatch(said["number"]):
        odd.append(MEMBER_NUMBER_UNREAD.at(entry.row, seen=shown(said["number"])))
    if not name or len(name) > NAME_LENGTH_MAX:
        odd.append(MEMBER_NAME_MISSING.at(entry.row))
    if "\ufffd" in name:
        odd.append(LETTERS_UNREAD.at(entry.row, seen=shown(name)))
    odd += [LETTERS_PRIVATE.at(entry.row, sign=sign) for sign in private_signs(name)]
    phone = re.sub(r"[\s\-()]", "", narrow(said.pop("phone", "")))
    if PHONE.fullmatch(phone):
        said["phone"] = phone
    elif phone:
        odd.append(PHONE_UNREAD.at(entry.row, seen=shown(phone)))
    if "tier" in said and tier_of(said["tier"]) is None:
        odd.append(WORD_UNKNOWN.at(entry.row, seen=shown(said["tier"])))
    return said, tuple(odd)


def tier_of(text: str) -> Tier | None:
    found = word(tuple(TIERS.items()), text)
    return found or None  # type: ignore[return-value]
