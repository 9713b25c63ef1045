"""Report gathering: all that one report shows, read at one moment; and the closing of a quarter."""

from datetime import date, datetime, timedelta

from msgspec import Struct

from kiosk.domain.desk import HallRules
from kiosk.domain.facts import Fact, QuarterClosed
from kiosk.domain.moment import Moment
from kiosk.domain.refusals import QUARTER_CLOSED, QUARTER_NOT_OVER, Reason, Refused
from kiosk.domain.reporting import (
    USUAL_OF,
    ClosedQuarter,
    Correction,
    Day,
    Report,
    Span,
    closed,
    corrections,
    days_of,
    usual,
)
from kiosk.storage import reporting
from kiosk.storage.database import Connection
from kiosk.storage.late import Late, late
from kiosk.storage.store import Store

WEEK = 7


class Gathered(Struct, frozen=True):
    """A report as it is today; of a closed quarter also as it was handed in, and what has changed since."""

    report: Report
    today: date
    usual: dict[date, int] = {}
    open_days: frozenset[date] = frozenset()
    handed_in: ClosedQuarter | None = None
    changed: tuple[Correction, ...] = ()
    late: tuple[Late, ...] = ()


def gathered(db: Connection, rules: HallRules, span: Span, now: datetime) -> Gathered:
    report = reporting.report(db, rules, span, now)
    frozen = reporting.handed_in(db, rules.hall.hall, span)
    today = Moment(now, "", 0).day(rules.hall.utc_offset_min)
    return Gathered(
        report=report,
        today=today,
        usual=usual_days(db, rules, span, today),
        open_days=frozenset(day for day in days_of(span) if rules.calendar.is_open(day)),
        handed_in=frozen,
        changed=corrections(frozen.figures, report.figures) if frozen else (),
        late=late(db, rules.hall, span, frozen.quarter) if frozen else (),
    )


def usual_days(db: Connection, rules: HallRules, span: Span, today: date) -> dict[date, int]:
    """Weekdays are compared where single days are shown; before its first visit a hall was not there."""
    if span.kind not in ("day", "month"):
        return {}
    before = Span(span.kind, span.first - timedelta(days=WEEK * USUAL_OF), min(span.last, today))
    seen = reporting.visits_by_day(db, rules, before)
    first = min((day for day, visits in seen.items() if visits), default=today)
    since = {day: visits for day, visits in seen.items() if first <= day < today}
    found = ((day, usual(day, since, rules.calendar.is_open)) for day in days_of(span))
    return {day: tick for day, tick in found if tick is not None}


def close_quarter(store: Store, rules: HallRules, span: Span, moment: Moment, actor: str) -> tuple[Fact, ...] | Refused:
    """What was handed in stays as it was; what is told later makes a sheet of corrections."""
    if reasons := closing_reasons(store.db, rules, span, moment):
        return Refused(reasons)
    with store.transaction():
        report = reporting.report(store.db, rules, span, moment.at)
        happening = QuarterClosed(closed(rules.hall.hall, report))
        return store.record(happening, moment=moment, actor=actor)


def closing_reasons(db: Connection, rules: HallRules, span: Span, moment: Moment) -> tuple[Reason, ...]:
    found = []
    if span.kind != "quarter" or moment.day(rules.hall.utc_offset_min) <= span.last:
        found.append(QUARTER_NOT_OVER.because(quarter=span.name, last=span.last))
    if reporting.handed_in(db, rules.hall.hall, span):
        found.append(QUARTER_CLOSED.because(quarter=span.name))
    return tuple(found)


def bars_of(found: Gathered) -> tuple[tuple[date, tuple[Day, ...]], ...]:
    """A day and a month show days, a quarter weeks, a year months; each with its first day."""
    days, kind = found.report.days, found.report.span.kind
    if kind in ("day", "month"):
        return tuple((day.day, (day,)) for day in days)
    if kind == "quarter":
        return tuple((days[n].day, days[n : n + WEEK]) for n in range(0, len(days), WEEK))
    firsts = sorted({day.day.replace(day=1) for day in days})
    return tuple((first, tuple(d for d in days if d.day.replace(day=1) == first)) for first in firsts)
