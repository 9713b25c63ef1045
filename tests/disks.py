"""Kiosks whose disks can be copied and put back, and a hub that can be restored, for tests of old and broken disks."""

from itertools import count
from typing import Any

from cities import City
from halls import NOON
from simulation.machine import Machine
from sqlalchemy import select, update

from kiosk.devices.clock import MovedClock, StoppedClock
from kiosk.domain.books import Copy
from kiosk.domain.codes import copy_number
from kiosk.domain.facts import CopyAdded
from kiosk.hub import devices
from kiosk.hub.hub import Hub
from kiosk.hub.tables import events, metadata, state
from kiosk.storage.keys import device_public


def added(city: City, name: str, hall: int = 1) -> Any:
    """A kiosk whose disk can be copied."""
    numbers = count(1)
    k: Any = Machine(name, hall, lambda: f"{name}-{next(numbers)}")
    k.clock = MovedClock(StoppedClock(NOON))
    k.pass_by = k.clock.pass_by
    city.kiosks.append(k)
    with city.engine.begin() as db:
        devices.add(db, name, hall, device_public(k.db))
    return k


def tell(k: Any, *happenings: Any) -> None:
    k.store.record(*happenings, moment=k.clock.now())


def listed(k: Any, *serials: int) -> None:
    for serial in serials:
        tell(k, CopyAdded(Copy(copy_number(k.hall, serial), 1, k.hall, k.hall)))


def copies(k: Any) -> list[str]:
    return [row[0] for row in k.raw.execute("select copy from copies order by copy")]


def hub_ids(city: City) -> set[str]:
    with city.engine.connect() as db:
        return {
            row[0]
            for row in db.execute(select(events.c.id).where(events.c.parked_why.is_(None), events.c.device != "hub"))
        }


def restored(city: City, epoch: str, kept: dict[str, list[Any]]) -> None:
    with city.engine.begin() as db:
        for table in reversed(metadata.sorted_tables):
            db.execute(table.delete())
            if kept.get(table.name):
                db.execute(table.insert(), kept[table.name])
        db.execute(update(state).values(value=epoch))
    city.hub = Hub(city.engine, lambda: city.clock.now().at, epoch, city.hub.secret)


def copied(city: City) -> dict[str, list[Any]]:
    with city.engine.connect() as db:
        return {t.name: [dict(row._mapping) for row in db.execute(t.select())] for t in metadata.sorted_tables}
