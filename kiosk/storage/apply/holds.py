"""What a fact writes of holds."""

from kiosk.domain import facts as f
from kiosk.domain.facts import Fact
from kiosk.domain.holds import Hold
from kiosk.domain.people import hold_after
from kiosk.storage.apply.rows import get, put
from kiosk.storage.database import Connection


def step_hold(db: Connection, fact: Fact, p: f.HoldFact) -> None:
    match p:
        case f.HoldPlaced():
            key = fact.id
        case f.HoldRestored(hold=hold):
            key = hold.hold
        case _:
            key = p.hold
    put(db, hold_after(get(db, Hold, key), fact, p))
