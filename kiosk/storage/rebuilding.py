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
from kiosk.domain.subjects import Subject, rows_of, subject_of_row
from kiosk.storage.apply import chained, step
from kiosk.storage.apply.rows import OwnRows
from kiosk.storage.database import Connection, IntegrityError
from kiosk.storage.hub_line import NOT_JOINED, HubLine, Own, hub_line, write_line
from kiosk.storage.tables import TABLES, columns, get_sql, put_sql, to_row

STRUCTS = {name: struct for struct, name in TABLES.items()}
PUT_AT_ONCE = 1000
Rows = list[tuple[type[Struct], Any]]  # as the tables have them
Stays = Callable[[Struct, Struct], bool]  # of two with one number: does the one that is there stay?


def own_first(db: Connection) -> Stays:
    """Of two that the hub has told: who belongs to this hall, and else the smaller key, whoever is heard of first."""
    here = db.execute("select hall from device").fetchone()

    def place(row: Struct) -> tuple[bool, str]:
        return getattr(row, "home_hall", None) != (here and here[0]), key_of(row)

    return lambda holder, row: place(holder) < place(row)


def rebuild(facts: Connection, db: Connection) -> int:
    """Make all rows anew; all facts are read, since the chain has to hold."""
    line, rows, count = hub_line(facts), OwnRows(db), 0
    put_all(rows, facts.execute("select * from hub_rows order by row_table, row_key"), own_first(facts))
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


def put_all(rows: OwnRows, found: Iterable[Any], stays: Stays) -> set[str]:
    """Sorted by table: of each, many rows in one statement. Gives the subjects of rows that had to give way."""
    gave_way: set[str] = set()
    for table, same in groupby(found, key=lambda row: row[0]):
        struct = STRUCTS.get(table)
        if struct is None:
            continue  # a newer hub has more than this program knows
        read = reader(struct)
        while some := list(islice(same, PUT_AT_ONCE)):
            gave_way |= put_many(rows, [read(body) for _, _, _, body, *_ in some if body is not None], stays)
            for _, key, _, _, text, member, _ in some:
                if text is not None:
                    rows.put_sealed(struct, key, member, text)
    return gave_way


@cache
def reader(struct: type[Struct]) -> Callable[[bytes], Struct]:
    return msgspec.json.Decoder(struct).decode


def put_many(rows: OwnRows, fresh: list[Struct], stays: Stays) -> set[str]:
    """Where one of them meets another of the same number, each is put by itself."""
    if not fresh:
        return set()
    try:
        rows.db.executemany(put_sql(type(fresh[0])), map(to_row, fresh))
    except IntegrityError:
        return {name for row in fresh for name in put(rows, row, stays)}
    return set()


def put(rows: OwnRows, row: Struct, stays: Stays) -> set[str]:
    """Where two have one number, this kiosk's guess gives way; of two that the hub has told, always the same one."""
    try:
        rows.put(row)
    except IntegrityError:
        holders = others(rows, row)
        if any(stays(holder, row) for holder in holders):
            return set()
        for holder in holders:
            rows.remove(type(holder), getattr(holder, holder.__struct_fields__[0]))
        rows.put(row)
        return {str(subject_of_row(holder)) for holder in holders}
    return set()


def others(rows: OwnRows, row: Struct) -> list[Struct]:
    """Who has a number that this row wants."""
    table, found = TABLES[type(row)], list[Struct]()
    for column in columns(type(row)):
        if column.extra.get("unique"):
            sql = f"select {row.__struct_fields__[0]} from {table} where {column.name} = ?"
            keys = rows.db.execute(sql, (getattr(row, column.name),)).fetchall()
            found += [holder for (key,) in keys if (holder := rows.get(type(row), key)) is not None]
    return [holder for holder in found if key_of(holder) != key_of(row)]


def key_of(row: Struct) -> str:
    return str(getattr(row, row.__struct_fields__[0]))


def cleared(db: Connection, subjects: Iterable[Subject], loans: Iterable[str]) -> dict[str, Rows]:
    """Gives what was there. Loans are named: to find them by their copy needs an index, which every borrowing would
    pay for."""
    of_each = sorted(subjects)
    were: dict[str, Rows] = {str(subject): [] for subject in of_each}
    for kind, same in groupby(of_each, key=lambda subject: subject.kind):
        names = [subject.name for subject in same]
        for struct, field in rows_of(kind):
            at = struct.__struct_fields__.index(field)
            for row in taken_out(db, struct, *(("loan", sorted(loans)) if struct is Loan else (field, names))):
                were.setdefault(f"{kind} {row[at]}", []).append((struct, row))
    return were


def taken_out(db: Connection, struct: type[Struct], field: str, names: list[str]) -> list[Any]:
    is_number = next(c.kind for c in columns(struct) if c.name == field) is int
    named = msgspec.json.encode([int(name) if is_number else name for name in names]).decode()
    of_these = f"{field} in (select value from json_each(?))"
    return db.execute(f"delete from {TABLES[struct]} where {of_these} returning *", (named,)).fetchall()


def put_back(db: Connection, were: Rows) -> None:
    """A row whose number somebody else has by now gives way."""
    of_table: dict[type[Struct], list[Any]] = {}
    for struct, row in were:
        of_table.setdefault(struct, []).append(row)
    for struct, same in of_table.items():
        marks = ", ".join("?" * len(struct.__struct_fields__))
        db.executemany(f"insert or ignore into {TABLES[struct]} values ({marks})", same)


def is_there(db: Connection, struct: type[Struct], row: Any) -> bool:
    return db.execute(get_sql(struct), (row[0],)).fetchone() is not None
