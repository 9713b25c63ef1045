"""Moving: staff deal with copies one by one; each is one commit with all that follows for whoever waits."""

from collections.abc import Callable
from functools import cache

from msgspec import Struct

from kiosk.domain.facts import CopyFound, CopyMended, CopyReceived, Fact
from kiosk.domain.lending import Outcome
from kiosk.domain.members import MemberDetails
from kiosk.domain.moving import InHand, donate, free_again
from kiosk.domain.refusals import COPY_UNKNOWN, ROLE_MAY_NOT, Reason, Refused
from kiosk.domain.staff import Action, may
from kiosk.storage import moves, queries
from kiosk.storage.sealed import sealing
from kiosk.visit.sitting import Place

Act = Callable[[InHand], Outcome]
BACK = (CopyReceived, CopyMended, CopyFound)


class Handled(Struct, frozen=True):
    """What became of one copy: what happened, or every reason why not."""

    number: str
    title: str = ""
    facts: tuple[Fact, ...] = ()
    reasons: tuple[Reason, ...] = ()


def role_reasons(place: Place, number: str, action: Action) -> tuple[Reason, ...]:
    staff = queries.staff_numbered(place.db, number)
    return () if staff and may(staff.role, action) else (ROLE_MAY_NOT.because(number=number),)


def handle(place: Place, actor: str, number: str, act: Act) -> Handled:
    with place.store.transaction():
        at = moves.in_hand(place.db, place.rules, place.today, number, actor)
        if at is None:
            return Handled(number, reasons=(COPY_UNKNOWN.because(seen=number),))
        outcome, title = act(at), at.on_desk.title.name
        if isinstance(outcome, Refused):
            return Handled(number, title, reasons=outcome.reasons)
        facts = place.store.record(*outcome, moment=place.moment, actor=actor)
        return Handled(number, title, facts + kept_for_the_next(place, number, facts))


def kept_for_the_next(place: Place, number: str, facts: tuple[Fact, ...]) -> tuple[Fact, ...]:
    """What came back into the hall goes to whoever waits for it here."""
    on_desk = queries.on_desk(place.db, number)
    if on_desk is None or not any(isinstance(fact.p, BACK) for fact in facts):
        return ()
    return place.record(*free_again(place.rules, place.today, on_desk))


def given_by(place: Place, name: str, new_id: Callable[[], int]) -> Act:
    """One donor for all copies of one gift, written down with the first; without a name nobody is."""

    @cache
    def donor() -> int:
        made = new_id()
        place.record(sealing(place.db, MemberDetails(made, name)))
        return made

    return lambda at: donate(at, donor() if name else None)
