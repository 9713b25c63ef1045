"""The light: one word for how a kiosk and its hub stand to each other, also with a clock that lies."""

from datetime import UTC, datetime, timedelta

import pytest

from kiosk.domain.contact import Contact, since_heard, way
from kiosk.domain.moment import Moment

NOON = datetime(2026, 11, 21, 4, 0, tzinfo=UTC)
HEARD = Moment(NOON, "boot", 1_000_000)


def after(boot: str = "boot", **passed: float) -> Moment:
    gone = timedelta(**passed)
    return Moment(NOON + gone, boot, 1_000_000 + int(gone.total_seconds() * 1000))


@pytest.mark.parametrize(
    ("contact", "now", "told"),
    [
        (Contact(), after(), "alone"),
        (Contact(waiting=9), after(days=400), "alone"),
        (Contact(True), after(), "away"),
        (Contact(True, waiting=3), after(), "waiting"),
        (Contact(True, HEARD), after(seconds=1), "in_touch"),
        (Contact(True, HEARD, 3), after(seconds=119), "in_touch"),
        (Contact(True, HEARD), after(minutes=2), "away"),
        (Contact(True, HEARD, 3), after(minutes=2), "waiting"),
        (Contact(True, HEARD, 3), after(hours=47), "waiting"),
        (Contact(True, HEARD), after(days=2), "silent"),
        (Contact(True, HEARD, 3), after("another", days=3), "silent"),
        (Contact(True, HEARD, 3, "fork"), after(), "staff"),
        (Contact(False, HEARD, 3, "fork"), after(), "alone"),
    ],
)
def test_in_one_word(contact: Contact, now: Moment, told: str) -> None:
    assert way(contact, now) == told


@pytest.mark.parametrize("year", [1999, 2099])
def test_a_clock_that_lies_changes_nothing_while_the_machine_runs(year: int) -> None:
    lying = Moment(NOON.replace(year=year), "boot", HEARD.mono_ms + 90_000)
    assert since_heard(HEARD, lying) == timedelta(seconds=90)
    assert way(Contact(True, HEARD), lying) == "in_touch"


def test_after_a_start_with_a_clock_of_long_ago_nothing_is_negative() -> None:
    assert since_heard(HEARD, Moment(NOON.replace(year=1999), "another", 5)) == timedelta()
