"""A day at the counter on a real folder: each step says that it begins, what it makes, and what it has answered."""

from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any

from halls import BOOKS, HALL, MEMBERS, NOON, copy, number_of
from msgspec import Struct

from kiosk.devices.clock import MovedClock, StoppedClock
from kiosk.domain.books import Copy, Title
from kiosk.domain.facts import CopyAdded, Fact, Happening, MemberAdded, TitleAdded
from kiosk.domain.lending import loan_reasons
from kiosk.domain.members import Member, MemberDetails, standing_reasons
from kiosk.storage import holds as shelf, queries
from kiosk.storage.database import key_file, read_key
from kiosk.storage.sealed import sealing
from kiosk.storage.store import Store, new_uuid, open_store
from kiosk.upkeep.cards import member_card
from kiosk.upkeep.setup import Plan, set_up
from kiosk.visit.screens import Fault, Screen
from kiosk.visit.visit import Visit

PLAN = Plan(HALL)
LAST_DAY_OF_CARDS = NOON.date().replace(year=NOON.year + 100)
BETWEEN_SCANS_S = 3
REST_S = 200
Say = Callable[[str], None]


class Unplayable(Exception):
    """The kiosk showed a fault, or wrote something that it did not tell of."""


class Ways(Struct, frozen=True):
    """How a day is played: how long the log may grow, and what a control does to the store just opened."""

    log_pages: int = 16  # the product waits for 4000; a recording of thirty steps would never see the log used again
    changed: Callable[[Store, Say], None] = lambda store, say: None


def quietly(line: str) -> None:
    """For the parts of a day that nobody watches."""


class Day:
    """Reads like tests/halls.py, but on a disk, and aloud."""

    def __init__(
        self, folder: Path, say: Say = quietly, ways: Ways | None = None, *, key_path: Path | None = None
    ) -> None:
        self.folder, self.say, self.ways = folder, say, ways or Ways()
        self.key_path = key_path or key_file(folder)
        self.clock = MovedClock(StoppedClock(NOON))
        self.steps = 0
        self.made: list[str] = []

    def set_up(self) -> None:
        def standing() -> tuple[Fact, ...]:
            store = set_up(self.folder, PLAN, self.clock.now(), key_path=self.key_path)
            facts = tuple(store.facts())
            self.made = [fact.id for fact in facts]
            store.close()
            return facts

        self.step(standing)

    def open(self) -> None:
        """A sitting begins; time goes on from the last fact."""
        self.store = open_store(self.folder, read_key(self.key_path))
        self.store.db.execute(f"pragma wal_autocheckpoint = {self.ways.log_pages}")
        self.store.new_id = self.announced
        self.ways.changed(self.store, self.say)
        last, _ = self.store.head()
        self.clock = MovedClock(StoppedClock(max(NOON, last.at) if last else NOON))
        self.visit = Visit(self.store, self.clock)

    def close(self) -> None:
        self.store.close()

    def announced(self) -> str:
        self.made.append(new_uuid())
        self.say(f"made {self.made[-1]}")
        return self.made[-1]

    def step(self, how: Callable[[], tuple[Fact, ...]]) -> tuple[Fact, ...]:
        """What is acknowledged here is what a person at the screen has been told."""
        self.steps, self.made = self.steps + 1, []
        self.say(f"begin {self.steps}")
        facts = how()
        if [fact.id for fact in facts] != self.made:
            raise Unplayable(f"step {self.steps} wrote {self.made} and told of {facts}")
        self.say(" ".join(["ack", str(self.steps), *self.made]))
        return facts

    def tell(self, *happenings: Happening) -> tuple[Fact, ...]:
        """What the hall's staff do has no journey of its own yet: it goes straight to the store."""
        return self.step(lambda: self.store.record(*happenings, moment=self.clock.now()))

    def scan(self, what: str) -> Screen:
        text = self.card(what) if what in MEMBERS else copy(what) if what in BOOKS else what
        self.clock.pass_by(BETWEEN_SCANS_S)
        return self.shown(lambda: self.visit.scan(text))

    def tap(self, action: str, **arguments: Any) -> Screen:
        self.clock.pass_by(BETWEEN_SCANS_S)
        return self.shown(lambda: self.visit.tap(action, arguments))

    def shown(self, how: Callable[[], Screen]) -> Screen:
        def facts() -> tuple[Fact, ...]:
            if isinstance(screen := how(), Fault):
                raise Unplayable(f"the kiosk shows {screen}")
            return self.visit.facts

        self.step(facts)
        return self.visit.screen

    def card(self, who: str) -> str:
        text = member_card(self.store.db, number_on_card(who))
        assert text, "everybody in MEMBERS has joined"
        return text

    def rest(self) -> None:
        """Nobody comes for a while: the visit ends, and the kiosk moves its log into the file."""
        for _ in range(3):
            self.pass_by(REST_S)

    def pass_days(self, days: int) -> None:
        self.pass_by(days * 86400)

    def pass_by(self, seconds: float) -> None:
        """A step only when there are holds to look after: time alone writes nothing."""
        self.clock.pass_by(seconds)
        rules = self.visit.rules
        due = shelf.to_look_after(self.store.db, rules, self.clock.now().day(rules.hall.utc_offset_min))
        (self.shown if due else lambda tick: tick())(self.visit.tick)

    def hindrances(self, who: str) -> int:
        """How many reasons there are why this member may not borrow now."""
        member = queries.member(self.store.db, number_of(who))
        assert member, "everybody in MEMBERS has joined"
        borrower, today = queries.borrower(self.store.db, member), self.clock.now().day(HALL.utc_offset_min)
        policy = self.visit.rules.policy(member.tier, "book")
        return len(
            standing_reasons(member, borrower.suspensions, today) + loan_reasons(borrower, policy, today, "book")
        )

    def free_book(self, rng: Random) -> str:
        """Not on loan, and kept for nobody; where all are out, one comes back first."""
        names = rng.sample(list(BOOKS), len(BOOKS))
        free = [name for name in names if self.on_desk(name).loan is None and not self.on_desk(name).holds]
        return free[0] if free else names[0]

    def on_desk(self, name: str) -> queries.OnDesk:
        found = queries.on_desk(self.store.db, copy(name))
        assert found, "every book in BOOKS is on the shelves"
        return found

    def stocked(self) -> bool:
        return queries.on_desk(self.store.db, copy(next(iter(BOOKS)))) is not None

    def stock(self) -> None:
        """Shelves and people, in one commit."""

        def all_at_once() -> tuple[Fact, ...]:
            with self.store.transaction():
                return self.store.record(*self.shelves(), *self.people(), moment=self.clock.now())

        self.step(all_at_once)

    def shelves(self) -> list[Happening]:
        titles = [Title(n, name, author, mark) for n, (name, author, mark) in enumerate(BOOKS.values(), 1)]
        return [
            p
            for t, name in zip(titles, BOOKS, strict=True)
            for p in (TitleAdded(t), CopyAdded(Copy(copy(name), t.title, 1, 1)))
        ]

    def people(self) -> list[Happening]:
        return [p for who in MEMBERS for p in joining(self.store, who)]


def joining(store: Store, who: str) -> tuple[Happening, ...]:
    member = Member(number_of(who), number_on_card(who), HALL.hall, "member", 1, LAST_DAY_OF_CARDS)
    return MemberAdded(member), sealing(store.db, MemberDetails(member.member, MEMBERS[who]))


def number_on_card(who: str) -> str:
    return str(100001 + list(MEMBERS).index(who))
