"""A hall's kiosks ask each second, a city's each half minute; and whoever has gone makes room."""

from datetime import timedelta
from pathlib import Path

import pytest
from cities import City
from halls import NOON

from kiosk.hub.pace import ASKS_A_SECOND_MAX, RECENT, Pace
from kiosk.sync.inbox import next_ask


@pytest.mark.parametrize(
    ("devices", "again_s"), [(1, 1), (ASKS_A_SECOND_MAX, 1), (ASKS_A_SECOND_MAX + 1, 2), (1500, 30)]
)
def test_the_more_ask_the_less_often(devices: int, again_s: int) -> None:
    pace = Pace()
    for n in range(devices):
        told = pace.again_s(f"device {n}", NOON)
    assert told == again_s


def test_whoever_has_gone_makes_room() -> None:
    pace = Pace()
    for n in range(1500):
        pace.again_s(f"device {n}", NOON)
    assert pace.again_s("device 1", NOON + RECENT + timedelta(seconds=1)) == 1


def test_a_page_says_when_to_ask_again(tmp_path: Path) -> None:
    city = City(tmp_path)
    kiosk = city.add("first")
    page = city.hub.pull(next_ask(kiosk.store, kiosk.clock.now()))
    assert page and page.again_s == 1
