"""Reporting: a hall's report of a span of days, counted from its rows; and the quarters that were handed in."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from datetime import date, datetime

from kiosk.domain.attendance import half_hours
from kiosk.domain.books import class_letter
from kiosk.domain.classes import Course, to_utc
from kiosk.domain.desk import HallRules
from kiosk.domain.members import MemberDetails
from kiosk.domain.policy import deciding
from kiosk.domain.reporting import (
    AGE_UNKNOWN,
    AGES,
    ClosedQuarter,
    Day,
    Figures,
    Group,
    Known,
    Report,
    Span,
    age_band,
    by_size,
    days_of,
    in_order,
    quarter_key,
)
from kiosk.storage.apply.rows import get
from kiosk.storage.counting import (
    BY_MARK,
    GUESTS_BY_DAY,
    KINDS,
    KINDS_CAME,
    LOANS_BY_DAY,
    MINUTES,
    ONE_ROW,
    VISITS,
    VISITS_BY_DAY,
    Counting,
    asked,
    counting,
)
from kiosk.storage.database import Connection
from kiosk.storage.hub_line import has_hub, hub_line, waiting
from kiosk.storage.queries import rows

DAY_MIN = 24 * 60
Visited = list[tuple[int, int]]  # who was there, and how many times


def report(db: Connection, rules: HallRules, span: Span, until: datetime) -> Report:
    c = counted_with(rules, span, until)
    visited = [(member, times) for member, times in Counter(m for m, _ in asked(db, VISITS, c)).items()]
    figures = Figures(
        numbers=numbers(db, c, visited),
        classes=of_classes(asked(db, BY_MARK, c)),
        units=by_size(people_by(db, visited, lambda who: who.unit if who else "")),
        ages=in_order(bands(people_by(db, visited, lambda who: age_band(who.born if who else None, span.last.year)))),
        kinds=of_kinds(db, c),
    )
    return Report(rules.hall.name, span, known(db, until), figures, days(db, c, span))


def counted_with(rules: HallRules, span: Span, until: datetime) -> Counting:
    apart = deciding(rules.policies, rules.hall.kind, "member", "book").visit_apart_min
    return counting(rules.hall, span, until, apart)


def numbers(db: Connection, c: Counting, visited: Visited) -> dict[str, int]:
    found: dict[str, int] = {}
    for names, sql in ONE_ROW.items():
        found |= zip(names.split(", "), next(asked(db, sql, c)), strict=True)
    found["half_hours"] = half_hours_of(db, c)
    found["visits"] = sum(times for _, times in visited) + found["guests"]
    found["visitors"] = len(visited)
    return found


def half_hours_of(db: Connection, c: Counting) -> int:
    courses = {course.course: course for course in rows(db, Course, "where hall = ?", c.hall)}
    return sum(half_hours(courses[course], minutes) * times for course, minutes, times in asked(db, MINUTES, c))


def of_classes(found: Iterable[tuple[str, int, int]]) -> tuple[Group, ...]:
    """By the letter of the classification; who borrowed is counted once in each."""
    times, people = Counter[str](), defaultdict[str, set[int]](set)
    for mark, member, count in found:
        times[class_letter(mark)] += count
        people[class_letter(mark)].add(member)
    return by_size([Group((letter,), times[letter], len(people[letter])) for letter in times])


def people_by(db: Connection, visited: Visited, of: Callable[[MemberDetails | None], str]) -> list[Group]:
    """Who has been forgotten since, or came from elsewhere, is among those of whom nothing is known."""
    times, people = Counter[str](), Counter[str]()
    for member, count in visited:
        name = of(get(db, MemberDetails, member))
        times[name] += count
        people[name] += 1
    return [Group((name,), times[name], people[name]) for name in times]


def bands(found: list[Group]) -> list[Group]:
    order = (*AGES, AGE_UNKNOWN)
    return sorted(found, key=lambda group: order.index(group.names[0]))


def of_kinds(db: Connection, c: Counting) -> tuple[Group, ...]:
    """Evenings and who came to them: neither tells of one person."""
    came = dict(asked(db, KINDS_CAME, c))
    found = (Group((kind,), count, came.get(kind, 0)) for kind, count in asked(db, KINDS, c))
    return tuple(sorted(found, key=lambda group: (-group.count, group.names)))


def days(db: Connection, c: Counting, span: Span) -> tuple[Day, ...]:
    visits, guests, loans = (dict(asked(db, sql, c)) for sql in (VISITS_BY_DAY, GUESTS_BY_DAY, LOANS_BY_DAY))
    named = ((day, day.isoformat()) for day in days_of(span))
    return tuple(Day(day, visits.get(n, 0) + guests.get(n, 0), loans.get(n, 0)) for day, n in named)


def visits_by_day(db: Connection, rules: HallRules, span: Span) -> dict[date, int]:
    """Of more days than are reported: what is usual is asked of the weeks before."""
    until = to_utc(span.last, DAY_MIN, rules.hall.utc_offset_min)
    return {day.day: day.visits for day in days(db, counted_with(rules, span, until), span)}


def known(db: Connection, until: datetime) -> Known:
    """A kiosk that stands alone knows all there is; under a centre, only the centre knows how many devices it has."""
    if not has_hub(db):
        return Known(until, head_position(db))
    heard_at = hub_line(db).heard_at
    told = min(until, heard_at) if heard_at else until
    return Known(told, head_position(db), heard=1, all=0, waiting=waiting(db))


def head_position(db: Connection) -> int:
    """How many facts lie on this disk: who names that number names what was known."""
    return int(db.execute("select max(position) from facts").fetchone()[0] or 0)


def handed_in(db: Connection, hall: int, span: Span) -> ClosedQuarter | None:
    return get(db, ClosedQuarter, quarter_key(hall, span)) if span.kind == "quarter" else None
