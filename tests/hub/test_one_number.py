"""Two members of two halls with one number: whichever is heard of first, a kiosk shows the same, and nothing breaks."""

from datetime import date
from pathlib import Path

import pytest
from cities import City, Kiosk
from msgspec.structs import replace
from sqlalchemy import Engine

from kiosk.domain.facts import MemberAdded, VisitorAdmitted
from kiosk.domain.members import Member
from kiosk.storage.queries import rows

OURS, THEIRS = (Member(n, "777", hall, "member", 1, date(2028, 1, 1)) for n, hall in ((900, 1), (100, 2)))


def shown(kiosk: Kiosk) -> list[int]:
    return [member.member for member in rows(kiosk.db, Member, "where number = '777'")]


@pytest.mark.parametrize("ours_first", [True, False])
def test_two_halls_one_number(tmp_path: Path, sqlite: Engine, ours_first: bool) -> None:
    city = City(tmp_path, sqlite)
    here, away = city.add("here"), city.add("away", hall=2)
    here.tell(MemberAdded(OURS))
    away.tell(MemberAdded(THEIRS))
    for kiosk in (here, away) if ours_first else (away, here):
        city.sync(kiosk)
    here.tell(VisitorAdmitted(replace(THEIRS, number="2-100")))
    city.sync()
    late = city.add("late")
    city.sync()
    assert shown(here) == shown(late) == [900] and here.store.differences() == late.store.differences() == {}
    assert {row[1:3] for row in city.rows(Member)} == {(900, "777"), (100, "777")}


def test_a_guess_that_gives_way_is_as_its_own_facts_say(tmp_path: Path, sqlite: Engine) -> None:
    """It had another number before the one that is somebody else's, and has that again."""
    city = City(tmp_path, sqlite)
    first, second = city.add("first"), city.add("second")
    second.tell(MemberAdded(OURS))
    city.send(second)
    for number in ("776", "777"):
        first.tell(MemberAdded(Member(901, number, 1, "member", 1, date(2028, 1, 1))))
    city.hear(first)
    assert shown(first) == [900] and first.store.differences() == {}
    assert [m.number for m in rows(first.db, Member, "where member = 901")] == ["776"]
