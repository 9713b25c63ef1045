"""A kiosk whose clock says 1999, then 2099: after sync everything has happened when it happened."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cities import City, Kiosk
from halls import NOON, copy
from sqlalchemy import Engine

from kiosk.devices.clock import MovedClock
from kiosk.domain.loans import Loan
from kiosk.domain.moment import Moment


class WrongClock:
    """Shows another year; its counter is right."""

    def __init__(self, at: datetime) -> None:
        self.off = at - NOON

    def now(self) -> Moment:
        return Moment(NOON + self.off, f"boot in {(NOON + self.off).year}", 0)


def turned(kiosk: Kiosk, year: int) -> None:
    passed = kiosk.clock.passed
    kiosk.clock = MovedClock(WrongClock(datetime(year, 5, 5, tzinfo=UTC)))
    kiosk.clock.passed = passed


@pytest.mark.parametrize("year", [1999, 2099])
def test_in_the_same_boot_the_counter_knows(tmp_path: Path, sqlite: Engine, year: int) -> None:
    city = City(tmp_path, sqlite)
    first, second = city.add("first"), city.add("second")
    first.begin()
    city.sync()
    turned(first, year)
    city.pass_by(60)
    early = first.lend(copy("hlm"), "zhang")
    city.pass_by(60)
    late = second.lend(copy("hlm"), "li")
    city.pass_by(60)
    city.send(second)
    city.send(first)
    city.sync()
    at = {row[0]: datetime.fromisoformat(row[4]) for row in second.rows()["loans"]}
    assert at == {early: NOON + timedelta(seconds=60), late: NOON + timedelta(seconds=120)}
    assert first.rows() == second.rows() and len(city.rows(Loan)) == 2


def test_of_a_boot_that_is_over_it_lies_between_what_is_known(tmp_path: Path, sqlite: Engine) -> None:
    """1999, then 2099, then right again: after the last good time before, and not after the next."""
    city = City(tmp_path, sqlite)
    kiosk = city.add("first")
    kiosk.begin()
    city.sync()
    right = kiosk.clock
    loans = []
    for year, book in ((1999, "hlm"), (2099, "tg")):
        turned(kiosk, year)
        city.pass_by(600)
        loans.append(kiosk.lend(copy(book), "zhang"))
    kiosk.clock = right
    right.passed = city.clock.passed
    last = kiosk.lend(copy("san"), "zhang")
    city.sync()
    at = {row[0]: datetime.fromisoformat(row[4]) for row in kiosk.rows()["loans"]}
    assert NOON <= at[loans[0]] <= at[loans[1]] <= at[last] == NOON + timedelta(seconds=1200)
