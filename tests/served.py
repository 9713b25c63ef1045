"""A hub that really serves, in a thread, with TLS on the loopback; and kiosks that speak to it over the wire."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any

from cities import Kiosk
from halls import NOON

from kiosk.devices.clock import MovedClock, StoppedClock
from kiosk.hub import devices
from kiosk.hub.enrolling import CODE_MINUTES, Offer, offered
from kiosk.hub.founding import Place, founded
from kiosk.hub.serving import Address, Serving
from kiosk.storage.keys import add_key
from kiosk.sync.client import HubClient
from kiosk.sync.entering import Invitation, client_of, join
from kiosk.sync.inbox import next_ask, take_page
from kiosk.sync.outbox import next_segment, take_ack

WAIT_S = 20


class Served:
    """A hub at work, its clock in the test's hand."""

    def __init__(self, folder: Path, database: str = "") -> None:
        self.clock = MovedClock(StoppedClock(NOON))
        self.hub = founded(Place(folder, database=database), lambda: self.clock.now().at)
        self.url, self.ready = "", threading.Event()
        self.clients: list[HubClient] = []
        self.serving = Serving(self.hub, Address("127.0.0.1", 0))

    def listens(self, url: str) -> None:
        self.url = url
        self.ready.set()

    def code(self, hall: int = 1, name: str = "", role: str = "kiosk") -> str:
        until = self.clock.now().at + timedelta(minutes=CODE_MINUTES)
        with self.hub.hub.engine.begin() as db:
            return offered(db, Offer(hall, name, role, until), self.hub)

    def invitation(self, hall: int = 1) -> Invitation:
        return Invitation(self.url, self.code(hall))

    def change(self, kiosk: Kiosk, **fields: Any) -> None:
        with self.hub.hub.engine.begin() as db:
            devices.change(db, kiosk.store.device.device, **fields)

    def joined(self, name: str, hall: int = 1) -> tuple[Kiosk, HubClient]:
        kiosk = new_kiosk(name, hall)
        join(kiosk.store, self.invitation(hall))
        self.clients.append(client(kiosk))
        return kiosk, self.clients[-1]


@contextmanager
def serving(folder: Path, database: str = "") -> Iterator[Served]:
    with at_work(Served(folder, database)) as served:
        yield served


@contextmanager
def at_work(served: Served) -> Iterator[Served]:
    thread = threading.Thread(target=served.serving.run, args=(served.listens,), daemon=True)
    thread.start()
    assert served.ready.wait(WAIT_S)
    try:
        yield served
    finally:
        for each in served.clients:
            each.close()
        served.serving.end()
        thread.join(WAIT_S)
        assert not thread.is_alive()
        served.hub.hub.engine.dispose()


def new_kiosk(name: str, hall: int = 1) -> Kiosk:
    kiosk = Kiosk(name, hall)
    add_key(kiosk.db, "issuer")
    return kiosk


def client(kiosk: Kiosk) -> HubClient:
    made = client_of(kiosk.store, lambda: kiosk.clock.now().at)
    assert made
    return made


def send(kiosk: Kiosk, http: HubClient) -> str:
    """Until the hub has everything; what is wrong, or nothing."""
    while segment := next_segment(kiosk.store, kiosk.clock.now()):
        if trouble := take_ack(kiosk.store, http.push(segment)):
            return trouble
    return ""


def hear(kiosk: Kiosk, http: HubClient) -> None:
    while True:
        page = http.pull(next_ask(kiosk.store, kiosk.clock.now()))
        take_page(kiosk.store, page, kiosk.clock.now())
        if not page.more:
            return
