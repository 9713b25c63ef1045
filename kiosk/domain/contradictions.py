"""Contradictions: which facts of a story do not fit together, given what each teller could know."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime, timedelta
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from kiosk.domain import facts as f
from kiosk.domain.arriving import HUB
from kiosk.domain.cases import CaseKind, Evidence, case_key
from kiosk.domain.classes import local
from kiosk.domain.halls import Hall
from kiosk.domain.loans import CopyState, Loan, after
from kiosk.domain.moving import stood_after

GONE = ("lost", "missing", "withdrawn")
DETAILS_APART = timedelta(days=30)
OFFSET_MIN: int = Hall(0, "", "palace").utc_offset_min
Story = Sequence["Told"]


class Told(Struct, frozen=True):
    """A fact as the hub has it in one hall's book; its `at` is when it really happened."""

    fact: f.Fact
    latest: datetime
    number: int  # its place in the book
    book: int  # the hall whose book it is
    hall: int  # where its device stands


class Contradiction(Struct, frozen=True):
    kind: CaseKind
    evidence: tuple[Evidence, ...]

    @property
    def key(self) -> str:
        return case_key(self.kind, *(e.fact for e in self.evidence))


def evidence_of(told: Told) -> Evidence:
    p, fact = told.fact.p, told.fact
    hall, member = getattr(p, "hall", None), getattr(p, "member", None)
    place = hall if isinstance(hall, int) else told.hall
    whose = member if isinstance(member, int) else None
    return Evidence(fact.id, type(p).__name__, fact.at, told.latest, fact.device, place, whose)


def between(kind: CaseKind, *told: Told) -> Contradiction:
    return Contradiction(kind, tuple(map(evidence_of, told)))


def knew(later: Told, earlier: Told) -> bool:
    """A device knows what it told before, and what it had heard of its own hall's book; the hub knows all."""
    if later.fact.device == HUB:
        return True
    if later.fact.device == earlier.fact.device:
        return place(earlier) < place(later)
    return later.hall == earlier.book and later.fact.base is not None and earlier.number < later.fact.base


def place(told: Told) -> tuple[int, int]:
    return (told.fact.generation, told.fact.seq)


def of_story(story: Story, orders: dict[int, Story]) -> tuple[Contradiction, ...]:
    """A pure function of what was told: whoever hears it in another order finds the same.

    `orders`: of each borrower, what was ordered about the member, as the hub heard it.
    """
    kinds = {type(told.fact.p) for told in story}
    if f.BookBorrowed in kinds:
        return tuple(of_copy(story, orders))
    if f.CertificateRevoked in kinds:
        return tuple(of_certificate(story))
    return tuple(of_details(story))


def of_copy(story: Story, orders: dict[int, Story]) -> Iterator[Contradiction]:
    state: CopyState | None = None
    loans: dict[str, Loan] = {}
    told: dict[str, Told] = {}
    gone: Told | None = None
    for one in story:
        if state is not None:
            yield from clashes(state, one, told.get(state.copy.last_loan or ""), gone)
        if isinstance(one.fact.p, f.BookBorrowed):
            yield from against_orders(one, orders.get(one.fact.p.member, ()))
        told[one.fact.id] = one
        state = copy_after(state, one.fact, loans)
        if isinstance(one.fact.p, f.CopyLost | f.CopyWithdrawn):
            gone = one


def copy_after(state: CopyState | None, fact: f.Fact, loans: dict[str, Loan]) -> CopyState | None:
    """As `storage.apply` steps it, in memory."""
    p = fact.p
    if state is None:
        return CopyState(p.copy) if isinstance(p, f.CopyAdded) else None
    if isinstance(p, f.CopyUnlisted):
        return None if state.copy.last_loan is None else state
    if isinstance(p, f.StandFact):
        return replace(state, copy=stood_after(state.copy, fact, p))
    if not isinstance(p, f.CopyFact):
        return state
    last = loans.get(state.copy.last_loan or "")
    state = after(CopyState(state.copy, last, loans.get((last and last.loan_before) or "")), fact, p)
    loans |= {loan.loan: loan for loan in (state.loan, state.before) if loan}
    return replace(state, loan=loans.get(state.copy.last_loan or ""))


