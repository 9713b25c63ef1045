"""What a fact writes of titles, copies and their loans."""

from msgspec.structs import replace

from kiosk.domain import facts as f
from kiosk.domain.books import Copy, NumberBlock
from kiosk.domain.facts import Fact
from kiosk.domain.loans import CopyState, Loan, after
from kiosk.storage.apply.rows import Rows
from kiosk.storage.apply.stock import put_missed


def step_title(rows: Rows, _: Fact, p: f.TitleFact) -> None:
    rows.put(p.title)


def step_numbers(rows: Rows, fact: Fact, p: f.NumbersFact) -> None:
    rows.put(NumberBlock(fact.id, p.hall, p.first, p.count, fact.at, p.device))


def step_copy(rows: Rows, fact: Fact, p: f.CopyFact) -> None:
    number = p.copy.copy if isinstance(p, f.CopyAdded) else p.copy
    was = copy_state(rows, number, deep=isinstance(p, f.BorrowUndone))
    if was is None:
        if isinstance(p, f.CopyAdded):
            rows.put(replace(p.copy, added_at=fact.at))
        return
    if isinstance(p, f.CopyLost):
        put_missed(rows, fact, p)
    now = after(was, fact, p)
    before = {loan.loan: loan for loan in (was.loan, was.before) if loan}
    rows.change(was.copy, now.copy)
    for loan in (now.loan, now.before):
        if loan is not None:
            rows.change(before.get(loan.loan), loan)


def copy_state(rows: Rows, number: str, *, deep: bool) -> CopyState | None:
    """The loan before the last is only ever needed to undo the last."""
    copy = rows.get(Copy, number)
    if copy is None:
        return None
    last = rows.get(Loan, copy.last_loan)
    return CopyState(copy, last, rows.get(Loan, last.loan_before) if deep and last else None)
