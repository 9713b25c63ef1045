"""Glance: whether the database is well, as far as a moment tells; beside whoever uses it, and writing nothing."""

from contextlib import closing, suppress
from datetime import datetime
from itertools import pairwise
from pathlib import Path

from msgspec import Struct
from sqlcipher3 import dbapi2 as sqlite

from kiosk.storage.apply import chain_hash
from kiosk.storage.backup import hush, read_only
from kiosk.storage.database import DAMAGED, Connection, StorageFault, database_file, fault_code
from kiosk.storage.store import floor_after, read_last
from kiosk.storage.tables import TABLES

LATEST = 200  # facts whose chain is followed


class Glance(Struct, frozen=True):
    facts: int
    generation: int


def glance(folder: Path, key: str) -> Glance:
    """The head of every table, and the latest facts: what is used each day. `kiosk check` reads the rest."""
    if not database_file(folder).exists():
        raise StorageFault("D-06", f"there is no kiosk in {folder}")
    return glance_at(database_file(folder), key)


def glance_at(file: Path, key: str) -> Glance:
    """A backup is looked at in the same way."""
    hush()
    with closing(read_only(file, key)) as db:
        try:
            return seen(db)
        except sqlite.DatabaseError as fault:
            raise StorageFault(fault_code(fault) or "D-10", str(fault)) from fault


def surely_past(folder: Path, key: str) -> datetime | None:
    """What the clock must be behind: the latest fact has happened. Nothing, if there is none or it cannot be read."""
    hush()
    with closing(read_only(database_file(folder), key)) as db, suppress(sqlite.DatabaseError):
        row = db.execute("select body from facts order by position desc limit 1").fetchone()
        return floor_after(read_last(row[0])) if row else None
    return None


def seen(db: Connection) -> Glance:
    row = db.execute("select generation from device").fetchone()
    if row is None:
        raise StorageFault("D-07", "the set-up was not finished")
    for table in (*TABLES.values(), "keys", "member_keys", "print_jobs"):
        db.execute(f"select * from {table} limit 1").fetchone()
    latest = db.execute("select position, body, hash from facts order by position desc limit ?", (LATEST,)).fetchall()
    for (position, body, hashed), (before, _, head) in pairwise(latest):
        if position != before + 1 or chain_hash(head, body.encode()) != hashed:
            raise StorageFault(DAMAGED, f"the chain of facts breaks at {position}")
    return Glance(latest[0][0] if latest else 0, row[0])
