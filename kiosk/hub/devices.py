"""Devices: who may speak to this hub, and how far each has been heard."""

from datetime import date, datetime
from typing import Any, Literal

from msgspec import Struct
from sqlalchemy import Connection, insert, select, update

from kiosk.hub.tables import devices
from kiosk.storage.apply import NO_FACT_YET

DeviceState = Literal["live", "revoked", "forked"]
LONG_AGO = "0001-01-01T00:00:00.000000+00:00"


class Known(Struct, frozen=True):
    """A device as the hub knows it: its hall, its key, and the last of its facts that is stored here."""

    device: str
    hall: int
    role: str
    name: str
    public: bytes
    generation: int
    last_seq: int
    head: bytes
    last_eff: datetime
    state: DeviceState
    expires_on: date
    enrolled_at: str
    seen_at: str | None = None
    wipe: str | None = None


def find(db: Connection, device: str) -> Known | None:
    row = db.execute(select(devices).where(devices.c.device == device)).first()
    if row is None:
        return None
    fields: dict[str, Any] = dict(row._mapping)
    dates = {"last_eff": datetime.fromisoformat(row.last_eff), "expires_on": date.fromisoformat(row.expires_on)}
    return Known(**fields | dates)


def add(db: Connection, device: str, hall: int, public: bytes, **rest: Any) -> None:
    """From now on its facts are heard, from its very first; one that had to begin anew says after which `head`."""
    fields = {"role": "kiosk", "name": "", "expires_on": "9999-12-31", "enrolled_at": LONG_AGO}
    heard = {"generation": 0, "last_seq": 0, "head": NO_FACT_YET, "last_eff": LONG_AGO, "state": "live"}
    db.execute(insert(devices).values(device=device, hall=hall, public=public, **(heard | fields | rest)))


def change(db: Connection, device: str, **fields: Any) -> None:
    db.execute(update(devices).where(devices.c.device == device).values(**fields))


def all_of(db: Connection) -> list[Known]:
    names = [name for (name,) in db.execute(select(devices.c.device).order_by(devices.c.hall, devices.c.device))]
    return [known for name in names if (known := find(db, name))]
