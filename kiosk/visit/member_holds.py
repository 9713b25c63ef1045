"""Member holds: staff give up a hold for a member, with a reason; whoever did not ask for it is told."""

from kiosk.domain.holding import cancel
from kiosk.domain.holds import Hold
from kiosk.domain.membership import Because, well_said
from kiosk.domain.refusals import ALREADY_SO, REASON_MISSING, Refused
from kiosk.storage import holds as shelf
from kiosk.visit.member_acts import Done
from kiosk.visit.sitting import Place

ASKED = "asked"  # the member stands there


def given_up(place: Place, hold: Hold | None, because: Because, actor: str | None) -> Done | Refused:
    """The book goes to the next in line; the place in the queue is gone, so nothing takes it back."""
    reasons = () if well_said("hold", because) else (REASON_MISSING.because(),)
    if hold is None or not hold.open:
        return Refused((*reasons, ALREADY_SO.because()))
    if reasons:
        return Refused(reasons)
    kept = shelf.kept(place.db, place.rules, place.today, hold)
    happenings = cancel(kept, by_staff=because.why != ASKED, why=because.why, why_said=because.said)
    return Done(place.store.record(*happenings, moment=place.moment, actor=actor))


def own(place: Place, member: int, key: str) -> Hold | None:
    """Only of the member in hand."""
    return next((hold for hold in shelf.holds_of(place.db, member) if hold.hold == key), None)
