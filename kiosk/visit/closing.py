"""Closing: the manager sets days of rest, sees what they meet, and takes them back."""

from datetime import date, timedelta
from typing import Any

from msgspec.structs import replace

from kiosk.domain.closing_days import CLOSING_DAYS_MAX, ClosingMeets, Span, dropped, rest_weekly, set_apart
from kiosk.domain.facts import HallFact
from kiosk.domain.halls import SpecialDay
from kiosk.domain.refusals import Reason, Refused
from kiosk.storage import rules as stored
from kiosk.visit.roster import actor
from kiosk.visit.ruling import anew, for_rules
from kiosk.visit.screens import ClosingDays, RestClash, RestDays
from kiosk.visit.sitting import Place, Sitting, Step

Arguments = dict[str, Any]
AHEAD_DAYS_MAX = 366
ROWS_SHOWN = 12


def closing(place: Place, sitting: Sitting, arguments: Arguments) -> Step:
    return Step(sitting, shown(place, span_of(place, arguments), str(arguments.get("why", ""))))


def span_of(place: Place, arguments: Arguments) -> Span:
    """What was said so far, moved by so many days; never before today, nor longer than a rest may be."""
    first = day_of(arguments.get("first"), place.today + timedelta(days=1))
    length = (day_of(arguments.get("last"), first) - first).days + int(arguments.get("longer") or 0)
    first += timedelta(days=int(arguments.get("later") or 0))
    first = min(max(first, place.today), place.today + timedelta(days=AHEAD_DAYS_MAX))
    return Span(first, first + timedelta(days=min(max(length, 0), CLOSING_DAYS_MAX - 1)))


def day_of(text: Any, otherwise: date) -> date:
    try:
        return date.fromisoformat(str(text))
    except ValueError:
        return otherwise


def shown(place: Place, span: Span, why: str, *, saved: bool = False, reasons: tuple[Reason, ...] = ()) -> ClosingDays:
    hall = place.rules.hall
    found = ClosingMeets() if saved else stored.meets(place.db, place.rules, span)
    return ClosingDays(
        weekly=hall.closed_weekdays,
        days=in_rows(stored.special_days(place.db, hall.hall, place.today))[:ROWS_SHOWN],
        first=span.first,
        last=span.last,
        why=why,
        due=found.due,
        due_next=found.due_next,
        kept=found.kept,
        clashes=tuple(RestClash(clash.day, clash.course.title) for clash in found.clashes),
        saved=saved,
        reasons=reasons,
    )


def in_rows(days: tuple[SpecialDay, ...]) -> tuple[RestDays, ...]:
    """A holiday of a week is one line, not seven."""
    rows: list[RestDays] = []
    for day in days:
        last = rows[-1] if rows else None
        if last and (last.closed, last.why, last.last + timedelta(days=1)) == (day.closed, day.why, day.day):
            rows[-1] = replace(last, last=day.day)
        else:
            rows.append(RestDays(day.day, day.day, day.closed, day.why))
    return tuple(rows)


def closed(place: Place, sitting: Sitting, arguments: Arguments) -> Step:
    span, why = span_of(place, arguments), str(arguments.get("why", ""))
    outcome = set_apart(place.rules.hall, span, place.today, closed=True, why=why)
    return told(place, sitting, outcome, (span, why))


def opened(place: Place, sitting: Sitting, arguments: Arguments) -> Step:
    """Days follow the weekly habit again."""
    first = day_of(arguments.get("first"), place.today)
    span = Span(first, day_of(arguments.get("last"), first))
    known = stored.special_days(place.db, place.rules.hall.hall, span.first)
    return told(place, sitting, dropped(known, span), (span_of(place, {}), ""))


def habit(place: Place, sitting: Sitting, arguments: Arguments) -> Step:
    """One weekday more, or one less."""
    day, now = str(arguments.get("day", "")), place.rules.hall.closed_weekdays
    wanted = now.replace(day, "") if day in now else now + day
    outcome = rest_weekly(place.rules.hall, wanted, str(arguments.get("why", "")))
    return told(place, sitting, outcome, (span_of(place, {}), ""))


def told(place: Place, sitting: Sitting, outcome: tuple[HallFact, ...] | Refused, draft: tuple[Span, str]) -> Step:
    if isinstance(outcome, Refused):
        return Step(sitting, shown(place, *draft, reasons=outcome.reasons))
    facts = place.store.record(*outcome, moment=place.moment, actor=actor(place, sitting))
    return Step(sitting, shown(anew(place), *draft, saved=True), facts)


TAPS = {
    "closing": for_rules(closing),
    "close_days": for_rules(closed),
    "open_days": for_rules(opened),
    "weekly_rest": for_rules(habit),
}
