"""Merging: when two numbers are one person, the hub moves what is open to the number that is kept, also later."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from msgspec.structs import replace
from sqlalchemy import select

from kiosk.domain import facts as f
from kiosk.domain.enrolments import Enrolment
from kiosk.domain.holds import Hold
from kiosk.domain.loans import Loan
from kiosk.domain.members import Member, Suspension
from kiosk.hub import stories
from kiosk.hub.rows import HallRows
from kiosk.hub.sharing import halls_of
from kiosk.hub.tables import table_of
from kiosk.hub.turn import Turn

Moved = tuple[int, f.Happening]  # in which hall's book
MERGED = "merged"
OPENING = frozenset((f.BookBorrowed, f.HoldPlaced, f.SeatConfirmed))


def follow(turn: Turn, now: datetime) -> None:
    """What was told under a number that has become another is meant of that other."""
    merged = merged_numbers(turn)
    for step in list(turn.steps):
        p, actor = step.heard.fact.p, step.heard.fact.actor
        match p:
            case f.MembersMerged(member=old, into=kept) if step.after and step.after.merged_into == kept:
                told(turn, everything(turn, old, kept), actor, now)
            case f.MembersParted(member=old) if step.before and step.before.merged_into:
                told(turn, back(turn, old, step.before.merged_into), actor, now)
            case f.BookBorrowed(member=old) | f.HoldPlaced(member=old) | f.SeatConfirmed(member=old) if old in merged:
                told(turn, everything(turn, old, merged[old]), None, now)


def merged_numbers(turn: Turn) -> dict[int, int]:
    """Of whom this turn has told: those who are known by another number now."""
    happenings = (step.heard.fact.p for step in turn.steps)
    members = {p.member for p in happenings if type(p) in OPENING}
    homes = halls_of(turn, [f"member {member}" for member in members])
    found: dict[int, int] = {}
    for home in set(homes.values()):
        rows = turn.rows.get(home) or HallRows(turn.db, home)
        theirs = [member for member in members if homes.get(f"member {member}") == home]
        rows.load(Member, theirs)
        known = (rows.get(Member, member) for member in theirs)
        found |= {member.member: member.merged_into for member in known if member and member.merged_into}
    return found


def told(turn: Turn, moved: list[Moved], actor: str | None, now: datetime) -> None:
    for hall, p in moved:
        turn.author(hall, p, now, actor)
    turn.settle()


def everything(turn: Turn, old: int, kept: int) -> list[Moved]:
    """Open loans, holds, seats and pauses: what is over stays in the history of the old number."""
    turn.settle()
    loans = [(hall, f.LoanMoved(x.copy, x.loan, kept)) for hall, x in open_of(turn, Loan, old) if x.ended is None]
    holds = [(hall, moved_hold(x, kept)) for hall, x in open_of(turn, Hold, old) if x.open]
    seats = [at for hall, x in open_of(turn, Enrolment, old) if x.state == "confirmed" for at in seat(hall, x, kept)]
    homes = halls_of(turn, [f"member {kept}"]).values()
    pauses = [x for _, x in open_of(turn, Suspension, old) if x.lifted_why is None]
    carried = [(home, f.MemberSuspended(kept, x.until, x.why)) for home in homes for x in pauses]
    lifted = [(hall, f.SuspensionLifted(old, x.suspension, MERGED)) for hall, x in open_of(turn, Suspension, old)]
    return [*loans, *holds, *seats, *carried, *(lifted if pauses else [])]


def moved_hold(hold: Hold, member: int) -> f.HoldRestored:
    return f.HoldRestored(replace(hold, member=member))


def seat(hall: int, enrolment: Enrolment, kept: int) -> Iterator[Moved]:
    yield hall, f.SeatWithdrawn(enrolment.course, enrolment.member, MERGED)
    yield hall, f.SeatConfirmed(enrolment.course, kept)


def back(turn: Turn, old: int, kept: int) -> list[Moved]:
    """Loans and holds that were begun under the old number; a seat stays where it is."""
    turn.settle()
    loans = [(hall, x) for hall, x in open_of(turn, Loan, kept) if x.ended is None]
    holds = [(hall, x) for hall, x in open_of(turn, Hold, kept) if x.open]
    halls = {hall for hall, _ in (*loans, *holds)}
    first = stories.facts(turn, halls, [x.loan for _, x in loans] + [x.hold for _, x in holds])
    own = {key for key, fact in first.items() if getattr(fact.p, "member", None) == old}
    return [
        *((hall, f.LoanMoved(x.copy, x.loan, old)) for hall, x in loans if x.loan in own),
        *((hall, moved_hold(x, old)) for hall, x in holds if x.hold in own),
    ]


def open_of(turn: Turn, struct: Any, member: int) -> list[tuple[int, Any]]:
    """In every hall's book, as they are after this turn so far."""
    table = table_of(struct)
    halls = {hall for (hall,) in turn.db.execute(select(table.c.hall_of).where(table.c.member == member).distinct())}
    turn.open(halls)
    for hall in halls:
        turn.rows[hall].take(struct, table.c.member == member)
    return [
        (hall, row)
        for hall, rows in turn.rows.items()
        for (of, _), row in list(rows.known.items())
        if of is struct and row is not None and row.member == member  # type: ignore[attr-defined]
    ]
