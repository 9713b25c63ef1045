"""Books: a copy is scanned, a loan is undone, given back or renewed."""

from msgspec import Struct
from msgspec.structs import replace

from kiosk.domain.codes import CopyLabel
from kiosk.domain.desk import Desk, OnDesk
from kiosk.domain.facts import BookBorrowed, BookReturned, Fact, MemberSuspended
from kiosk.domain.holds import keeper
from kiosk.domain.lending import borrow, copy_reasons, found, give_back, renew
from kiosk.domain.loans import Loan
from kiosk.domain.policy import WAITING_COPIES_MAX
from kiosk.domain.refusals import COPY_UNKNOWN, LOAN_NOT_OPEN, Refused
from kiosk.storage import queries
from kiosk.visit import holding, showing
from kiosk.visit.screens import ReturnOrRenew
from kiosk.visit.sitting import Given, Lent, Place, Sitting, Step
from kiosk.visit.undoing import return_undone


def copy_scanned(place: Place, sitting: Sitting, label: CopyLabel) -> Step:
    on_desk = queries.on_desk(place.db, label.number)
    if on_desk is None:
        return Step(sitting, showing.refusal("code", (COPY_UNKNOWN.because(seen=label.number),)))
    if sitting.member is None:
        return take_in(place, sitting, on_desk) if on_desk.loan else wait_for_card(place, sitting, on_desk)
    loan = on_desk.loan
    if loan is None or not sitting.bears(loan.member):
        return lend(place, sitting, on_desk)
    if any(lent.loan == loan.loan for lent in sitting.lent):
        return Step(sitting, showing.basket(place, sitting, fresh=loan.loan))
    sitting = replace(sitting, member=loan.member)
    return Step(sitting, showing.return_or_renew(desk_of(place, sitting, on_desk), already_returned=False))


def desk_of(place: Place, sitting: Sitting, on_desk: OnDesk) -> Desk:
    who = showing.borrower(place, sitting.member) if sitting.member is not None else None
    return Desk(place.rules, place.today, on_desk, who)


def wait_for_card(place: Place, sitting: Sitting, on_desk: OnDesk) -> Step:
    """What no card could change is said at once; a lost copy is found, whoever holds it."""
    if reasons := copy_reasons(desk_of(place, sitting, on_desk)):
        return Step(sitting, showing.refusal("borrow", reasons, on_desk))
    facts = place.record(*found(on_desk)) if found(on_desk) else ()
    others = tuple(c for c in sitting.waiting if c != on_desk.copy.copy)
    sitting = replace(sitting, waiting=(*others, on_desk.copy.copy)[-WAITING_COPIES_MAX:])
    return Step(sitting, showing.basket(place, sitting), facts)


def lend(place: Place, sitting: Sitting, on_desk: OnDesk) -> Step:
    """A copy on another's loan is taken in first: it is here. Then the new loan is judged, all in one commit."""
    with place.store.transaction():
        facts: tuple[Fact, ...] = ()
        if on_desk.loan:
            facts, _ = taken_in(place, on_desk, on_desk.loan)
        else:
            facts = kept_no_longer(place, on_desk)
        on_desk = (queries.on_desk(place.db, on_desk.copy.copy) or on_desk) if facts else on_desk
        done = lent(place, desk_of(place, sitting, on_desk))
        if isinstance(done, Refused):
            return Step(sitting, showing.refusal("borrow", done.reasons, on_desk), facts)
    sitting = replace(sitting, lent=(*sitting.lent, done.lent))
    return Step(sitting, showing.basket(place, sitting, fresh=done.lent.loan), facts + done.facts)


class Made(Struct, frozen=True):
    """A loan, with all that it moved."""

    lent: Lent
    facts: tuple[Fact, ...]


def lent(place: Place, desk: Desk) -> Made | Refused:
    """Within the transaction of whoever asks."""
    outcome = borrow(desk)
    if isinstance(outcome, Refused):
        return outcome
    assert desk.borrower
    facts, member = place.record(*outcome), desk.borrower.member.member
    loan = next(fact.id for fact in facts if isinstance(fact.p, BookBorrowed))
    made = Lent(loan, desk.on_desk.copy.copy, tuple(h for h in desk.on_desk.holds if h.member == member))
    return Made(made, facts + holding.freed(place, made))


