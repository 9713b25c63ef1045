"""What a fact writes of where copies stand, of hand-overs, gifts and stock-takes."""

from kiosk.domain import facts as f
from kiosk.domain.books import Copy
from kiosk.domain.facts import Fact
from kiosk.domain.moving import gift_after, handover_after, stood_after
from kiosk.domain.stock import Handover, Stocktake
from kiosk.domain.stocktaking import missed, sighted, stocktake_after
from kiosk.storage.apply.rows import Rows


def step_stand(rows: Rows, fact: Fact, p: f.StandFact) -> None:
    copy = rows.get(Copy, p.copy)
    match p:
        case f.CopyUnlisted():
            # What was ever lent stays listed: its loans would name nothing.
            if copy and copy.last_loan is None:
                rows.remove(Copy, p.copy)
            return
        case f.CopySent():
            rows.put(handover_after(None, fact, p))
        case f.CopyReceived():
            rows.put(handover_after(rows.get(Handover, p.handover), fact, p))
        case f.CopyDonated():
            rows.put(gift_after(fact, p))
        case f.CopySeen():
            rows.put(sighted(fact, p))
    if copy:
        rows.change(copy, stood_after(copy, fact, p))


def put_missed(rows: Rows, fact: Fact, p: f.CopyLost) -> None:
    rows.put(missed(fact, p))


def step_stocktake(rows: Rows, fact: Fact, p: f.StocktakeFact) -> None:
    key = fact.id if isinstance(p, f.StockTakeBegun) else p.stocktake
    rows.put(stocktake_after(rows.get(Stocktake, key), fact, p))
