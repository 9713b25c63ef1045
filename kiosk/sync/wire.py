"""Wire: the link over HTTPS; what the client cannot bring is told in the words that the worker knows."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime

from kiosk.storage.store import Store
from kiosk.sync.client import HubClient, NoAnswer
from kiosk.sync.entering import client_of
from kiosk.sync.link import LinkDown
from kiosk.sync.messages import Ack, Ask, Page, Segment

SAME = {"forked": "fork"}  # a device is forked, and its answer says fork


class Wire:
    """Of one thread."""

    def __init__(self, client: HubClient) -> None:
        self.client = client

    def push(self, segment: Segment) -> Ack:
        with in_our_words():
            return self.client.push(segment)

    def pull(self, ask: Ask) -> Page | None:
        with in_our_words():
            return self.client.pull(ask)

    def close(self) -> None:
        self.client.close()


def wire_of(store: Store, now: Callable[[], datetime]) -> Wire:
    with in_our_words():
        client = client_of(store, now)
    if client is None:
        raise LinkDown("unknown_device")
    return Wire(client)


@contextmanager
def in_our_words() -> Iterator[None]:
    try:
        yield
    except NoAnswer as none:
        raise LinkDown(SAME.get(none.code, none.code), none.again_s, none.order) from None
