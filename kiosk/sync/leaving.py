"""Leaving: a device that was told to forget everything first sends all it has, and only then destroys its key."""

from collections.abc import Callable
from pathlib import Path

from kiosk.storage.hub_line import Own, hub_line, told_after
from kiosk.storage.store import Store
from kiosk.storage.wiping import destroy_key
from kiosk.sync.joining import WipeOrder
from kiosk.sync.messages import SEGMENT_FACTS_MAX, Ack, Segment
from kiosk.sync.outbox import segment_of

STORED = ("ok", "revoked", "fork")  # in the book, or put aside for a person: on the hub's disk in either case


def leave(store: Store, order: WipeOrder, push: Callable[[Segment], Ack], key_file: Path) -> bool:
    """False: something is not at the hub yet, and nothing was destroyed. That the order is the hub's, the client has
    seen from its signature."""
    if order.device != store.device.device or not last_words(store, push):
        return False
    store.close()
    destroy_key(key_file)
    return True


def last_words(store: Store, push: Callable[[Segment], Ack]) -> bool:
    """All that the hub has not stored yet; a device that is revoked gets no other proof than each answer."""
    at = hub_line(store.db).stored
    while found := told_after(store.db, at, SEGMENT_FACTS_MAX):
        segment = segment_of(store, found, None)
        if push(segment).status not in STORED:
            return False
        at = Own(segment.generation, segment.last)
    return True