def kept_no_longer(place: Place, on_desk: OnDesk) -> tuple[Fact, ...]:
    """Its time on the hold shelf may have ended since anybody last looked: the next in line comes first."""
    kept = keeper(on_desk.holds, on_desk.copy.copy)
    return holding.looked_after(place) if kept and kept.over(place.rules.calendar, place.today) else ()


def take_in(place: Place, sitting: Sitting, on_desk: OnDesk) -> Step:
    """A return, done at once, with undo."""
    assert on_desk.loan
    facts, given = taken_in(place, on_desk, on_desk.loan)
    sitting = replace(sitting, given=(*sitting.given, given))
    return Step(sitting, showing.returned(place, sitting, fresh=given.returned), facts)


def taken_in(place: Place, on_desk: OnDesk, loan: Loan) -> tuple[tuple[Fact, ...], Given]:
    facts = place.record(*give_back(Desk(place.rules, place.today, on_desk)))
    ids = {type(fact.p): fact.id for fact in facts}
    return facts, Given(ids[BookReturned], loan, on_desk.holds, ids.get(MemberSuspended))


def own_return(place: Place, sitting: Sitting) -> ReturnOrRenew:
    """The member's own book, scanned before the card, is already taken back: or was it to be renewed?"""
    return showing.return_or_renew(as_before(place, sitting, asked(sitting)), already_returned=True)


def asked(sitting: Sitting) -> Given:
    return next(given for given in sitting.given if given.returned == sitting.asking[0])


def as_before(place: Place, sitting: Sitting, given: Given) -> Desk:
    """The desk as it lay before the return."""
    on_desk = queries.on_desk(place.db, given.loan.copy)
    assert on_desk
    return desk_of(place, sitting, replace(on_desk, loan=given.loan, holds=given.holds))


def give_back_own(place: Place, sitting: Sitting, loan: str) -> Step:
    """The member's own open loan, chosen on the screen that asked."""
    on_desk = on_loan_to(place, sitting, loan)
    return take_in(place, sitting, on_desk) if on_desk else not_open(sitting)


def renew_loan(place: Place, sitting: Sitting, loan: str) -> Step:
    on_desk = on_loan_to(place, sitting, loan)
    if on_desk is None:
        return not_open(sitting)
    outcome = renew(desk_of(place, sitting, on_desk))
    if isinstance(outcome, Refused):
        return Step(sitting, showing.refusal("renew", outcome.reasons, on_desk))
    facts = place.record(*outcome)
    return Step(sitting, showing.record(place, sitting, fresh=(loan,)), facts)


def renew_returned(place: Place, sitting: Sitting) -> Step:
    """Not given back after all: the return is undone and the loan renewed, in one commit."""
    given = asked(sitting)
    outcome = renew(as_before(place, sitting, given))
    if isinstance(outcome, Refused):
        on_desk = queries.on_desk(place.db, given.loan.copy)
        return Step(sitting, showing.refusal("renew", outcome.reasons, on_desk))
    with place.store.transaction():
        facts = return_undone(place, given) + place.record(*outcome)
    sitting = replace(sitting, given=tuple(x for x in sitting.given if x != given), asking=sitting.asking[1:])
    return Step(sitting, showing.record(place, sitting, fresh=(given.loan.loan,)), facts)


def renew_all(place: Place, sitting: Sitting) -> Step:
    """Each loan that can be renewed is; the record tells of the others why not."""
    rows = showing.record(place, sitting).loans
    with place.store.transaction():
        steps = [renew_loan(place, sitting, row.loan) for row in rows if row.renewable]
    fresh = tuple(row.loan for row in rows if row.renewable)
    return Step(sitting, showing.record(place, sitting, fresh=fresh), tuple(f for step in steps for f in step.facts))


def on_loan_to(place: Place, sitting: Sitting, loan: str) -> OnDesk | None:
    """The copy of an open loan, if it is this member's."""
    if sitting.member is None:
        return None
    own = (o for o in showing.borrower(place, sitting.member).loans if o.loan.loan == loan)
    found = next(own, None)
    return queries.on_desk(place.db, found.copy.copy) if found else None


def not_open(sitting: Sitting) -> Step:
    return Step(sitting, showing.refusal("renew", (LOAN_NOT_OPEN.because(),)))
