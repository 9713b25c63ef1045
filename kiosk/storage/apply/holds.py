"""What a fact writes of holds."""

from kiosk.domain import facts as f
from kiosk.domain.facts import Fact
from kiosk.domain.holds import Hold
from kiosk.domain.people import hold_after
from kiosk.storage.apply.rows import Rows


def step_hold(rows: Rows, fact: Fact, p: f.HoldFact) -> None:
    match p:
        case f.HoldPlaced():
            key = fact.id
        case f.HoldRestored(hold=hold):
            key = hold.hold
        case _:
            key = p.hold
    rows.put(hold_after(rows.get(Hold, key), fact, p))
