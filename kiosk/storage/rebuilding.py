"""Rebuilding: rows out of what is kept for good: the hub's word, and then our own facts that it has not heard."""

from collections.abc import Callable, Iterable
from functools import cache
from itertools import groupby, islice
from typing import Any

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from kiosk.domain.facts import Fact
from kiosk.domain.loans import Loan
from kiosk.domain.subjects import Subject, rows_of
from kiosk.storage.apply import chained, step
from kiosk.storage.apply.rows import OwnRows
from kiosk.storage.database import Connection, IntegrityError
from kiosk.storage.hub_line import NOT_JOINED, HubLine, Own, hub_line, write_line
from kiosk.storage.tables import TABLES, columns, put_sql, to_row

STRUCTS = {name: struct for struct, name in TABLES.items()}
PUT_AT_ONCE = 1000


def rebuild(facts: Connection, db: Connection) -> int:
    """Make all rows anew; all facts are read, since the chain has to hold."""
    line, rows, count = hub_line(facts), OwnRows(db), 0
    put_all(rows, facts.execute("select * from hub_rows order by row_table, row_key"))
    for fact in chained(facts):
        if Own(fact.generation, fact.seq) > line.seen and counts(fact, line):
            stepped(rows, fact, joined=line.cursor != NOT_JOINED)
        count += 1
    return count


def begin_again_unless_whole(db: Connection) -> None:
    """Half of the hub's word cannot be told from the other half: it is asked for anew."""
    line = hub_line(db)
    if line.cursor != NOT_JOINED and not line.whole:
        db.execute("delete from hub_rows")
        write_line(db, replace(line, cursor=NOT_JOINED, seen=Own(line.begun)))


def counts(fact: Fact, line: HubLine) -> bool:
    """A fact that was told again counts once: under the new name, or, where nothing is known of one, under the old."""
    return fact.generation >= line.begun if line.begun else not fact.told_before


def stepped(rows: OwnRows, fact: Fact, *, joined: bool) -> None:
    """A number that is somebody else's at the hub changes nothing here either: the hub will say so."""
    try:
        step(rows, fact)
    except IntegrityError:
        if not joined:
            raise


def put_all(rows: OwnRows, found: Iterable[Any]) -> None:
    """Sorted by table: of each, many rows in one statement."""
    for table, same in groupby(found, key=lambda row: row[0]):
        struct = STRUCTS.get(table)
        if struct is None:
            continue  # a newer hub has more than this program knows
        read = reader(struct)
        while some := list(islice(same, PUT_AT_ONCE)):
            put_many(rows, struct, [read(body) for _, _, _, body, *_ in some if body is not None])
            for _, key, _, _, text, member, _ in some:
                if text is not None:
                    rows.put_sealed(struct, key, member, text)


@cache
def reader(struct: type[Struct]) -> Callable[[bytes], Struct]:
    return msgspec.json.Decoder(struct).decode


def put_many(rows: OwnRows, struct: type[Struct], fresh: list[Struct]) -> None:
    """Where one of them meets another of the same number, each is put by itself."""
    try:
        rows.db.executemany(put_sql(struct), map(to_row, fresh))
    except IntegrityError:
        for row in fresh:
            put(rows, row)


def put(rows: OwnRows, row: Struct) -> None:
    """Where two have one number, the hub's is right and this kiosk's guess gives way."""
    try:
        rows.put(row)
    except IntegrityError:
        for column in columns(type(row)):
            if column.extra.get("unique"):
                at = (getattr(row, column.name),)
                rows.db.execute(f"delete from {TABLES[type(row)]} where {column.name} = ?", at)
        rows.put(row)


def cleared(db: Connection, subjects: Iterable[Subject], loans: Iterable[str]) -> None:
    """Loans are named: to find them by their copy needs an index, which every borrowing would pay for."""
    db.executemany("delete from loans where loan = ?", [(loan,) for loan in loans])
    for kind, same in groupby(sorted(subjects), key=lambda subject: subject.kind):
        names = [subject.name for subject in same]
        for struct, field in rows_of(kind):
            if struct is Loan:
                continue
            is_number = next(c.kind for c in columns(struct) if c.name == field) is int
            at = [(int(name) if is_number else name,) for name in names]
            db.executemany(f"delete from {TABLES[struct]} where {field} = ?", at)
