"""Founding: makes a hub out of a folder, or opens the one that is there; nothing but the database may lie elsewhere."""

import secrets
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from msgspec import Struct

from kiosk.hub.database import FILE, in_file, in_postgres, made
from kiosk.hub.hub import Hub
from kiosk.hub.own_keys import OwnKeys, own_keys
from kiosk.hub.parked import retry
from kiosk.hub.refolding import refolded
from kiosk.hub.tls import ca_certificate
from kiosk.storage.database import StorageFault, key_file, new_key, read_key, synced_folder


class Place(Struct, frozen=True):
    """Where a hub lies: its folder, its key file, and its database if that is a server's."""

    folder: Path
    key_path: Path | None = None
    database: str = ""

    @property
    def key(self) -> Path:
        return self.key_path or key_file(self.folder)


class Founded(Struct, frozen=True):
    """A hub that is ready to hear, and all that it signs with."""

    folder: Path
    hub: Hub
    keys: OwnKeys

    @property
    def now(self) -> datetime:
        return self.hub.now()


def founded(place: Place, now: Callable[[], datetime]) -> Founded:
    """The key is on the disk before anything that only it can read."""
    place.folder.mkdir(parents=True, exist_ok=True)
    if (place.folder / FILE).exists() and not place.key.exists():
        raise StorageFault("D-01", f"the key file is not there: {place.key}")
    key = read_key(place.key) if place.key.exists() else new_key(place.key)
    for above in dict.fromkeys((place.folder, place.folder.parent, place.key.parent)):
        synced_folder(above)
    engine = in_postgres(place.database) if place.database else in_file(place.folder / FILE, key)
    epoch = made(engine, secrets.token_hex(8))
    keys = own_keys(key)
    ca_certificate(place.folder, keys.ca, now())
    hub = Hub(engine, now, epoch, keys.members)
    hub.sign = keys.sign
    if refolded(engine):
        retry(hub)  # what only this program understands takes effect now
    return Founded(place.folder, hub, keys)


def there(place: Place, now: Callable[[], datetime]) -> Founded:
    """One that was founded before: a mistyped folder founds nothing."""
    if not place.key.exists():
        raise StorageFault("D-06", f"there is no hub in {place.folder}")
    return founded(place, now)
