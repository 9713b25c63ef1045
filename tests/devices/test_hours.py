"""When the screen is dark and when the machine goes off."""

from datetime import time

import pytest

from kiosk.devices.hours import is_dark, is_off
from kiosk.devices.settings import Hours

DAY, NIGHT = Hours(time(8, 30), time(20, 30)), Hours(time(18), time(1))


@pytest.mark.parametrize(
    ("hours", "now", "dark"),
    [
        (DAY, time(8, 29, 59), True),
        (DAY, time(8, 30), False),
        (DAY, time(20, 29), False),
        (DAY, time(20, 30), True),
        (NIGHT, time(0, 59), False),
        (NIGHT, time(1), True),
        (NIGHT, time(17, 59), True),
        (Hours(), time(3), False),
        (Hours(opens=time(8)), time(3), False),
    ],
)
def test_dark(hours: Hours, now: time, dark: bool) -> None:
    assert is_dark(hours, now) is dark


@pytest.mark.parametrize(
    ("off", "now", "due"),
    [
        (time(21), time(20, 59), False),
        (time(21), time(21), True),
        (time(21), time(21, 9), True),
        (time(21), time(21, 10), False),  # somebody has switched it on again
        (time(23, 55), time(0, 4), True),
        (None, time(21), False),
    ],
)
def test_off(off: time | None, now: time, due: bool) -> None:
    assert is_off(Hours(off=off), now) is due
