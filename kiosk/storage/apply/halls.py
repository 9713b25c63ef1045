"""What a fact writes of the hall: its rules, days, staff and notices."""

from kiosk.domain import facts as f
from kiosk.domain.facts import Fact
from kiosk.domain.halls import Notice, withdrawn
from kiosk.domain.reporting import ClosedQuarter
from kiosk.domain.staff import StaffDetails
from kiosk.storage.apply.rows import Rows


def step_hall(rows: Rows, _: Fact, p: f.HallFact) -> None:
    match p:
        case f.HallSet(hall=row) | f.SpecialDaySet(day=row) | f.PolicySet(policy=row) | f.StaffAdded(staff=row):
            rows.put(row)
        case f.StaffDetailsSet(staff=staff, sealed=sealed):
            rows.put_sealed(StaffDetails, staff, staff, sealed)
        case f.NoticePosted(notice=row):
            rows.put(row)
        case f.NoticeWithdrawn(notice=notice):
            rows.put(withdrawn(rows.get(Notice, notice)))
        case f.QuarterClosed(closed=row):
            rows.put(row if rows.get(ClosedQuarter, row.quarter) is None else None)
