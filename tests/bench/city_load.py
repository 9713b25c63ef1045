"""A city's load on one hub, `python -m tests.bench.city_load [--short]`: 1,500 devices, 150 facts a second."""

import shutil
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime
from random import Random
from statistics import quantiles

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from msgspec import Struct
from msgspec.structs import replace
from sqlalchemy import func, select
from uuid_utils import uuid7

from kiosk.domain.books import Copy
from kiosk.domain.codes import copy_number
from kiosk.domain.facts import BookBorrowed, BookReturned, CopyAdded, Fact, Happening
from kiosk.domain.moment import Moment
from kiosk.hub import devices
from kiosk.hub.founding import Place, founded
from kiosk.hub.tables import events
from kiosk.storage.apply import NO_FACT_YET
from kiosk.storage.store import canonical
from kiosk.storage.versions import ROWS_VERSION
from kiosk.sync.client import HubClient, Signer, authority
from kiosk.sync.messages import Ask, Segment, chain, signed_part
from tests.bench.centre import HERE, centre

FOLDER = HERE / "build" / "bench" / "city"
DEVICES, MINUTE_S, SECONDS, FACTS_A_SECOND = 1500, 60.0, 300.0, 150
SHORT_SECONDS = 20.0
HANDS, COPIES = 24, 20
DUE = date(2027, 1, 1)


class Load(Struct, frozen=True):
    seconds: float
    told: int
    stored: int
    late_s: float  # the longest that a device had to wait for its turn among ours
    push_ms: tuple[float, float]  # median and p99
    pull_ms: tuple[float, float]
    cpu_share: float  # of one core
    memory_mib: tuple[float, float]  # at the beginning and at the end

    @property
    def nothing_lost(self) -> bool:
        return self.told == self.stored


class Terminal:
    """One device of a hall of its own: what it tells is made up, how it tells it is not."""

    def __init__(self, number: int, rng: Random) -> None:
        self.device, self.hall, self.rng = f"{number:032x}", 1 + number % 9999, rng
        self.key = Ed25519PrivateKey.generate()
        self.seq, self.head, self.cursor, self.epoch = 0, NO_FACT_YET, -1, ""
        self.client: HubClient | None = None

    @property
    def public(self) -> bytes:
        return self.key.public_key().public_bytes_raw()

    def moment(self) -> Moment:
        return Moment(datetime.now(UTC), "load", time.monotonic_ns() // 1_000_000)

    def happenings(self, count: int) -> list[Happening]:
        if not self.seq:
            listed = (copy_number(self.hall, n) for n in range(1, COPIES + 1))
            return [CopyAdded(Copy(number, 1, self.hall, self.hall)) for number in listed]
        numbers = [copy_number(self.hall, self.rng.randint(1, COPIES)) for _ in range(count)]
        lent = [BookBorrowed(number, 1000 + self.hall, self.hall, DUE, "default") for number in numbers]
        return [one if self.rng.random() < 0.5 else BookReturned(one.copy, self.hall) for one in lent]

    def segment(self, count: int) -> Segment:
        said, bodies = self.moment(), []
        for n, p in enumerate(self.happenings(count), self.seq + 1):
            place = {"device": self.device, "generation": 1, "seq": n, "boot": said.boot, "mono_ms": said.mono_ms}
            fact = Fact(id=str(uuid7()), **place, at=said.at, clock="ok", floor=said.at, p=p)  # type: ignore[arg-type]
            bodies.append(canonical(fact).decode())
        whole = Segment(self.device, 1, self.seq + 1, self.head, tuple(bodies), said)
        return replace(whole, signature=self.key.sign(signed_part(whole, chain(whole)[-1])))

    def push(self, count: int) -> int:
        assert self.client
        segment = self.segment(count)
        ack = self.client.push(segment)
        assert ack.status == "ok" and ack.seq == segment.last, ack
        self.seq, self.head = segment.last, ack.head
        return len(segment.bodies)

    def pull(self) -> None:
        assert self.client
        while True:
            page = self.client.pull(Ask(self.device, self.epoch, self.cursor, self.moment(), ROWS_VERSION))
            self.epoch, self.cursor = page.epoch, page.next
            if not page.more:
                return


class Crowd:
    """All devices, each once a minute, evenly spread; a few hands carry what they say."""

    def __init__(self, terminals: list[Terminal], seconds: float) -> None:
        self.terminals, self.seconds = terminals, seconds
        self.each = round(FACTS_A_SECOND * MINUTE_S / len(terminals))
        self.told, self.late_s = 0, 0.0
        self.pushes: list[float] = []
        self.pulls: list[float] = []
        self.lock = threading.Lock()

    def run(self) -> None:
        began, gap = time.monotonic(), MINUTE_S / len(self.terminals)
        with ThreadPoolExecutor(HANDS) as hands:
            for n in range(int(self.seconds / gap)):
                due = began + n * gap
                time.sleep(max(due - time.monotonic(), 0))
                hands.submit(self.turn, self.terminals[n % len(self.terminals)], due)

    def turn(self, terminal: Terminal, due: float) -> None:
        late, started = time.monotonic() - due, time.monotonic()
        told = terminal.push(self.each)
        pushed = time.monotonic()
        terminal.pull()
        with self.lock:
            self.told, self.late_s = self.told + told, max(self.late_s, late)
            self.pushes.append(pushed - started)
            self.pulls.append(time.monotonic() - pushed)


def loaded(seconds: float) -> Load:
    shutil.rmtree(FOLDER, ignore_errors=True)
    hub = founded(Place(FOLDER), lambda: datetime.now(UTC))
    terminals = [Terminal(n, Random(n)) for n in range(1, DEVICES + 1)]
    with hub.hub.engine.begin() as db:
        for each in terminals:
            devices.add(db, each.device, each.hall, each.public)
    hub.hub.engine.dispose()
    with centre(FOLDER) as serving:
        ca = authority(serving.url)
        for each in terminals:
            signer = Signer(each.device, each.key.sign, hub.keys.public)
            each.client = HubClient(serving.url, signer, ca, now=lambda: datetime.now(UTC))
        crowd = Crowd(terminals, seconds)
        before, cpu, began = serving.memory_mib(), serving.cpu_s(), time.monotonic()
        crowd.run()
        took = time.monotonic() - began
        share, after = (serving.cpu_s() - cpu) / took, serving.memory_mib()
    with founded(Place(FOLDER), lambda: datetime.now(UTC)).hub.engine.connect() as db:
        theirs = events.c.device.in_([each.device for each in terminals[:500]])
        stored = db.execute(select(func.count()).select_from(events).where(events.c.device != "hub")).scalar() or 0
        assert db.execute(select(func.count()).select_from(events).where(theirs)).scalar()
    return Load(took, crowd.told, stored, crowd.late_s, ms(crowd.pushes), ms(crowd.pulls), share, (before, after))


def ms(times: list[float]) -> tuple[float, float]:
    cuts = quantiles(times, n=100)
    return cuts[49] * 1000, cuts[98] * 1000


if __name__ == "__main__":
    found = loaded(SHORT_SECONDS if "--short" in sys.argv else SECONDS)
    print(found)
    sys.exit(0 if found.nothing_lost else 1)
