"""Rejoining: a device that is two devices begins anew under another name, and tells again what it has told before."""

from msgspec.structs import replace

from kiosk.storage.keys import renew_device_key
from kiosk.storage.retelling import retold
from kiosk.storage.store import Store


def rejoin(store: Store, device: str) -> bytes:
    """In one transaction. Returns the hash after which the new line begins: who enrols the device tells it to the hub.

    All facts are told again under their old numbers, and the hub skips what it knows: so nobody has to find out
    where the two devices parted, and it is right even with a hub that was itself restored.
    """
    with store.transaction():
        renew_device_key(store.db)
        first = retold(store.db, device, store.device.generation + 1)
    store.device = replace(store.device, device=device, generation=store.device.generation + 1)
    return first
