"""Drafting: a series as it is put together at the screen, one touch at a time, and always one that could be."""

from datetime import date, timedelta
from typing import Literal

from msgspec.structs import replace

from kiosk.domain.classes import KINDS, TITLE_MAX, Course, Session, local, minutes_between
from kiosk.domain.desk import HallRules
from kiosk.domain.series import DAY_MIN, Series, days, minute_of, problems

Stepped = Literal["time", "length", "first", "count", "last", "seats"]
Written = Literal["title", "teacher", "room", "kind", "weekday"]
DRAFT_COUNT, DRAFT_TIME = 12, "19:00"
DRAFT_COUNT_MAX = 24  # evenings that one page can show with their gaps; longer series come from a file
SEATS_MAX = 999
LENGTH_MIN = 10
STEP_DAYS_MAX = 400  # a hall that is closed for longer has no next evening
SECOND_TERM_MONTH = 8  # from August on, and what begins in January belongs to it too


def fresh(rules: HallRules, today: date) -> Series:
    """Nothing is said yet: the hall's next open day, and numbers that are usual."""
    first = rules.calendar.next_open(today + timedelta(days=1))
    return Series("", "class", str(first.isoweekday()), DRAFT_TIME, first, count=DRAFT_COUNT)


def like(course: Course, sessions: tuple[Session, ...], rules: HallRules, today: date) -> Series:
    """The next one of its kind: the same in all but the days."""
    held = [s for s in sessions if s.state != "cancelled"]
    if not held:
        return replace(fresh(rules, today), title=course.title, kind=course.kind, seats=course.seats)
    starts = [local(s.starts_at, rules.hall.utc_offset_min) for s in held]
    draft = Series(
        title=course.title,
        kind=course.kind,
        weekdays="".join(sorted({str(at.isoweekday()) for at in starts})),
        time=f"{starts[0]:%H:%M}",
        first=max(today, starts[-1].date()),
        length_min=minutes_between(held[0].starts_at, held[0].ends_at),
        count=min(len(held), DRAFT_COUNT_MAX),
        seats=course.seats,
        teacher=course.teacher,
        room=course.room,
        summary=course.summary,
        walk_ins=course.walk_ins,
    )
    return replace(draft, first=evening(draft, rules, draft.first, 1))


def stepped(series: Series, field: Stepped, by: int, rules: HallRules, today: date) -> Series:
    """One number goes up or down, and stops where it must."""
    match field:
        case "time":
            minute = (minute_of(series.time) or 0) + by
            return replace(series, time=clock(minute)) if 0 <= minute < DAY_MIN else series
        case "length":
            return replace(series, length_min=min(max(series.length_min + by, LENGTH_MIN), DAY_MIN // 2))
        case "seats":
            return replace(series, seats=min(max(series.seats + by, 1), SEATS_MAX))
        case "count":
            count = min(max(len(days(series, rules)) + by, 1), DRAFT_COUNT_MAX)
            return replace(series, count=count, until=None)
        case "first":
            first = evening(series, rules, series.first, by)
            return replace(series, first=first) if first > today else series
        case "last":
            return ending(series, rules, by)


def ending(series: Series, rules: HallRules, by: int) -> Series:
    """The last day is said, and how many evenings that are follows."""
    held = days(series, rules)
    if not held:
        return series
    ends = replace(series, until=max(evening(series, rules, held[-1], by), held[0]), count=None)
    return ends if len(days(ends, rules)) <= DRAFT_COUNT_MAX else series


def evening(series: Series, rules: HallRules, day: date, by: int) -> date:
    """So many evenings further on, or back; the day itself where there are none."""
    found, left, step = day, abs(by), timedelta(days=1 if by > 0 else -1)
    for n in range(1, STEP_DAYS_MAX):
        one = day + n * step
        if left and str(one.isoweekday()) in series.weekdays and rules.calendar.is_open(one):
            found, left = one, left - 1
    return found


def written(series: Series, field: Written, text: str) -> Series:
    """A word, or one of several to choose from."""
    match field:
        case "kind":
            kind = next((kind for kind in KINDS if kind == text), series.kind)
            return replace(series, kind=kind, walk_ins=None)
        case "weekday":
            return replace(series, weekdays="".join(sorted(set(series.weekdays) ^ {text}))) if text else series
        case "title" | "teacher" | "room":
            return replace(series, **{field: text.strip()[:TITLE_MAX]})


def skipped(series: Series, day: date) -> Series:
    """Not on this day; the count is kept, and the end moves on."""
    return replace(series, skip=tuple(sorted({*series.skip, day})))


def lacks(series: Series, rules: HallRules) -> tuple[str, ...]:
    """What is still to be said before it can be made."""
    found = problems(series)
    return found if found or days(series, rules) else ("evenings",)


def finished(series: Series, rules: HallRules) -> Series:
    """As it is made: of the term in which it begins."""
    return replace(series, term=term_of(days(series, rules)[0]))


def term_of(day: date) -> str:
    """Two terms a year: "2026-2" begins in August, and its January still belongs to it."""
    if day.month == 1:
        return f"{day.year - 1}-2"
    return f"{day.year}-{2 if day.month >= SECOND_TERM_MONTH else 1}"


def clock(minute: int) -> str:
    return f"{minute // 60 % 24:02}:{minute % 60:02}"
