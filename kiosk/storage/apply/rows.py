"""Rows: one struct read, put whole, or changed where it differs."""

from typing import Any, TypeVar

from msgspec import Struct

from kiosk.storage.database import Connection
from kiosk.storage.tables import change_sql, from_row, get_sql, put_sql, remove_sql, to_row

Row = TypeVar("Row", bound=Struct)


def get(db: Connection, struct: type[Row], key: Any) -> Row | None:
    if key is None:
        return None
    row = db.execute(get_sql(struct), (key,)).fetchone()
    return from_row(struct, row) if row else None


def put(db: Connection, row: Struct | None) -> None:
    if row is not None:
        db.execute(put_sql(type(row)), to_row(row))


def change(db: Connection, was: Row | None, now: Row) -> None:
    """Write what differs and nothing else: each page left alone is one page less to write and to encrypt."""
    if was is None:
        return put(db, now)
    old, new = to_row(was), to_row(now)
    changed = tuple(n for n, a, b in zip(now.__struct_fields__, old, new, strict=True) if a != b)
    if changed:
        values = [b for a, b in zip(old, new, strict=True) if a != b]
        db.execute(change_sql(type(now), changed), [*values, new[0]])
    return None


def remove(db: Connection, struct: type[Struct], key: Any) -> None:
    db.execute(remove_sql(struct), (key,))
