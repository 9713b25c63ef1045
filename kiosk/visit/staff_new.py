"""Staff new: a colleague joins, said in one sentence; the PIN is shown once, the card goes to paper or to a camera."""

from typing import Any

from msgspec.structs import replace

from kiosk.domain.refusals import Reason, Refused
from kiosk.domain.staff import ROLES
from kiosk.domain.staffing import NAME_MAX, Joining, joining_reasons, proposed, stepped
from kiosk.storage import queries
from kiosk.visit.desk import on_duty
from kiosk.visit.fresh_pin import FreshPin
from kiosk.visit.graduates import written
from kiosk.visit.roster import actor
from kiosk.visit.screens import ColleagueNew
from kiosk.visit.sitting import Place, Sitting, Step
from kiosk.visit.staff_hand import StaffHand
from kiosk.visit.staffing import card_text, colleague, engaged, hand_of, issues, with_hand

Arguments = dict[str, Any]


def begun(place: Place, sitting: Sitting, _: Arguments) -> Step:
    """What was said is kept while this person is on duty; whoever has joined makes room for the next."""
    hand = hand_of(sitting)
    if hand.added or not hand.name:
        number = proposed(tuple(staff.number for staff in queries.all_staff(place.db)))
        hand = StaffHand(number, fresh=FreshPin())
    return looked_at(place, sitting, hand)


def looked_at(place: Place, sitting: Sitting, hand: StaffHand, *, tried: bool = False) -> Step:
    return Step(with_hand(sitting, hand), shown(place, hand, tried=tried))


def shown(place: Place, hand: StaffHand, *, tried: bool) -> ColleagueNew:
    added = queries.staff_numbered(place.db, hand.number) if hand.added else None
    return ColleagueNew(
        number=hand.number,
        name="" if added else hand.name,
        role=hand.role,
        roles=ROLES,
        reasons=() if added else reasons(place, hand),
        tried=tried,
        added=colleague(place, added) if added else None,
        pin=hand.fresh.pin if added and hand.fresh else "",
        card=card_text(place, added) if added else "",
        issues=issues(place),
    )


def reasons(place: Place, hand: StaffHand) -> tuple[Reason, ...]:
    return joining_reasons(joining(hand), tuple(queries.all_staff(place.db)))


def joining(hand: StaffHand) -> Joining:
    return Joining(hand.number, hand.name, hand.role, hand.fresh.pin if hand.fresh else "")


def said(place: Place, sitting: Sitting, arguments: Arguments) -> Step:
    hand, text = hand_of(sitting), str(arguments.get("text") or "")
    if hand.added or hand.fresh is None:
        return begun(place, sitting, arguments)
    match arguments.get("field"):
        case "name":
            hand = replace(hand, name=" ".join(text.split())[:NAME_MAX])
        case "role":
            hand = replace(hand, role=next((role for role in ROLES if role == text), hand.role))
        case "number":
            hand = replace(hand, number=stepped(hand.number, int(arguments.get("by") or 0)))
    return looked_at(place, sitting, hand)


def added(place: Place, sitting: Sitting, arguments: Arguments) -> Step:
    """On the disk before the card is printed; touched twice, it is still one colleague."""
    hand, who = hand_of(sitting), actor(place, sitting)
    if hand.added or hand.fresh is None or who is None:
        return begun(place, sitting, arguments) if hand.fresh is None else looked_at(place, sitting, hand)
    before, _ = place.store.head()
    if isinstance(engaged(place, who, joining(hand), hand.fresh.done()), Refused):
        return looked_at(place, sitting, hand, tried=True)
    return replace(looked_at(place, sitting, replace(hand, added=True)), facts=written(place, before))


TAPS = {
    "staff_new": on_duty("staff", begun),
    "staff_say": on_duty("staff", said),
    "staff_add": on_duty("staff", added),
}
