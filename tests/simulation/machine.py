"""Machine: a simulated kiosk; the real store on a disk that may fail, with clocks that nobody can rely on."""

from datetime import datetime, timedelta
from typing import Any

from halls import NOON
from simulation.faults import Doom, Mortal, fresh_kiosk, memory

from kiosk.domain.moment import Moment
from kiosk.storage.keys import add_key
from kiosk.storage.store import Device, Store

BUILT_AT = NOON - timedelta(days=100)


class Machine:
    """`sound`: its clock was never moved, so what it says is exact but for the drift that every clock has."""

    drift = 0.0  # seconds that it gains each second, and its counter with it

    def __init__(self, name: str, hall: int, new_id: Any) -> None:
        self.name, self.hall, self.new_id = name, hall, new_id
        self.doom, self.cut, self.sound, self.newest = Doom(), False, True, 1
        self.off, self.booted_at, self.boot = timedelta(), NOON - timedelta(seconds=100), 1
        self.open(memory(fresh_kiosk()), Device(name, 1, hall))
        for role in ("device", "hash"):
            add_key(self.db, role)
        self.db.execute("insert into device (device, generation, hall) values (?, 1, ?)", (name, hall))

    def open(self, db: Any, device: Device) -> None:
        self.raw, self.db, self.all_heard_of = db, Mortal(db, self.doom), ""
        self.store = Store(self.db, device, new_id=self.new_id, built_at=BUILT_AT)

    def moment(self, now: datetime) -> Moment:
        mono = int((now - self.booted_at).total_seconds() * (1 + self.drift) * 1000)
        return Moment(now + self.off + (now - NOON) * self.drift, f"{self.name} {self.boot}", mono)

    def restart(self, now: datetime) -> None:
        self.boot, self.booted_at = self.boot + 1, now

    def image(self) -> Any:
        return memory(self.raw)

    def put_image(self, image: Any) -> None:
        """An old copy of the disk, by somebody who knows nothing of generations."""
        self.open(memory(image), self.named_on(image))

    def put_backup(self, image: Any, generation: int) -> None:
        """As `kiosk restore` does: a new generation begins."""
        db = memory(image)
        db.execute("update device set generation = ?", (generation,))
        self.open(db, self.named_on(db))

    def named_on(self, db: Any) -> Device:
        return Device(*db.execute("select device, generation, hall from device").fetchone())

    def facts(self) -> set[str]:
        return {row[0] for row in self.raw.execute("select json_extract(body, '$.id') from facts")}
