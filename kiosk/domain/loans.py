"""Loans: what a fact does to a copy and its loans; one step here, the whole story at a hub."""

from datetime import date, datetime
from typing import Annotated, Literal

from msgspec import Meta, Struct
from msgspec.structs import replace

from kiosk.domain.books import Condition, Copy
from kiosk.domain.facts import (
    BookBorrowed,
    BookReturned,
    BorrowUndone,
    CopyAdded,
    CopyDamaged,
    CopyFact,
    CopyFound,
    CopyLost,
    CopyWithdrawn,
    Fact,
    LoanMoved,
    LoanRenewed,
    RenewalUndone,
    ReturnUndone,
)

Ended = Literal["returned", "implied", "undone"]


class Loan(Struct, frozen=True):
    """One book with one member; an open loan has no end yet."""

    loan: str
    copy: str
    member: Annotated[int, Meta(extra={"open_while": "ended is null"})]
    hall: int
    borrowed_at: datetime
    due_on: date
    policy: str
    moved_by: tuple[str, ...] = ()
    renewals: int = 0
    loan_before: str | None = None
    ended_at: datetime | None = None
    ended: Ended | None = None
    ended_by: str | None = None


class CopyState(Struct, frozen=True):
    """A copy, its last loan (open or ended) and the one before: all that one fact can touch."""

    copy: Copy
    loan: Loan | None = None
    before: Loan | None = None


def after(state: CopyState, fact: Fact, p: CopyFact) -> CopyState:
    """Total: a fact that contradicts the state still leaves a state, since it has happened."""
    match p:
        case BookBorrowed():
            return opened(ended(state, fact, "implied"), fact, p)
        case BookReturned(hall=hall):
            state = ended(state, fact, "returned", p.returned_at)
            return replace(state, copy=replace(state.copy, hall=hall))
        case BorrowUndone(loan=loan) if state.loan and state.loan.loan == loan and state.copy.on_loan:
            return stepped_back(ended(state, fact, "undone"), loan)
        case ReturnUndone(returned=by) if state.loan and state.loan.ended_by == by and not state.copy.on_loan:
            return reopened(state)
        case LoanRenewed(loan=loan) | RenewalUndone(loan=loan) | LoanMoved(loan=loan) if state.loan:
            return replace(state, loan=told_of(state.loan, p)) if state.loan.loan == loan else state
        case CopyAdded(copy=copy):
            return relisted(state, copy)
        case CopyLost(missing=missing):
            return marked(state, "missing" if missing else "lost")
        case CopyDamaged() if state.copy.condition != "withdrawn":  # what was taken out of the stock stays out
            return marked(state, "damaged")
        case CopyWithdrawn():
            return marked(state, "withdrawn")
        case CopyFound():
            return replace(state, copy=seen(state.copy, fact.at))
    return state


def opened(state: CopyState, fact: Fact, p: BookBorrowed) -> CopyState:
    loan = Loan(
        loan=fact.id,
        copy=p.copy,
        member=p.member,
        hall=p.hall,
        borrowed_at=p.borrowed_at or fact.at,
        due_on=p.due_on,
        policy=p.policy,
        moved_by=p.moved_by,
        loan_before=state.copy.last_loan,
    )
    copy = replace(state.copy, on_loan=True, last_loan=loan.loan)
    return CopyState(copy, loan, state.loan)


def ended(state: CopyState, fact: Fact, how: Ended, at: datetime | None = None) -> CopyState:
    """Whatever ends a loan has also seen the copy; `at`: what ended before it was told."""
    copy = replace(seen(state.copy, fact.at), on_loan=False)
    if state.loan is None or not state.copy.on_loan:
        return replace(state, copy=copy)
    return replace(state, copy=copy, loan=replace(state.loan, ended_at=at or fact.at, ended=how, ended_by=fact.id))


def seen(copy: Copy, at: datetime) -> Copy:
    """A copy in somebody's hands is neither lost nor on its way."""
    condition = "good" if copy.condition in ("lost", "missing") else copy.condition
    return replace(copy, seen_at=at, condition=condition, sent_to=None, adrift=False)


def stepped_back(state: CopyState, undone: str) -> CopyState:
    """The loan before is the last one again, and open again if the undone loan had ended it."""
    last = state.before
    copy = replace(state.copy, last_loan=last.loan if last else None)
    if last is None or last.ended_by != undone:
        return replace(state, copy=copy)
    return replace(reopened(CopyState(copy, last)), before=state.loan)


def reopened(state: CopyState) -> CopyState:
    assert state.loan
    loan = replace(state.loan, ended_at=None, ended=None, ended_by=None)
    return replace(state, copy=replace(state.copy, on_loan=True), loan=loan)


def told_of(loan: Loan, p: LoanRenewed | RenewalUndone | LoanMoved) -> Loan:
    """Only an open loan has another day; whose it was can turn out later."""
    match p:
        case LoanMoved(member=member):
            return replace(loan, member=member)
        case LoanRenewed() if loan.ended is None:
            return renewed(loan, p)
        case RenewalUndone() if loan.ended is None:
            return renewed_no_more(loan, p)
    return loan


def renewed(loan: Loan, p: LoanRenewed) -> Loan:
    return replace(loan, due_on=p.due_on, policy=p.policy, moved_by=p.moved_by, renewals=loan.renewals + 1)


def renewed_no_more(loan: Loan, p: RenewalUndone) -> Loan:
    if loan.renewals != p.renewals + 1:
        return loan
    was = p.before
    return replace(loan, due_on=was.due_on, policy=was.policy, moved_by=was.moved_by, renewals=p.renewals)


def relisted(state: CopyState, copy: Copy) -> CopyState:
    """Listing a copy again changes what it is, never who has it."""
    kept = {
        name: getattr(state.copy, name) for name in ("on_loan", "last_loan", "seen_at", "added_at", "sent_to", "adrift")
    }
    return replace(state, copy=replace(copy, **kept))


def marked(state: CopyState, condition: Condition) -> CopyState:
    return replace(state, copy=replace(state.copy, condition=condition))
