"""Two kiosks of one hall and their hub: what one has done, the other shows; and where both were alone, one truth."""

from pathlib import Path

import pytest
from cities import City, Kiosk
from halls import copy, number_of

from kiosk.domain.books import Copy
from kiosk.domain.loans import Loan
from kiosk.storage.queries import rows
from kiosk.sync.outbox import next_segment


@pytest.fixture(params=["sqlite", "postgres"])
def city(request: pytest.FixtureRequest, tmp_path: Path) -> City:
    return City(tmp_path, request.getfixturevalue(request.param))


@pytest.fixture
def pair(city: City) -> tuple[Kiosk, Kiosk]:
    first, second = city.add("first"), city.add("second")
    first.begin()
    for _ in range(2):  # numbers that are left to the second are news to the first
        city.sync()
    return first, second


def test_a_new_kiosk_knows_all_that_its_hall_knows(city: City, pair: tuple[Kiosk, Kiosk]) -> None:
    first, second = pair
    assert first.rows() == second.rows()
    assert second.store.differences() == {} == first.store.differences()


def test_what_one_lends_the_other_shows(city: City, pair: tuple[Kiosk, Kiosk]) -> None:
    first, second = pair
    loan = first.lend(copy("hlm"), "zhang")
    city.send(first)
    city.hear(second)
    assert rows(second.db, Loan, "where loan = ?", loan)[0].member == number_of("zhang")


def test_the_same_copy_lent_at_both(city: City, pair: tuple[Kiosk, Kiosk]) -> None:
    """Both loans stand in the history; the later scan proves where the book was."""
    first, second = pair
    early = first.lend(copy("hlm"), "zhang")
    city.pass_by(60)
    late = second.lend(copy("hlm"), "li")
    city.pass_by(60)
    city.send(second)
    city.send(first)
    city.sync()
    loans = {loan.loan: loan for loan in rows(first.db, Loan)}
    assert (loans[early].ended, loans[late].ended) == ("implied", None)
    assert first.rows() == second.rows()
    assert rows(second.db, Copy, "where copy = ?", copy("hlm"))[0].last_loan == late
    assert first.store.differences() == {} == second.store.differences()


@pytest.mark.parametrize("limit", [1, 7, 1000])
def test_a_page_of_any_size_ends_in_the_same(city: City, limit: int) -> None:
    first, second = city.add("first"), city.add("second")
    first.begin()
    first.lend(copy("hlm"), "zhang")
    city.send(first)
    first.take_back(copy("hlm"))
    city.send(first)
    city.hear(first, limit)
    city.hear(second, limit)
    assert first.rows() == second.rows()


def test_the_same_segment_again_changes_nothing(city: City, pair: tuple[Kiosk, Kiosk]) -> None:
    first, _ = pair
    before = first.rows()
    first.lend(copy("tg"), "ou")
    segment = next_segment(first.store, first.clock.now())
    assert segment
    assert city.hub.push(segment) == city.hub.push(segment)
    city.sync()
    assert len(first.rows()["loans"]) == len(before["loans"]) + 1
