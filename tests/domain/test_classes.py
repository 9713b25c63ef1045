"""Rules of courses as tables: minutes and hours, series, leases, pasted lists, calendars for phones."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from halls import HALL
from hypothesis import given, strategies as st
from msgspec.structs import replace

from kiosk.domain.attendance import Attendance, half_hours, hours, stay_minutes
from kiosk.domain.calendar_text import calendar_text
from kiosk.domain.classes import Course, Session
from kiosk.domain.closing import Ending, close, paused
from kiosk.domain.desk import HallRules
from kiosk.domain.enrolments import Enrolment
from kiosk.domain.facts import ExitMissed, NoShowMarked, SeatMissed, SessionClosed
from kiosk.domain.halls import Calendar
from kiosk.domain.leases import decides_here, free_here
from kiosk.domain.moment import Moment
from kiosk.domain.pasted_list import entries, matched
from kiosk.domain.policy import Policy
from kiosk.domain.series import Series, course_of, days, left_out, problems, sessions_of

START = datetime(2026, 11, 21, 11, 0, tzinfo=UTC)  # 19:00 in the hall
COURSE = Course(7, 1, "class", "智能手机摄影", 3, date(2026, 11, 1), date(2026, 12, 1), room="301；左")
SESSION = Session(70, 7, START, START + timedelta(minutes=90), 3)
RULES = HallRules(HALL, (Policy(policy="default"),), Calendar("1", {date(2026, 12, 2): True}))


def minutes(count: int) -> timedelta:
    return timedelta(minutes=count)


def row(came: int, **fields: Any) -> Attendance:
    at = START + minutes(came)
    return replace(Attendance("70 1", 70, 1, "present", at, at, boot="a", mono_ms=1_000_000), **fields)


@pytest.mark.parametrize(
    ("came", "boot", "passed", "clock", "counted"),
    [
        (0, "a", 90, 90, 90),
        (-20, "a", 110, 90, 90),  # early minutes count nothing
        (30, "a", 200, 230, 60),  # nor those after the end
        (0, "a", 90, -9_999_999, 90),  # a clock of 2001 is not asked
        (0, "b", 0, 50, 50),  # after a restart the clock is believed
        (0, "b", 0, None, 90),  # and where it cannot be, all of it counts
        (0, "b", 0, -10, 90),
        (0, "a", 5, 5, 5),
        (100, "a", 5, 105, 0),
    ],
)
def test_minutes_of_a_stay(came: int, boot: str, passed: int, clock: int | None, counted: int) -> None:
    now = START + minutes(clock) if clock is not None else None
    moment = Moment(now or START, boot, 1_000_000 + passed * 60_000)
    assert stay_minutes(SESSION, row(came), moment, now) == counted


@given(st.integers(-500, 500), st.integers(-(10**7), 10**7), st.sampled_from("ab"), st.integers(-(10**7), 10**7))
def test_minutes_are_never_negative_and_never_more_than_the_session(
    came: int, clock: int, boot: str, mono: int
) -> None:
    now = START + minutes(clock)
    assert 0 <= stay_minutes(SESSION, row(came), Moment(now, boot, 1_000_000 + mono * 1000), now) <= 90


@pytest.mark.parametrize(("stayed", "halves"), [(0, 0), (-5, 0), (17, 0), (18, 1), (40, 2), (45, 2), (85, 4), (500, 8)])
def test_hours_by_rule(stayed: int, halves: int) -> None:
    assert half_hours(COURSE, stayed) == halves


def test_hours_of_a_course_are_counted_for_each_evening() -> None:
    assert hours(COURSE, (90, 90, 20, 0)) == 4.5


# Leases


@pytest.mark.parametrize(
    ("leased", "confirmed", "offered", "free", "decides"),
    [
        (None, 0, 0, 3, True),
        (None, 2, 1, 0, True),
        (1, 0, 0, 1, False),
        (1, 1, 0, 0, False),
        (9, 1, 0, 2, True),
        (0, 0, 0, 0, False),
    ],
)
def test_seats_that_this_kiosk_may_give(
    leased: int | None, confirmed: int, offered: int, free: int, decides: bool
) -> None:
    course = replace(COURSE, leased=leased, confirmed=confirmed, offered=offered)
    assert (free_here(course), decides_here(course)) == (free, decides)


# Series


def series(**fields: Any) -> Series:
    plain = Series("茶艺", "class", "3", "19:00", date(2026, 11, 24), count=3, seats=12)
    return replace(plain, **fields)


def test_a_series_leaves_out_closed_days() -> None:
    assert days(series(), RULES) == (date(2026, 11, 25), date(2026, 12, 9), date(2026, 12, 16))
    assert left_out(series(), RULES) == (date(2026, 12, 2),)
    assert days(series(on_closed_days=True), RULES)[1] == date(2026, 12, 2)
    assert days(series(weekdays="1"), RULES) == ()  # the hall rests on Mondays


def test_a_series_with_exceptions() -> None:
    extra = date(2026, 11, 29)
    made = series(count=None, until=date(2026, 12, 20), skip=(date(2026, 12, 9),), add=(extra,))
    assert days(made, RULES) == (date(2026, 11, 25), extra, date(2026, 12, 16))


def test_a_series_becomes_a_course_with_evenings() -> None:
    made = series(first_issue=1738, topics=("红茶",))
    course = course_of(made, RULES, 9, date(2026, 11, 1))
    numbers = iter(range(100, 200))
    found = sessions_of(made, RULES, 9, lambda: next(numbers))
    assert (course.seats, course.opens_on, course.closes_on) == (12, date(2026, 11, 1), date(2026, 12, 16))
    assert [s.issue for s in found] == [1738, 1739, 1740] and [s.topic for s in found] == ["红茶", "", ""]
    assert found[0].starts_at == datetime(2026, 11, 25, 11, 0, tzinfo=UTC) and found[0].length_min == 90


@pytest.mark.parametrize(
    ("fields", "wrong"),
    [
        ({}, ()),
        ({"title": "", "seats": 0}, ("title", "seats")),
        ({"weekdays": "8", "time": "25:00"}, ("weekdays", "time")),
        ({"until": date(2027, 1, 1)}, ("count_or_until",)),
        ({"count": None, "until": date(2026, 1, 1), "length_min": 0}, ("length", "until")),
        ({"kind": "party", "count": 10_000}, ("kind", "count")),
    ],
)
def test_all_that_is_wrong_with_a_series_is_said(fields: dict[str, Any], wrong: tuple[str, ...]) -> None:
    assert problems(series(**fields)) == wrong


# Closing


def seat(member: int) -> Enrolment:
    return Enrolment(f"7 {member}", 7, member, "confirmed", member, START)


def test_a_session_closes() -> None:
    gone = row(0, attendance="70 2", member=2, came_at=None, minutes=90)
    excused = row(0, attendance="70 3", member=3, came_at=None, entered_at=None, result="excused")
    ending = Ending(SESSION, COURSE, START.date(), (seat(1), seat(2), seat(3), seat(4)), (row(30), gone, excused))
    told = close(ending)
    assert told == (ExitMissed(70, 1, 60), NoShowMarked(70, 4), SessionClosed(70))
    last = close(replace(ending, is_last=True, came_before=frozenset({3})))
    assert SeatMissed(7, 4) in last and SeatMissed(7, 3) not in last


@pytest.mark.parametrize(("ago", "paused_at_all"), [((0, 10, 80), True), ((0, 10), False), ((0, 10, 91), False)])
def test_seats_not_used_bring_a_pause(ago: tuple[int, ...], paused_at_all: bool) -> None:
    today = date(2026, 11, 21)
    found = paused(1, tuple(today - timedelta(days=n) for n in ago), Policy(policy="default"), today)
    assert bool(found) == paused_at_all
    assert all(p.until == date(2026, 12, 21) and p.count == 3 for p in found)
    assert paused(1, (today,) * 9, Policy(policy="default", no_shows_max=0), today) == ()


# Pasted lists


def test_a_pasted_list_is_read_and_matched() -> None:
    text = "#接龙\n夜校摄影班报名 周二晚\n1. 张三\n2、李四 13800001234\n3)王五 2人\n 4 欧阳文\n5. 张三\n6. ???\n"
    found = entries(text)
    assert [(e.line, e.name, e.tail) for e in found] == [
        (3, "张三", ""),
        (4, "李四", "1234"),
        (5, "王五", ""),
        (6, "欧阳文", ""),
    ]
    known = {"张三": ((1, "100001"), (2, "100002")), "李四": ((3, "991234"), (4, "995678")), "欧阳文": ((5, "7"),)}
    assert [m.members for m in matched(found, known)] == [(1, 2), (3,), (), (5,)]


# Calendars


def test_a_phone_takes_the_next_sessions() -> None:
    text = calendar_text(COURSE, (SESSION,) * 9)
    assert text.startswith("BEGIN:VCALENDAR\r\n") and text.endswith("END:VCALENDAR\r\n")
    assert text.count("BEGIN:VEVENT") == 4 and "DTSTART:20261121T110000Z\r\nDTEND:20261121T123000Z" in text
    assert "LOCATION:301；左" in text and calendar_text(COURSE, ()) == ""
    assert "SUMMARY:a\\;b\\,c" in calendar_text(replace(COURSE, title="a;b,c"), (SESSION,))
