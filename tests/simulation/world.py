"""World: one seed, one schedule; kiosks, their hub, a network and sticks, and all that may go wrong with them."""

from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime, timedelta
from itertools import count
from random import Random
from typing import Any

from halls import NOON
from simulation.acts import ACTS, COPIES, HALLS, begun
from simulation.disasters import disaster
from simulation.faults import Crash, hub_disk
from simulation.machine import Machine
from simulation.stranger import Stranger, forged
from sqlalchemy import select, update

from kiosk.domain.codes import copy_number
from kiosk.hub import devices
from kiosk.hub.hub import Hub
from kiosk.hub.tables import events, state
from kiosk.storage.database import IntegrityError, StorageFault
from kiosk.storage.hub_line import Own, hash_at, hub_line
from kiosk.storage.keys import device_public
from kiosk.sync.inbox import PORTION_ROWS, next_ask, take_page
from kiosk.sync.messages import Ack, Page, Segment
from kiosk.sync.outbox import next_segment, take_ack
from kiosk.sync.rejoining import rejoin

STEPS = 100
KIOSKS = ((1, "a"), (1, "b"), (2, "c"))
ON_ITS_WAY = timedelta(seconds=60)  # what takes longer has been given up
CLOCKS = (timedelta(days=-9900), timedelta(days=26600), timedelta(hours=-1), timedelta(minutes=20), timedelta())
LOST_ODDS, TWICE_ODDS, DELIVERED_ODDS, BEGINNING_ODDS = 0.15, 0.15, 0.6, 0.3
LOOKED_AT_ODDS, AGAIN_ODDS = 0.2, 0.35
AGES = timedelta(days=9)
DRIFT_MOST = 5e-5  # of a cheap quartz
SECRET = bytes(32)


class Broken(Exception):
    """An invariant does not hold."""


