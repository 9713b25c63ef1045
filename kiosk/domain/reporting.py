"""Reporting: a span of days, a hall's figures in it, and how small groups are kept from giving anybody away."""

from collections.abc import Callable, Sequence
from datetime import date, datetime, timedelta
from statistics import median
from typing import Literal, get_args

from msgspec import Struct

SpanKind = Literal["day", "month", "quarter", "year"]
SPAN_KINDS: tuple[SpanKind, ...] = get_args(SpanKind)
Number = Literal[
    "visits",
    "visitors",
    "guests",
    "loans",
    "borrowers",
    "returns",
    "members",
    "new_members",
    "sessions",
    "attendances",
    "learners",
    "unsettled",
    "half_hours",
    "certificates",
    "certified",
    "revoked",
]
NUMBERS: tuple[Number, ...] = get_args(Number)

GROUP_LEAST = 5  # people: a smaller group would tell what one of them does
USUAL_OF = 8  # so many of the same weekday before a day say what is usual
MONTHS_A_QUARTER = 3
AGES = ("0", "14", "35", "60")  # each band begins with this age
AGE_UNKNOWN = "unknown"


class Span(Struct, frozen=True):
    """A day, a month, a quarter or a year, its last day included."""

    kind: SpanKind
    first: date
    last: date

    @property
    def quarter(self) -> int:
        return (self.first.month - 1) // MONTHS_A_QUARTER + 1

    @property
    def name(self) -> str:
        """As a command takes it: 2026-11-21, 2026-11, 2026-Q4, 2026."""
        match self.kind:
            case "day":
                return f"{self.first:%Y-%m-%d}"
            case "month":
                return f"{self.first:%Y-%m}"
            case "quarter":
                return f"{self.first.year}-Q{self.quarter}"
        return str(self.first.year)


class Group(Struct, frozen=True):
    """Several that are counted together; `merged` of them were too small to stand alone."""

    names: tuple[str, ...]
    count: int
    people: int
    merged: int = 0


class Day(Struct, frozen=True):
    day: date
    visits: int = 0
    loans: int = 0


class Figures(Struct, frozen=True):
    """What was counted: numbers by name, and groups by what was lent and by who came."""

    numbers: dict[str, int] = {}
    classes: tuple[Group, ...] = ()
    units: tuple[Group, ...] = ()
    ages: tuple[Group, ...] = ()
    kinds: tuple[Group, ...] = ()  # of courses: how many evenings, and how many came

    def number(self, name: Number) -> int:
        return self.numbers.get(name, 0)


class Known(Struct, frozen=True):
    """How much of it is known: what devices have told, and up to when."""

    until: datetime
    facts: int  # that were on this disk
    heard: int = 1
    all: int = 1  # 0: only the centre knows how many there are
    waiting: int = 0  # facts of this device that the centre does not have yet


class Report(Struct, frozen=True):
    hall: str
    span: Span
    known: Known
    figures: Figures
    days: tuple[Day, ...] = ()


class ClosedQuarter(Struct, frozen=True):
    """A quarter's figures as they were handed in; what is told later stands on a sheet of corrections."""

    quarter: str  # "1 2026-Q3": the hall and the quarter
    hall: int
    first: date
    until: datetime
    numbers: tuple[tuple[str, int], ...] = ()
    classes: tuple[Group, ...] = ()
    units: tuple[Group, ...] = ()
    ages: tuple[Group, ...] = ()
    kinds: tuple[Group, ...] = ()

    @property
    def figures(self) -> Figures:
        return Figures(dict(self.numbers), self.classes, self.units, self.ages, self.kinds)


class Correction(Struct, frozen=True):
    """A number that was handed in, and what it is by now."""

    name: str
    was: int
    now: int


def span_of(kind: SpanKind, day: date) -> Span:
    """The span of that kind in which the day lies."""
    match kind:
        case "day":
            return Span(kind, day, day)
        case "month":
            return months(kind, date(day.year, day.month, 1), 1)
        case "quarter":
            begins = (day.month - 1) // MONTHS_A_QUARTER * MONTHS_A_QUARTER + 1
            return months(kind, date(day.year, begins, 1), MONTHS_A_QUARTER)
    return Span(kind, date(day.year, 1, 1), date(day.year, 12, 31))


