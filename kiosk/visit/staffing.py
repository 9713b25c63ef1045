"""Staffing: a colleague joins or gets a new PIN, which nobody reads on the way; for the page and the command alike."""

from msgspec.structs import replace

from kiosk.domain.facts import Fact
from kiosk.domain.refusals import Refused
from kiosk.domain.staff import Staff
from kiosk.domain.staffing import Joining, joined, joining_reasons, pin_reasons
from kiosk.storage import queries
from kiosk.storage.ids import new_id
from kiosk.storage.pins import pin_hash
from kiosk.storage.sealed import engaging
from kiosk.visit.sitting import Place


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
