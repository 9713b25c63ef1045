"""What a fact writes of where copies stand, of hand-overs, gifts and stock-takes."""

from kiosk.domain import facts as f
from kiosk.domain.books import Copy
from kiosk.domain.facts import Fact
from kiosk.domain.moving import gift_after, handover_after, stood_after
from kiosk.domain.stock import Handover, Stocktake
from kiosk.domain.stocktaking import missed, sighted, stocktake_after
from kiosk.storage.apply.rows import change, get, put, remove
from kiosk.storage.database import Connection


def step_stand(db: Connection, fact: Fact, p: f.StandFact) -> None:
    copy = get(db, Copy, p.copy)
    match p:
        case f.CopyUnlisted():
            # What was ever lent stays listed: its loans would name nothing.
            if copy and copy.last_loan is None:
                remove(db, Copy, p.copy)
            return
        case f.CopySent():
            put(db, handover_after(None, fact, p))
        case f.CopyReceived():
            put(db, handover_after(get(db, Handover, p.handover), fact, p))
        case f.CopyDonated():
            put(db, gift_after(fact, p))
        case f.CopySeen():
            put(db, sighted(fact, p))
    if copy:
        change(db, copy, stood_after(copy, fact, p))


def put_missed(db: Connection, fact: Fact, p: f.CopyLost) -> None:
    put(db, missed(fact, p))


def step_stocktake(db: Connection, fact: Fact, p: f.StocktakeFact) -> None:
    key = fact.id if isinstance(p, f.StockTakeBegun) else p.stocktake
    put(db, stocktake_after(get(db, Stocktake, key), fact, p))
