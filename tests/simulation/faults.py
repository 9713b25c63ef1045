"""Faults: connections that die at a statement, disks that are full at a commit, and copies of databases."""

from contextlib import suppress
from functools import cache
from random import Random
from typing import Any

from sqlalchemy import Engine, create_engine, event
from sqlalchemy.pool import StaticPool
from sqlcipher3 import dbapi2 as sqlite

from kiosk.hub.database import prepared
from kiosk.hub.tables import metadata
from kiosk.storage.database import Connection
from kiosk.storage.migrations import migrate

STATEMENTS = (3, 12, 60)  # a crash comes within one of these
CRASH_ODDS, FULL_ODDS = 0.1, 0.03


class Crash(Exception):
    """The plug is pulled here."""


class Doom:
    """When the next crash comes, if one does."""

    def __init__(self) -> None:
        self.left: int | None = None
        self.full = False

    def arm(self, rng: Random) -> None:
        if rng.random() < CRASH_ODDS:
            self.left = rng.randrange(rng.choice(STATEMENTS))
        self.full = rng.random() < FULL_ODDS

    def disarm(self) -> None:
        self.left, self.full = None, False

    def statement(self) -> None:
        if self.left is not None:
            self.left -= 1
            if self.left < 0:
                self.disarm()
                raise Crash

    def commit(self) -> None:
        if self.full:
            self.disarm()
            raise sqlite.OperationalError("database or disk is full")


class Mortal:
    """A kiosk's connection."""

    def __init__(self, db: Any, doom: Doom) -> None:
        self.db, self.doom = db, doom

    @property
    def in_transaction(self) -> bool:
        return bool(self.db.in_transaction)

    def execute(self, sql: str, parameters: Any = ()) -> Any:
        self.doom.statement()
        if sql == "commit":
            self.doom.commit()
        return self.db.execute(sql, parameters)

    def executemany(self, sql: str, parameters: Any) -> Any:
        self.doom.statement()
        return self.db.executemany(sql, parameters)

    def close(self) -> None:
        self.db.close()


def memory(of: Any = None) -> Any:
    """A database of its own, with what another holds at this moment; unencrypted, since nobody reads the memory."""
    db = sqlite.connect(":memory:", isolation_level=None, cached_statements=256, check_same_thread=False)
    if of is not None:
        of.backup(db)
    return db


@cache
def fresh_kiosk() -> Connection:
    db: Connection = memory()
    migrate(db)
    return db


class HubDisk:
    """One engine for all seeds, so that each statement is prepared once; what it holds is exchanged."""

    def __init__(self) -> None:
        self.db, self.doom = memory(), Doom()
        self.engine: Engine = prepared(
            create_engine("sqlite://", module=sqlite, creator=lambda: self.db, poolclass=StaticPool)
        )
        metadata.create_all(self.engine)
        self.empty = memory(self.db)
        event.listen(self.engine, "before_cursor_execute", lambda *_: self.doom.statement())
        event.listen(self.engine, "commit", lambda _: self.doom.commit())

    def hold(self, copy: Any) -> None:
        with suppress(sqlite.Error):
            self.db.execute("rollback")
        copy.backup(self.db)

    def copy(self) -> Any:
        return memory(self.db)


@cache
def hub_disk() -> HubDisk:
    return HubDisk()
