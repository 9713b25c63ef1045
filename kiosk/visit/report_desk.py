"""Report desk: a span is chosen and looked at, a number opens its list; it is closed, printed, or put on a stick."""

from typing import Any

from msgspec.structs import replace

from kiosk.domain.classes import local
from kiosk.domain.refusals import Refused
from kiosk.domain.reporting import SPAN_KINDS, Known, Span, SpanKind, beside, span_of
from kiosk.visit.desk import leading_back, on_duty
from kiosk.visit.roster import actor
from kiosk.visit.screens import KnownShown, Printing, ReportList, Reports, SpanShown
from kiosk.visit.sitting import Place, Sitting, Step

Arguments = dict[str, Any]
ROWS_MAX = 500  # on the screen; the spreadsheet has all
SAVED = ("excel", "pack")


def opened(place: Place, sitting: Sitting, arguments: Arguments) -> Step:
    """What was looked at last on this duty; at first the present month."""
    span = sitting.report or span_of("month", place.today)
    kind: SpanKind | None = next((kind for kind in SPAN_KINDS if kind == arguments.get("kind")), None)
    if kind:
        span = span_of(kind, min(span.last, place.today) if span.first <= place.today else span.first)
    return shown(place, sitting, span)


def stepped(place: Place, sitting: Sitting, arguments: Arguments) -> Step:
    """What has not begun yet has no report."""
    span = sitting.report or span_of("month", place.today)
    to = beside(span, int(arguments.get("by") or 0) or -1)
    return shown(place, sitting, to if to.first <= place.today else span)


def shown(place: Place, sitting: Sitting, span: Span) -> Step:
    return Step(replace(sitting, report=span), report(place, span))


def report(place: Place, span: Span) -> Reports:
    from kiosk.visit.report_showing import screen  # no start waits for reports

    return screen(place, span)


def listed(place: Place, sitting: Sitting, arguments: Arguments) -> Step:
    from kiosk.visit.report_papers import LISTS, list_behind
    from kiosk.visit.report_showing import asked

    span, name = sitting.report or span_of("month", place.today), str(arguments.get("number"))
    if name not in LISTS:
        return shown(place, sitting, span)
    rows = list_behind(asked(place, span), name).rows
    return Step(sitting, ReportList(span_shown(span), name, rows[:ROWS_MAX], len(rows)))


def closed(place: Place, sitting: Sitting, _: Arguments) -> Step:
    from kiosk.visit.report_gathering import close_quarter

    span = sitting.report or span_of("quarter", place.today)
    done = close_quarter(place.store, place.rules, span, place.moment, actor(place, sitting) or "")
    if isinstance(done, Refused):
        return Step(sitting, replace(report(place, span), way="refused", reasons=done.reasons))
    return Step(sitting, report(place, span), done)


def printed(place: Place, sitting: Sitting, _: Arguments) -> Step:
    span = sitting.report or span_of("month", place.today)
    back = leading_back(replace(sitting, report=span), ("reports", ""))
    return Step(back, Printing("report", span.name, "drawing", staff=True))


def saved(place: Place, sitting: Sitting, arguments: Arguments) -> Step:
    """It is drawn and written in a thread of its own; the page says when it is on the stick."""
    span = sitting.report or span_of("month", place.today)
    what = next((what for what in SAVED if what == arguments.get("what")), SAVED[0])
    return Step(replace(sitting, report=span), replace(report(place, span), way="saving", what=what))


def span_shown(span: Span) -> SpanShown:
    return SpanShown(span.kind, span.first.year, span.first.month, span.first.day, span.quarter)


def known_shown(known: Known, utc_offset_min: int) -> KnownShown:
    at = local(known.until, utc_offset_min)
    return KnownShown(known.heard, known.all, known.waiting, at.date(), f"{at:%H:%M}", known.facts)


TAPS = {
    "reports": on_duty("reports", opened),
    "report_step": on_duty("reports", stepped),
    "report_list": on_duty("reports", listed),
    "report_close": on_duty("reports", closed),
    "report_print": on_duty("reports", printed),
    "report_save": on_duty("reports", saved),
}
