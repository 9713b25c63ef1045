"""Holding: a member waits for a title, puts the waiting off or ends it; and what lies ready is looked after."""

from collections.abc import Callable, Iterable
from datetime import date, timedelta
from typing import Any

from msgspec.structs import replace

from kiosk.domain.facts import Fact, Happening, HoldPlaced
from kiosk.domain.holding import (
    HoldDesk,
    Wanted,
    cancel,
    lapse,
    passed_on,
    place as judged,
    resume,
    suspend,
    wanted_reasons,
)
from kiosk.domain.holds import Hold
from kiosk.domain.lending import Outcome
from kiosk.domain.refusals import HOLD_NOT_OPEN, PICKUP_HALL_UNKNOWN, TITLE_UNKNOWN, Reason, Refused
from kiosk.storage import holds as shelf, queries
from kiosk.visit import showing
from kiosk.visit.screens import Reserved
from kiosk.visit.sitting import Lent, Place, Sitting, Step, Wish

NO_FACTS: tuple[Fact, ...] = ()
Arguments = dict[str, Any]
DIGITS_MAX, ROW_LIMIT = 19, 2**63
ID_LIMIT = 2**53  # as many as numbers in the window hold exactly
NO_DAY = date.min  # what cannot be read as a day fits no rule, and is refused as such


def wished(place: Place, sitting: Sitting, wish: Wish) -> Step:
    """With a card the hold is placed at once; without one it waits for the card, if any card could help."""
    laid = laid_out(place, sitting, wish)
    if isinstance(laid, Refused):
        return refused(place, sitting, wish, laid.reasons)
    if sitting.member is not None:
        return placed(place, sitting, laid)
    if reasons := wanted_reasons(laid):
        return refused(place, sitting, wish, reasons)
    return Step(replace(sitting, wish=wish), reserved(place, laid, None))


def laid_out(place: Place, sitting: Sitting, wish: Wish) -> HoldDesk | Refused:
    title, pickup = queries.title(place.db, wish.title), shelf.pickup(place.db, wish.hall)
    if title is None or pickup is None:
        unknown = [TITLE_UNKNOWN.because()] if title is None else []
        return Refused((*unknown, *([PICKUP_HALL_UNKNOWN.because(hall=wish.hall)] if pickup is None else [])))
    copies, queue = shelf.copies(place.db, wish.title), shelf.queue(place.db, wish.title)
    wanted = Wanted(title, copies, queue, pickup, wish.copy)
    who = showing.borrower(place, sitting.member) if sitting.member is not None else None
    own = shelf.holds_of(place.db, who.member.member) if who else ()
    return HoldDesk(place.rules, place.today, wanted, who, own)


def placed(place: Place, sitting: Sitting, desk: HoldDesk) -> Step:
    outcome, wanted = judged(desk), desk.wanted
    if isinstance(outcome, Refused):
        wish = Wish(wanted.title.title, wanted.pickup.hall.hall, wanted.copy)
        return refused(place, sitting, wish, outcome.reasons)
    facts = place.record(*outcome)
    hold = facts[0].id
    return Step(replace(sitting, placed=(*sitting.placed, hold)), reserved(place, desk, hold), facts)


def fetched_at(place: Place, sitting: Sitting, hall: int) -> Step:
    """Another hall for the wish, or for the hold that this visit has just placed: it is placed anew, in one commit."""
    if sitting.wish:
        return wished(place, sitting, replace(sitting.wish, hall=hall))
    hold = shelf.hold(place.db, sitting.placed[-1]) if sitting.placed else None
    if hold is None or not hold.open or not sitting.bears(hold.member):
        return Step(sitting, showing.refusal("hold", (HOLD_NOT_OPEN.because(),)))
    wish = Wish(hold.title, hall, hold.wanted_copy)
    laid = laid_out(place, sitting, wish)
    outcome = laid if isinstance(laid, Refused) else judged(laid := without(laid, hold))
    if isinstance(outcome, Refused) or isinstance(laid, Refused):
        return refused(place, sitting, wish, outcome.reasons if isinstance(outcome, Refused) else ())
    facts = place.record(*cancel(shelf.kept(place.db, place.rules, place.today, hold)), *outcome)
    fresh = next(fact.id for fact in facts if isinstance(fact.p, HoldPlaced))
    return Step(replace(sitting, placed=(*sitting.placed, fresh)), reserved(place, laid, fresh), facts)


