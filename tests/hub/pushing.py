"""Pushing: a kiosk and its hub on a real disk, in a child that says aloud how far the hub has acknowledged."""

import os
import sys
from pathlib import Path

from cities import Kiosk
from halls import KEY, NOON

from kiosk.domain.books import Copy
from kiosk.domain.codes import copy_number
from kiosk.domain.facts import CopyAdded
from kiosk.hub import devices
from kiosk.hub.database import in_file, made
from kiosk.hub.hub import Hub
from kiosk.storage.keys import device_public
from kiosk.sync.outbox import next_segment, take_ack

DEVICE = "k".ljust(32, "-")
FACTS_EACH = 3
SECRET = bytes(32)


def hub_in(place: Path) -> Hub:
    engine = in_file(place / "hub.db", KEY)
    return Hub(engine, lambda: NOON, made(engine, "e"), SECRET)


def prepared(place: Path) -> None:
    """The hub stands, and knows the kiosk that will speak to it."""
    hub = hub_in(place)
    with hub.engine.begin() as db:
        devices.add(db, DEVICE, 1, public_of_seed())
    hub.engine.dispose()


def public_of_seed() -> bytes:
    return device_public(kiosk().db)


def kiosk() -> Kiosk:
    """The same kiosk each time: its key comes from no chance."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    made = Kiosk("k")
    pair = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
    values = (pair.private_bytes_raw(), pair.public_key().public_bytes_raw())
    made.db.execute("update keys set private = ?, public = ? where role = 'device'", values)
    return made


def pushed(serial: int) -> CopyAdded:
    return CopyAdded(Copy(copy_number(1, serial), 1, 1, 1))


def main(place: Path, pushes: int) -> None:
    """Goes on where the one before was killed: what the hub has, it says in its first answer."""
    told, hub = kiosk(), hub_in(place)
    with hub.engine.connect() as db:
        known = devices.find(db, DEVICE)
    assert known
    numbers = iter(range(1, 1 << 30))
    told.store.new_id = lambda: f"fact {next(numbers)}"
    told.tell(*(pushed(serial) for serial in range(1, known.last_seq + 1)))
    while waiting := next_segment(told.store, None):
        take_ack(told.store, hub.push(waiting))
    for push in range(pushes):
        first = known.last_seq + push * FACTS_EACH + 1
        told.tell(*(pushed(serial) for serial in range(first, first + FACTS_EACH)))
        segment = next_segment(told.store, None)
        assert segment
        ack = hub.push(segment)
        assert ack.status == "ok" and not take_ack(told.store, ack)
        os.write(1, f"{ack.seq}\n".encode())
    hub.engine.dispose()


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
