"""Apply: the one place that writes rows, each from a fact and the state before it."""

from collections.abc import Iterator
from typing import Any, TypeVar

import msgspec
from msgspec import Struct

from kiosk.domain import facts as f
from kiosk.domain.books import Copy
from kiosk.domain.facts import Fact
from kiosk.domain.halls import Notice, withdrawn
from kiosk.domain.holds import Hold
from kiosk.domain.loans import CopyState, Loan, after
from kiosk.domain.members import Answer, Consent, Member, Suspension
from kiosk.domain.people import answer_after, consent_after, consent_key, hold_after, member_after, suspension_after
from kiosk.storage.database import Connection
from kiosk.storage.sealed import forget, unsealed
from kiosk.storage.tables import change_sql, from_row, get_sql, put_sql, to_row

Row = TypeVar("Row", bound=Struct)
NO_FACT_YET = bytes(32)
HALL_FACTS = (f.HallSet, f.SpecialDaySet, f.PolicySet, f.StaffAdded, f.NoticePosted, f.NoticeWithdrawn)
read_fact = msgspec.json.Decoder(Fact).decode


class ChainBroken(Exception):
    """A fact is not what it was when it was written."""

    def __init__(self, position: int) -> None:
        super().__init__(f"the chain of facts breaks at {position}")
        self.position = position


def chain_hash(head: bytes, body: bytes) -> bytes:
    from hashlib import sha256  # at the first fact, so that no start waits for OpenSSL

    return sha256(head + body).digest()


def step(db: Connection, fact: Fact) -> None:
    """Write the rows that this fact changes, and no others."""
    match fact.p:
        case f.TitleAdded(title=row):
            put(db, row)
        case f.MemberDetailsSet(member=member, sealed=sealed):
            put(db, unsealed(db, member, sealed))
        case f.HoldPlaced() | f.HoldReadied() | f.HoldFilled() | f.HoldCancelled() | f.HoldRestored():
            step_hold(db, fact, fact.p)
        case f.MemberSuspended() | f.SuspensionLifted():
            step_suspension(db, fact, fact.p)
        case f.MemberAdded(member=row) | f.VisitorAdmitted(member=row):
            put(db, row)
        case f.MemberForgotten(member=member):
            forget(db, member)
        case f.ConsentGiven() | f.ConsentWithdrawn():
            put(db, consent_after(get(db, Consent, consent_key(fact.p)), fact, fact.p))
        case f.AnswerGiven():
            put(db, answer_after(None, fact, fact.p))
        case f.AnswerTold(answer=answer) | f.AnswerWithdrawn(answer=answer):
            put(db, answer_after(get(db, Answer, answer), fact, fact.p))
        case f.MemberBlocked() | f.MemberUnblocked() | f.CardIssued() | f.CardReportedLost():
            put(db, member_after(get(db, Member, fact.p.member), fact, fact.p))
        case _ if isinstance(fact.p, HALL_FACTS):
            step_hall(db, fact.p)
        case _:
            step_copy(db, fact, fact.p)


def step_hall(db: Connection, p: f.HallFact) -> None:
    match p:
        case f.HallSet(hall=row) | f.SpecialDaySet(day=row) | f.PolicySet(policy=row) | f.StaffAdded(staff=row):
            put(db, row)
        case f.NoticePosted(notice=row):
            put(db, row)
        case f.NoticeWithdrawn(notice=notice):
            put(db, withdrawn(get(db, Notice, notice)))


def step_copy(db: Connection, fact: Fact, p: f.CopyFact) -> None:
    number = p.copy.copy if isinstance(p, f.CopyAdded) else p.copy
    was = copy_state(db, number, deep=isinstance(p, f.BorrowUndone))
    if was is None:
        if isinstance(p, f.CopyAdded):
            put(db, p.copy)
        return
    now = after(was, fact, p)
    before = {loan.loan: loan for loan in (was.loan, was.before) if loan}
    change(db, was.copy, now.copy)
    for loan in (now.loan, now.before):
        if loan is not None:
            change(db, before.get(loan.loan), loan)


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
    row = db.execute(get_sql(struct), (key,)).fetchone()
    return from_row(struct, row) if row else None


def put(db: Connection, row: Struct | None) -> None:
    if row is not None:
        db.execute(put_sql(type(row)), to_row(row))


def change(db: Connection, was: Row | None, now: Row) -> None:
    """Write what differs and nothing else: each page left alone is one page less to write and to encrypt."""
    if was is None:
        return put(db, now)
    old, new = to_row(was), to_row(now)
    changed = tuple(n for n, a, b in zip(now.__struct_fields__, old, new, strict=True) if a != b)
    if changed:
        values = [b for a, b in zip(old, new, strict=True) if a != b]
        db.execute(change_sql(type(now), changed), [*values, new[0]])
    return None


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
    for fact in chained(facts):
        step(rows, fact)
        count += 1
    return count
