"""Counting: the queries that a report asks of the rows, each for one hall and one span."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

from msgspec import Struct

from kiosk.domain.attendance import HERE
from kiosk.domain.classes import to_utc
from kiosk.domain.halls import Hall
from kiosk.domain.reporting import Span
from kiosk.storage.database import Connection

DAY_SHIFT = "date({at}, :shift)"
CAME = ", ".join(repr(result) for result in HERE)
LENT = "l.hall = :hall and l.ended is not 'undone'"
HELD = """from sessions s join courses c on c.course = s.course
    where c.hall = :hall and s.state <> 'cancelled' and s.starts_at >= :first and s.starts_at < :after
    and s.starts_at <= :until"""
CAME_TO = f"""from attendance a join sessions s on s.session = a.session join courses c on c.course = s.course
    where c.hall = :hall and s.starts_at >= :first and s.starts_at < :after and a.result in ({CAME})"""
# Whoever borrows, brings back or comes to a class was there; what follows within the hour belongs to the same visit.
ACTS = f"""
    select l.member, l.borrowed_at as at from loans l where {LENT}
    union all select l.member, l.ended_at from loans l where l.hall = :hall and l.ended = 'returned'
    union all select a.member, coalesce(a.entered_at, s.starts_at) from attendance a
        join sessions s on s.session = a.session join courses c on c.course = s.course
        where c.hall = :hall and a.result in ({CAME})
"""
VISITS = f"""with acts as (select member, at from ({ACTS}) where at >= :from_before and at < :after),
    told as (select member, at, lag(at) over (partition by member order by at) as before from acts)
    select member, at from told
    where at >= :first and (before is null or unixepoch(at) - unixepoch(before) > :apart)"""
VISITS_BY_DAY = f"select {DAY_SHIFT.format(at='at')}, count(*) from ({VISITS}) group by 1"
GUESTS_BY_DAY = f"select {DAY_SHIFT.format(at='s.starts_at')}, sum(s.guests) {HELD} group by 1"
IN_SPAN = "{at} >= :first and {at} < :after"
WERE_LENT = f"{LENT} and {IN_SPAN.format(at='l.borrowed_at')}"
CAME_BACK = f"l.hall = :hall and l.ended = 'returned' and {IN_SPAN.format(at='l.ended_at')}"
LOANS, RETURNS = f"from loans l where {WERE_LENT}", f"from loans l where {CAME_BACK}"
OF_TITLES = "from loans l join copies p on p.copy = l.copy join titles t on t.title = p.title"
LOANS_BY_DAY = f"select {DAY_SHIFT.format(at='l.borrowed_at')}, count(*) {LOANS} group by 1"
JOINED = "from members where home_hall = :hall and merged_into is null"
CERTIFICATES = "from certificates where hall = :hall"
ONE_ROW = {
    "loans, borrowers": f"select count(*), count(distinct l.member) {LOANS}",
    "returns": f"select count(*) {RETURNS}",
    "members": f"select count(*) {JOINED} and (joined_on is null or joined_on <= :last)",
    "new_members": f"select count(*) {JOINED} and joined_on between :first_day and :last",
    "sessions, guests": f"select count(*), coalesce(sum(s.guests), 0) {HELD}",
    "attendances, learners": f"select count(*), count(distinct a.member) {CAME_TO}",
    "unsettled": f"select count(*) {CAME_TO} and a.result = 'unsettled'",
    "certificates, certified": f"""select count(*), count(distinct member) {CERTIFICATES}
        and issued_on between :first_day and :last""",
    "revoked": f"select count(*) {CERTIFICATES} and revoked_on between :first_day and :last",
}
MINUTES = f"select c.course, a.minutes, count(*) {CAME_TO} group by 1, 2"
BY_MARK = f"select substr(t.class_mark, 1, 1), l.member, count(*) {OF_TITLES} where {WERE_LENT} group by 1, 2"
KINDS = f"select c.kind, count(*) {HELD} group by 1"
KINDS_CAME = f"select c.kind, count(*) {CAME_TO} group by 1"


class Counting(Struct, frozen=True):
    """What each query is asked with."""

    hall: int
    shift: str
    first: str
    after: str
    until: str
    from_before: str
    apart: int
    first_day: str
    last: str


def counting(hall: Hall, span: Span, until: datetime, apart_min: int) -> Counting:
    first, after = bounds(hall, span)
    before = first - timedelta(minutes=apart_min)
    return Counting(
        hall=hall.hall,
        shift=f"{hall.utc_offset_min} minutes",
        first=first.isoformat(),
        after=after.isoformat(),
        until=until.isoformat(),
        from_before=before.isoformat(),
        apart=apart_min * 60,
        first_day=span.first.isoformat(),
        last=span.last.isoformat(),
    )


def bounds(hall: Hall, span: Span) -> tuple[datetime, datetime]:
    """From the first moment of the span to the first after it, in UTC."""
    begins = to_utc(span.first, 0, hall.utc_offset_min)
    return begins, to_utc(span.last, 0, hall.utc_offset_min) + timedelta(days=1)


def asked(db: Connection, sql: str, c: Counting) -> Iterator[Any]:
    yield from db.execute(sql, {name: getattr(c, name) for name in c.__struct_fields__})
