"""The demo's year: people come in the evening and at weekends, borrow, forget, bring back."""

import heapq
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from functools import partial
from itertools import count
from typing import Protocol

from kiosk.domain.codes import copy_number
from kiosk.domain.desk import Desk, HallRules
from kiosk.domain.facts import BookBorrowed, CardReportedLost, CopyLost, HoldPlaced, MemberBlocked
from kiosk.domain.lending import borrow, give_back, renew
from kiosk.domain.loans import Loan
from kiosk.domain.refusals import Refused
from kiosk.storage import queries
from kiosk.storage.store import Store
from kiosk.upkeep import demo_shelves
from kiosk.upkeep.demo_people import Cast
from kiosk.upkeep.demo_stock import plan_stocktake

HOURS_WEEKDAY = {10: 2, 11: 2, 12: 5, 13: 2, 15: 2, 16: 3, 17: 7, 18: 13, 19: 14, 20: 8}
HOURS_WEEKEND = {9: 6, 10: 12, 11: 9, 14: 10, 15: 11, 16: 9, 17: 4, 18: 3}
VISITS_BY_WEEKDAY = (0.0, 0.7, 0.8, 0.8, 1.0, 1.9, 1.7)  # Monday: closed
VISITS_BY_MONTH = (0.9, 0.6, 1.0, 1.0, 1.0, 1.05, 1.35, 1.3, 0.95, 0.8, 1.1, 1.0)
VISITS_A_DAY = 0.035  # of each member, on a plain day
LATE = 0.09
LOST_COPIES = 8
HELD_COPIES = 8
Act = Callable[[], None]


class Teller(demo_shelves.Teller, Protocol):
    at: datetime


class Year:
    """A queue of things that people will do, each at its time."""

    def __init__(self, store: Store, teller: Teller, cast: Cast, days: tuple[date, date]) -> None:
        self.store, self.teller, self.cast, self.days = store, teller, cast, days
        self.rng, self.order = teller.rng, count()
        self.rules: HallRules = queries.hall_rules(store.db, store.device.hall)
        self.queue: list[tuple[datetime, int, Act]] = []
        total = store.db.execute("select count(*) from copies").fetchone()[0]
        self.copies = [copy_number(1, n + 1) for n in range(total)]
        self.weights = [1 / (1 + n * 12 / total) for n in range(total)]  # the first titles are the most read

    def plan(self, day: date, hour: float, act: Act) -> None:
        at = datetime(day.year, day.month, day.day, tzinfo=UTC) + timedelta(
            hours=hour - 8, seconds=self.rng.randrange(60)
        )
        heapq.heappush(self.queue, (at, next(self.order), act))

    def play(self) -> None:
        with self.store.transaction():
            while self.queue:
                self.teller.at, _, act = heapq.heappop(self.queue)
                act()

    def hour(self, day: date) -> float:
        hours = HOURS_WEEKEND if day.weekday() >= 5 else HOURS_WEEKDAY
        return self.rng.choices(tuple(hours), tuple(hours.values()))[0] + self.rng.randrange(60) / 60

    def ago(self, days: int) -> date:
        return max(self.days[1] - timedelta(days=days), self.days[0])

    def today(self) -> date:
        return self.teller.moment().day(480)

    def desk(self, copy: str, member: int | None) -> Desk | None:
        on_desk = queries.on_desk(self.store.db, copy)
        row = queries.member(self.store.db, member) if member is not None else None
        who = queries.borrower(self.store.db, row) if row else None
        return Desk(self.rules, self.today(), on_desk, who) if on_desk else None

    def lend(self, member: int, *, keeps: bool = False, copy: str | None = None) -> bool:
        """One book for one member, with the day on which it will come back already known."""
        copy = copy or self.rng.choices(self.copies, self.weights)[0]
        desk = self.desk(copy, member)
        if desk is None or desk.on_desk.loan or isinstance(outcome := borrow(desk), Refused):
            return False
        facts = self.store.record(*outcome, moment=self.teller.moment())
        loan = next(f.id for f in facts if isinstance(f.p, BookBorrowed))
        if not keeps:
            self.plan_return(copy, loan)
        return True

    def plan_return(self, copy: str, loan: str) -> None:
        stays = self.rng.randrange(31, 44) if self.rng.random() < LATE else self.rng.randrange(3, 30)
        back = self.rules.calendar.next_open(self.today() + timedelta(days=stays))
        if self.rng.random() < 0.15:
            soon = self.rules.calendar.next_open(self.today() + timedelta(days=max(stays - 4, 1)))
            self.plan_if_past(soon, lambda: self.renew(copy, loan))
            back += timedelta(days=self.rng.randrange(7, 20))
        self.plan_if_past(back, lambda: self.give_back(copy, loan))

    def plan_if_past(self, day: date, act: Act) -> None:
        if day < self.days[1]:
            self.plan(day, self.hour(day), act)

    def renew(self, copy: str, loan: str) -> None:
        desk = self.desk(copy, self.borrower_of(copy, loan))
        if desk and desk.borrower and not isinstance(outcome := renew(desk), Refused):
            self.store.record(*outcome, moment=self.teller.moment())

    def borrower_of(self, copy: str, loan: str) -> int | None:
        on_desk = queries.on_desk(self.store.db, copy)
        open_loan: Loan | None = on_desk.loan if on_desk else None
        return open_loan.member if open_loan and open_loan.loan == loan else None

    def give_back(self, copy: str, loan: str) -> None:
        desk = self.desk(copy, None)
        if desk is None or desk.on_desk.loan is None or desk.on_desk.loan.loan != loan:
            return
        self.store.record(*give_back(desk), moment=self.teller.moment())


