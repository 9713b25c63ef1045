"""What a fact writes of the hall: its rules, days, staff and notices."""

from kiosk.domain import facts as f
from kiosk.domain.chores import Chore
from kiosk.domain.facts import Fact
from kiosk.domain.halls import Notice, withdrawn
from kiosk.domain.staff import StaffDetails
from kiosk.storage.apply.rows import Rows


def step_hall(rows: Rows, fact: Fact, p: f.HallFact) -> None:
    match p:
        case f.HallSet(hall=row) | f.SpecialDaySet(day=row) | f.PolicySet(policy=row) | f.StaffAdded(staff=row):
            rows.put(row)
        case f.StaffDetailsSet(staff=staff, sealed=sealed):
            rows.put_sealed(StaffDetails, staff, staff, sealed)
        case f.NoticePosted(notice=row):
            rows.put(row)
        case f.NoticeWithdrawn(notice=notice):
            rows.put(withdrawn(rows.get(Notice, notice)))
        case f.ChoreTicked():
            done_at, done_by = (fact.at, fact.actor or "") if p.done else (None, "")
            rows.put(Chore(p.chore, p.hall, p.day, p.what, done_at, done_by))
