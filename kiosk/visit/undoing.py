"""Undoing: what was done in this visit is taken back, and every hold is again as it was."""

from msgspec.structs import replace

from kiosk.domain.facts import BorrowUndone, Fact, Happening, HoldRestored, ReturnUndone, SuspensionLifted
from kiosk.domain.holding import cancel, gone, unsaid
from kiosk.domain.holds import Hold, back_in_line, keeper
from kiosk.domain.refusals import NOTHING_TO_UNDO
from kiosk.storage import holds as shelf, queries
from kiosk.visit import showing
from kiosk.visit.sitting import Given, Lent, Place, Sitting, Step


def undo(place: Place, sitting: Sitting, key: str | None) -> Step:
    """Takes back a loan, a return or a hold of this visit: the one named, else the last."""
    done: list[Lent | Given | Hold] = [
        *lent_still(place, sitting),
        *given_still(place, sitting),
        *placed_still(place, sitting),
    ]
    named = [what for what in done if key in (None, key_of(what))]
    match max(named, key=key_of, default=None):
        case Lent() as lent:
            return undo_loan(place, sitting, lent)
        case Given() as given:
            return undo_return(place, sitting, given)
        case Hold() as hold:
            return undo_hold(place, sitting, hold)
    return Step(sitting, showing.refusal("undo", (NOTHING_TO_UNDO.because(),)))


def key_of(what: Lent | Given | Hold) -> str:
    """Ids grow with time, whatever they are ids of."""
    match what:
        case Lent():
            return what.loan
        case Given():
            return what.returned
        case Hold():
            return what.hold


def lent_still(place: Place, sitting: Sitting) -> tuple[Lent, ...]:
    """A book that was brought back since is no open loan any more."""
    found = ((lent, queries.loan(place.db, lent.loan)) for lent in sitting.lent)
    return tuple(lent for lent, loan in found if loan and loan.ended is None)


def given_still(place: Place, sitting: Sitting) -> tuple[Given, ...]:
    """A book that somebody has taken since cannot go back to whoever brought it."""
    found = ((given, queries.on_desk(place.db, given.loan.copy)) for given in sitting.given)
    return tuple(given for given, on_desk in found if on_desk and on_desk.loan is None)


def placed_still(place: Place, sitting: Sitting) -> tuple[Hold, ...]:
    found = (shelf.hold(place.db, key) for key in sitting.placed)
    return tuple(hold for hold in found if hold and hold.open)


def undo_loan(place: Place, sitting: Sitting, lent: Lent) -> Step:
    facts = place.record(BorrowUndone(lent.copy, lent.loan), *(p for h in lent.holds for p in restored(place, h, lent)))
    sitting = replace(sitting, lent=tuple(x for x in sitting.lent if x != lent))
    return Step(sitting, showing.basket(place, sitting), facts)


def restored(place: Place, hold: Hold, lent: Lent) -> tuple[Happening, ...]:
    """A copy that was kept and went to the next in line comes back, unless it has been taken."""
    if hold.state != "ready" or hold.copy is None or hold.copy == lent.copy:
        return (HoldRestored(hold),)
    on_desk = queries.on_desk(place.db, hold.copy)
    if on_desk is None or gone(on_desk):
        return (HoldRestored(back_in_line(hold)),)
    return (*let_go(place, keeper(on_desk.holds, hold.copy)), HoldRestored(hold))


def let_go(place: Place, hold: Hold | None) -> tuple[Happening, ...]:
    """It waits again, and is not told of the book that it nearly had."""
    if hold is None:
        return ()
    kept = shelf.kept(place.db, place.rules, place.today, hold)
    return (HoldRestored(back_in_line(hold)), *unsaid(kept))


def undo_return(place: Place, sitting: Sitting, given: Given) -> Step:
    facts = return_undone(place, given)
    sitting = replace(
        sitting,
        given=tuple(x for x in sitting.given if x != given),
        asking=tuple(x for x in sitting.asking if x != given.returned),
    )
    screen = showing.returned(place, sitting) if sitting.given else showing.basket(place, sitting)
    return Step(sitting, screen, facts)


def return_undone(place: Place, given: Given) -> tuple[Fact, ...]:
    """The loan is open again, the hold waits again, the pause is lifted."""
    pause, copy = given.suspension, given.loan.copy
    lifted = (SuspensionLifted(given.loan.member, pause, "undone"),) if pause else ()
    on_desk = queries.on_desk(place.db, copy)
    now = keeper(on_desk.holds, copy) if on_desk else None
    moved = let_go(place, now) if now != keeper(given.holds, copy) else ()
    return place.record(ReturnUndone(copy, given.returned), *moved, *lifted)


def undo_hold(place: Place, sitting: Sitting, hold: Hold) -> Step:
    facts = place.record(*cancel(shelf.kept(place.db, place.rules, place.today, hold)))
    sitting = replace(sitting, placed=tuple(key for key in sitting.placed if key != hold.hold))
    return Step(sitting, showing.basket(place, sitting), facts)
