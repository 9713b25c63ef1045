"""The bench 建库: whoever is on duty lists books with the scanner alone, and each scan is answered on the page."""

import unicodedata

from msgspec.structs import replace

from kiosk.domain.building_up import UNDO, Building, Built, to_be_completed
from kiosk.domain.codes import SHELF
from kiosk.storage import queries
from kiosk.storage.ids import new_id
from kiosk.storage.stocktake import shelf_codes
from kiosk.visit import showing, welcome
from kiosk.visit.building_up import Bench, built
from kiosk.visit.desk import Tap, on_duty
from kiosk.visit.screens import BuildUp, ListedCopy
from kiosk.visit.sitting import Place, Sitting, Step

ROWS_MAX = 5  # of what was listed last


def opened(place: Place, sitting: Sitting) -> Step:
    """Where it was left, as long as the same person is on duty."""
    return Step(sitting, shown(Built(listing(place, sitting))))


def scanned(place: Place, sitting: Sitting, text: str) -> Step:
    who = sitting.on_duty
    staff = queries.staff(place.db, who.staff) if who else None
    if who is None or staff is None:
        return Step(sitting, welcome.home(place))
    done = built(Bench(place, staff.number, shelves(place, text), new_id), listing(place, sitting), text)
    return Step(replace(sitting, on_duty=replace(who, listing=done.state)), shown(done), done.facts)


def listing(place: Place, sitting: Sitting) -> Building:
    begun = sitting.on_duty.listing if sitting.on_duty else None
    return begun or Building(place.rules.hall.hall)


def shelves(place: Place, text: str) -> dict[str, str]:
    """Asked for only where a shelf label was scanned: a large hall has many."""
    of_shelf = unicodedata.normalize("NFKC", text).strip().startswith(SHELF)
    return shelf_codes(place.db, place.rules.hall.hall) if of_shelf else {}


def shown(done: Built) -> BuildUp:
    state, title = done.state, done.state.title
    last = tuple(ListedCopy(number, name) for number, name in reversed(state.added[-ROWS_MAX:]))
    return BuildUp(
        book=showing.book(title) if title else None,
        isbn=(title.isbn or "") if title else "",
        unnamed=title is not None and to_be_completed(title),
        shelf=state.shelf,
        count=len(state.added),
        rows=last,
        told=done.say,
        values=done.values,
        reasons=done.reasons,
    )


TAPS: dict[str, Tap] = {
    "build_up": on_duty("build_up", lambda place, s, _: opened(place, s)),
    "unlist": on_duty("build_up", lambda place, s, _: scanned(place, s, UNDO[0])),
}
