"""The demo's stock: a room counted last spring; copies that are damaged, withdrawn, given or on their way."""

import heapq
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from itertools import count
from random import Random
from typing import Protocol

from kiosk.domain.desk import HallRules
from kiosk.domain.facts import (
    CopyDamaged,
    CopyDonated,
    CopyLost,
    CopySent,
    CopySetAdrift,
    CopyWithdrawn,
    Happening,
    StockTakeBegun,
    StockTakeClosed,
)
from kiosk.domain.members import MemberDetails
from kiosk.domain.moment import Moment
from kiosk.domain.stock import Stocktake
from kiosk.domain.stocktaking import Walk, see
from kiosk.storage import stocktake as stored
from kiosk.storage.sealed import sealing
from kiosk.storage.store import Store
from kiosk.upkeep.demo_shelves import Teller

COUNTED_ROOM = "一楼 健康区"
COUNTED_ON = (4, 12)  # month and day, or the next day that is open
COUNTED_MAX = 400
MISSED = 3
MISPLACED_EACH = 40  # one of so many stands on its neighbour's shelf
HOUR_UTC = 1  # nine in the morning
DONOR = ("赵大年", 990_001)
BATCH = "2026-11"
READY = """select copy from copies where hall = 1 and condition = 'good' and not on_loan and kind = 'book'
    and copy not in (select copy from holds where state = 'ready' and copy is not null) order by copy"""
LIBRARIAN = "select number from staff where role = 'librarian' order by number limit 1"


class Year(Protocol):
    """What is played day by day."""

    store: Store
    rules: HallRules
    days: tuple[date, date]
    queue: list[tuple[datetime, int, Callable[[], None]]]
    order: "count[int]"


class Counting:
    """One morning's stock-take, with ids and chance of its own, so that all else is as without it."""

    def __init__(self, store: Store, at: datetime) -> None:
        self.rng, self.at, self.serial = Random(at.year), at, count()
        self.store = Store(store.db, store.device, new_id=self.new_id, built_at=store.built_at)
        (self.actor,) = store.db.execute(LIBRARIAN).fetchone()

    def new_id(self) -> str:
        head, tail = f"{int(self.at.timestamp() * 1000):012x}", f"{next(self.serial):019x}"
        return f"{head[:8]}-{head[8:]}-7{tail[:3]}-9{tail[3:6]}-{tail[6:18]}"

    def record(self, *happenings: Happening) -> str:
        moment = Moment(self.at, "demo", int(self.at.timestamp() * 1000))
        return [fact.id for fact in self.store.record(*happenings, moment=moment, actor=self.actor)][-1]

    def play(self) -> None:
        asked = Stocktake("", self.store.device.hall, self.at, COUNTED_ROOM)
        expected = stored.expected(self.store.db, asked)
        if expected <= MISSED:
            return
        begun = self.record(StockTakeBegun(asked.hall, expected, COUNTED_ROOM))
        of = stored.stocktake(self.store.db, begun)
        assert of, "the step has just written it"
        waiting = stored.unseen(self.store.db, of)
        missed = set(self.rng.sample(waiting, min(MISSED, len(waiting))))
        self.walk(of, [number for number in waiting if number not in missed][:COUNTED_MAX])
        # Whoever ends it also writes down what was not reached.
        lost = (CopyLost(n, missing=True, stocktake=begun) for n in stored.unseen(self.store.db, of) if n in missed)
        self.record(*lost, StockTakeClosed(begun, self.counts(of, len(missed))))

    def walk(self, of: Stocktake, numbers: list[str]) -> None:
        shelf = ""
        for number in numbers:
            lying = stored.lying(self.store.db, of, number)
            own = lying.copy.shelf if lying.copy else ""
            shelf = shelf if shelf and not self.rng.randrange(MISPLACED_EACH) else own
            self.record(*see(Walk(of, shelf, self.actor), lying))

    def counts(self, of: Stocktake, missed: int) -> tuple[tuple[str, int], ...]:
        return tuple(sorted({**stored.report(self.store.db, of).counts, "missing": missed}.items()))


def plan_stocktake(year: Year) -> None:
    """On a morning before anybody comes, if the demo's year has a spring."""
    first, last = year.days
    for in_year in (last.year, last.year - 1):
        day = year.rules.calendar.next_open(date(in_year, *COUNTED_ON))
        if first + timedelta(days=7) < day < last:
            at = datetime(day.year, day.month, day.day, HOUR_UTC, tzinfo=UTC)
            heapq.heappush(year.queue, (at, next(year.order), Counting(year.store, at).play))
            return


def add_stock(store: Store, teller: Teller, seed: int) -> None:
    """Last of all: of each state a few, taken from what stands on the shelves."""
    rng = Random(seed)
    copies = [number for (number,) in store.db.execute(READY).fetchall()]
    free = iter(rng.sample(copies, len(copies)))
    (actor,) = store.db.execute(LIBRARIAN).fetchone()
    store.record(sealing(store.db, MemberDetails(DONOR[1], DONOR[0])), moment=teller.moment())
    store.record(*states(free), moment=teller.moment(), actor=actor)


def states(free: Iterator[str]) -> Iterator[Happening]:
    """As many of each as the demo's shelves allow."""
    plan: tuple[Callable[[str], Happening], ...] = (
        *(lambda n: CopyDamaged(n, "书脊脱胶"),) * 3,
        *(lambda n: CopyWithdrawn(n, "内容过时"),) * 3,
        *(lambda n: CopySent(n, 1, 2, stays=True, batch=BATCH),) * 3,
        *(lambda n: CopySent(n, 1, 3),) * 2,
        *(lambda n: CopySetAdrift(n, 1),) * 3,
        *(lambda n: CopyDonated(n, DONOR[1]),) * 2,
        lambda n: CopyDonated(n),
    )
    for act, number in zip(plan, free, strict=False):
        yield act(number)
