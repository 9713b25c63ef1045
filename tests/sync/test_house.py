"""What the house says of itself at one kiosk holds at all of them: rules, days of rest, cards of staff."""

from datetime import date
from pathlib import Path

from cities import City
from msgspec.structs import replace

from kiosk.domain.facts import (
    PolicySet,
    SpecialDayDropped,
    SpecialDaySet,
    StaffCardIssued,
    StaffCardLost,
    StaffLeft,
)
from kiosk.domain.halls import SpecialDay
from kiosk.domain.policy import Policy
from kiosk.domain.staff import Staff
from kiosk.storage.queries import hall_rules, staff
from kiosk.storage.sealed import engaging

FIRST, NEXT = date(2027, 3, 1), date(2027, 3, 2)
ROW, COLLEAGUE = Policy(policy="default"), Staff(9, "S001", "沈若兰", "librarian", 1, 1, date(2028, 1, 1))


def test_rules_days_and_cards_reach_the_other_kiosk_and_so_does_what_is_dropped(tmp_path: Path) -> None:
    city = City(tmp_path)
    first, second = city.add("first"), city.add("second")
    first.begin()
    days = (SpecialDay(f"1 {day}", 1, day, closed=True, why="检修") for day in (FIRST, NEXT))
    first.tell(*(SpecialDaySet(day) for day in days), *engaging(first.db, COLLEAGUE), StaffCardLost(9, 1))
    city.sync()
    known = staff(second.db, 9)
    assert known and known.card_lost_at and set(hall_rules(second.db, 1).calendar.special) == {FIRST, NEXT}
    first.tell(PolicySet(replace(ROW, loans_max=9), "trial"), SpecialDayDropped(f"1 {FIRST}"))
    first.tell(StaffCardIssued(9, 2, date(2029, 1, 1)), StaffLeft(9, date(2026, 11, 20)))
    city.sync()
    rules, known = hall_rules(second.db, 1), staff(second.db, 9)
    assert set(rules.calendar.special) == {NEXT} and [p.loans_max for p in rules.policies] == [9]
    assert known and (known.card_version, known.card_expires_on, known.card_lost_at) == (2, date(2026, 11, 20), None)
    assert second.store.differences() == {} == first.store.differences()
