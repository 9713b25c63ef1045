"""Days: the week that the programme offers, and today along one line."""

from datetime import date, datetime, timedelta

from kiosk.domain.classes import Session
from kiosk.domain.policy import PROGRAMME_DAYS
from kiosk.visit.screens import DayLine, SessionShown

WEEK = 7
LINE_MAX = 4  # sessions along the line of a day
BEGUN = 0.02  # of its part of the line: what has just begun is seen to have begun


def week_of(today: date, day: date | None) -> tuple[date, ...]:
    """Seven days from today on; a day further ahead stands among its own seven."""
    ahead = (day - today).days if day else 0
    first = today + timedelta(days=ahead // WEEK * WEEK if 0 <= ahead < PROGRAMME_DAYS else 0)
    return tuple(first + timedelta(days=n) for n in range(WEEK))


def other_week(today: date, first: date) -> date | None:
    further = first + timedelta(days=WEEK)
    if (further - today).days < PROGRAMME_DAYS:
        return further
    return first - timedelta(days=WEEK) if first > today else None


def next_day(days: tuple[date, ...], day: date | None) -> date | None:
    """For a day without anything: the next one that has something, else the first."""
    if day is None or day in days:
        return None
    return min((one for one in days if one > day), default=min(days, default=None))


def day_line(found: list[Session], rows: tuple[SessionShown, ...], today: date, now: datetime) -> DayLine:
    """What goes on and what comes next today."""
    here = [(s, r) for s, r in zip(found, rows, strict=True) if r.when.on == today and r.state != "cancelled"]
    held = here[:LINE_MAX]
    return DayLine(tuple(r for _, r in held), now_at([s for s, _ in held], now))


def now_at(held: list[Session], now: datetime) -> float:
    """How far along the line now is. Between two starts it moves on evenly, after the last one to its end."""
    begun = sum(session.starts_at <= now for session in held)
    if not begun:
        return 0.0
    last = held[begun - 1]
    until = held[begun].starts_at if begun < len(held) else last.ends_at
    share = min(max((now - last.starts_at) / max(until - last.starts_at, timedelta(minutes=1)), BEGUN), 1.0)
    return round((begun - 1 + share) / len(held), 3)
