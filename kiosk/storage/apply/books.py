"""What a fact writes of titles, copies and their loans."""

from msgspec.structs import replace

from kiosk.domain import facts as f
from kiosk.domain.books import Copy, NumberBlock
from kiosk.domain.facts import Fact
from kiosk.domain.loans import CopyState, Loan, after
from kiosk.storage.apply.rows import change, get, put
from kiosk.storage.apply.stock import put_missed
from kiosk.storage.database import Connection


def step_title(db: Connection, _: Fact, p: f.TitleFact) -> None:
    put(db, p.title)


def step_numbers(db: Connection, fact: Fact, p: f.NumbersFact) -> None:
    put(db, NumberBlock(fact.id, p.hall, p.first, p.count, fact.at))


def step_copy(db: Connection, fact: Fact, p: f.CopyFact) -> None:
    number = p.copy.copy if isinstance(p, f.CopyAdded) else p.copy
    was = copy_state(db, number, deep=isinstance(p, f.BorrowUndone))
    if was is None:
        if isinstance(p, f.CopyAdded):
            put(db, replace(p.copy, added_at=fact.at))
        return
    if isinstance(p, f.CopyLost):
        put_missed(db, fact, p)
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