def without(desk: HoldDesk, hold: Hold) -> HoldDesk:
    """As if it had not been placed."""
    own = tuple(h for h in desk.own if h.hold != hold.hold)
    queue = tuple(h for h in desk.wanted.holds if h.hold != hold.hold)
    return replace(desk, own=own, wanted=replace(desk.wanted, holds=queue))


def reserved(place: Place, desk: HoldDesk, hold: str | None) -> Reserved:
    return showing.reserved(place, replace(desk.wanted, holds=shelf.queue(place.db, desk.wanted.title.title)), hold)


def refused(place: Place, sitting: Sitting, wish: Wish, reasons: tuple[Reason, ...]) -> Step:
    book = showing.title_book(place, wish.title)
    return Step(sitting, replace(showing.refusal("hold", reasons), book=book))


def cancelled(place: Place, sitting: Sitting, key: str) -> Step:
    return changed(place, sitting, key, lambda hold: cancel(shelf.kept(place.db, place.rules, place.today, hold)))


def suspended(place: Place, sitting: Sitting, key: str, until: date) -> Step:
    most = place.rules.policy("member", "book").hold_suspend_days_max
    return changed(
        place, sitting, key, lambda hold: suspend(shelf.kept(place.db, place.rules, place.today, hold), until, most)
    )


def resumed(place: Place, sitting: Sitting, key: str) -> Step:
    return changed(place, sitting, key, resume)


def changed(place: Place, sitting: Sitting, key: str, how: Callable[[Hold], Outcome]) -> Step:
    """Only an open hold of a card of this visit; then the record tells how it stands."""
    hold = shelf.hold(place.db, key)
    if hold is None or not hold.open or not sitting.bears(hold.member):
        return Step(sitting, showing.refusal("hold", (HOLD_NOT_OPEN.because(),)))
    outcome = how(hold)
    if isinstance(outcome, Refused):
        return refused(place, sitting, Wish(hold.title, hold.pickup_hall), outcome.reasons)
    facts = place.record(*outcome) if outcome else NO_FACTS
    return Step(sitting, showing.record(place, sitting), facts)


def freed(place: Place, lent: Lent) -> tuple[Fact, ...]:
    """Another copy was taken than the one kept: that one is kept for the next in line."""
    other = (h for h in lent.holds if h.state == "ready" and h.copy != lent.copy)
    return told(place, (passed_on(shelf.kept(place.db, place.rules, place.today, h)) for h in other))


def looked_after(place: Place) -> tuple[Fact, ...]:
    """What nobody fetched goes on to the next in line: one bounded step, in one commit."""
    with place.store.transaction():
        some = shelf.to_look_after(place.db, place.rules, place.today)
        # One after the other: what the first sets free changes the queue of the next.
        return told(place, (lapse(shelf.kept(place.db, place.rules, place.today, kept.hold)) for kept in some))


def told(place: Place, happenings: Iterable[tuple[Happening, ...]]) -> tuple[Fact, ...]:
    return tuple(fact for some in happenings if some for fact in place.record(*some))


def wish_of(place: Place, arguments: Arguments) -> Wish:
    """Numbers come through QML as whole or broken ones; what is no number is no title and no hall."""
    title, hall, copy = (arguments.get(name) for name in ("title", "hall", "copy"))
    here = place.rules.hall.hall if hall is None else 0
    return Wish(whole(title), whole(hall) or here, str(copy) if copy else None)


def whole(value: Any) -> int:
    """Text is exact to the last digit that a row can hold; a number of the window only as far as it counts."""
    if isinstance(value, str) and value.isascii() and value.isdigit():
        number = int(value[:DIGITS_MAX])
        return number if number < ROW_LIMIT else 0
    return int(value) if isinstance(value, int | float) and abs(value) < ID_LIMIT else 0


def day_of(place: Place, arguments: Arguments) -> date:
    if not arguments.get("until"):
        return place.today + timedelta(days=place.rules.policy("member", "book").hold_suspend_days)
    try:
        return date.fromisoformat(str(arguments.get("until")))
    except ValueError:
        return NO_DAY


TAPS: dict[str, Callable[[Place, Sitting, Arguments], Step]] = {
    "place_hold": lambda place, s, a: wished(place, s, wish_of(place, a)),
    "fetch_at": lambda place, s, a: fetched_at(place, s, whole(a.get("hall"))),
    "cancel_hold": lambda place, s, a: cancelled(place, s, str(a.get("hold"))),
    "suspend_hold": lambda place, s, a: suspended(place, s, str(a.get("hold")), day_of(place, a)),
    "resume_hold": lambda place, s, a: resumed(place, s, str(a.get("hold"))),
}