def clashes(before: CopyState, one: Told, lent: Told | None, gone: Told | None) -> Iterator[Contradiction]:
    """What a fact says of a copy that is not as its teller could believe."""
    copy, p = before.copy, one.fact.p
    match p:
        case f.BookBorrowed():
            if copy.on_loan and lent and not same_member(lent, one) and not knew(one, lent):
                yield between("order_uncertain" if lent.latest > one.fact.at else "lent_twice", lent, one)
            if copy.condition in GONE and gone and not knew(one, gone):
                yield between("lost_but_lent", gone, one)
        case f.CopyLost(missing=True):
            if copy.on_loan and lent and not knew(one, lent):
                yield between("lost_but_lent", lent, one)


def same_member(one: Told, other: Told) -> bool:
    return getattr(one.fact.p, "member", None) == getattr(other.fact.p, "member", None)


def against_orders(loan: Told, orders: Story) -> Iterator[Contradiction]:
    """What stood against this loan when it was made; what was ordered later changes nothing about it."""
    for order in standing(loan, [order for order in orders if comes_before(order, loan)]):
        if not isinstance(order.fact.p, f.MemberSuspended) and not knew(loan, order):
            yield between("blocked_card_used", order, loan)
        elif isinstance(order.fact.p, f.MemberSuspended | f.MemberBlocked):
            yield between("rule_broken" if knew(loan, order) else "lent_while_suspended", order, loan)


def comes_before(order: Told, loan: Told) -> bool:
    """A device's own order is kept, whenever the hub has heard of it."""
    if order.fact.device == loan.fact.device:
        return place(order) < place(loan)
    return order.fact.at < loan.fact.at


def standing(loan: Told, orders: Iterable[Told]) -> tuple[Told, ...]:
    found: dict[str, Told] = {}
    for order in orders:
        match order.fact.p:
            case f.MemberSuspended(until=until):
                if local(loan.fact.at, OFFSET_MIN).date() <= until:
                    found[order.fact.id] = order
            case f.SuspensionLifted(suspension=suspension):
                found.pop(suspension, None)
            case f.MemberBlocked():
                found["blocked"] = order
            case f.MemberUnblocked():
                found.pop("blocked", None)
            case f.CardReportedLost():
                found["lost"] = order
            case f.CardIssued():
                found.pop("lost", None)
    return tuple(found.values())


def of_certificate(story: Story) -> Iterator[Contradiction]:
    """Paper that came out of a printer and no longer holds."""
    revoked: Told | None = None
    for one in story:
        if isinstance(one.fact.p, f.CertificatePrinted) and revoked:
            yield between("printed_after_revoked", revoked, one)
        elif isinstance(one.fact.p, f.CertificateRevoked) and revoked is None:
            revoked = one


def of_details(story: Story) -> Iterator[Contradiction]:
    """Who somebody is, written at two places that had not heard of each other."""
    told = [one for one in story if isinstance(one.fact.p, f.MemberDetailsSet)]
    for earlier, later in pairwise(told):
        if not knew(later, earlier) and abs(later.fact.at - earlier.fact.at) <= DETAILS_APART:
            yield between("details_twice", earlier, later)


def over_limit(loans: Sequence[Loan], most: int) -> Contradiction | None:
    """Of one member's open loans everywhere: those beyond what the rules allow, as long as they are."""
    beyond = sorted(loans, key=lambda loan: (loan.borrowed_at, loan.loan))[most:]
    return Contradiction("over_limit", tuple(map(lent, beyond))) if beyond else None


def lent(loan: Loan) -> Evidence:
    return Evidence(loan.loan, "BookBorrowed", loan.borrowed_at, loan.borrowed_at, "", loan.hall, loan.member)
