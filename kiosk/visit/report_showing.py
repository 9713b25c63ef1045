"""Report showing: a report as its page shows it, and what the drawing thread needs to put it on paper or on a stick."""

from collections.abc import Sequence

from kiosk import words
from kiosk.domain.classes import local
from kiosk.domain.printing import Order
from kiosk.domain.refusals import NO_STICK, Refused
from kiosk.domain.reporting import Figures, Group, Number, Span, as_one, span_of
from kiosk.visit import inspection
from kiosk.visit.certifying import Sheet
from kiosk.visit.keeper import Keeper
from kiosk.visit.report_desk import known_shown, span_shown
from kiosk.visit.report_gathering import Gathered, bars_of, gathered
from kiosk.visit.report_papers import Asked
from kiosk.visit.report_sheets import Wording, group_key, said, sheet_of, values
from kiosk.visit.screens import ReportBar, ReportChange, ReportFigure, Reports, ReportShare
from kiosk.visit.sitting import Place

SHARES = 5  # lines of one section
FIGURES: tuple[Number, ...] = ("visits", "loans", "attendances", "half_hours", "certificates", "members")
BESIDE: tuple[Number, ...] = (
    "visitors",
    "guests",
    "borrowers",
    "returns",
    "learners",
    "sessions",
    "unsettled",
    "certified",
    "revoked",
)
PAPER = "zh_CN"  # what is handed in is read by others than whoever stands here


def asked(place: Place, span: Span) -> Asked:
    return Asked(place.db, place.rules, span, place.moment.at, words.read(PAPER))


def screen(place: Place, span: Span) -> Reports:
    found = gathered(place.db, place.rules, span, place.moment.at)
    frozen, offset = found.handed_in, place.rules.hall.utc_offset_min
    f = frozen.figures if frozen else found.report.figures
    return Reports(
        span=span_shown(span),
        known=known_shown(found.report.known, offset),
        figures=tuple(figure(name, f) for name in FIGURES),
        bars=bars(place, found),
        classes=shares("classes", f.classes),
        units=shares("units", f.units),
        ages=shares("ages", f.ages),
        goes_on=span.last < place.today,
        ended=span.last < place.today,
        closed_on=local(frozen.until, offset).date() if frozen else None,
        changes=tuple(ReportChange(c.name, *values(c.name, c.was, c.now)) for c in found.changed),
    )


def figure(name: Number, f: Figures) -> ReportFigure:
    facts = {beside: f"{f.number(beside):,}" for beside in BESIDE} | {"joined": f"{f.number('new_members'):,}"}
    return ReportFigure(name, said(name, f.number(name)), facts)


def bars(place: Place, found: Gathered) -> tuple[ReportBar, ...]:
    """A day stands among those of its month."""
    day = found.report.span.first if found.report.span.kind == "day" else None
    if day:
        found = gathered(place.db, place.rules, span_of("month", day), place.moment.at)
    wording, told = Wording(found, words.read(PAPER), place.rules.hall.utc_offset_min), []
    for first, days in bars_of(found):
        bar = wording.bar(first, sum(one.visits for one in days))
        mark = "chosen" if first == day else bar.mark
        told.append(ReportBar(bar.label, bar.value, -1 if bar.usual is None else bar.usual, mark))
    return tuple(told)


def shares(kind: str, groups: Sequence[Group]) -> tuple[ReportShare, ...]:
    """The largest, and all others as one; none of them is small, so nothing is told by it."""
    shown = tuple(groups)
    if len(groups) > SHARES:
        shown = (*groups[: SHARES - 1], as_one(groups[SHARES - 1 :]))
    return tuple(share(kind, group) for group in shown)


def share(kind: str, group: Group) -> ReportShare:
    word, facts = group_key(kind, group)
    letter = group.names[0] if kind == "classes" and not group.merged else ""
    return ReportShare("" if word else group.names[0], group.count, group.people, word, facts, letter)


def order(place: Place, span: Span) -> Sheet:
    """Counted here, drawn in the thread."""
    ask = asked(place, span)
    sheet = sheet_of(gathered(place.db, place.rules, span, place.moment.at), ask.words, place.rules.hall.utc_offset_min)

    def drawn() -> tuple[Order, ...] | Refused:
        pdf = inspection.drawn(sheet, ask)
        return pdf if isinstance(pdf, Refused) else (Order("report", span.name, pdf),)

    return Sheet(("report", span.name), drawn)


def saving(place: Place, span: Span, what: str) -> Sheet:
    """What is read, is read here; what is slow, drawing and the stick, is the thread's."""
    ask, keeper = asked(place, span), place.keeper
    sheets = inspection.inspection(ask)
    name = f"{sheets[0].title} {place.moment.at:%H%M%S}"

    def drawn() -> bytes | Refused:
        made = inspection.pack(sheets, ask) if what == "pack" else inspection.book(sheets[0])
        if isinstance(made, Refused):
            return made
        return on_stick(keeper, f"{name}.{'zip' if what == 'pack' else 'xlsx'}", made)

    return Sheet(("save", what), drawn)


def on_stick(keeper: Keeper | None, name: str, made: bytes) -> bytes | Refused:
    """The name under which it lies there."""
    done = keeper.put_on_stick(name, made) if keeper else ""
    return done.encode() if done else Refused((NO_STICK.because(),))
