"""Row 16 of the conflicts: two numbers are one person, whichever of them is used, and however late it is heard of."""

from datetime import timedelta
from pathlib import Path

import pytest
from cities import City, Kiosk
from halls import TODAY, copy, number_of
from quarrels import kinds, loans, pair_of

from kiosk.domain import facts as f
from kiosk.domain.classes import Course
from kiosk.domain.enrolments import Enrolment
from kiosk.domain.holds import Hold
from kiosk.domain.members import Member, Suspension
from kiosk.storage import queries
from kiosk.storage.queries import rows

OLD, KEPT = number_of("zhang"), number_of("ou")


@pytest.fixture
def city(tmp_path: Path) -> City:
    return City(tmp_path)


@pytest.fixture
def pair(city: City) -> tuple[Kiosk, Kiosk]:
    return pair_of(city)


def holders(kiosk: Kiosk) -> dict[str, int]:
    return {loan.copy: loan.member for loan in loans(kiosk).values() if loan.ended is None}


def merge(city: City, kiosk: Kiosk) -> None:
    city.pass_by(60)
    kiosk.tell(f.MembersMerged(OLD, KEPT))
    city.sync()


def test_row_16_what_is_open_goes_on_under_the_kept_number(city: City, pair: tuple[Kiosk, Kiosk]) -> None:
    first, second = pair
    first.lend(copy("hlm"), "zhang")
    first.tell(f.HoldPlaced(2, OLD, 1), f.MemberSuspended(OLD, TODAY + timedelta(days=3), "staff"))
    city.sync()
    merge(city, first)
    assert holders(second) == {copy("hlm"): KEPT}
    assert [hold.member for hold in rows(second.db, Hold)] == [KEPT]
    assert {s.member: s.lifted_why for s in rows(second.db, Suspension)} == {OLD: "merged", KEPT: None}
    old = queries.member(second.db, OLD)
    assert old and queries.kept_as(second.db, old).member == KEPT
    assert first.rows() == second.rows() and second.store.differences() == {}


def test_row_16_what_is_heard_later_follows(city: City, pair: tuple[Kiosk, Kiosk]) -> None:
    first, second = pair
    second.lend(copy("tg"), "zhang")
    merge(city, first)
    city.sync()
    second.lend(copy("food"), "zhang")
    city.sync()
    assert holders(first) == {copy("tg"): KEPT, copy("food"): KEPT}


def test_row_16_limits_are_counted_again(city: City, pair: tuple[Kiosk, Kiosk]) -> None:
    first, second = pair
    for name in ("hlm", "tg", "food"):
        first.lend(copy(name), "zhang")
    for name in ("city", "law", "san"):
        second.lend(copy(name), "ou")
    city.sync()
    assert kinds(first) == []
    merge(city, first)
    assert kinds(second) == ["over_limit"]


def test_row_16_a_seat_goes_with_the_person(city: City, pair: tuple[Kiosk, Kiosk]) -> None:
    first, second = pair
    course = Course(71, 1, "class", "剪纸", 2, opens_on=TODAY, closes_on=TODAY, leased=2)
    first.tell(f.CourseSet(course), f.SeatConfirmed(71, OLD))
    city.sync()
    merge(city, first)
    states = {seat.member: seat.state for seat in rows(second.db, Enrolment)}
    assert states == {OLD: "withdrawn", KEPT: "confirmed"}
    assert rows(second.db, Course)[0].confirmed == 1


def test_row_16_they_are_parted_again(city: City, pair: tuple[Kiosk, Kiosk]) -> None:
    """Each has again what was borrowed under the own number."""
    first, second = pair
    first.lend(copy("hlm"), "zhang")
    first.lend(copy("tg"), "ou")
    merge(city, first)
    city.pass_by(60)
    second.tell(f.MembersParted(OLD))
    city.sync()
    assert holders(first) == {copy("hlm"): OLD, copy("tg"): KEPT}
    assert rows(first.db, Member, "where member = ?", OLD)[0].merged_into is None
