"""Deciding: what a fact does to a case, what follows from each answer, and what takes that back."""

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from kiosk.domain import facts as f
from kiosk.domain.books import Copy
from kiosk.domain.cases import Case
from kiosk.domain.facts import Fact, Happening
from kiosk.domain.loans import Loan
from kiosk.domain.members import Suspension

MOVED_ON = "moved_on"  # the world is not as it was when the case was opened
BY_CASE = "case"  # why a suspension was lifted, or a copy withdrawn
Happenings = tuple[Happening, ...]


class Around(Struct, frozen=True):
    """What the case is about, as it is now."""

    told: dict[str, Fact]  # the evidence itself
    copy: Copy | None = None
    loan: Loan | None = None  # the copy's last
    suspension: Suspension | None = None


def case_after(case: Case | None, fact: Fact, p: f.CaseFact) -> Case | None:
    """Total: the first answer counts; of what is decided, only a person opens the question again."""
    match p:
        case f.CaseOpened() if case is None:
            return Case(p.case, p.hall, p.kind, p.subject, fact.at, p.evidence, p.proposed)
        case f.CaseOpened() if case and case.state == "closed":
            return replace(case, state="open", closed_at=None)
        case f.CaseClosed() if case and case.open:
            return replace(case, state="closed", closed_at=fact.at)
        case f.CaseSettled() if case and case.open:
            by = {"decided_by": fact.actor or "", "decided_at": fact.at}
            return replace(case, state="settled", answer=p.answer, note=p.note, why="", **by)
        case f.CaseReopened() if case and case.state == "settled":
            by = {"decided_by": fact.actor or "", "decided_at": fact.at}
            return replace(case, state="open", answer="", note=p.note, why="", **by)
        case f.CaseCarriedOut() if case:
            return replace(case, done=p.facts, why=p.why)
    return case


def carried_out(case: Case, answer: str, around: Around) -> Happenings | None:
    """The facts that follow; none at all: the answer changes nothing. None: it can no longer be carried out."""
    match answer:
        case "earlier_has_it":
            at = lent_by(case.evidence[1].fact, around)
            return (f.BorrowUndone(at.copy, at.loan),) if at else None
        case "on_shelf" | "came_back" | "not_theirs":
            at = lent_by(case.evidence[1].fact, around)
            missing = (f.CopyLost(at.copy, missing=True),) if at and answer == "not_theirs" else ()
            return (f.BookReturned(at.copy, at.hall), *missing) if at else ended_already(answer)
        case "in_stock" | "out_of_stock":
            return stocked(answer, around.copy)
        case "lift":
            return lifted(case, around)
        case "earlier":
            return (around.told[case.evidence[0].fact].p,)
    return ()


def lent_by(loan: str, around: Around) -> Loan | None:
    """The loan, if it is still the one that counts."""
    open_still = around.copy is not None and around.copy.on_loan and around.copy.last_loan == loan
    return around.loan if open_still else None


def ended_already(answer: str) -> Happenings | None:
    """Whoever says that the book is back is right, if it has come back meanwhile."""
    return None if answer == "not_theirs" else ()


def stocked(answer: str, copy: Copy | None) -> Happenings | None:
    if copy is None:
        return None
    if answer == "out_of_stock":
        return () if copy.condition == "withdrawn" else (f.CopyWithdrawn(copy.copy, BY_CASE),)
    if copy.condition == "withdrawn":
        return (f.CopyAdded(replace(copy, condition="good")),)
    return (f.CopyFound(copy.copy),) if copy.condition in ("lost", "missing") else ()


def lifted(case: Case, around: Around) -> Happenings | None:
    match around.told[case.evidence[0].fact].p:
        case f.MemberBlocked(member=member):
            return (f.MemberUnblocked(member, BY_CASE),)
        case f.MemberSuspended(member=member) if around.suspension and around.suspension.lifted_why is None:
            return (f.SuspensionLifted(member, around.suspension.suspension, BY_CASE),)
    return None


def taken_back(case: Case, done: Sequence[Fact], around: Around) -> Happenings | None:
    """What undoes it, the last first. None: too much has happened since."""
    found = [inverse(case, fact, around) for fact in reversed(done)]
    return tuple(p for p in found if p is not None) if None not in found else None


def inverse(case: Case, fact: Fact, around: Around) -> Happening | None:
    copy, loan = around.copy, around.loan
    match fact.p:
        case f.BorrowUndone(loan=undone) if copy and copy.on_loan and copy.last_loan == case.evidence[0].fact:
            return lent_again(around.told[undone])
        case f.BookReturned() if copy and not copy.on_loan and loan and loan.ended_by == fact.id:
            return f.ReturnUndone(copy.copy, fact.id)
        case f.CopyLost() if copy and copy.condition == "missing":
            return f.CopyFound(copy.copy)
        case f.CopyFound() if copy and copy.condition == "good":
            return f.CopyLost(copy.copy, missing=True)
        case f.CopyAdded() if copy and copy.condition == "good":
            return f.CopyWithdrawn(copy.copy, BY_CASE)
        case f.CopyWithdrawn() if copy and copy.condition == "withdrawn":
            return f.CopyAdded(replace(copy, condition="good"))
        case f.MemberDetailsSet():
            return around.told[case.evidence[1].fact].p
    return ordered_again(case, fact, around)


def lent_again(lent: Fact) -> f.BookBorrowed:
    """Since when the book is out stays as it was: what was entered from paper says its own time."""
    assert isinstance(lent.p, f.BookBorrowed), "only a loan is undone"
    return replace(lent.p, borrowed_at=lent.p.borrowed_at or lent.at)


def ordered_again(case: Case, fact: Fact, around: Around) -> Happening | None:
    """A suspension or a block as it was ordered."""
    lifts = isinstance(fact.p, f.SuspensionLifted | f.MemberUnblocked)
    return around.told[case.evidence[0].fact].p if lifts else None
