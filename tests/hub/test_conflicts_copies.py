"""The table of conflicts, copies and loans: the state that results, who is told, and the case."""

from pathlib import Path
from typing import Any

import pytest
from cities import City, Kiosk
from halls import number_of
from quarrels import BOOK, answers, cases, kinds, loans, pair_of, replace_boot, the_copy

from kiosk.domain import facts as f
from kiosk.domain.members import Suspension
from kiosk.storage.queries import rows


@pytest.fixture
def city(tmp_path: Path) -> City:
    return City(tmp_path)


@pytest.fixture
def pair(city: City) -> tuple[Kiosk, Kiosk]:
    return pair_of(city)


def test_row_01_one_copy_lent_at_two_kiosks(city: City, pair: tuple[Kiosk, Kiosk]) -> None:
    """Both loans stand, the later scan proves where the book was; whichever is heard of first, there is one case."""
    first, second = pair
    early = first.lend(BOOK, "zhang")
    city.pass_by(60)
    late = second.lend(BOOK, "li")
    city.pass_by(60)
    city.sync(second, first)
    city.sync()
    assert [loans(first)[key].ended for key in (early, late)] == ["implied", None]
    assert rows(first.db, Suspension) == ()
    (case,) = cases(first)
    assert (case.kind, case.subject, case.proposed) == ("lent_twice", f"copy {BOOK}", "later_has_it")
    assert [(e.fact, e.member, e.hall) for e in case.evidence] == [
        (early, number_of("zhang"), 1),
        (late, number_of("li"), 1),
    ]
    assert cases(first) == cases(second)


def test_row_01_who_knew_of_the_loan_makes_no_case(city: City, pair: tuple[Kiosk, Kiosk]) -> None:
    """Whoever brings a book that another has borrowed is in the right: that is how books go round."""
    first, second = pair
    first.lend(BOOK, "zhang")
    city.sync()
    city.pass_by(60)
    second.lend(BOOK, "li")
    city.sync()
    city.pass_by(60)
    second.lend(BOOK, "ou")
    city.sync()
    assert cases(first) == []


def test_row_01_a_return_that_is_told_later_closes_the_case(city: City, pair: tuple[Kiosk, Kiosk]) -> None:
    first, second = pair
    third = city.add("third")
    city.sync()
    first.lend(BOOK, "zhang")
    city.pass_by(60)
    third.take_back(BOOK)
    city.pass_by(60)
    second.lend(BOOK, "li")
    city.sync(first, second)
    assert [(case.kind, case.state) for case in cases(first)] == [("lent_twice", "open")]
    city.sync()
    assert [(case.kind, case.state) for case in cases(first)] == [("lent_twice", "closed")]


def test_row_02_no_clock_tells_who_came_later(city: City, pair: tuple[Kiosk, Kiosk]) -> None:
    first, second = pair
    second.clock.pass_by(-9000 * 86400)
    doubtful = second.lend(BOOK, "li")
    second.clock = replace_boot(second)
    city.pass_by(60)
    first.lend(BOOK, "zhang")
    city.pass_by(60)
    city.sync(second, first)
    city.sync()
    found = {case.kind: case for case in cases(first)}
    assert set(found) == {"order_uncertain", "clock_wrong"}
    assert found["order_uncertain"].proposed == "on_shelf"
    first_told = found["order_uncertain"].evidence[0]
    assert first_told.fact == doubtful and first_told.latest > first_told.at
    assert sum(loan.ended is None for loan in loans(first).values()) == 1


def test_row_02_whoever_knew_of_a_loan_comes_after_it_whatever_the_clock_says(
    city: City, pair: tuple[Kiosk, Kiosk]
) -> None:
    """Nobody can have heard of what had not happened: what the hub said the time was is a bound for both."""
    first, second = pair
    early = first.lend(BOOK, "zhang")
    city.pass_by(60)
    city.sync()
    second.clock.pass_by(-9000 * 86400)
    late = second.lend(BOOK, "li")
    second.clock = replace_boot(second)
    city.pass_by(60)
    city.sync()
    assert [loans(first)[key].ended for key in (early, late)] == ["implied", None]
    assert "order_uncertain" not in kinds(first) and "lent_twice" not in kinds(first)


def test_row_03_one_member_and_the_same_copy_twice(city: City, pair: tuple[Kiosk, Kiosk]) -> None:
    first, second = pair
    first.lend(BOOK, "zhang")
    city.pass_by(60)
    late = second.lend(BOOK, "zhang")
    city.sync()
    assert [key for key, loan in loans(first).items() if loan.ended is None] == [late]
    assert cases(first) == [] and answers(first, "zhang") == []
    city.pass_by(60)
    second.take_back(BOOK)
    city.sync()
    assert [loan.ended for loan in loans(first).values()] == ["implied", "returned"] and not the_copy(first).on_loan


def test_row_04_a_return_that_arrives_before_its_loan(city: City, pair: tuple[Kiosk, Kiosk]) -> None:
    first, second = pair
    loan = first.lend(BOOK, "zhang")
    city.pass_by(60)
    back = second.take_back(BOOK)
    city.send(second)
    city.pass_by(60)
    city.sync()
    assert (loans(second)[loan].ended, loans(second)[loan].ended_by) == ("returned", back)
    assert not the_copy(second).on_loan and cases(second) == []


def test_row_05_a_return_of_a_copy_that_nobody_has(city: City, pair: tuple[Kiosk, Kiosk]) -> None:
    first, second = pair
    second.take_back(BOOK)
    city.sync()
    assert the_copy(first).seen_at == second.clock.now().at
    assert loans(first) == {} and cases(first) == []


@pytest.mark.parametrize("gone", [f.CopyLost(BOOK), f.CopyLost(BOOK, missing=True), f.CopyWithdrawn(BOOK)])
def test_row_06_lent_though_lost_or_withdrawn(city: City, pair: tuple[Kiosk, Kiosk], gone: Any) -> None:
    """It has been in somebody's hands: it is found, and the member hears that all is well."""
    first, second = pair
    first.tell(gone)
    city.pass_by(60)
    second.lend(BOOK, "li")
    city.sync()
    (case,) = cases(first)
    assert (case.kind, case.proposed) == ("lost_but_lent", "in_stock")
    assert the_copy(first).on_loan and the_copy(first).condition != "lost"
    assert answers(second, "li") == ["found_again"] and rows(first.db, Suspension) == ()


def test_row_06_missed_while_it_was_lent_elsewhere(city: City, pair: tuple[Kiosk, Kiosk]) -> None:
    first, second = pair
    second.lend(BOOK, "li")
    city.pass_by(60)
    first.tell(f.CopyLost(BOOK, missing=True))
    city.sync()
    assert kinds(first) == ["lost_but_lent"]
