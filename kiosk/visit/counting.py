"""The stock-take board 盘点: staff count with the scanner, and see how far it is and what needs a hand."""

from msgspec.structs import replace

from kiosk.domain.refusals import NO_STOCKTAKE_OPEN, Reason, Refused
from kiosk.domain.staff import may
from kiosk.domain.stock import Stocktake
from kiosk.domain.stocktaking import Walk
from kiosk.storage import queries, stocktake as stored, tally as tallies
from kiosk.visit import showing, welcome
from kiosk.visit.bench import shelves
from kiosk.visit.desk import Arguments, Tap, on_duty
from kiosk.visit.screens import StockChoice, StockRow, StockScan, StockScope, StockTake
from kiosk.visit.sitting import Place, Sitting, Step
from kiosk.visit.stocktaking import Heard, begin, close_step, heard

ROWS_MAX = 20  # on the board; the report has them all
SCOPES_MAX = 60


def opened(place: Place, sitting: Sitting) -> Step:
    """The one that is under way, whoever began it; else what could be counted."""
    of = stored.under_way(place.db, place.rules.hall.hall)
    return chosen(place, sitting) if of is None else board(place, walking(sitting, of))


def walking(sitting: Sitting, of: Stocktake) -> Sitting:
    """On the same shelf as before, if it is the same stock-take."""
    who = sitting.on_duty
    assert who, "only whoever is on duty gets here"
    begun = who.counting
    walk = begun if begun and begun.stocktake.stocktake == of.stocktake else Walk(of, device=who.name)
    return replace(sitting, on_duty=replace(who, counting=walk))


def chosen(place: Place, sitting: Sitting, reasons: tuple[Reason, ...] = ()) -> Step:
    hall = place.rules.hall.hall
    rooms, classes = tallies.scopes(place.db, Stocktake("", hall, place.moment.at))
    every = StockScope(rooms.total())
    by_room = (StockScope(count, room=room) for room, count in sorted(rooms.items()) if room)
    by_class = (StockScope(count, class_mark=mark) for mark, count in sorted(classes.items()))
    return Step(sitting, StockChoice((every, *by_room, *by_class)[:SCOPES_MAX], reasons))


def begun(place: Place, sitting: Sitting, arguments: Arguments) -> Step:
    room, mark = str(arguments.get("room", "")), str(arguments.get("class_mark", ""))
    made = begin(place, actor_of(place, sitting) or "", room, mark)
    if isinstance(made, Refused):
        return chosen(place, sitting, made.reasons)
    return board(place, walking(sitting, made))


def actor_of(place: Place, sitting: Sitting) -> str | None:
    staff = queries.staff(place.db, sitting.on_duty.staff) if sitting.on_duty else None
    return staff.number if staff else None


def scanned(place: Place, sitting: Sitting, text: str) -> Step:
    who, actor = sitting.on_duty, actor_of(place, sitting)
    if who is None or who.counting is None or actor is None:
        return Step(sitting, welcome.home(place))
    walk, answer = heard(place, who.counting, text, shelves(place, text), actor)
    step = board(place, replace(sitting, on_duty=replace(who, counting=walk)), answer)
    return replace(step, facts=answer.facts)


def board(place: Place, sitting: Sitting, answer: Heard | None = None, stage: str = "counting") -> Step:
    who = sitting.on_duty
    if who is None or who.counting is None:
        return Step(sitting, welcome.home(place))
    of = stored.stocktake(place.db, who.counting.stocktake.stocktake) or who.counting.stocktake
    now = tallies.tally(place.db, of, ROWS_MAX)
    screen = StockTake(
        scope=StockScope(of.expected, of.room, of.class_mark),
        stage=stage if of.open else "closed",
        seen=now.seen,
        to_do=now.to_do,
        unseen=now.left if of.open else now.counts.get("missing", 0),
        walked=who.counting.shelf,
        last=last_scan(answer) if answer and not answer.reasons else None,
        rows=tuple(StockRow(row.number, row.title or row.number, row.state, row.shelf) for row in now.rows),
        may_close=may(who.role, "copies"),
        reasons=answer.reasons if answer else (),
    )
    return Step(sitting, screen)


def last_scan(answer: Heard) -> StockScan:
    title, name = answer.title, answer.title.name if answer.title else answer.number
    book = showing.book(title) if title else None
    return StockScan(answer.kind, answer.number, name, book, answer.shelf, answer.home or 0, answer.found)


def closing_on(place: Place, sitting: Sitting) -> Step:
    """One step of the closing; while it goes on, the page says so, and the next step comes at the next poll."""
    who, actor = sitting.on_duty, actor_of(place, sitting)
    if who is None or who.counting is None or actor is None:
        return Step(sitting, welcome.home(place))
    of = stored.stocktake(place.db, who.counting.stocktake.stocktake)
    done = close_step(place, of, actor) if of and of.open else Refused((NO_STOCKTAKE_OPEN.because(),))
    if isinstance(done, Refused):
        return board(place, sitting, Heard("refused", reasons=done.reasons))
    return board(place, sitting, stage="closing")


TAPS: dict[str, Tap] = {
    "stocktake": on_duty("stocktake", lambda place, s, _: opened(place, s)),
    "begin_stocktake": on_duty("stocktake", begun),
    "ask_close": on_duty("copies", lambda place, s, _: board(place, s, stage="asking")),
    "close_stocktake": on_duty("copies", lambda place, s, _: board(place, s, stage="closing")),
}
