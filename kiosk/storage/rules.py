"""Rules as they are asked for: whom a row decides for, what it would meet, and how it became what it is."""

from collections import defaultdict
from datetime import date, datetime, timedelta
from typing import Any

from msgspec import Struct

from kiosk.domain.classes import Course, Session, local, to_utc
from kiosk.domain.closing_days import Clash, ClosingMeets, Span, with_rest
from kiosk.domain.desk import HallRules
from kiosk.domain.facts import PolicySet
from kiosk.domain.halls import SpecialDay
from kiosk.domain.holds import Hold
from kiosk.domain.loans import Loan
from kiosk.domain.members import Member
from kiosk.domain.policy import Policy
from kiosk.domain.rules import Change, Standing, changes
from kiosk.storage.apply import read_fact
from kiosk.storage.database import Connection
from kiosk.storage.programme import between
from kiosk.storage.queries import rows
from kiosk.storage.tables import from_row, select

VERSIONS_MAX = 60  # of all rows, the latest
LOAN_WIDTH = len(Loan.__struct_fields__)
HELD = f"""select {select(Loan, "l")}, c.kind, {select(Member, "m")} from loans l
    join copies c on c.copy = l.copy join members m on m.member = l.member where l.ended is null"""
WAITING = f"""select {select(Hold, "h")}, {select(Member, "m")} from holds h
    join members m on m.member = h.member where h.state in ('waiting', 'ready')"""
HOLD_WIDTH = len(Hold.__struct_fields__)
SEATED = f"""select max(n), {select(Member, "m")} from (select e.member as who, count(*) as n
    from enrolments e join courses c on c.course = e.course
    where e.state in ('requested', 'waiting', 'confirmed') group by e.member, c.term)
    join members m on m.member = who group by who"""
TOLD = "select body from facts where type = 'PolicySet' order by position"


class Version(Struct, frozen=True):
    """A row as it was set once: by whom, when, why, and what became otherwise by it."""

    version: str  # the fact that set it
    at: datetime
    policy: Policy
    changed: tuple[Change, ...] = ()
    actor: str | None = None  # none: the set-up, or a centre
    why: str = ""
    why_said: str = ""
    stands: bool = False  # the row is so today


class Reach(Struct, frozen=True):
    """How many a row decides for: members of the hall, or copies of its kind."""

    members: int = 0
    copies: int = 0


def standing(db: Connection) -> tuple[Standing, ...]:
    """Everybody of whom something is open here; whoever has nothing, no limit can meet today."""
    members: dict[int, Member] = {}
    loans: dict[int, list[tuple[Loan, str]]] = defaultdict(list)
    holds: dict[int, list[Hold]] = defaultdict(list)
    seats: dict[int, int] = {}
    for row in db.execute(HELD):
        member = known(members, row[LOAN_WIDTH + 1 :])
        loans[member].append((from_row(Loan, row[:LOAN_WIDTH]), row[LOAN_WIDTH]))
    for row in db.execute(WAITING):
        holds[known(members, row[HOLD_WIDTH:])].append(from_row(Hold, row[:HOLD_WIDTH]))
    for row in db.execute(SEATED):
        seats[known(members, row[1:])] = row[0]
    return tuple(
        Standing(member, tuple(loans[key]), tuple(holds[key]), seats.get(key, 0)) for key, member in members.items()
    )


def known(members: dict[int, Member], row: tuple[Any, ...]) -> int:
    member = from_row(Member, row)
    members[member.member] = member
    return member.member


def versions(db: Connection, name: str = "") -> tuple[Version, ...]:
    """The latest first. What was set at another kiosk of the hall is known here only by its outcome."""
    told: list[Version] = []
    last: dict[str, Policy] = {}
    for (body,) in db.execute(TOLD):
        fact = read_fact(body)
        if not isinstance(fact.p, PolicySet):
            continue
        row = fact.p.policy
        changed = changes(last.get(row.policy), row)
        told.append(Version(fact.id, fact.at, row, changed, fact.actor, fact.p.why, fact.p.why_said))
        last[row.policy] = row
    now = {row.policy: row for row in rows(db, Policy)}
    return tuple(marked(told, now, name))[:VERSIONS_MAX]


def marked(told: list[Version], now: dict[str, Policy], name: str) -> list[Version]:
    """Of the versions of a row only the latest that says what holds today stands."""
    from msgspec.structs import replace

    seen: set[str] = set()
    found = []
    for version in reversed(told):
        row = version.policy
        if name not in ("", row.policy):
            continue
        stands = row.policy not in seen and now.get(row.policy) == row
        seen |= {row.policy} if stands else set()
        found.append(replace(version, stands=stands))
    return found


def reach(db: Connection, rules: HallRules) -> dict[str, Reach]:
    """Of each row: the members at home here whose books it decides, or the copies of its kind."""
    tiers = dict(
        db.execute(
            "select tier, count(*) from members where home_hall = ? and merged_into is null group by tier",
            (rules.hall.hall,),
        ).fetchall()
    )
    kinds = dict(db.execute("select kind, count(*) from copies where hall = ? group by kind", (rules.hall.hall,)))
    return {p.policy: reach_of(p, rules, tiers, kinds) for p in rules.policies}


def reach_of(row: Policy, rules: HallRules, tiers: dict[str, int], kinds: dict[str, int]) -> Reach:
    if row.item_kind is not None:
        return Reach(copies=kinds.get(row.item_kind, 0))
    return Reach(sum(count for tier, count in tiers.items() if rules.policy(tier, "book").policy == row.policy))


def special_days(db: Connection, hall: int, since: date) -> tuple[SpecialDay, ...]:
    return rows(db, SpecialDay, "where hall = ? and day >= ? order by day", hall, since.isoformat())


def meets(db: Connection, rules: HallRules, span: Span) -> ClosingMeets:
    """What is open within a rest that is not yet told."""
    days = (span.first.isoformat(), span.last.isoformat())
    due = count(db, "select count(*) from loans where ended is null and due_on between ? and ?", *days)
    kept = "select count(*) from holds where state = 'ready' and pickup_hall = ? and ready_until between ? and ?"
    after = with_rest(rules.calendar, span).next_open(span.first)
    return ClosingMeets(due, after, count(db, kept, rules.hall.hall, *days), clashes(db, rules, span))


def count(db: Connection, sql: str, *parameters: Any) -> int:
    return int(db.execute(sql, parameters).fetchone()[0])


def clashes(db: Connection, rules: HallRules, span: Span) -> tuple[Clash, ...]:
    offset = rules.hall.utc_offset_min
    first, end = (to_utc(day, 0, offset) for day in (span.first, span.last + timedelta(days=1)))
    found: tuple[tuple[Course, Session], ...] = between(db, first, end - timedelta(seconds=1))
    return tuple(
        Clash(course, session, local(session.starts_at, offset).date())
        for course, session in found
        if session.state == "planned" and course.hall == rules.hall.hall
    )
