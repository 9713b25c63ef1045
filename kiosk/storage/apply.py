"""Apply: the one place that writes rows, each from a fact and the state before it."""

from collections.abc import Iterator
from hashlib import sha256
from typing import Any, TypeVar

import msgspec
from msgspec import Struct

from kiosk.domain import facts as f
from kiosk.domain.books import Copy
from kiosk.domain.facts import Fact
from kiosk.domain.holds import Hold
from kiosk.domain.loans import CopyState, Loan, after
from kiosk.domain.members import Member, Suspension
from kiosk.domain.people import hold_after, member_after, suspension_after
from kiosk.storage.database import Connection
from kiosk.storage.sealed import unsealed
from kiosk.storage.tables import TABLES, from_row, put_sql, select, to_row

Row = TypeVar("Row", bound=Struct)
NO_FACT_YET = bytes(32)
read_fact = msgspec.json.Decoder(Fact).decode


class ChainBroken(Exception):
    """A fact is not what it was when it was written."""

    def __init__(self, position: int) -> None:
        super().__init__(f"the chain of facts breaks at {position}")
        self.position = position


def chain_hash(head: bytes, body: bytes) -> bytes:
    return sha256(head + body).digest()


def step(db: Connection, fact: Fact) -> None:
    """Write the rows that this fact changes, and no others."""
    match fact.p:
        case f.HallSet(hall=row) | f.SpecialDaySet(day=row) | f.PolicySet(policy=row) | f.StaffAdded(staff=row):
            put(db, row)
        case f.TitleAdded(title=row):
            put(db, row)
        case f.MemberDetailsSet(member=member, sealed=sealed):
            put(db, unsealed(db, member, sealed))
        case f.HoldPlaced() | f.HoldReadied() | f.HoldFilled() | f.HoldCancelled() | f.HoldRestored():
            step_hold(db, fact, fact.p)
        case f.MemberSuspended() | f.SuspensionLifted():
            step_suspension(db, fact, fact.p)
        case f.MemberAdded(member=row):
            put(db, member_after(None, fact, fact.p) or row)
        case f.MemberBlocked() | f.MemberUnblocked() | f.CardIssued() | f.CardReportedLost():
            put(db, member_after(get(db, Member, fact.p.member), fact, fact.p))
        case _:
            step_copy(db, fact, fact.p)


def step_copy(db: Connection, fact: Fact, p: f.CopyFact) -> None:
    number = p.copy.copy if isinstance(p, f.CopyAdded) else p.copy
    was = copy_state(db, number, deep=isinstance(p, f.BorrowUndone))
    if was is None:
        if isinstance(p, f.CopyAdded):
            put(db, p.copy)
        return
    now = after(was, fact, p)
    for row in (now.copy, now.loan, now.before):
        if row not in (None, was.copy, was.loan, was.before):
            put(db, row)


def copy_state(db: Connection, number: str, *, deep: bool) -> CopyState | None:
    """The loan before the last is only ever needed to undo the last."""
    copy = get(db, Copy, number)
    if copy is None:
        return None
    last = get(db, Loan, copy.last_loan)
    return CopyState(copy, last, get(db, Loan, last.loan_before) if deep and last else None)


def step_suspension(db: Connection, fact: Fact, p: f.MemberSuspended | f.SuspensionLifted) -> None:
    key = p.suspension if isinstance(p, f.SuspensionLifted) else fact.id
    put(db, suspension_after(get(db, Suspension, key), fact, p))


def step_hold(db: Connection, fact: Fact, p: f.HoldFact) -> None:
    match p:
        case f.HoldPlaced():
            key = fact.id
        case f.HoldRestored(hold=hold):
            key = hold.hold
        case _:
            key = p.hold
    put(db, hold_after(get(db, Hold, key), fact, p))


def get(db: Connection, struct: type[Row], key: Any) -> Row | None:
    if key is None:
        return None
    sql = f"select {select(struct)} from {TABLES[struct]} where {struct.__struct_fields__[0]} = ?"
    row = db.execute(sql, (key,)).fetchone()
    return from_row(struct, row) if row else None


def put(db: Connection, row: Struct | None) -> None:
    if row is not None:
        db.execute(put_sql(type(row)), to_row(row))


def chained(db: Connection) -> Iterator[Fact]:
    """Every fact in order; stops with an error where the chain is broken."""
    head = NO_FACT_YET
    for position, body, digest in db.execute("select position, body, hash from facts order by position"):
        head = chain_hash(head, body.encode())
        if head != digest:
            raise ChainBroken(position)
        yield read_fact(body)


def rebuild(facts: Connection, rows: Connection) -> int:
    """Make all rows anew from the facts alone."""
    count = 0
    for count, fact in enumerate(list(chained(facts)) if facts is rows else chained(facts), 1):
        step(rows, fact)
    return count
