"""The hub is killed while a kiosk tells it things: what it has acknowledged is there, and nothing is there twice."""

import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from random import Random
from threading import Timer

import pytest
from cities import Kiosk
from halls import copy
from msgspec.structs import replace
from postgres import database
from served import client, hear, new_kiosk
from sqlalchemy import select

from kiosk.devices.clock import SystemClock
from kiosk.hub.enrolling import Offer, offered
from kiosk.hub.founding import Founded, Place, there
from kiosk.hub.tables import events
from kiosk.storage.hub_line import hub_line, write_line
from kiosk.sync.client import HubClient, NoAnswer
from kiosk.sync.entering import Invitation, join
from kiosk.sync.outbox import next_segment, take_ack

AT_ONCE = 4
KILLED_WITHIN_S = 0.4


class Mortal:
    """A hub's process that can be killed and started again."""

    def __init__(self, place: Place) -> None:
        command = [sys.executable, "-m", "kiosk.cli", "hub", "serve", "--port", "0", "--data", str(place.folder)]
        self.command = [*command, "--database", place.database]
        self.place, self.process = place, self.started()

    def started(self) -> subprocess.Popen[str]:
        self.process = subprocess.Popen(self.command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        assert self.process.stdout
        found = re.search(r"https://\S+", self.process.stdout.readline())
        assert found
        self.url = found[0]
        return self.process

    def end(self, how: signal.Signals) -> None:
        self.process.send_signal(how)
        self.process.wait(20)
        assert self.process.stdout
        self.process.stdout.close()

    def founded(self) -> Founded:
        return there(self.place, lambda: SystemClock().now().at)


@pytest.fixture(params=["sqlite", "postgresql"])
def mortal(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Mortal]:
    if request.param == "sqlite":
        yield from lived(Place(tmp_path / "hub"))
    else:
        with database() as url:
            yield from lived(Place(tmp_path / "hub", database=url))


def lived(place: Place) -> Iterator[Mortal]:
    made = Mortal(place)
    yield made
    made.end(signal.SIGTERM)


def entered(mortal: Mortal) -> tuple[Kiosk, HubClient]:
    kiosk, hub = new_kiosk("first"), mortal.founded()
    with hub.hub.engine.begin() as db:
        code = offered(db, Offer(1, "", "kiosk", hub.now + timedelta(minutes=5)), hub)
    hub.hub.engine.dispose()
    join(kiosk.store, Invitation(mortal.url, code))
    kiosk.begin()
    return kiosk, client(kiosk)


def tell_until_killed(kiosk: Kiosk, http: HubClient, rng: Random) -> None:
    """Small pieces, so that each death meets one on its way."""
    try:
        while True:
            number = copy(rng.choice(("hlm", "tg", "food", "city")))
            kiosk.lend(number, rng.choice(("zhang", "li", "ou")))
            kiosk.take_back(number)
            segment = next_segment(kiosk.store, kiosk.clock.now(), AT_ONCE)
            assert segment and take_ack(kiosk.store, http.push(segment)) == ""
    except NoAnswer as ended:
        assert ended.code in ("unreachable", "timeout")


def check(mortal: Mortal, kiosk: Kiosk) -> int:
    """Everything up to the last acknowledgement, in one unbroken row, each once, as it was said: so many facts."""
    hub = mortal.founded()
    told = dict(kiosk.db.execute("select seq, body from facts").fetchall())
    with hub.hub.engine.connect() as db:
        found = db.execute(select(events.c.seq, events.c.body, events.c.parked_why).order_by(events.c.seq)).fetchall()
    hub.hub.engine.dispose()
    assert [row.seq for row in found] == list(range(1, len(found) + 1))
    assert len(found) >= hub_line(kiosk.db).stored.seq
    assert all(row.body == told[row.seq] and row.parked_why is None for row in found)
    return len(found)


def killed(mortal: Mortal, times: int, seed: int) -> None:
    rng = Random(seed)
    kiosk, http = entered(mortal)
    for _ in range(times):
        death = Timer(rng.uniform(0.05, KILLED_WITHIN_S), lambda: mortal.process.send_signal(signal.SIGKILL))
        death.start()
        tell_until_killed(kiosk, http, rng)
        death.join()
        http.close()
        mortal.end(signal.SIGKILL)
        check(mortal, kiosk)
        mortal.started()
        write_line(kiosk.db, replace(hub_line(kiosk.db), hub=mortal.url))
        http = client(kiosk)
    while segment := next_segment(kiosk.store, kiosk.clock.now()):
        assert take_ack(kiosk.store, http.push(segment)) == ""
    hear(kiosk, http)
    print(f"killed {times} times, {check(mortal, kiosk)} facts, of which none is lost or doubled")
    assert kiosk.store.differences() == {}
    http.close()


def test_killed_a_few_times(mortal: Mortal) -> None:
    killed(mortal, 3, 1)


@pytest.mark.proof
def test_killed_many_times(mortal: Mortal) -> None:
    killed(mortal, 60, 2)
