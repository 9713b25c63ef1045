"""The room: its own thread and connection beside a kiosk that lends; what is written is told at once."""

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from cities import City, Kiosk
from halls import KEY, copy
from lines import Line, joined
from sqlalchemy import select

from kiosk.hub import devices
from kiosk.hub.tables import events
from kiosk.storage.database import opened
from kiosk.storage.hub_line import HubLine, waiting, write_line
from kiosk.storage.keys import device_public
from kiosk.storage.store import Store
from kiosk.sync.joining import WipeOrder
from kiosk.sync.link import LinkDown
from kiosk.sync.room import SyncRoom

SOON_S = 20.0


def soon(what: Callable[[], Any]) -> bool:
    until = time.monotonic() + SOON_S
    while time.monotonic() < until:
        if what():
            return True
        time.sleep(0.02)
    return False


class Beside:
    """A kiosk on a disk, and the room that opens it a second time."""

    def __init__(self, city: City, folder: Path) -> None:
        self.kiosk = Kiosk("first", 1, folder / "kiosk.db")
        with city.engine.begin() as db:
            devices.add(db, self.kiosk.store.device.device, 1, device_public(self.kiosk.db))
        self.line, self.left = Line(city), list[str]()
        self.room = SyncRoom(
            lambda: Store(opened(folder / "kiosk.db", KEY), self.kiosk.store.device),
            lambda _: self.line,
            self.leave,
            self.kiosk.clock.now,
        )
        self.kiosk.store.recorded = self.room.call

    def leave(self, store: Store, order: WipeOrder, _: Any) -> bool:
        self.left.append(order.device)
        return True

    @property
    def told(self) -> bool:
        return waiting(self.kiosk.db) == 0


def test_what_is_written_is_told_at_once_and_the_room_is_left_cleanly(tmp_path: Path) -> None:
    city = City(tmp_path)
    beside = Beside(city, tmp_path)
    joined(city, beside.kiosk)
    beside.kiosk.begin()
    with beside.room:
        assert soon(lambda: beside.told)
        beside.kiosk.lend(copy("hlm"), "zhang")
        assert soon(lambda: beside.told)
        with city.engine.connect() as db:
            told = select(events.c.id).where(events.c.device != "hub")
            assert len(db.execute(told).all()) == beside.kiosk.store.head()[0].seq  # type: ignore[union-attr]
    assert not beside.room.thread.is_alive() and beside.line.asked[-1] == "close"


def test_while_the_hub_is_away_writing_wakes_nobody(tmp_path: Path) -> None:
    city = City(tmp_path)
    beside = Beside(city, tmp_path)
    joined(city, beside.kiosk)
    beside.kiosk.begin()
    beside.line.cut = {"push", "pull"}
    with beside.room:
        assert soon(lambda: beside.room.worker and beside.room.worker.resting)
        beside.room.called.clear()
        beside.kiosk.lend(copy("hlm"), "zhang")
        assert not beside.room.called.is_set()


def test_a_kiosk_alone_asks_nobody(tmp_path: Path) -> None:
    city = City(tmp_path)
    beside = Beside(city, tmp_path)
    beside.kiosk.begin()
    write_line(beside.kiosk.db, HubLine())
    with beside.room:
        time.sleep(2.0)
        assert beside.room.worker is None and beside.line.asked == []


def test_a_device_that_is_to_forget_everything_is_handed_the_order_once(tmp_path: Path) -> None:
    city = City(tmp_path)
    beside = Beside(city, tmp_path)
    joined(city, beside.kiosk)
    beside.kiosk.begin()
    order = WipeOrder(beside.kiosk.store.device.device, beside.kiosk.clock.now().at)

    def refused(*_: Any) -> Any:
        raise LinkDown("revoked", order=order)

    beside.line.city.hub.push = refused  # type: ignore[method-assign]
    with beside.room:
        assert soon(lambda: beside.left == [order.device] and not beside.room.thread.is_alive())
