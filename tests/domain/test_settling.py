"""What staff say of one member at one session, as a table."""

from datetime import UTC, datetime, timedelta

import pytest
from msgspec.structs import replace

from kiosk.domain.attendance import Attendance
from kiosk.domain.classes import Session
from kiosk.domain.facts import AttendanceCorrected, AttendanceEntered
from kiosk.domain.settling import Presence, Why, exits_settled, minutes_changed, settled

SEVEN = datetime(2026, 11, 21, 11, tzinfo=UTC)
HALF_PAST = SEVEN + timedelta(minutes=30)
TOMORROW = SEVEN + timedelta(days=1)
EVENING = Session(55, 7, SEVEN, SEVEN + timedelta(minutes=90), 30)
INSIDE = Attendance("55 1", 55, 1, "present", SEVEN, HALF_PAST)
GONE = Attendance("55 1", 55, 1, "left_early", SEVEN, None, HALF_PAST, 30)


@pytest.mark.parametrize(
    ("why", "row", "now", "happening"),
    [
        ("no_card", None, HALF_PAST, AttendanceEntered(55, 1, "staff")),
        ("came_late", None, HALF_PAST, AttendanceEntered(55, 1, "staff", late=True)),
        ("asked_off", None, HALF_PAST, AttendanceCorrected(55, 1, "excused", 0, "asked_off")),
        ("not_there", INSIDE, HALF_PAST, AttendanceCorrected(55, 1, "absent", 0, "not_there")),
        ("came_late", INSIDE, HALF_PAST, AttendanceCorrected(55, 1, "late", 60, "came_late")),
        ("no_card", None, TOMORROW, AttendanceCorrected(55, 1, "present", 90, "no_card")),
        ("no_card", None, None, AttendanceCorrected(55, 1, "present", 90, "no_card")),
        ("no_card", GONE, TOMORROW, AttendanceCorrected(55, 1, "present", 30, "no_card")),
    ],
)
def test_a_reason_says_the_result(why: Why, row: Attendance | None, now: datetime | None, happening: object) -> None:
    assert settled(Presence(EVENING, 1, row, now), why) == happening


def test_a_closed_evening_is_entered_by_nobody() -> None:
    closed = replace(EVENING, state="closed")
    assert isinstance(settled(Presence(closed, 1, None, HALF_PAST), "no_card"), AttendanceCorrected)


def test_missing_exits_keep_the_minutes_that_were_counted() -> None:
    open_stay = replace(INSIDE, result="unsettled", came_at=None, minutes=60)
    late = replace(open_stay, member=2, late=True, minutes=40)
    assert exits_settled(EVENING, (open_stay, GONE, late)) == (
        AttendanceCorrected(55, 1, "present", 60, "exit_missed"),
        AttendanceCorrected(55, 2, "late", 40, "exit_missed"),
    )


@pytest.mark.parametrize(("by", "minutes"), [(5, 35), (-60, 0), (600, 90)])
def test_minutes_stay_within_the_evening(by: int, minutes: int) -> None:
    assert minutes_changed(Presence(EVENING, 1, GONE, TOMORROW), by) == (
        AttendanceCorrected(55, 1, "left_early", minutes, "minutes"),
    )


@pytest.mark.parametrize("row", [None, INSIDE, replace(GONE, result="excused"), replace(GONE, minutes=90)])
def test_minutes_of_nothing_are_not_changed(row: Attendance | None) -> None:
    assert minutes_changed(Presence(EVENING, 1, row, TOMORROW), 5) == ()