class World:
    def __init__(self, seed: int) -> None:
        self.seed, self.rng, self.now = seed, Random(seed), NOON
        self.disk, self.ids, self.seen = hub_disk(), count(1), Counter[str]()
        self.disk.doom.disarm()
        self.disk.hold(self.disk.empty)
        self.epochs = count(1)
        self.hub = self.begun_hub()
        self.net: list[tuple[datetime, Callable[[], None]]] = []
        self.sticks: list[tuple[Machine, Segment]] = []
        self.made: set[str] = set()
        self.shown: set[str] = set()  # loans that stood on a screen when they were made
        self.enrolled: dict[str, tuple[int, bytes, bytes]] = {}
        self.revoked: dict[str, datetime] = {}
        self.unsound: set[str] = set()
        self.copies: list[Any] = []
        self.images: list[tuple[Machine, Any]] = []
        self.generations = count(2)
        self.kiosks = [self.opened(name, hall) for hall, name in KIOSKS]
        self.stranger = Stranger("newer", 1, self.rng)
        self.enrol("newer", 1, self.stranger.public)
        for k in self.kiosks:
            if k.name != "b":
                self.told(k, lambda k=k: begun(k.hall, k))

    def new_id(self) -> str:
        return f"{self.seed}-{next(self.ids):05}"

    def begun_hub(self) -> Hub:
        epoch = f"e{next(self.epochs)}"
        with self.disk.engine.begin() as db:
            if db.execute(update(state).values(value=epoch)).rowcount == 0:
                db.execute(state.insert().values(name="epoch", value=epoch))
        return Hub(self.disk.engine, lambda: self.now, epoch, SECRET)

    def opened(self, name: str, hall: int) -> Machine:
        k = Machine(name, hall, self.new_id)
        k.drift = Random(f"{self.seed} {name}").uniform(-DRIFT_MOST, DRIFT_MOST)
        self.enrol(name, hall, device_public(k.db))
        return k

    def enrol(self, name: str, hall: int, public: bytes, head: bytes = bytes(32)) -> None:
        self.enrolled[name] = (hall, public, head)
        with self.disk.engine.begin() as db:
            devices.add(db, name, hall, public, head=head)

    # What may die in the middle.

    def at_kiosk(self, k: Machine, act: Callable[[], Any]) -> Any:
        k.doom.arm(self.rng)
        try:
            return act()
        except Crash:
            self.seen["crash at a kiosk"] += 1
            with suppress(Exception):
                k.raw.execute("rollback")
            k.restart(self.now)
        except StorageFault as fault:
            if isinstance(fault.__cause__, IntegrityError):
                return None
            self.seen["full disk at a kiosk"] += 1
        finally:
            k.doom.disarm()
        return None

    def at_hub(self, act: Callable[[], Any]) -> Any:
        doom = self.disk.doom
        doom.arm(self.rng)
        try:
            return act()
        except Crash:
            self.seen["crash at the hub"] += 1
        except Exception as fault:
            if "disk is full" not in str(fault):
                raise
            self.seen["full disk at the hub"] += 1
        finally:
            doom.disarm()
        return None

    # What passes between them.

    def send(self, what: Callable[[], None], *, answer: bool = False) -> None:
        """An answer may come back on a stick, weeks later; a request that takes long has been given up."""
        times = 0 if self.rng.random() < LOST_ODDS else 2 if self.rng.random() < TWICE_ODDS else 1
        self.seen[("lost", "sent", "sent twice")[times]] += 1
        self.net += [(NOON + AGES if answer else self.now, what)] * times

    def deliver(self) -> None:
        while self.net and self.rng.random() < DELIVERED_ODDS:
            sent, what = self.net.pop(self.rng.randrange(len(self.net)))
            if sent > self.now and self.rng.random() < AGAIN_ODDS:
                self.net.append((sent, what))
            if self.now - sent <= ON_ITS_WAY:
                what()

    def push(self, k: Machine, segment: Segment) -> None:
        ack = self.at_hub(lambda: self.hub.push(segment))
        if ack:
            self.send(lambda: self.acknowledged(k, ack), answer=True)

    def acknowledged(self, k: Machine, ack: Ack) -> None:
        trouble = self.at_kiosk(k, lambda: take_ack(k.store, ack))
        if trouble is None:
            return
        if not trouble:
            self.proved_stored(k, ack)
        elif trouble == "fork":
            self.rejoined(k)

    def proved_stored(self, k: Machine, ack: Ack) -> None:
        """What the kiosk now takes for stored is stored."""
        line = hub_line(k.raw)
        if not ack.epoch == line.epoch == self.hub.epoch or line.stored <= Own(line.begun):
            return
        with self.disk.engine.connect() as db:
            known = devices.find(db, k.store.device.device)
            digest = hash_at(k.raw, line.stored)
            found = select(events.c.hash).where(events.c.device == k.name, events.c.hash == digest)
            if digest and known and known.head != digest and db.execute(found).first() is None:
                raise Broken(f"I6 {k.name} takes {line.stored} for stored")

    def pull(self, k: Machine) -> None:
        limit = self.rng.choice((1, 5, 20, 1000))
        ask = next_ask(k.store, k.moment(self.now))
        page = self.at_hub(lambda: self.hub.pull(type(ask)(**{**struct_of(ask), "limit": limit})))
        if page:
            self.send(lambda: self.heard(k, page), answer=True)

    def heard(self, k: Machine, page: Page) -> None:
        line = hub_line(k.raw)
        shown = self.shown & own_loans(k) if page.epoch == line.epoch == k.all_heard_of else set()
        taken = self.at_kiosk(k, lambda: take_page(k.store, page, k.moment(self.now), lambda: PORTION_ROWS))
        k.all_heard_of = page.epoch if taken and not page.more else k.all_heard_of
        if gone := shown - own_loans(k):
            raise Broken(f"I4 what {k.name} has shown is gone: {min(gone)}")
        if taken and self.rng.random() < LOOKED_AT_ODDS and (different := k.store.differences()):
            raise Broken(f"I2 rows of {k.name} do not follow just after a page: {different}")

    # What happens.

    def told(self, k: Machine, act: Callable[[], tuple[Any, ...]]) -> None:
        def both() -> tuple[Any, ...]:
            with k.store.transaction():
                return k.store.record(*act(), moment=k.moment(self.now))

        for fact in self.at_kiosk(k, both) or ():
            self.made.add(fact.id)
            self.shown |= {fact.id} & all_loans(k)

    def rejoined(self, k: Machine) -> None:
        """Staff enrol it anew; what the hub lacks is told again, under its old id."""
        self.seen["joined again"] += 1
        name = f"{k.name[0]}{next(self.generations)}"
        head = rejoin(k.store, name)
        k.name, k.newest = name, max(k.newest, k.store.device.generation)
        self.enrol(name, k.hall, device_public(k.db), head)
        if not k.sound:
            self.unsound.add(name)

    def step(self) -> None:
        r, k = self.rng, self.rng.choice(self.kiosks)
        self.now += timedelta(milliseconds=r.randrange(1, 9000))
        x = r.random()
        if x < 0.40:
            act = r.choice(ACTS)
            self.told(k, lambda: act(k, r))
        elif x < 0.72 and not k.cut:
            self.spoken(k)
        elif x < 0.80:
            self.carried(k)
        else:
            self.misfortune(k)
        self.deliver()

    def spoken(self, k: Machine) -> None:
        if self.rng.random() < 0.5:
            self.send(lambda: self.pull(k))
        elif segment := next_segment(k.store, k.moment(self.now), self.rng.choice((1, 4, 30))):
            self.send(lambda: self.push(k, segment))

    def carried(self, k: Machine) -> None:
        """On a stick: late, twice, in any order, or never."""
        if self.sticks and self.rng.random() < 0.5:
            one = self.rng.randrange(len(self.sticks))
            owner, segment = self.sticks[one]
            if self.rng.random() < BEGINNING_ODDS:
                self.sticks.pop(one)
            self.push(owner, segment)
        elif segment := next_segment(k.store, None, self.rng.randrange(1, 20)):
            self.sticks.append((k, segment))

    def misfortune(self, k: Machine) -> None:
        r = self.rng
        match r.choice(("cut", "cut", "clock", "clock", "boot", "copy", "image", "image", "rare", "rare", "stranger")):
            case "cut":
                k.cut = not k.cut
            case "clock":
                k.off, k.sound = r.choice(CLOCKS), False
                self.unsound.add(k.name)
            case "boot":
                k.restart(self.now)
            case "copy":
                self.copies = [*self.copies[-3:], self.disk.copy()]
            case "image":
                self.images = [*self.images[-4:], (k, k.image())]
            case "stranger":
                self.push_plainly(self.stranger.segment(self.now))
            case "rare":
                disaster(self, r.randrange(6))
        if r.random() < 0.1 and (segment := next_segment(k.store, None, 3)):
            self.push_plainly(forged(segment))

    def push_plainly(self, segment: Segment) -> None:
        ack = self.at_hub(lambda: self.hub.push(segment))
        if ack and segment.device == self.stranger.name:
            self.stranger.hear(ack)

    def late_answers(self) -> None:
        """Whatever is still under way arrives in any order, long after it was meant."""
        late = [one for one in self.net if one[0] > self.now]
        self.rng.shuffle(late)
        self.net = late[len(late) // 2 :]
        for _, what in late[: len(late) // 2]:
            what()

    def physically_lost(self) -> None:
        """What no disk holds any more may still turn up on a stick; nobody can be sure of it."""
        live = self.at_hub_ids().union(*(k.facts() for k in self.kiosks))
        self.seen["physically lost"] += len(self.made - live)
        self.made &= live

    def at_hub_ids(self) -> set[str]:
        return {row[0] for row in self.disk.db.execute("select id from events")}


def all_loans(k: Machine) -> set[str]:
    return {row[0] for row in k.raw.execute("select loan from loans")}


def own_loans(k: Machine) -> set[str]:
    """What people were told at this kiosk, of books that are always on the list."""
    listed = [copy_number(hall, n) for hall in HALLS for n in range(1, COPIES + 1)]
    sql = f"""select loan from loans where copy in ({", ".join("?" * len(listed))}) and loan in
        (select json_extract(body, '$.id') from facts where type = 'BookBorrowed')"""
    return {row[0] for row in k.raw.execute(sql, listed)}


def struct_of(value: Any) -> dict[str, Any]:
    return {name: getattr(value, name) for name in value.__struct_fields__}
