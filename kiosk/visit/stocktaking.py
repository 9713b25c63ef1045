"""Stock-taking: begin, hear one scan after another, close; any screen or command may drive it."""

import unicodedata

from msgspec import Struct
from msgspec.structs import replace

from kiosk.domain.books import Title
from kiosk.domain.codes import SHELF, SHELF_LENGTH, Code, CopyLabel, UnknownCode, parse, shown
from kiosk.domain.facts import CopyFound, CopyLost, Fact, StockTakeBegun, StockTakeClosed
from kiosk.domain.moment import clock_quality
from kiosk.domain.moving import SHELF_MAX, text_reasons
from kiosk.domain.refusals import (
    CLOCK_DOUBTFUL,
    CODE_UNKNOWN,
    NO_STOCKTAKE_OPEN,
    NOTHING_TO_COUNT,
    SHELF_UNKNOWN,
    STOCKTAKE_OPEN,
    Reason,
    Refused,
)
from kiosk.domain.stock import Stocktake
from kiosk.domain.stocktaking import Lying, Walk, judged, see
from kiosk.storage import queries, stocktake as stored
from kiosk.visit.sitting import Place

MISSED_A_STEP = 200  # so many in one commit, so that nobody at the counter waits long
TYPED_SHELF = "@"


class Heard(Struct, frozen=True):
    """What one line meant: a shelf, a copy, or nothing that can be counted."""

    kind: str  # shelf, the state of a copy, again, refused
    number: str = ""
    shelf: str = ""
    title: Title | None = None
    home: int | None = None
    found: bool = False  # it had been lost or missing
    reasons: tuple[Reason, ...] = ()
    facts: tuple[Fact, ...] = ()


def begin(place: Place, actor: str, room: str = "", class_mark: str = "") -> Stocktake | Refused:
    hall = place.rules.hall.hall
    with place.store.transaction():
        asked = Stocktake("", hall, place.moment.at, room, class_mark.upper())
        count, reasons = stored.expected(place.db, asked), clock_reasons(place)
        if other := stored.under_way(place.db, hall):
            day = replace(place.moment, at=other.begun_at).day(place.rules.hall.utc_offset_min)
            reasons += (STOCKTAKE_OPEN.because(begun_on=day),)
        if not count:
            reasons += (NOTHING_TO_COUNT.because(scope=room or class_mark or place.rules.hall.name),)
        if reasons:
            return Refused(reasons)
        begun = StockTakeBegun(hall, count, asked.room, asked.class_mark)
        (fact,) = place.store.record(begun, moment=place.moment, actor=actor)
        made = stored.stocktake(place.db, fact.id)
        assert made, "the step has just written it"
        return made


def clock_reasons(place: Place) -> tuple[Reason, ...]:
    """What was touched since the beginning is known by its time, so the time has to be right."""
    good = clock_quality(place.moment.at, place.store.surely_past()) == "ok"
    return () if good else (CLOCK_DOUBTFUL.because(),)


def heard(place: Place, walk: Walk, text: str, shelves: dict[str, str], actor: str | None = None) -> tuple[Walk, Heard]:
    """Total, as every scan: any text is a shelf, a number that is counted, or refused with its reasons."""
    seen = unicodedata.normalize("NFKC", text).strip()
    if seen.startswith(TYPED_SHELF) or seen in shelves:
        shelf = shelves.get(seen) or text.strip()[1:].strip()
        if reasons := text_reasons(shelf, SHELF_MAX):
            return walk, Heard("refused", reasons=reasons)
        return replace(walk, shelf=shelf), Heard("shelf", shelf=shelf)
    match code_of(place, seen):
        case CopyLabel(number=number):
            return walk, counted(place, walk, number, actor)
        case UnknownCode(reason=reason):
            return walk, Heard("refused", number=seen, reasons=(reason,))
    return walk, Heard("refused", number=seen, reasons=(CODE_UNKNOWN.because(seen=shown(seen)),))


def code_of(place: Place, seen: str) -> Code:
    """The number of a former library is a copy's, whatever it looks like, if a copy has it."""
    if len(seen) == SHELF_LENGTH and seen.startswith(SHELF):
        return UnknownCode(SHELF_UNKNOWN.because(seen=seen))
    code = parse(seen, place.issuers, place.rules.hall.copy_numbers)
    unread = isinstance(code, UnknownCode) and code.reason.code == CODE_UNKNOWN.code
    return CopyLabel(seen) if unread and queries.on_desk(place.db, seen) else code


def counted(place: Place, walk: Walk, number: str, actor: str | None = None) -> Heard:
    """Read and written in one transaction: others count, lend and close at the same time."""
    with place.store.transaction():
        now = stored.stocktake(place.db, walk.stocktake.stocktake)
        if now is None or not now.open:
            return Heard("refused", number=number, reasons=(NO_STOCKTAKE_OPEN.because(),))
        lying = stored.lying(place.db, now, number)
        happened = see(walk, lying)
        facts = place.store.record(*happened, moment=place.moment, actor=actor) if happened else ()
    again = any(isinstance(fact.p, CopyFound) for fact in facts)
    return told(walk, lying, "again" if not facts else judged(walk, lying), again, facts)


def told(walk: Walk, lying: Lying, kind: str, found: bool, facts: tuple[Fact, ...]) -> Heard:
    copy = lying.copy
    shelf, home = (copy.shelf, copy.home_hall) if copy else ("", None)
    return Heard(kind, lying.number, shelf, lying.title, home, found, facts=facts)


def close(place: Place, of: Stocktake, actor: str) -> Stocktake | Refused:
    """Step by step, each one commit; broken off anywhere, it is run again and goes on."""
    done = None
    while done is None:
        done = close_step(place, of, actor)
    return done


def close_step(place: Place, of: Stocktake, actor: str) -> Stocktake | Refused | None:
    """One bounded step; none: there is more to write."""
    if reasons := clock_reasons(place):
        return Refused(reasons)
    some = stored.unseen(place.db, of, MISSED_A_STEP)
    if len(some) == MISSED_A_STEP:
        miss(place, of, some, actor)
        return None
    with place.store.transaction():
        now = stored.stocktake(place.db, of.stocktake)
        if now is None or not now.open:
            return Refused((NO_STOCKTAKE_OPEN.because(),))
        miss(place, now, stored.unseen(place.db, now), actor)
        counts = tuple(sorted(stored.report(place.db, now).counts.items()))
        place.store.record(StockTakeClosed(now.stocktake, counts), moment=place.moment, actor=actor)
        return stored.stocktake(place.db, of.stocktake) or now


def miss(place: Place, of: Stocktake, numbers: tuple[str, ...], actor: str) -> None:
    """Asked again within the transaction: a copy that was lent or seen a moment ago is not missing."""
    with place.store.transaction():
        still = stored.still_unseen(place.db, of, numbers)
        lost = (CopyLost(number, missing=True, stocktake=of.stocktake) for number in still)
        place.store.record(*lost, moment=place.moment, actor=actor)
