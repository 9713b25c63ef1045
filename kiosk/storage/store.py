"""Store: appends facts and steps rows in one durable transaction; can prove the rows from the facts."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path

import msgspec
from msgspec import Struct
from sqlcipher3 import dbapi2 as sqlite

from kiosk.domain.facts import Fact, Happening
from kiosk.domain.moment import SOFTWARE_BUILT_AT, Clock, Moment, clock_quality
from kiosk.storage.apply import NO_FACT_YET, chain_hash, chained, step
from kiosk.storage.apply.rows import OwnRows
from kiosk.storage.database import Connection, StorageFault, connected, database_file, fault_code, opened
from kiosk.storage.hub_line import NOT_JOINED, hub_line
from kiosk.storage.rebuilding import rebuild
from kiosk.storage.tables import TABLES, create_all

canonical = msgspec.json.Encoder(order="sorted").encode
MEMORY_KEY = "00" * 48
LOOK_BACK_FACTS = 500  # so far back a broken clock is traced to a good one


class Last(Struct, frozen=True):
    """Of the fact before, only what the next one needs."""

    seq: int
    generation: int
    at: datetime
    clock: Clock
    floor: datetime
    boot: str
    mono_ms: int


read_last = msgspec.json.Decoder(Last).decode


class Device(Struct, frozen=True):
    """Which device this folder belongs to; `generation` grows when a backup is put back."""

    device: str
    generation: int
    hall: int


def floor_after(last: Last) -> datetime:
    """The latest time that was surely past when the next fact is written."""
    return max(last.floor, last.at) if last.clock == "ok" else last.floor


def new_uuid() -> str:
    # Imported at the first fact: no start has to wait for it.
    from uuid_utils import uuid7

    return str(uuid7())


def nobody_waits() -> None:
    """A kiosk without a hub tells nobody."""


class Store:
    """One thread's way to the data folder."""

    def __init__(
        self,
        db: Connection,
        device: Device,
        *,
        new_id: Callable[[], str] = new_uuid,
        built_at: datetime = SOFTWARE_BUILT_AT,
    ) -> None:
        self.db, self.device, self.new_id, self.built_at = db, device, new_id, built_at
        self.rows = OwnRows(db)
        self.recorded: Callable[[], None] = nobody_waits  # told after each commit, so that the hub hears of it at once

    def record(self, *happenings: Happening, moment: Moment, actor: str | None = None) -> tuple[Fact, ...]:
        """Either all is on the disk when this returns, or nothing is."""
        with self.transaction():
            return tuple(self._append(p, moment, actor) for p in happenings)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Several records as one; an inner one joins the outer."""
        if self.db.in_transaction:
            yield
            return
        try:
            self.db.execute("begin immediate")
            yield
            self.db.execute("commit")
        except BaseException as fault:
            if self.db.in_transaction:
                self.db.execute("rollback")
            if isinstance(fault, sqlite.Error):
                raise StorageFault(fault_code(fault) or "D-10", f"nothing was written: {fault}") from fault
            raise
        self.recorded()

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """What is read within is of one moment, whatever others write meanwhile."""
        self.db.execute("begin")
        try:
            yield
        finally:
            self.db.execute("rollback")

    def _append(self, p: Happening, moment: Moment, actor: str | None) -> Fact:
        last, head = self.head()
        line = hub_line(self.db)
        floor = max(floor_after(last) if last else self.built_at, line.heard_at or self.built_at)
        fact = Fact(
            id=self.new_id(),
            device=self.device.device,
            generation=self.device.generation,
            seq=last.seq + 1 if last and last.generation == self.device.generation else 1,
            boot=moment.boot,
            mono_ms=moment.mono_ms,
            at=moment.at,
            clock=clock_quality(moment.at, floor),
            floor=floor,
            p=p,
            actor=actor,
            base=line.cursor if line.cursor != NOT_JOINED else None,
        )
        body = canonical(fact)
        row = (fact.generation, fact.seq, type(p).__name__, body.decode(), chain_hash(head, body))
        self.db.execute("insert into facts (generation, seq, type, body, hash) values (?, ?, ?, ?, ?)", row)
        step(self.rows, fact)
        return fact

    def head(self) -> tuple[Last | None, bytes]:
        row = self.db.execute("select body, hash from facts order by position desc limit 1").fetchone()
        return (read_last(row[0]), row[1]) if row else (None, NO_FACT_YET)

    def reckoned(self, moment: Moment) -> datetime | None:
        """The time to go by: the clock, if it can be believed; else the last good time of this boot, the hub's or our
        own, and the counter since then; else nobody knows."""
        if clock_quality(moment.at, self.surely_past()) == "ok":
            return moment.at
        line = hub_line(self.db)
        if line.heard_at and line.heard_boot == moment.boot and line.heard_mono_ms <= moment.mono_ms:
            return line.heard_at + timedelta(milliseconds=moment.mono_ms - line.heard_mono_ms)
        recent = self.db.execute("select body from facts order by position desc limit ?", (LOOK_BACK_FACTS,))
        for (body,) in recent:
            known = read_last(body)
            if known.boot == moment.boot and known.clock == "ok" and known.mono_ms <= moment.mono_ms:
                return known.at + timedelta(milliseconds=moment.mono_ms - known.mono_ms)
        return None

    def surely_past(self) -> datetime:
        """What the clock must be behind, if nothing else is known."""
        last, _ = self.head()
        return max(floor_after(last) if last else self.built_at, hub_line(self.db).heard_at or self.built_at)

    def facts(self) -> Iterator[Fact]:
        return chained(self.db)

    def differences(self) -> dict[str, int]:
        """How many rows a rebuild would make otherwise; empty when all is well."""
        line = hub_line(self.db)
        if line.cursor != NOT_JOINED and not line.whole:
            return {}  # the other half of the hub's word is still on its way
        fresh = connected(":memory:", MEMORY_KEY)
        fresh.execute("create table member_keys (member integer primary key, key blob) strict")
        fresh.executemany(
            "insert into member_keys values (?, ?)", self.db.execute("select member, key from member_keys")
        )
        for sql in create_all():
            fresh.execute(sql)
        rebuild(self.db, fresh)
        both = {t: [set(db.execute(f"select * from {t}")) for db in (self.db, fresh)] for t in TABLES.values()}
        fresh.close()
        return {table: len(mine ^ rebuilt) for table, (mine, rebuilt) in both.items() if mine != rebuilt}

    def rest(self) -> None:
        """While nobody is here: move what is in the log into the file, so that no visit pays for it."""
        self.db.execute("pragma wal_checkpoint(passive)")

    def unhurried(self) -> None:
        """For whoever writes only what can be asked for again: no commit waits for the disk."""
        self.db.execute("pragma synchronous = normal")

    def close(self) -> None:
        self.db.close()


def open_store(folder: Path, key: str) -> Store:
    """The store of a folder that has been set up."""
    if not database_file(folder).exists():
        raise StorageFault("D-06", f"there is no kiosk in {folder}")
    db = opened(database_file(folder), key)
    row = db.execute("select device, generation, hall from device").fetchone()
    if row is None:
        db.close()
        raise StorageFault("D-07", f"the set-up of {folder} was not finished")
    return Store(db, Device(*row))
