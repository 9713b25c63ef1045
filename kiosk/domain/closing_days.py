"""Closing days: when a hall rests by habit or for once, and what a new day of rest meets."""

from datetime import date, timedelta

from msgspec import Struct
from msgspec.structs import replace

from kiosk.domain.classes import Course, Session
from kiosk.domain.facts import HallSet, SpecialDayDropped, SpecialDaySet
from kiosk.domain.halls import Calendar, Hall, SpecialDay
from kiosk.domain.refusals import (
    ALREADY_SO,
    CLOSING_DAYS_NOT_FIT,
    CLOSING_WHY_MISSING,
    NEVER_OPEN,
    Reason,
    Refused,
)
from kiosk.domain.rules import why_reasons

CLOSING_DAYS_MAX = 31  # in one go: a longer rest is a hall that moves
CLOSING_WHY_MAX = 12  # characters that stand on a receipt and on the programme
WEEKDAYS = "1234567"


class Span(Struct, frozen=True):
    """From one day to another, both within."""

    first: date
    last: date

    @property
    def days(self) -> tuple[date, ...]:
        return tuple(self.first + timedelta(days=n) for n in range((self.last - self.first).days + 1))


class Clash(Struct, frozen=True):
    """A session that was planned on what is to be a day of rest."""

    course: Course
    session: Session
    day: date


class ClosingMeets(Struct, frozen=True):
    """What a rest meets: days that were shown stand, new loans pass over it, evenings need an answer."""

    due: int = 0  # loans that are due within
    due_next: date | None = None  # the day that a new loan gets instead
    kept: int = 0  # books on the hold shelf whose last day is within
    clashes: tuple[Clash, ...] = ()


def special(hall: int, day: date, *, closed: bool, why: str) -> SpecialDay:
    return SpecialDay(f"{hall} {day}", hall, day, closed, why)


def set_apart(hall: Hall, span: Span, today: date, *, closed: bool, why: str) -> tuple[SpecialDaySet, ...] | Refused:
    """Each day of the span gets its own fact: one of them may be dropped again."""
    reasons: tuple[Reason, ...] = ()
    if span.first < today or not 0 <= (span.last - span.first).days < CLOSING_DAYS_MAX:
        reasons = (CLOSING_DAYS_NOT_FIT.because(most=CLOSING_DAYS_MAX),)
    if not 0 < len(why.strip()) <= CLOSING_WHY_MAX:
        reasons += (CLOSING_WHY_MISSING.because(most=CLOSING_WHY_MAX),)
    if reasons:
        return Refused(reasons)
    return tuple(SpecialDaySet(special(hall.hall, day, closed=closed, why=why.strip())) for day in span.days)


def dropped(known: tuple[SpecialDay, ...], span: Span) -> tuple[SpecialDayDropped, ...] | Refused:
    found = tuple(SpecialDayDropped(row.special_day) for row in known if span.first <= row.day <= span.last)
    return found or Refused((ALREADY_SO.because(),))


def rest_weekly(hall: Hall, weekdays: str, why: str, why_said: str = "") -> tuple[HallSet, ...] | Refused:
    """The weekly habit: ISO weekday digits, "1" for Mondays."""
    wanted = "".join(day for day in WEEKDAYS if day in weekdays)
    reasons = why_reasons(why, why_said)
    if wanted == WEEKDAYS:
        reasons += (NEVER_OPEN.because(),)
    if wanted == hall.closed_weekdays:
        reasons += (ALREADY_SO.because(),)
    return Refused(reasons) if reasons else (HallSet(replace(hall, closed_weekdays=wanted), why, why_said),)


def closed_days(calendar: Calendar, span: Span) -> tuple[date, ...]:
    return tuple(day for day in span.days if not calendar.is_open(day))


def with_rest(calendar: Calendar, span: Span) -> Calendar:
    return replace(calendar, special={**calendar.special, **dict.fromkeys(span.days, True)})
