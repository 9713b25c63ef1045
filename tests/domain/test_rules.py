"""Rules as tables: which policy decides, when a book is due, how a name is masked."""

from datetime import UTC, date, datetime, timedelta

import pytest

from kiosk.domain.desk import HallRules
from kiosk.domain.halls import Calendar, Hall
from kiosk.domain.lending import due_day
from kiosk.domain.moment import clock_quality
from kiosk.domain.names import family_name, masked
from kiosk.domain.policy import DEFAULT, Policy, deciding

ROWS = (
    Policy("all"),
    Policy("palace", hall_kind="palace"),
    Policy("retired", tier="retired"),
    Policy("retired in a palace", hall_kind="palace", tier="retired"),
    Policy("media", item_kind="media"),
    Policy("media of the retired", tier="retired", item_kind="media"),
)


@pytest.mark.parametrize(
    ("hall", "tier", "item", "name"),
    [
        ("station", "member", "book", "all"),
        ("palace", "member", "book", "palace"),
        ("station", "retired", "book", "retired"),
        ("palace", "retired", "book", "retired in a palace"),
        ("palace", "member", "media", "media"),
        ("palace", "retired", "media", "media of the retired"),
        ("cabinet", "model", "thing", "all"),
    ],
)
def test_the_narrowest_row_decides(hall: str, tier: str, item: str, name: str) -> None:
    assert deciding(ROWS, hall, tier, item).policy == name
    assert deciding(tuple(reversed(ROWS)), hall, tier, item).policy == name


def test_without_any_row_the_default_decides() -> None:
    assert deciding((), "palace", "member", "book") is DEFAULT


FAR = date(2030, 1, 1)


@pytest.mark.parametrize(
    ("weekdays", "special", "card_ends", "due", "moved_by"),
    [
        ("", {}, FAR, date(2026, 12, 21), ()),
        ("1", {}, FAR, date(2026, 12, 22), ("closed",)),
        ("1", {date(2026, 12, 22): True}, FAR, date(2026, 12, 23), ("closed",)),
        ("1", {date(2026, 12, 21): False}, FAR, date(2026, 12, 21), ()),
        ("", {}, date(2026, 12, 1), date(2026, 12, 1), ("card",)),
        ("1", {}, date(2026, 12, 21), date(2026, 12, 21), ("card",)),
        ("1", {}, date(2026, 12, 22), date(2026, 12, 22), ("closed",)),
        ("1234567", {}, FAR, date(2026, 12, 21), ()),
        ("", {}, date(2026, 11, 21), date(2026, 11, 21), ("card",)),
    ],
)
def test_due_day(
    weekdays: str, special: dict[date, bool], card_ends: date, due: date, moved_by: tuple[str, ...]
) -> None:
    rules = HallRules(Hall(1, "馆", "palace"), (), Calendar(weekdays, special))
    found = due_day(rules, DEFAULT, date(2026, 11, 21), card_ends)
    assert (found.on, found.moved_by) == (due, moved_by)


@pytest.mark.parametrize(
    ("name", "family", "shown"),
    [
        ("张小三", "张", "张*三"),
        ("李四", "李", "李*"),
        ("王", "王", "王"),
        ("欧阳文", "欧阳", "欧阳*"),
        ("欧阳修文", "欧阳", "欧阳**"),
        ("张欧阳文", "张", "张**文"),
        ("𫖯㛃䶮", "𫖯", "𫖯*䶮"),
        ("阿依古丽·买买提", "阿依古丽", "阿***·买***"),
        ("John Smith", "John", "J***·S***".replace("·", " ")),
        ("", "", ""),
    ],
)
def test_names(name: str, family: str, shown: str) -> None:
    assert (family_name(name), masked(name)) == (family, shown)


NOON = datetime(2026, 11, 21, 4, tzinfo=UTC)


@pytest.mark.parametrize(
    ("ahead", "quality"),
    [
        (timedelta(0), "ok"),
        (timedelta(days=399), "ok"),
        (timedelta(days=401), "suspect"),
        (timedelta(seconds=-1), "suspect"),
    ],
)
def test_clock_quality(ahead: timedelta, quality: str) -> None:
    assert clock_quality(NOON + ahead, NOON) == quality
