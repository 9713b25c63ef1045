"""Desk: what staff do at the kiosk besides lending."""

from collections.abc import Callable
from typing import Any

from msgspec.structs import replace

from kiosk.domain.holding import cancel
from kiosk.domain.staff import Action, may
from kiosk.storage import holds as shelf, queries
from kiosk.storage.holds import Listed
from kiosk.visit import doors, showing, today, welcome
from kiosk.visit.screens import HoldShelf, KeptBook
from kiosk.visit.sitting import OnDuty, Place, Sitting, Step

Arguments = dict[str, Any]
Tap = Callable[[Place, Sitting, Arguments], Step]


def on_duty(action: Action, then: Tap) -> Tap:
    """Only for whoever's card and PIN were right, and whose role may do it; to all others it is not there."""

    def tap(place: Place, sitting: Sitting, arguments: Arguments) -> Step:
        who = sitting.on_duty
        if who is None:
            return Step(sitting, welcome.home(place))
        if not may(who.role, action):
            return Step(sitting, today.desk(place, who))
        return then(place, sitting, arguments)

    return tap


def leading_back(sitting: Sitting, where: tuple[str, str]) -> Sitting:
    """What is on its way to paper leads back to the work that wanted it."""
    who = sitting.on_duty
    assert isinstance(who, OnDuty), "only staff come here"
    return replace(sitting, on_duty=replace(who, leads_back=where))


def hold_shelf(place: Place, sitting: Sitting, *, over: bool) -> Step:
    hall = place.rules.hall.hall
    kept = shelf.on_shelf(place.db, hall)
    left = tuple(row for row in shelf.expired(place.db) if row.hold.pickup_hall == hall and row.shelf)
    rows = tuple(kept_book(row) for row in (left if over else kept))
    return Step(sitting, HoldShelf(rows, over, len(kept), len(left)))


def kept_book(row: Listed) -> KeptBook:
    return KeptBook(row.hold.hold, showing.book(row.title), row.name, row.number_tail, row.hold.ready_until, row.shelf)


def cancelled(place: Place, sitting: Sitting, key: str) -> Step:
    """The member is told at the next visit; the book goes to the next in line."""
    hold, who = shelf.hold(place.db, key), sitting.on_duty
    staff = queries.staff(place.db, who.staff) if who else None
    shown = hold_shelf(place, sitting, over=False)
    if hold is None or not hold.open or staff is None:
        return shown
    happenings = cancel(shelf.kept(place.db, place.rules, place.today, hold), by_staff=True)
    facts = place.store.record(*happenings, moment=place.moment, actor=staff.number)
    return Step(sitting, hold_shelf(place, sitting, over=False).screen, facts)


def behind(place: Place, sitting: Sitting, tab: str) -> Step:
    """For everybody on duty: each role finds there what it may do."""
    who = sitting.on_duty
    return Step(sitting, doors.doors(who, tab) if who else welcome.home(place))


TAPS: dict[str, Tap] = {
    "doors": lambda place, s, a: behind(place, s, str(a.get("tab"))),
    "hold_shelf": on_duty("holds_shelf", lambda place, s, a: hold_shelf(place, s, over=bool(a.get("over")))),
    "cancel_kept": on_duty("holds_shelf", lambda place, s, a: cancelled(place, s, str(a.get("hold")))),
}
