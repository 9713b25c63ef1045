"""Who works here is known at every kiosk of the hall, and to nobody who carries or keeps it on the way."""

from datetime import date
from pathlib import Path

from cities import City
from sqlalchemy import select

from kiosk.domain.facts import StaffAdded
from kiosk.domain.staff import Staff
from kiosk.hub.tables import events
from kiosk.storage.queries import staff, staff_numbered
from kiosk.storage.sealed import engaging

NAME, HASHED = "沈若兰", "$argon2id$of-a-pin"
COLLEAGUE = Staff(9, "S001", NAME, "librarian", 1, 1, date(2028, 1, 1), pin_hash=HASHED)


def test_a_colleague_is_known_at_both_kiosks_and_nameless_at_the_hub(tmp_path: Path) -> None:
    city = City(tmp_path)
    first, second = city.add("first"), city.add("second")
    first.begin()
    first.tell(*engaging(first.db, COLLEAGUE))
    city.sync()
    assert staff(second.db, 9) == staff_numbered(second.db, "S001") == COLLEAGUE == staff(first.db, 9)
    assert second.store.differences() == {} == first.store.differences()
    with city.engine.connect() as db:
        bodies = "".join(body for (body,) in db.execute(select(events.c.body)))
    assert NAME not in bodies and HASHED not in bodies and "StaffDetailsSet" in bodies
    assert NAME not in str(city.rows(Staff)) and HASHED not in str(city.rows(Staff))


def test_what_an_earlier_release_told_openly_is_still_read(tmp_path: Path) -> None:
    city = City(tmp_path)
    first, second = city.add("first"), city.add("second")
    first.begin()
    first.tell(StaffAdded(COLLEAGUE))
    city.sync()
    assert staff(second.db, 9) == COLLEAGUE == staff(first.db, 9)
    first.tell(*engaging(first.db, Staff(9, "S001", "沈若岚", "manager", 1, 1, date(2028, 1, 1), pin_hash=HASHED)))
    city.sync()
    known = staff(second.db, 9)
    assert known and (known.name, known.role) == ("沈若岚", "manager")
