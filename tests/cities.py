"""A small city for tests: a real hub, kiosks with real stores, and messages that are carried by hand."""

import os
import secrets
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from halls import BOOKS, HALL, KEY, MEMBERS, NOON, number_of
from msgspec.structs import astuple, replace
from sqlalchemy import Engine, select

from kiosk.devices.clock import MovedClock, StoppedClock
from kiosk.domain.books import Copy, Title
from kiosk.domain.codes import copy_number
from kiosk.domain.facts import BookBorrowed, BookReturned, CopyAdded, HallSet, MemberAdded, PolicySet, TitleAdded
from kiosk.domain.members import Member, MemberDetails
from kiosk.domain.policy import Policy
from kiosk.hub import devices
from kiosk.hub.database import in_file, made
from kiosk.hub.hub import Hub
from kiosk.hub.tables import table_of
from kiosk.storage.database import opened
from kiosk.storage.keys import add_key, device_public
from kiosk.storage.sealed import sealing
from kiosk.storage.store import Device, Store
from kiosk.storage.tables import TABLES
from kiosk.sync.inbox import next_ask, take_page
from kiosk.sync.messages import Ack
from kiosk.sync.outbox import next_segment, take_ack

ROUNDS_MAX = 1000


class Kiosk:
    """A kiosk of a hall: its store and its clock; nothing reaches the hub by itself."""

    def __init__(self, name: str, hall: int = 1, path: Any = ":memory:") -> None:
        self.db = opened(path, KEY)
        device = Device(name.ljust(32, "-"), 1, hall)
        self.db.execute("insert into device (device, generation, hall) values (?, ?, ?)", astuple(device))
        self.store = Store(self.db, device, built_at=NOON - timedelta(days=100))
        for role in ("device", "hash"):
            add_key(self.db, role)
        self.clock = MovedClock(StoppedClock(NOON))

    def tell(self, *happenings: Any) -> tuple[str, ...]:
        return tuple(fact.id for fact in self.store.record(*happenings, moment=self.clock.now()))

    def begin(self) -> None:
        """The hall's books and members, as its first kiosk knows them."""
        self.tell(HallSet(replace(HALL, hall=self.store.device.hall)), PolicySet(Policy(policy="default")))
        for n, (name, author, mark) in enumerate(BOOKS.values(), 1):
            listed = Copy(copy_number(self.store.device.hall, n), n, self.store.device.hall, self.store.device.hall)
            self.tell(TitleAdded(Title(n, name, author, mark)), CopyAdded(listed))
        for key in MEMBERS:
            self.join(number_of(key), f"10000{list(MEMBERS).index(key)}", MEMBERS[key])

    def join(self, member: int, number: str, name: str) -> None:
        row = Member(member, number, self.store.device.hall, "member", 1, date(2028, 1, 1))
        self.tell(MemberAdded(row), sealing(self.db, MemberDetails(member, name)))

    def lend(self, number: str, who: str) -> str:
        return self.tell(BookBorrowed(number, number_of(who), self.store.device.hall, date(2026, 12, 21), "default"))[0]

    def take_back(self, number: str) -> str:
        return self.tell(BookReturned(number, self.store.device.hall))[0]

    def rows(self) -> dict[str, set[Any]]:
        return {table: set(self.db.execute(f"select * from {table}")) for table in TABLES.values()}

    def pass_by(self, seconds: float) -> None:
        self.clock.pass_by(seconds)


class City:
    def __init__(self, folder: Path, engine: Engine | None = None) -> None:
        self.engine = engine or in_file(folder / "hub.db", secrets.token_hex(48))
        self.clock = MovedClock(StoppedClock(NOON))
        epoch = made(self.engine, "first")
        self.hub = Hub(self.engine, lambda: self.clock.now().at, epoch, os.urandom(32))
        self.kiosks: list[Kiosk] = []

    def add(self, name: str, hall: int = 1, path: Any = ":memory:") -> Kiosk:
        kiosk = Kiosk(name, hall, path)
        kiosk.pass_by(self.clock.passed.total_seconds())  # it is as late there as everywhere
        with self.engine.begin() as db:
            devices.add(db, kiosk.store.device.device, hall, device_public(kiosk.db))
        self.kiosks.append(kiosk)
        return kiosk

    def pass_by(self, seconds: float) -> None:
        self.clock.pass_by(seconds)
        for kiosk in self.kiosks:
            kiosk.pass_by(seconds)

    def send(self, kiosk: Kiosk) -> Ack | None:
        """Until the hub has everything."""
        ack = None
        for _ in range(ROUNDS_MAX):
            segment = next_segment(kiosk.store, kiosk.clock.now())
            if segment is None:
                return ack
            ack = self.hub.push(segment)
            if take_ack(kiosk.store, ack):
                return ack
        raise AssertionError("it never ends")

    def hear(self, kiosk: Kiosk, limit: int = 1000) -> int:
        """Until nothing more is on its way."""
        for rounds in range(1, ROUNDS_MAX):
            page = self.hub.pull(replace(next_ask(kiosk.store, kiosk.clock.now()), limit=limit))
            assert page
            take_page(kiosk.store, page, kiosk.clock.now())
            if not page.more:
                return rounds
        raise AssertionError("it never ends")

    def sync(self, *kiosks: Kiosk) -> None:
        for _ in range(2):
            for kiosk in kiosks or self.kiosks:
                self.send(kiosk)
                self.hear(kiosk)

    def rows(self, struct: type) -> list[Any]:
        with self.engine.connect() as db:
            return [tuple(row) for row in db.execute(select(table_of(struct)))]
