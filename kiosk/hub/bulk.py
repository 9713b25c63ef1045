"""Bulk: many rows in one statement that is always the same: a large segment costs little more than a small one."""

from collections.abc import Sequence
from functools import cache
from typing import Any

from sqlalchemy import Connection, Table

MARK = {"sqlite": "?", "postgresql": "%s"}


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