def months(kind: SpanKind, first: date, count: int) -> Span:
    year, month = divmod(first.year * 12 + first.month - 1 + count, 12)
    return Span(kind, first, date(year, month + 1, 1) - timedelta(days=1))


def span_named(name: str) -> Span | None:
    """The reverse of a span's name; none for anything else."""
    year, _, rest = name.partition("-")
    try:
        if rest[:1] in ("Q", "q"):
            return span_of("quarter", date(int(year), int(rest[1:]) * MONTHS_A_QUARTER, 1))
        month, _, day = rest.partition("-")
        kind: SpanKind = "day" if day else "month" if month else "year"
        return span_of(kind, date(int(year), int(month or 1), int(day or 1)))
    except ValueError:
        return None


def beside(span: Span, by: int) -> Span:
    """The one before or after it, of the same kind."""
    edge = span.first - timedelta(days=1) if by < 0 else span.last + timedelta(days=1)
    return span_of(span.kind, edge)


def days_of(span: Span) -> tuple[date, ...]:
    return tuple(span.first + timedelta(days=n) for n in range((span.last - span.first).days + 1))


def usual(day: date, seen: dict[date, int], is_open: Callable[[date], bool]) -> int | None:
    """The median of the same weekdays before; none where too little is known of the past."""
    past = [day - timedelta(days=7 * n) for n in range(1, USUAL_OF + 1)]
    known = [seen[d] for d in past if d in seen and is_open(d)]
    return round(median(known)) if len(known) >= USUAL_OF // 2 else None


def by_size(groups: Sequence[Group]) -> tuple[Group, ...]:
    """The largest first; those that are too small become one, and take in a neighbour until they are enough:
    only blanked, their sum could be read from the total."""
    ordered = sorted(groups, key=lambda g: (-g.people, g.names))
    shown = [g for g in ordered if g.people >= GROUP_LEAST]
    rest = [g for g in ordered if g.people < GROUP_LEAST]
    while rest and shown and sum(g.people for g in rest) < GROUP_LEAST:
        rest.insert(0, shown.pop())
    return (*sorted(shown, key=lambda g: (-g.count, g.names)), *([as_one(rest)] if rest else []))


def in_order(groups: Sequence[Group]) -> tuple[Group, ...]:
    """Bands keep their order; one that is too small goes to the smaller of its neighbours."""
    found = [g for g in groups if g.people]
    while len(found) > 1 and min(g.people for g in found) < GROUP_LEAST:
        at = min(range(len(found)), key=lambda n: found[n].people)
        sides = [n for n in (at - 1, at + 1) if 0 <= n < len(found)]
        to = min(sides, key=lambda n: found[n].people)
        first = min(at, to)
        found[first : first + 2] = [as_one(found[first : first + 2])]
    return tuple(found)


def as_one(groups: Sequence[Group]) -> Group:
    names = tuple(name for g in groups for name in g.names)
    return Group(names, sum(g.count for g in groups), sum(g.people for g in groups), len(names))


def age_band(born: int | None, year: int) -> str:
    if born is None or not year - born >= 0:
        return AGE_UNKNOWN
    return [age for age in AGES if int(age) <= year - born][-1]


def closed(hall: int, report: Report) -> ClosedQuarter:
    f = report.figures
    numbers = tuple((name, f.number(name)) for name in NUMBERS)
    key = quarter_key(hall, report.span)
    return ClosedQuarter(key, hall, report.span.first, report.known.until, numbers, f.classes, f.units, f.ages, f.kinds)


def quarter_key(hall: int, span: Span) -> str:
    return f"{hall} {span.name}"


def corrections(handed_in: Figures, now: Figures) -> tuple[Correction, ...]:
    changed = ((name, handed_in.number(name), now.number(name)) for name in NUMBERS)
    return tuple(Correction(name, was, is_now) for name, was, is_now in changed if was != is_now)
