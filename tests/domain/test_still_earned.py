"""Whether attendance as it is known today is enough for a certificate: a table."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from kiosk.domain.attendance import Attendance
from kiosk.domain.certificates import Earned, Frozen
from kiosk.domain.classes import Course, Session
from kiosk.domain.register import begun
from kiosk.domain.still_earned import still_earned

FIRST, LAST = date(2026, 11, 2), date(2026, 11, 5)
COURSE = Course(7, 1, "class", "剪纸", 20, FIRST, LAST)
STARTS = datetime(2026, 11, 2, 11, tzinfo=UTC)


def evening(n: int, **more: Any) -> Session:
    starts = STARTS + timedelta(days=n)
    return Session(n, 7, starts, starts + timedelta(minutes=60), 20, **more)


EVENINGS = tuple(evening(n) for n in range(1, 5))
LATER = evening(9)  # the course went on after the certificate's last day
CALLED_OFF = evening(2, state="cancelled")


def there(n: int, result: Any = "present", minutes: int = 60) -> Attendance:
    return Attendance(f"{n} 5", n, 5, result, minutes=minutes)


@pytest.mark.parametrize(
    ("kind", "least", "sessions", "attendance", "enough"),
    [
        ("completion", 0, EVENINGS, [there(1), there(2), there(3)], True),
        ("completion", 0, EVENINGS, [there(1), there(2)], False),
        ("completion", 0, EVENINGS, [there(1), there(2), there(3, "absent")], False),
        ("completion", 0, EVENINGS, [there(1), there(2), there(3, "excused")], False),
        ("completion", 0, EVENINGS, [there(1), there(2), there(3, "excused"), there(4, "excused")], True),
        ("completion", 0, (*EVENINGS, LATER), [there(1), there(2), there(3)], True),
        ("completion", 0, (EVENINGS[0], CALLED_OFF), [there(1)], True),
        ("completion", 0, EVENINGS, [], False),
        ("completion", 4, EVENINGS, [there(1), there(2)], True),
        ("completion", 5, EVENINGS, [there(1), there(2)], False),
        ("participation", 0, EVENINGS, [there(4)], True),
        ("participation", 0, EVENINGS, [there(4, "absent")], False),
        ("hours", 0, EVENINGS, [there(1), there(2), there(3)], True),
        ("hours", 0, EVENINGS, [there(1), there(2)], False),
    ],
)
def test_still_earned(kind: Any, least: int, sessions: Any, attendance: Any, enough: bool) -> None:
    days = {"from_on": FIRST, "until_on": date(2026, 11, 6), "issued_on": date(2026, 11, 7)}
    whose = {"member": 5, "course": 7, "course_title": "剪纸", "issuer": "H", "template": "t", "key_id": b"k"}
    earned = Earned(4, 3, 8, 75, half_hours_least=least)
    frozen: Any = {"certificate": "c", "hall": 1, "year": 2026, "serial": 1, "kind": kind, "half_hours": 6}
    certificate = begun(Frozen(**frozen, **whose, **days, earned=earned), "")  # type: ignore[arg-type]
    assert still_earned(certificate, COURSE, sessions, attendance) is enough
