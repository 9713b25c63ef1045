"""Staffing: who works here; a colleague joins, gets a new PIN, loses the card or leaves."""

from typing import Any

from msgspec.structs import replace

from kiosk.domain import names
from kiosk.domain.facts import Fact, HallFact
from kiosk.domain.refusals import Reason, Refused
from kiosk.domain.staff import Staff
from kiosk.domain.staffing import Joining, card_lost, joined, joining_reasons, leave, pin_reasons, works
from kiosk.storage import queries
from kiosk.storage.ids import new_id
from kiosk.storage.pins import pin_hash
from kiosk.storage.sealed import engaging
from kiosk.visit.desk import on_duty
from kiosk.visit.roster import actor
from kiosk.visit.screens import Colleague, Colleagues
from kiosk.visit.sitting import Place, Sitting, Step

Arguments = dict[str, Any]


def engaged(place: Place, actor: str, who: Joining) -> Staff | Refused:
    if reasons := joining_reasons(who, tuple(queries.all_staff(place.db))):
        return Refused(reasons)
    staff = replace(joined(who, new_id(), place.rules.hall.hall, place.today), pin_hash=pin_hash(who.pin))
    with place.store.transaction():
        place.store.record(*engaging(place.db, staff), moment=place.moment, actor=actor)
    return staff


def with_pin(place: Place, actor: str, staff: Staff, pin: str) -> tuple[Fact, ...] | Refused:
    """Only what is sealed is told anew."""
    if reasons := pin_reasons(pin):
        return Refused(reasons)
    _, details = engaging(place.db, replace(staff, pin_hash=pin_hash(pin)))
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


def staff_list(place: Place, sitting: Sitting, arguments: Arguments) -> Step:
    return Step(sitting, shown(place, str(arguments.get("number", ""))))


def shown(place: Place, number: str, reasons: tuple[Reason, ...] = ()) -> Colleagues:
    people = colleagues(place)
    return Colleagues(people, next((one for one in people if one.number == number), None), reasons)


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
}
