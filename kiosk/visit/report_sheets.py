"""Report sheets: a report in the words of its reader, with its figures, bars, groups and, once closed, corrections."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime

from kiosk.domain.certificates import hours_text
from kiosk.domain.classes import local
from kiosk.domain.report_sheet import Bar, ReportSheet, Section, Shown
from kiosk.domain.reporting import AGE_UNKNOWN, AGES, Figures, Group, Known, Number, Span
from kiosk.visit.report_gathering import Gathered, bars_of
from kiosk.words import Words

WEEKEND = (6, 7)
SHOWN: tuple[Number, ...] = ("visits", "loans", "returns", "attendances", "half_hours", "certificates", "members")


class Wording:
    """One report in one language."""

    def __init__(self, found: Gathered, words: Words, utc_offset_min: int) -> None:
        self.found, self.words, self.offset = found, words, utc_offset_min
        # What was handed in is what stands on the sheet; what it is today stands among the corrections.
        self.figures = found.handed_in.figures if found.handed_in else found.report.figures

    def sheet(self) -> ReportSheet:
        sections = (self.totals(), self.course_of_days(), *self.groups(), *self.corrected())
        return ReportSheet(
            hall=self.found.report.hall,
            title=self.say(f"title_{self.found.report.span.kind}", span=span_said(self.found.report.span, self.words)),
            facts=self.facts(),
            sections=tuple(section for section in sections if section),
            notes=tuple(self.words.table["report.notes"]),
            signs=tuple(self.words.table["report.signs"]),
        )

    def say(self, key: str, **values: object) -> str:
        return self.words.say(f"report.{key}", **values)

    def facts(self) -> tuple[str, ...]:
        known, frozen = self.found.report.known, self.found.handed_in
        said = [heard_said(known, self.words), self.say("until", at=self.time(known.until), facts=f"{known.facts:,}")]
        if frozen:
            said[1] = self.say("closed", at=self.time(frozen.until))
        return (*said, *(() if frozen or not self.unfinished() else (self.say("unfinished"),)))

    def unfinished(self) -> bool:
        return self.found.today <= self.found.report.span.last

    def time(self, at: datetime) -> str:
        return f"{local(at, self.offset):%Y-%m-%d %H:%M:%S}"

    def totals(self) -> Section:
        return Section(self.say("totals"), shown=tuple(shown(name, self.figures, self.words) for name in SHOWN))

    def course_of_days(self) -> Section | None:
        """One day has no course; it stands beside what is usual."""
        span, grouped = self.found.report.span, bars_of(self.found)
        if span.kind == "day":
            return None
        bars = tuple(self.bar(first, sum(day.visits for day in days)) for first, days in grouped)
        note = "bars.now" if self.found.handed_in else f"bars.{span.kind}_note"
        return Section(self.say(f"bars.{span.kind}"), self.say(note), bars=bars)

    def bar(self, first: date, visits: int) -> Bar:
        kind, usual = self.found.report.span.kind, self.found.usual.get(first)
        label = str(first.month) if kind == "year" else f"{first.month}/{first.day}" if kind == "quarter" else ""
        return Bar(label or str(first.day), visits, usual, self.mark(first) if kind == "month" else "")

    def mark(self, day: date) -> str:
        if day == self.found.today:
            return "today"
        if day not in self.found.open_days:
            return "closed"
        return "ahead" if day > self.found.today else "weekend" if day.isoweekday() in WEEKEND else ""

    def groups(self) -> Iterator[Section]:
        f = self.figures
        parts = (("classes", f.classes), ("units", f.units), ("ages", f.ages), ("kinds", f.kinds))
        for name, groups in parts:
            if groups:
                shares = tuple(self.share(name, group) for group in groups)
                yield Section(self.say(name), self.say(f"{name}_note"), shares=shares)

    def share(self, name: str, group: Group) -> Bar:
        people = self.say(f"{name}_people", people=group.people)
        return Bar(group_said(name, group, self.words), group.count, more=people)

    def corrected(self) -> Iterator[Section]:
        """As it was handed in, as it is now, and what was told late."""
        changed, late = self.found.changed, self.found.late
        if changed:
            head = tuple(self.words.table["report.corrections_head"])
            rows = tuple((self.say(f"number.{c.name}"), *values(c.name, c.was, c.now)) for c in changed)
            yield Section(self.say("corrections"), self.say("corrections_note"), head=head, rows=rows)
        if late:
            told = tuple((self.say(f"late.{one.kind}"), str(one.count), self.time(one.told_at)) for one in late)
            yield Section(self.say("late_title"), head=tuple(self.words.table["report.late_head"]), rows=told)


def sheet_of(found: Gathered, words: Words, utc_offset_min: int) -> ReportSheet:
    return Wording(found, words, utc_offset_min).sheet()


def span_said(span: Span, words: Words) -> str:
    first = span.first
    quarters: Sequence[str] = words.table["report.quarters"]
    return words.say(
        f"report.span.{span.kind}",
        year=first.year,
        month=first.month,
        day=first.day,
        quarter=quarters[span.quarter - 1],
    )


def heard_said(known: Known, words: Words) -> str:
    if known.all:
        return words.say("report.heard", heard=known.heard, all=known.all)
    return words.say("report.heard_waiting" if known.waiting else "report.heard_here", waiting=known.waiting)


def shown(name: Number, figures: Figures, words: Words) -> Shown:
    values = {n: figures.number(n) for n in ("visitors", "guests", "borrowers", "learners", "sessions")}
    values |= {n: figures.number(n) for n in ("unsettled", "certified", "revoked")}
    values["joined"] = figures.number("new_members")
    return Shown(
        name,
        words.say(f"report.number.{name}"),
        said(name, figures.number(name)),
        words.say(f"report.unit.{name}"),
        words.say(f"report.more.{name}", **{n: f"{value:,}" for n, value in values.items()}),
    )


def said(name: str, value: int) -> str:
    return f"{float(hours_text(value)):,g}" if name == "half_hours" and value % 2 else f"{counted(name, value):,}"


def counted(name: str, value: int) -> int:
    return value // 2 if name == "half_hours" else value


def values(name: str, was: int, now: int) -> tuple[str, str, str]:
    sign = "+" if now > was else "−"
    return said(name, was), said(name, now), sign + said(name, abs(now - was))


def group_said(name: str, group: Group, words: Words) -> str:
    key, facts = group_key(name, group)
    said = words.say(key, **facts) if key else group.names[0]
    return f"{group.names[0]} {said}" if name == "classes" and not group.merged else said


def group_key(name: str, group: Group) -> tuple[str, dict[str, str]]:
    """The word for a group; none: it has a name of its own. Those of one kind that were too few are not named."""
    if name == "ages":
        return age_key(group.names)
    if group.merged:
        return f"report.{name}_rest", {"count": str(group.merged)}
    (only,) = group.names
    if name == "units":
        return "" if only else "report.unit_unknown", {}
    return (f"class.{only}" if name == "classes" else f"kind.{only}"), {}


def age_key(bands: tuple[str, ...]) -> tuple[str, dict[str, str]]:
    """Bands that were merged lie side by side: from the first of the one to the last of the other."""
    known = [band for band in bands if band != AGE_UNKNOWN]
    if not known:
        return "report.age_unknown", {}
    above = [age for age in AGES if int(age) > int(known[-1])]
    facts = {"low": known[0], "high": str(int(above[0]) - 1) if above else ""}
    ends = ("all" if not above else "below") if known[0] == AGES[0] else "above" if not above else "between"
    return f"report.age_{ends}{'_or_unknown' if len(known) < len(bands) else ''}", facts
