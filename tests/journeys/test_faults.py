"""Faults of the disk in the middle of a visit: a code on the screen, nothing half done, and on it goes afterwards."""

from collections.abc import Callable, Iterator

import pytest
from halls import TestHall

from kiosk.visit.screens import Basket, Fault, Leaving
from kiosk.visit.stopped import AGAIN_S, Stopped


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
    assert stopped.tap("back", {}) == stopped.scan("2000000000000") == Fault("D-01", "")
    screens = [stopped.tick() for _ in range(AGAIN_S)]
    assert screens[-2] == Fault("D-01", "") and screens[-1] == Leaving("again")