def play_year(store: Store, teller: Teller, cast: Cast, days: tuple[date, date]) -> None:
    year = Year(store, teller, cast, days)
    plan_life(year)
    plan_cast(year)
    plan_copies(year)
    plan_stocktake(year)
    year.play()


def plan_life(year: Year) -> None:
    day, last = year.days
    while day < last:
        if year.rules.calendar.is_open(day):
            busy = VISITS_BY_WEEKDAY[day.weekday()] * VISITS_BY_MONTH[day.month - 1]
            visits = busy * VISITS_A_DAY * len(year.cast.others)
            for _ in range(int(visits) + (year.rng.random() < visits % 1)):
                year.plan(day, year.hour(day), partial(some_visit, year))
        day += timedelta(days=1)


def some_visit(year: Year) -> None:
    """Few read much and most read a little."""
    who = year.cast.others[int(len(year.cast.others) * year.rng.random() ** 1.7)]
    for _ in range(year.rng.choices((1, 2, 3), (6, 3, 1))[0]):
        year.lend(who)


def plan_cast(year: Year) -> None:
    """At the end each of the cast stands where the play wants them."""
    playing = year.cast.playing
    for member in playing["at_limit"]:
        year.plan(year.ago(6), 18.5, partial(take, year, member, 5))
    for member in playing["overdue"]:
        year.plan(year.ago(44), 18.5, partial(take, year, member, 2))
    for member in playing["suspended"]:
        year.plan(year.ago(50), 19.0, partial(take, year, member, 1))
        year.plan(year.ago(2), 18.2, partial(bring_all, year, member))
    for member in playing["blocked"]:
        year.plan(year.ago(9), 10.2, partial(record, year, MemberBlocked(member, "staff")))
    for member in playing["card_lost"]:
        year.plan(year.ago(5), 10.4, partial(record, year, CardReportedLost(member, 1)))


def record(year: Year, happening: MemberBlocked | CardReportedLost | CopyLost | HoldPlaced) -> None:
    year.store.record(happening, moment=year.teller.moment())


def take(year: Year, member: int, books: int) -> None:
    taken = 0
    for copy in year.rng.sample(year.copies, len(year.copies)):
        taken += year.lend(member, keeps=True, copy=copy)
        if taken == books:
            return


def bring_all(year: Year, member: int) -> None:
    row = queries.member(year.store.db, member)
    for o in queries.borrower(year.store.db, row).loans if row else ():
        year.give_back(o.copy.copy, o.loan.loan)


def plan_copies(year: Year) -> None:
    """Some copies are lost; some stand on the hold shelf since this morning's returns."""
    last = year.days[1] - timedelta(days=1)
    for _ in range(LOST_COPIES):
        year.plan(last, 9.5, partial(lose, year))
    for n in range(HELD_COPIES):
        year.plan(last, 10.0, partial(hold, year, n))


def lose(year: Year) -> None:
    here = "select copy from copies where on_loan = 0 and condition = 'good' order by copy"
    record(year, CopyLost(year.rng.choice(year.store.db.execute(here).fetchall())[0]))


def hold(year: Year, n: int) -> None:
    """A loan of somebody comes back, and a member who waited for it will fetch it."""
    lent = "select copy, last_loan from copies where on_loan = 1 and condition = 'good' order by last_loan"
    waiting = year.cast.others[-1 - n]
    keeping = {m for members in year.cast.playing.values() for m in members}
    for copy, loan in year.store.db.execute(lent).fetchall():
        on_desk = queries.on_desk(year.store.db, copy)
        if on_desk and on_desk.loan and on_desk.loan.member not in keeping | {waiting} and not on_desk.holds:
            record(year, HoldPlaced(on_desk.title.title, waiting, 1))
            return year.give_back(copy, loan)
    return None
