"""Bulk: many rows in one statement that is always the same: a large segment costs little more than a small one."""

from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any

import msgspec
from sqlalchemy import Column, Connection, Table

MARK = {"sqlite": "?", "postgresql": "%s"}
AMONG = {"sqlite": "in (select value from json_each(?))", "postgresql": "= any(%s)"}


def put(db: Connection, table: Table, rows: Sequence[tuple[Any, ...]]) -> None:
    """Rows in the order of the table's columns; one that is there already gives way."""
    if rows:
        db.exec_driver_sql(put_sql(table, MARK[db.dialect.name]), list(rows))


@cache
def put_sql(table: Table, mark: str) -> str:
    names = [f'"{column.name}"' for column in table.c]
    keys = [f'"{column.name}"' for column in table.primary_key]
    changed = ", ".join(f"{name} = excluded.{name}" for name in names if name not in keys)
    then = f"update set {changed}" if changed else "nothing"
    marks = ", ".join([mark] * len(names))
    return f"insert into {table.name} ({', '.join(names)}) values ({marks}) on conflict ({', '.join(keys)}) do {then}"


def find(
    db: Connection, wanted: tuple[Column[Any], ...], among: Column[Any], keys: Iterable[str | int], **at: Any
) -> Sequence[Any]:
    """Rows of which one column, of texts or of numbers, is among the keys; `at` names others and what they are."""
    listed = list(keys)
    if not listed:
        return ()
    sql = find_sql(wanted, among, tuple((name, value is None) for name, value in at.items()), db.dialect.name)
    given = listed if db.dialect.name == "postgresql" else msgspec.json.encode(listed).decode()
    return db.exec_driver_sql(sql, (*(v for v in at.values() if v is not None), given)).fetchall()


@cache
def find_sql(wanted: tuple[Column[Any], ...], among: Column[Any], at: tuple[tuple[str, bool], ...], way: str) -> str:
    names = ", ".join(f'"{column.name}"' for column in wanted)
    fixed = [f'"{name}" is null' if null else f'"{name}" = {MARK[way]}' for name, null in at]
    where = " and ".join([*fixed, f'"{among.name}" {AMONG[way]}'])
    return f"select {names} from {among.table.name} where {where}"
