"""Staffing: who works here; a colleague gets a new PIN or card, loses the card or leaves."""

from typing import Any

from msgspec.structs import replace

from kiosk.domain import names
from kiosk.domain.facts import Fact, HallFact
from kiosk.domain.refusals import Reason, Refused
from kiosk.domain.staff import Staff
from kiosk.domain.staffing import Joining, card_lost, joined, joining_reasons, leave, new_card, pin_reasons, works
from kiosk.storage import queries
from kiosk.storage.ids import new_id
from kiosk.storage.pins import pin_hash
from kiosk.storage.sealed import engaging
from kiosk.visit.desk import leading_back, on_duty
from kiosk.visit.fresh_pin import FreshPin
from kiosk.visit.roster import actor
from kiosk.visit.screens import Colleague, Colleagues, Printing
from kiosk.visit.sitting import Place, Sitting, Step
from kiosk.visit.staff_hand import StaffHand

Arguments = dict[str, Any]


def engaged(place: Place, actor: str, who: Joining, hashed: str = "") -> Staff | Refused:
    """`hashed`: the PIN, where a thread has hashed it already."""
    if reasons := joining_reasons(who, tuple(queries.all_staff(place.db))):
        return Refused(reasons)
    staff = replace(joined(who, new_id(), place.rules.hall.hall, place.today), pin_hash=hashed or pin_hash(who.pin))
    with place.store.transaction():
        place.store.record(*engaging(place.db, staff), moment=place.moment, actor=actor)
    return staff


def with_pin(place: Place, actor: str, staff: Staff, pin: str) -> tuple[Fact, ...] | Refused:
    """Only what is sealed is told anew."""
    if reasons := pin_reasons(pin):
        return Refused(reasons)
    return pin_set(place, actor, staff, pin_hash(pin))


def pin_set(place: Place, actor: str, staff: Staff, hashed: str) -> tuple[Fact, ...]:
    _, details = engaging(place.db, replace(staff, pin_hash=hashed))
    return place.store.record(details, moment=place.moment, actor=actor)


def colleagues(place: Place) -> tuple[Colleague, ...]:
    """Who works here first, by number."""
    found = sorted(queries.all_staff(place.db), key=lambda staff: (not works(staff, place.today), staff.number))
    return tuple(colleague(place, staff) for staff in found)


def colleague(place: Place, staff: Staff) -> Colleague:
    return Colleague(
        number=staff.number,
        name=names.masked(staff.name),
        face=names.face(staff.name),
        role=staff.role,
        until=staff.card_expires_on,
        lost=staff.card_lost_at is not None,
        works=works(staff, place.today),
    )


def hand_of(sitting: Sitting) -> StaffHand:
    who = sitting.on_duty
    return who.staffing if who and who.staffing else StaffHand()


def with_hand(sitting: Sitting, hand: StaffHand | None) -> Sitting:
    who = sitting.on_duty
    return replace(sitting, on_duty=replace(who, staffing=hand)) if who else sitting


def issues(place: Place) -> bool:
    return place.registrar is not None and place.registrar.issues_cards()


def card_text(place: Place, staff: Staff) -> str:
    """To be photographed, where there is no printer; nothing where the hub signs cards."""
    return place.registrar.staff_code(staff) if place.registrar and issues(place) else ""


def staff_list(place: Place, sitting: Sitting, arguments: Arguments) -> Step:
    """While somebody is looked at, a PIN is made that may be wanted."""
    number = str(arguments.get("number", ""))
    known = queries.staff_numbered(place.db, number)
    hand = StaffHand(number, added=True, fresh=FreshPin()) if known else None
    return Step(with_hand(sitting, hand), shown(place, number))


def shown(place: Place, number: str, reasons: tuple[Reason, ...] = ()) -> Colleagues:
    people = colleagues(place)
    chosen = next((one for one in people if one.number == number), None)
    return Colleagues(people, chosen, reasons, issues=issues(place))


def pin_made(place: Place, sitting: Sitting, arguments: Arguments) -> Step:
    """Shown once; the one before is forgotten."""
    number, hand, who = str(arguments.get("number", "")), hand_of(sitting), actor(place, sitting)
    staff = queries.staff_numbered(place.db, number)
    if staff is None or who is None or hand.number != number or hand.fresh is None:
        return staff_list(place, sitting, arguments)
    facts = pin_set(place, who, staff, hand.fresh.done())
    screen = replace(shown(place, number), pin=hand.fresh.pin)
    return Step(with_hand(sitting, StaffHand(number, added=True, fresh=FreshPin())), screen, facts)


def card_made(place: Place, sitting: Sitting, arguments: Arguments) -> Step:
    """The old card opens nothing from now on; the new one is shown, and printed by another touch."""
    staff = queries.staff_numbered(place.db, str(arguments.get("number", "")))
    if staff is None or not issues(place):
        return staff_list(place, sitting, arguments)
    step = told(place, sitting, staff, new_card(staff, place.today))
    now = queries.staff(place.db, staff.staff)
    assert now and isinstance(step.screen, Colleagues), "whose card is new works here"
    return replace(step, screen=replace(step.screen, card=card_text(place, now)))


def card_printed(place: Place, sitting: Sitting, arguments: Arguments) -> Step:
    """Only a card that opens something."""
    staff = queries.staff_numbered(place.db, str(arguments.get("number", "")))
    if staff is None or staff.card_lost_at or not works(staff, place.today) or not issues(place):
        return staff_list(place, sitting, arguments)
    back = leading_back(with_hand(sitting, None), ("colleagues", staff.number))
    return Step(back, Printing("staff_card", staff.number, "drawing", staff=True))


def lost(place: Place, sitting: Sitting, arguments: Arguments) -> Step:
    staff = queries.staff_numbered(place.db, str(arguments.get("number", "")))
    return told(place, sitting, staff, card_lost(staff) if staff else ())


def left(place: Place, sitting: Sitting, arguments: Arguments) -> Step:
    staff = queries.staff_numbered(place.db, str(arguments.get("number", "")))
    return told(place, sitting, staff, leave(staff, tuple(queries.all_staff(place.db)), place.today) if staff else ())


def told(place: Place, sitting: Sitting, staff: Staff | None, outcome: tuple[HallFact, ...] | Refused) -> Step:
    number = staff.number if staff else ""
    if isinstance(outcome, Refused):
        return Step(sitting, shown(place, number, outcome.reasons))
    facts = place.store.record(*outcome, moment=place.moment, actor=actor(place, sitting)) if outcome else ()
    return Step(sitting, shown(place, number), facts)


TAPS = {
    "colleagues": on_duty("staff", staff_list),
    "staff_lost": on_duty("staff", lost),
    "staff_left": on_duty("staff", left),
    "staff_pin": on_duty("staff", pin_made),
    "staff_card": on_duty("staff", card_made),
    "staff_print": on_duty("staff", card_printed),
}
