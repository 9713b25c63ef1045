"""Carrying a file into a hall, as the command does it."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from halls import NOON
from msgspec import Struct

from kiosk.domain.books import Copy, Title
from kiosk.domain.moment import Moment
from kiosk.exchange.headers import LOAN_HEADERS, MEMBER_HEADERS
from kiosk.exchange.mapping import Mapping
from kiosk.exchange.opening import opened
from kiosk.exchange.people_rows import PeopleFile
from kiosk.exchange.title_files import TitleFile
from kiosk.storage import queries
from kiosk.storage.store import Store
from kiosk.upkeep.import_people import LoanImport, MemberImport
from kiosk.upkeep.import_report import taken
from kiosk.upkeep.import_titles import TitleImport


class Came(Struct):
    """What came of each row."""

    outcomes: list[str]
    codes: list[str]
    rows: list[int]


def now() -> Moment:
    return Moment(NOON, "test", 0)


def came(store: Store, source: Any, take: Any, dry_run: bool) -> Came:
    told = [(outcome, problems) for _, outcome, problems in taken(store, source.entries, take, dry_run=dry_run)]
    problems = [problem for _, found in told for problem in found]
    return Came([outcome for outcome, _ in told], [p.code for p in problems], [p.row for p in problems])


def carry_titles(store: Store, path: Path, mapping: Mapping | None = None, *, dry_run: bool = False) -> Came:
    masks = queries.hall_rules(store.db, store.device.hall).hall.copy_numbers
    return came(store, TitleFile(opened(path), mapping), TitleImport(store, now, masks).take, dry_run)


def carry_members(store: Store, path: Path, *, dry_run: bool = False) -> Came:
    source = PeopleFile(opened(path), MEMBER_HEADERS, "number")
    return came(store, source, MemberImport(store, now).take, dry_run)


def carry_loans(store: Store, path: Path) -> Came:
    return came(store, PeopleFile(opened(path), LOAN_HEADERS, "copy"), LoanImport(store, now).take, False)


def titles(store: Store) -> list[Title]:
    return list(queries.rows(store.db, Title, "order by name, author, year"))


def copies(store: Store) -> list[Copy]:
    return list(queries.rows(store.db, Copy, "order by copy"))


def facts(store: Store) -> int:
    return sum(1 for _ in store.facts())


def shelved(store: Store) -> Iterator[tuple[str, str]]:
    names = {title.title: title.name for title in titles(store)}
    for copy in copies(store):
        yield names[copy.title], copy.copy
