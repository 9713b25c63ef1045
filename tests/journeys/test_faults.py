"""Faults of the disk in the middle of a visit: a code on the screen, nothing half done, and on it goes afterwards."""

from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest
from halls import NOON, TODAY, TestHall

from kiosk.devices.clock import Clock
from kiosk.domain.moment import Moment
from kiosk.visit.screens import Basket, Fault, Leaving
from kiosk.visit.stopped import AGAIN_S, Stopped

LOAN_DAYS = 31  # the thirtieth is a day of rest


def full(hall: TestHall) -> Callable[[], object]:
    """As large as it is, and not a page more."""
    hall.db.execute("vacuum")
    pages = hall.db.execute("pragma page_count").fetchone()[0]
    hall.db.execute(f"pragma max_page_count = {pages}")
    return lambda: hall.db.execute("pragma max_page_count = 100000")


def read_only(hall: TestHall) -> Callable[[], object]:
    hall.db.execute("pragma query_only = on")
    return lambda: hall.db.execute("pragma query_only = off")


def lent_and_given_back(hall: TestHall) -> Iterator[object]:
    for _ in range(200):
        hall.scan("zhang")
        yield hall.scan("hlm")
        hall.tap("finish")
        yield hall.scan("hlm")
        hall.tap("finish")


@pytest.mark.parametrize("failing", [full, read_only])
def test_a_disk_that_fails_is_named_and_nothing_is_half_done(
    hall: TestHall, failing: Callable[[TestHall], Callable[[], object]]
) -> None:
    mend = failing(hall)
    fault = next(screen for screen in lent_and_given_back(hall) if isinstance(screen, Fault))
    facts = hall.db.execute("select count(*) from facts").fetchone()[0]
    assert fault.code == "D-10" and fault.device == hall.store.device.device[:8] and not hall.facts
    mend()
    assert hall.store.differences() == {}
    hall.tap("finish")
    hall.scan("li")
    basket = hall.scan("tg")
    assert isinstance(basket, Basket) and len(basket.rows) == 1
    assert hall.db.execute("select count(*) from facts").fetchone()[0] == facts + 1
    assert hall.store.differences() == {}


def test_a_kiosk_that_cannot_begin_says_why_and_tries_again() -> None:
    stopped = Stopped("D-01", "职工文化自助终端")
    assert stopped.tap("wake", {}) == stopped.scan("2000000000000") == Fault("D-01", "")
    screens = [stopped.tick() for _ in range(AGAIN_S)]
    assert screens[-2] == Fault("D-01", "") and screens[-1] == Leaving("again")


def test_a_kiosk_that_cannot_begin_tries_at_once_when_asked() -> None:
    assert Stopped("D-01", "职工文化自助终端").tap("back", {}) == Leaving("again")


class AfterABlackout:
    """The small battery is empty: another boot, and a clock of another century that goes on from there."""

    def __init__(self, year: int, clock: Clock) -> None:
        self.wrong, self.clock = NOON.replace(year=year) - NOON, clock

    def now(self) -> Moment:
        now = self.clock.now()
        return Moment(now.at + self.wrong, "another boot", now.mono_ms)


@pytest.mark.parametrize("year", [1999, 2099])
def test_a_clock_of_another_century_makes_no_loan_late_and_no_card_over(hall: TestHall, year: int) -> None:
    """The kiosk goes by the last day that has surely been, until somebody sets the clock."""
    right = hall.visit.clock
    hall.visit.clock = AfterABlackout(year, right)
    hall.scan("zhang")
    basket = hall.scan("hlm")
    assert isinstance(basket, Basket) and basket.rows[0].due.on == TODAY + timedelta(days=LOAN_DAYS)
    hall.tap("finish")
    hall.visit.clock = right
    hall.pass_days(1)
    hall.scan("hlm")
    assert hall.facts == ["BookReturned"] and [fact.clock for fact in hall.store.facts()][-2:] == ["suspect", "ok"]
