"""Rows: what a step may do to the rows of its subject, and how this kiosk's own database does it."""

from typing import Any, Protocol, TypeVar

from msgspec import Struct

from kiosk.storage import sealed
from kiosk.storage.database import Connection
from kiosk.storage.tables import change_sql, from_row, get_sql, put_sql, remove_sql, to_row

Row = TypeVar("Row", bound=Struct)


class Rows(Protocol):
    """A kiosk and a hub step the same facts through this one door."""

    def get(self, struct: type[Row], key: Any) -> Row | None: ...
    def put(self, row: Struct | None) -> None: ...
    def change(self, was: Row | None, now: Row) -> None: ...
    def remove(self, struct: type[Struct], key: Any) -> None: ...
    def put_sealed(self, struct: type[Struct], key: Any, member: int, text: bytes) -> None: ...
    def forget(self, member: int) -> None: ...


class OwnRows:
    """The rows of this kiosk, in the transaction of whoever steps them."""

    def __init__(self, db: Connection) -> None:
        self.db = db

    def get(self, struct: type[Row], key: Any) -> Row | None:
        return get(self.db, struct, key)

    def put(self, row: Struct | None) -> None:
        if row is not None:
            self.db.execute(put_sql(type(row)), to_row(row))

    def change(self, was: Row | None, now: Row) -> None:
        """Write what differs and nothing else: each page left alone is one page less to write and to encrypt."""
        if was is None:
            return self.put(now)
        old, new = to_row(was), to_row(now)
        changed = tuple(n for n, a, b in zip(now.__struct_fields__, old, new, strict=True) if a != b)
        if changed:
            values = [b for a, b in zip(old, new, strict=True) if a != b]
            self.db.execute(change_sql(type(now), changed), [*values, new[0]])
        return None

    def remove(self, struct: type[Struct], key: Any) -> None:
        self.db.execute(remove_sql(struct), (key,))

    def put_sealed(self, struct: type[Struct], key: Any, member: int, text: bytes) -> None:
        """Readable here, where the member's key is; nothing at all once the key has been destroyed."""
        self.put(sealed.opened_with(self.db, struct, member, text))

    def forget(self, member: int) -> None:
        sealed.forget(self.db, member)


def get(db: Connection, struct: type[Row], key: Any) -> Row | None:
    if key is None:
        return None
    row = db.execute(get_sql(struct), (key,)).fetchone()
    return from_row(struct, row) if row else None
