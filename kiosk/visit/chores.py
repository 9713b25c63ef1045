"""Chores: whoever is on duty ticks what was seen to; the next opening day begins anew."""

from itertools import count
from typing import Any

from kiosk.domain import names
from kiosk.domain.chores import ROUNDS, Chore, ChoreName, chore_key, chore_named
from kiosk.domain.classes import local
from kiosk.domain.facts import ChoreTicked
from kiosk.storage import chores as stored, holds as shelf, queries, stocktake
from kiosk.storage.cases import tail
from kiosk.storage.hub_line import waiting
from kiosk.visit.desk import on_duty
from kiosk.visit.roster import actor, of_today
from kiosk.visit.screens import ChoreLine, ChoreRound, Chores
from kiosk.visit.sitting import Place, Sitting, Step

Arguments = dict[str, Any]
SETTLED = ("closed", "cancelled")  # of an evening nothing is left to do


def chores(place: Place, sitting: Sitting, _: Arguments) -> Step:
    return Step(sitting, Chores(rounds(place)))


def rounds(place: Place) -> tuple[ChoreRound, ...]:
    done, keys = stored.done_on(place.db, place.rules.hall.hall, place.today), count(1)
    found = []
    for name, whats in ROUNDS.items():
        lines = tuple(line(place, what, next(keys), done.get(what)) for what in whats)
        found.append(ChoreRound(name, lines, sum(what in done for what in whats)))
    return tuple(found)


def line(place: Place, what: ChoreName, key: int, done: Chore | None) -> ChoreLine:
    how_many = counted(place, what)
    if done is None or done.done_at is None:
        return ChoreLine(what, key, count=how_many)
    at = local(done.done_at, place.rules.hall.utc_offset_min)
    return ChoreLine(what, key, who(place, done.done_by), f"{at:%H:%M}", how_many)


def who(place: Place, number: str) -> str:
    staff = queries.staff_numbered(place.db, number)
    return names.masked(staff.name) if staff and staff.name else tail(number)


def counted(place: Place, what: ChoreName) -> int:
    """What the kiosk itself knows of it."""
    match what:
        case "holds_out":
            return len(shelf.on_shelf(place.db, place.rules.hall.hall))
        case "stick":
            return waiting(place.db)
        case "unfinished":
            return unfinished(place)
    return -1


def unfinished(place: Place) -> int:
    """Evenings of today that are over and not settled, and a stock-take that was begun."""
    over = [s for _, s in of_today(place) if s.state not in SETTLED and s.ends_at < (place.now or place.moment.at)]
    return len(over) + (stocktake.under_way(place.db, place.rules.hall.hall) is not None)


def tick(place: Place, sitting: Sitting, arguments: Arguments) -> Step:
    """Ticked by mistake, it is taken back by the same key."""
    what, hall = chore_named(str(arguments.get("what", ""))), place.rules.hall.hall
    if what is None:
        return chores(place, sitting, arguments)
    done = what not in stored.done_on(place.db, hall, place.today)
    ticked = ChoreTicked(chore_key(hall, place.today, what), hall, place.today, what, done)
    facts = place.store.record(ticked, moment=place.moment, actor=actor(place, sitting))
    return Step(sitting, Chores(rounds(place)), facts)


TAPS = {
    "chores": on_duty("chores", chores),
    "chore": on_duty("chores", tick),
}
