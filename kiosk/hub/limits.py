"""Limits: members who have more books at once than the rules allow, whichever halls lent them."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import select

from kiosk.domain.cases import Case
from kiosk.domain.contradictions import Contradiction, over_limit
from kiosk.domain.halls import Hall
from kiosk.domain.loans import Loan
from kiosk.domain.members import Member
from kiosk.domain.policy import Policy, deciding
from kiosk.hub import bulk
from kiosk.hub.rows import own_columns
from kiosk.hub.sharing import halls_of
from kiosk.hub.tables import table_of
from kiosk.hub.turn import Turn
from kiosk.storage.tables import Row, from_row


def beyond_limit(turn: Turn) -> list[tuple[int, int, tuple[Contradiction, ...]]]:
    """Of members whose loans this turn has changed, each with the home hall: what is beyond, or is no more."""
    changed = changed_loans(turn)
    if not changed:
        return []
    loans = open_loans(turn, {loan.member for loan in changed.values()}, changed)
    most = limits(turn, set(loans))
    found = {member: over_limit(of_member, most[member]) for member, of_member in loans.items()}
    homes = halls_of(turn, [f"member {member}" for member in found])
    told = told_of(turn, set(homes.values()))
    return [
        (homes[f"member {member}"], member, (one,) if one else ())
        for member, one in sorted(found.items())
        if f"member {member}" in homes and (one or f"member {member}" in told)
    ]


def told_of(turn: Turn, halls: set[int]) -> set[str]:
    """Of whom it has been said that they have too many."""
    cases = table_of(Case)
    still = (cases.c.hall_of.in_(halls), cases.c.state == "open", cases.c.kind == "over_limit")
    return {subject for (subject,) in turn.db.execute(select(cases.c.subject).where(*still))}


def changed_loans(turn: Turn) -> dict[str, Loan]:
    known = ((key, rows.known[key]) for rows in turn.rows.values() for key in rows.touched if key[0] is Loan)
    return {key[1]: row for key, row in known if isinstance(row, Loan)}


def open_loans(turn: Turn, members: set[int], changed: dict[str, Loan]) -> dict[int, list[Loan]]:
    """As they are after this turn, of which the database does not know yet."""
    of_member: dict[int, list[Loan]] = {member: [] for member in members}
    for loan in of_members(turn, Loan, members, ended=None):
        if loan.loan not in changed:
            of_member[loan.member].append(loan)
    for loan in changed.values():
        if loan.ended is None:
            of_member[loan.member].append(loan)
    return of_member


def limits(turn: Turn, members: set[int]) -> dict[int, int]:
    """What the home hall allows; of somebody unknown, what it allows to everybody."""
    policies, kinds = read(turn, Policy), {hall.hall: hall.kind for hall in read(turn, Hall)}
    known = {member.member: member for member in of_members(turn, Member, members)}
    found = {}
    for member in members:
        row = known.get(member)
        tier, kind = (row.tier, kinds.get(row.home_hall, "palace")) if row else ("member", "palace")
        found[member] = deciding(policies, kind, tier, "book").loans_max
    return found


def of_members(turn: Turn, struct: type[Row], members: Iterable[int], **at: Any) -> list[Row]:
    found = bulk.find(turn.db, own_columns(struct), table_of(struct).c.member, members, **at)
    return [from_row(struct, row) for row in found]


def read(turn: Turn, struct: type[Row]) -> tuple[Row, ...]:
    return tuple(from_row(struct, row) for row in turn.db.execute(select(*own_columns(struct))))
