"""Lending: the rules of the counter; each gets all it needs, fetches nothing, and says what happens or why not."""

from datetime import date, timedelta
from typing import Any

from msgspec import Struct

from kiosk.domain.books import is_away
from kiosk.domain.desk import Borrower, Desk, HallRules, OnDesk, OpenLoan
from kiosk.domain.facts import (
    AnswerGiven,
    BookBorrowed,
    BookReturned,
    CopyFound,
    Happening,
    HoldFilled,
    HoldReadied,
    LoanRenewed,
    MemberSuspended,
    Term,
)
from kiosk.domain.holds import first_waiting, keeper, next_for
from kiosk.domain.lifting import passes
from kiosk.domain.loans import Loan
from kiosk.domain.members import Member, standing_reasons
from kiosk.domain.policy import Policy
from kiosk.domain.refusals import (
    COPY_DAMAGED,
    COPY_TRAVELLING,
    COPY_WITHDRAWN,
    HELD_FOR_ANOTHER,
    HOLD_WAITING,
    KIND_LIMIT_REACHED,
    LIMIT_REACHED,
    LOAN_NOT_OPEN,
    NOT_LENT,
    OVERDUE,
    RENEWAL_NOT_LONGER,
    RENEWAL_OVERDUE,
    RENEWALS_USED_UP,
    Reason,
    Refused,
)

Outcome = tuple[Happening, ...] | Refused


class DueDay(Struct, frozen=True):
    """A due day, and what moved it from the plain count of days."""

    on: date
    moved_by: tuple[str, ...]


def due_day(rules: HallRules, policy: Policy, today: date, card_expires_on: date) -> DueDay:
    """Never on a closed day, never beyond the card."""
    plain = today + timedelta(days=policy.loan_days)
    is_open = rules.calendar.next_open(plain)
    due = max(min(is_open, card_expires_on), today)
    closed = ("closed",) if is_open != plain and due == is_open else ()
    return DueDay(due, closed + (("card",) if due < is_open else ()))


def borrow(desk: Desk) -> Outcome:
    """The loan, preceded by what the scan proves of the copy: given back by another, or found."""
    assert desk.borrower
    reasons = loan_stops(desk)
    if not passes(reasons, desk.lift):
        return Refused(reasons)
    policy, member = policy_of(desk), desk.borrower.member
    due = due_day(desk.rules, policy, desk.today, lasting(member, desk.today))
    copy = desk.on_desk.copy
    loan = BookBorrowed(
        copy.copy, member.member, desk.rules.hall.hall, due.on, policy.policy, due.moved_by, **let_pass(desk, reasons)
    )
    own = (h for h in desk.on_desk.holds if h.member == member.member)
    return (*found(desk.on_desk), loan, *(HoldFilled(h.hold, h.title) for h in own))


def loan_stops(desk: Desk) -> tuple[Reason, ...]:
    """Every reason against this loan."""
    return borrower_reasons(desk) + copy_reasons(desk) + hold_reasons(desk)


def lasting(member: Member, today: date) -> date:
    """No day is cut at the end of a card that has ended already and was let pass."""
    return member.card_expires_on if member.card_expires_on >= today else date.max


def let_pass(desk: Desk, reasons: tuple[Reason, ...]) -> dict[str, Any]:
    """What a fact keeps of it: who is its actor."""
    if not reasons or desk.lift is None:
        return {}
    lifted = tuple(reason.code for reason in reasons)
    return {"why": desk.lift.why, "why_said": desk.lift.said, "lifted": lifted}


def policy_of(desk: Desk) -> Policy:
    kind = desk.on_desk.copy.kind
    return desk.rules.policy_for(desk.borrower.member, kind) if desk.borrower else desk.rules.policy("member", kind)


def found(on_desk: OnDesk) -> tuple[CopyFound, ...]:
    copy = on_desk.copy
    was = "adrift" if copy.adrift else copy.condition
    return (CopyFound(copy.copy, was),) if is_away(copy) else ()


def borrower_reasons(desk: Desk) -> tuple[Reason, ...]:
    assert desk.borrower
    standing = standing_reasons(desk.borrower.member, desk.borrower.suspensions, desk.today)
    return standing + loan_reasons(desk.borrower, policy_of(desk), desk.today, desk.on_desk.copy.kind)


def loan_reasons(borrower: Borrower, policy: Policy, today: date, item_kind: str) -> tuple[Reason, ...]:
    """What the member can mend alone, by bringing books back."""
    reasons = []
    if late := overdue(borrower, policy, today):
        books = [{"title": o.title.name, "days": (today - o.loan.due_on).days} for o in late]
        reasons.append(OVERDUE.because(count=len(late), books=books))
    taken, named = len(borrower.loans), {"word": f"policy.{policy.policy}"}
    if taken >= policy.loans_max:
        reasons.append(LIMIT_REACHED.because(taken=taken, most=policy.loans_max, policy=named))
    of_kind, most = sum(o.copy.kind == item_kind for o in borrower.loans), policy.kind_loans_max
    if most is not None and of_kind >= most:
        reasons.append(KIND_LIMIT_REACHED.because(taken=of_kind, most=most, policy=named))
    return tuple(reasons)


