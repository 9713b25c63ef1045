"""What a fact writes of the hall: its rules, days, staff and notices."""

from kiosk.domain import facts as f
from kiosk.domain.chores import Chore
from kiosk.domain.facts import Fact
from kiosk.domain.halls import Notice, SpecialDay, withdrawn
from kiosk.domain.reporting import ClosedQuarter
from kiosk.domain.staff import Staff, StaffDetails, until, with_lost_card, with_new_card
from kiosk.storage.apply.rows import Rows


def step_hall(rows: Rows, fact: Fact, p: f.HallFact) -> None:
    match p:
        case f.HallSet(hall=row) | f.SpecialDaySet(day=row) | f.PolicySet(policy=row) | f.StaffAdded(staff=row):
            rows.put(row)
        case f.SpecialDayDropped(special_day=day):
            rows.remove(SpecialDay, day)
        case f.StaffCardLost(staff=staff, version=version):
            rows.put(with_lost_card(rows.get(Staff, staff), version, fact.at))
        case f.StaffCardIssued(staff=staff, version=version, expires_on=expires_on):
            rows.put(with_new_card(rows.get(Staff, staff), version, expires_on))
        case f.StaffLeft(staff=staff, last_on=last_on):
            rows.put(until(rows.get(Staff, staff), last_on))
        case f.StaffDetailsSet(staff=staff, sealed=sealed):
            rows.put_sealed(StaffDetails, staff, staff, sealed)
        case f.NoticePosted(notice=row):
            rows.put(row)
        case f.NoticeWithdrawn(notice=notice):
            rows.put(withdrawn(rows.get(Notice, notice)))
        case f.ChoreTicked():
            done_at, done_by = (fact.at, fact.actor or "") if p.done else (None, "")
            rows.put(Chore(p.chore, p.hall, p.day, p.what, done_at, done_by))
        case f.QuarterClosed(closed=row):
            rows.put(row if rows.get(ClosedQuarter, row.quarter) is None else None)
