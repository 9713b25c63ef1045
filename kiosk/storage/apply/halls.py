"""What a fact writes of the hall: its rules, days, staff and notices."""

from kiosk.domain import facts as f
from kiosk.domain.facts import Fact
from kiosk.domain.halls import Notice, withdrawn
from kiosk.storage.apply.rows import get, put
from kiosk.storage.database import Connection


def step_hall(db: Connection, _: Fact, p: f.HallFact) -> None:
    match p:
        case f.HallSet(hall=row) | f.SpecialDaySet(day=row) | f.PolicySet(policy=row) | f.StaffAdded(staff=row):
            put(db, row)
        case f.NoticePosted(notice=row):
            put(db, row)
        case f.NoticeWithdrawn(notice=notice):
            put(db, withdrawn(get(db, Notice, notice)))
