"""Cards: somebody shows who they are; what was waiting for a card goes on from here."""

from msgspec.structs import replace

from kiosk.domain import names
from kiosk.domain.codes import SignedCard
from kiosk.domain.desk import Borrower
from kiosk.domain.facts import Fact
from kiosk.domain.members import card_reasons
from kiosk.domain.refusals import CODE_IS_STAFF, MEMBER_UNKNOWN, Reason
from kiosk.storage import queries
from kiosk.visit import showing
from kiosk.visit.books import lend, own_return
from kiosk.visit.screens import Refusal
from kiosk.visit.sitting import Place, Sitting, Step

NO_FACTS: tuple[Fact, ...] = ()


def card_scanned(place: Place, sitting: Sitting, card: SignedCard) -> Step:
    """Another person's card ends the visit before it; books that waited for a card stay for this one."""
    if sitting.member is not None and sitting.member != card.holder:
        sitting = Sitting()
    member = queries.member(place.db, card.holder) if card.kind == "member" else None
    if member is None:
        return not_taken(sitting, (CODE_IS_STAFF.because() if card.kind == "staff" else unknown_member(card),))
    if reasons := card_reasons(member, card):
        return not_taken(sitting, reasons)
    if sitting.member == member.member:
        return Step(sitting, showing.basket(place, sitting))
    return signed_in(place, sitting, queries.borrower(place.db, member))


def not_taken(sitting: Sitting, reasons: tuple[Reason, ...]) -> Step:
    """The bearer is not taken for the member: nothing of the member is shown."""
    return Step(sitting, showing.refusal("card", reasons))


def unknown_member(card: SignedCard) -> Reason:
    return MEMBER_UNKNOWN.because(home_hall=card.hall)


def signed_in(place: Place, sitting: Sitting, who: Borrower) -> Step:
    own = tuple(g.returned for g in sitting.given if g.loan.member == who.member.member)
    sitting = replace(
        sitting,
        member=who.member.member,
        name=names.masked(who.name),
        face=names.face(who.name),
        tier=who.member.tier,
        asking=own,
    )
    return go_on(place, sitting)


def go_on(place: Place, sitting: Sitting) -> Step:
    """Returns first, then loans: a question about a book just given back, then the books that waited."""
    if sitting.asking:
        return Step(sitting, own_return(place, sitting))
    if sitting.waiting:
        return lend_waiting(place, sitting)
    assert sitting.member is not None
    reasons = showing.general_reasons(place, showing.borrower(place, sitting.member))
    if any(reason.who != "self" for reason in reasons):
        return Step(sitting, showing.refusal("card", reasons))
    return Step(sitting, showing.basket(place, sitting))


def lend_waiting(place: Place, sitting: Sitting) -> Step:
    """All that can be lent is; the first that cannot is told with its reasons."""
    copies, facts, refused = sitting.waiting, NO_FACTS, None
    sitting = replace(sitting, waiting=())
    for copy in copies:
        on_desk = queries.on_desk(place.db, copy)
        assert on_desk, "a copy that waits was found when it was scanned"
        step = lend(place, sitting, on_desk)
        sitting, facts = step.sitting, facts + step.facts
        refused = refused or (step.screen if isinstance(step.screen, Refusal) else None)
    return Step(sitting, refused or showing.basket(place, sitting, fresh=sitting.lent[-1].loan), facts)
