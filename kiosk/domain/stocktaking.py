"""Stock-taking: what a scan at a shelf says of a copy, and what a fact does to a stock-take."""

from datetime import datetime

from msgspec import Struct
from msgspec.structs import replace

from kiosk.domain.books import Copy, Title, is_away
from kiosk.domain.facts import CopyFound, CopyLost, CopySeen, Fact, Happening, StockTakeBegun, StocktakeFact
from kiosk.domain.stock import Found, Sighting, Stocktake, sighting_key

STATES = (
    "in_place",
    "misplaced",
    "given_back",
    "on_loan",
    "travelling",
    "withdrawn",
    "other_hall",
    "unknown",
    "missing",
)


class Walk(Struct, frozen=True):
    """One person with one scanner, at one shelf after another."""

    stocktake: Stocktake
    shelf: str = ""
    device: str = ""


class Lying(Struct, frozen=True):
    """A scanned number with all that is known of it; a stranger has no copy."""

    number: str
    copy: Copy | None = None
    title: Title | None = None
    before: Sighting | None = None  # in this stock-take


def in_scope(stocktake: Stocktake, copy: Copy, title: Title) -> bool:
    """Whatever was last seen in this hall, and belongs to the room or the class that is counted."""
    return (
        copy.hall == stocktake.hall
        and copy.shelf.startswith(stocktake.room)
        and title.class_mark.upper().startswith(stocktake.class_mark)
    )


def judged(walk: Walk, lying: Lying) -> Found:
    """The first that fits is what somebody has to act on."""
    copy, title = lying.copy, lying.title
    if copy is None or title is None:
        return "unknown"
    if copy.on_loan:
        return "on_loan"
    if copy.sent_to is not None:
        return "travelling"
    if copy.condition == "withdrawn":
        return "withdrawn"
    if copy.home_hall != walk.stocktake.hall:
        return "other_hall"
    return "misplaced" if is_misplaced(walk, copy, title) else "in_place"


def is_misplaced(walk: Walk, copy: Copy, title: Title) -> bool:
    """Against the shelf that is walked; before any shelf was scanned, against what is counted."""
    if walk.shelf and copy.shelf:
        return walk.shelf != copy.shelf
    return not in_scope(walk.stocktake, replace(copy, hall=walk.stocktake.hall), title)


def see(walk: Walk, lying: Lying) -> tuple[Happening, ...]:
    """Nothing the second time, unless the copy stands elsewhere now or is seen after it was missed."""
    found, copy = judged(walk, lying), lying.copy
    before = lying.before
    if before and (before.found, before.shelf) == (found, walk.shelf):
        return ()
    again = (CopyFound(copy.copy),) if copy and is_away(copy) else ()
    seen = CopySeen(
        lying.number,
        walk.stocktake.hall,
        walk.stocktake.stocktake,
        found,
        walk.shelf,
        walk.device,
        copy.last_loan if copy and copy.on_loan else None,
    )
    return (*again, seen)


def settled(found: str, ended_at: datetime | None, until: datetime | None) -> str:
    """A copy that was here while on loan, and was given back before the end, is settled."""
    given_back = found == "on_loan" and ended_at is not None and (until is None or ended_at <= until)
    return "given_back" if given_back else found


def sighted(fact: Fact, p: CopySeen) -> Sighting:
    key = sighting_key(p.stocktake, p.copy)
    return Sighting(key, p.stocktake, p.copy, p.found, fact.at, p.shelf, p.device, p.loan)


def missed(fact: Fact, p: CopyLost) -> Sighting | None:
    """Only what a stock-take missed; a member's report belongs to none."""
    if p.stocktake is None:
        return None
    return Sighting(sighting_key(p.stocktake, p.copy), p.stocktake, p.copy, "missing", fact.at)


def stocktake_after(stocktake: Stocktake | None, fact: Fact, p: StocktakeFact) -> Stocktake | None:
    if isinstance(p, StockTakeBegun):
        return Stocktake(fact.id, p.hall, fact.at, p.room, p.class_mark, p.expected, fact.actor)
    return replace(stocktake, closed_at=fact.at, counts=p.counts) if stocktake and stocktake.open else stocktake