def overdue(borrower: Borrower, policy: Policy, today: date) -> tuple[OpenLoan, ...]:
    grace = timedelta(days=policy.overdue_block_days)
    return tuple(o for o in borrower.loans if o.loan.due_on + grace < today)


def copy_reasons(desk: Desk) -> tuple[Reason, ...]:
    """What stops every loan of this copy, whoever asks."""
    copy = desk.on_desk.copy
    by_condition = {"withdrawn": COPY_WITHDRAWN, "damaged": COPY_DAMAGED}
    reasons = [by_condition[copy.condition].because()] if copy.condition in by_condition else []
    if copy.sent_to is not None:
        reasons.append(COPY_TRAVELLING.because(hall=copy.sent_to))
    return (*reasons, NOT_LENT.because()) if copy.kind == "reference" else tuple(reasons)


def hold_reasons(desk: Desk) -> tuple[Reason, ...]:
    kept = keeper(desk.on_desk.holds, desk.on_desk.copy.copy)
    member = desk.borrower.member.member if desk.borrower else None
    return (HELD_FOR_ANOTHER.because(until=kept.ready_until),) if kept and kept.member != member else ()


def give_back(desk: Desk) -> tuple[Happening, ...]:
    """Never refused; lateness pauses the borrower, a waiting hold makes the copy ready for its member."""
    back = BookReturned(desk.on_desk.copy.copy, desk.rules.hall.hall)
    return (back, *readied(desk.rules, desk.today, desk.on_desk), *paused(desk))


def readied(rules: HallRules, today: date, on_desk: OnDesk) -> tuple[Happening, ...]:
    """A free copy is kept for whoever has waited longest to fetch it here."""
    copy = on_desk.copy
    not_lent = copy.condition in ("damaged", "withdrawn") or copy.kind == "reference"
    if not_lent or keeper(on_desk.holds, copy.copy):
        return ()
    hold = first_waiting(on_desk.holds, copy.copy, rules.hall.hall, today)
    if hold is None:
        return ()
    policy = rules.policy("member", copy.kind)
    until = rules.calendar.next_open(today + timedelta(days=policy.hold_pickup_days))
    told = AnswerGiven(hold.member, "hold_ready", hold.title, until)
    return (HoldReadied(hold.hold, hold.title, copy.copy, until), told)


def paused(desk: Desk) -> tuple[MemberSuspended, ...]:
    """The pause that a late return brings, where the hall pauses at all."""
    loan = desk.on_desk.loan
    late = days_late(desk.rules, loan, desk.today) if loan else 0
    if loan is None or not late or desk.on_desk.disputed or not desk.rules.hall.suspends:
        return ()
    policy = desk.rules.policy_named(loan.policy)
    days = min(late * policy.suspension_days, policy.suspension_days_max)
    return (MemberSuspended(loan.member, desk.today + timedelta(days=days), "overdue"),) if days else ()


def days_late(rules: HallRules, loan: Loan, today: date) -> int:
    """A hall that has closed on the due day since the loan takes the book on its next open day, and nobody is late."""
    return 0 if today <= rules.calendar.next_open(loan.due_on) else (today - loan.due_on).days


def renew(desk: Desk) -> Outcome:
    """The same loan with a later day, and every reason why not."""
    assert desk.borrower
    loan = desk.on_desk.loan
    if loan is None or loan.member != desk.borrower.member.member:
        return Refused((LOAN_NOT_OPEN.because(),))
    policy = policy_of(desk)
    due = due_day(desk.rules, policy, desk.today, lasting(desk.borrower.member, desk.today))
    reasons = standing_reasons(desk.borrower.member, desk.borrower.suspensions, desk.today)
    reasons += renewal_reasons(desk, loan, policy, due)
    if not passes(reasons, desk.lift):
        return Refused(reasons)
    before = Term(loan.due_on, loan.policy, loan.moved_by)
    asked = let_pass(desk, reasons)
    return (LoanRenewed(loan.copy, loan.loan, due.on, policy.policy, due.moved_by, before, **asked),)


def renewal_reasons(desk: Desk, loan: Loan, policy: Policy, due: DueDay) -> tuple[Reason, ...]:
    reasons = []
    if loan.renewals >= policy.renewals_max:
        named = {"word": f"policy.{policy.policy}"}
        reasons.append(RENEWALS_USED_UP.because(used=loan.renewals, most=policy.renewals_max, policy=named))
    if waiting := next_for(desk.on_desk.holds, loan.copy, desk.today):
        reasons.append(HOLD_WAITING.because(count=len(waiting)))
    if late := days_late(desk.rules, loan, desk.today):
        reasons.append(RENEWAL_OVERDUE.because(days=late))
    elif due.on <= loan.due_on:
        reasons.append(RENEWAL_NOT_LONGER.because(until=due.on))
    return tuple(reasons)
