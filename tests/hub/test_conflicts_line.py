"""The table of conflicts, what arrives twice, late, broken or never: the state that results, and who is told."""

from datetime import date
from pathlib import Path

import pytest
from cities import City, Kiosk
from halls import copy
from msgspec.structs import replace
from quarrels import BOOK, cases, kinds, loans, pair_of, parked, signed
from sqlalchemy import select

from kiosk.domain import facts as f
from kiosk.domain.members import Member
from kiosk.hub.tables import devices, quarantine
from kiosk.storage.queries import rows
from kiosk.sync.outbox import next_segment

HOUR_S = 3600


@pytest.fixture
def city(tmp_path: Path) -> City:
    return City(tmp_path)


@pytest.fixture
def pair(city: City) -> tuple[Kiosk, Kiosk]:
    return pair_of(city)


def test_row_24_a_clock_that_is_years_behind(city: City, pair: tuple[Kiosk, Kiosk]) -> None:
    """The member never sees it; somebody is asked to change the battery, once."""
    first, second = pair
    second.clock.pass_by(-9000 * 86400)
    back = second.lend(BOOK, "li"), second.take_back(BOOK)
    city.sync()
    assert kinds(first) == ["clock_wrong"]
    assert loans(first)[back[0]].borrowed_at == city.clock.now().at


def test_row_25_the_same_segment_again(city: City, pair: tuple[Kiosk, Kiosk]) -> None:
    first, second = pair
    first.lend(BOOK, "zhang")
    segment = next_segment(first.store, first.clock.now())
    city.pass_by(60)
    second.lend(BOOK, "li")
    city.sync()
    before = cases(first)
    assert segment and city.hub.push(segment).status == "ok"
    city.sync()
    assert cases(first) == before and len(before) == 1


def test_row_26_a_gap_is_answered_with_where_to_go_on(city: City, pair: tuple[Kiosk, Kiosk]) -> None:
    first, _ = pair
    known = first.store.head()[1]
    first.lend(BOOK, "zhang")
    left_out = next_segment(first.store, first.clock.now(), limit=1)
    first.take_back(BOOK)
    assert left_out
    whole = next_segment(first.store, first.clock.now())
    assert whole
    later = replace(whole, first=whole.first + 5)
    ack = city.hub.push(signed(first, later))
    assert (ack.status, ack.seq, ack.head) == ("gap", left_out.first - 1, known)
    city.sync()
    assert loans(first)[next(iter(loans(first)))].ended == "returned"


def test_row_26_a_gap_that_lasts_for_a_day_is_told_to_somebody(city: City, pair: tuple[Kiosk, Kiosk]) -> None:
    """Not before, and once; a gap that was filled meanwhile counts from anew."""
    first, second = pair
    first.lend(BOOK, "zhang")
    told = next_segment(first.store, first.clock.now())
    assert told
    beyond = signed(first, replace(told, first=told.first + 5))
    assert city.hub.push(beyond).status == "gap"
    city.pass_by(20 * HOUR_S)
    assert city.hub.push(beyond).status == "gap"
    city.sync()
    further = signed(first, replace(told, first=told.first + 9))
    city.pass_by(20 * HOUR_S)
    assert city.hub.push(further).status == "gap"
    city.sync(second)
    assert cases(second) == []
    city.pass_by(25 * HOUR_S)
    assert city.hub.push(further).status == city.hub.push(further).status == "gap"
    city.sync(second)
    (case,) = cases(second)
    device = first.store.device.device
    assert (case.kind, case.subject, case.proposed) == ("gap", f"device {device}", "looked_after")


def test_row_27_two_stories_of_one_device(city: City, pair: tuple[Kiosk, Kiosk]) -> None:
    """Nothing of it takes effect, nothing is thrown away, and somebody is told."""
    first, second = pair
    first.lend(BOOK, "zhang")
    told = next_segment(first.store, first.clock.now())
    first.take_back(BOOK)
    both = next_segment(first.store, first.clock.now())
    assert told and both
    city.send(first)
    other = replace(both, bodies=(both.bodies[0] + " ", *both.bodies[1:]))
    assert city.hub.push(signed(first, other)).status == "fork"
    with city.engine.connect() as db:
        assert len(db.execute(select(quarantine)).fetchall()) == len(other.bodies)
    city.hear(second)
    assert kinds(second) == ["set_aside"]
    assert city.hub.push(signed(first, other)).status == "fork"
    city.hear(second)
    assert kinds(second) == ["set_aside"]


def test_row_28_a_device_that_was_revoked(city: City, pair: tuple[Kiosk, Kiosk]) -> None:
    first, second = pair
    with city.engine.begin() as db:
        db.execute(devices.update().where(devices.c.device == first.store.device.device).values(state="revoked"))
    first.lend(BOOK, "zhang")
    assert city.send(first).status == "revoked"  # type: ignore[union-attr]
    city.hear(second)
    assert loans(second) == {} and kinds(second) == ["set_aside"]


@pytest.mark.parametrize("kind", ["BookFlownAway"])
def test_row_29_a_kind_that_is_not_known_yet(city: City, pair: tuple[Kiosk, Kiosk], kind: str) -> None:
    """It is stored and acknowledged, and all behind it is heard."""
    first, second = pair
    first.lend(BOOK, "zhang")
    first.lend(copy("tg"), "zhang")
    segment = next_segment(first.store, first.clock.now())
    assert segment
    newer = replace(segment, bodies=(segment.bodies[0].replace("BookBorrowed", kind), *segment.bodies[1:]))
    assert city.hub.push(signed(first, newer)).status == "ok"
    city.hear(second)
    assert [loan.copy for loan in loans(second).values()] == [copy("tg")]
    assert parked(city) == [True, False]


def test_row_30_a_fact_that_no_step_can_take(city: City, pair: tuple[Kiosk, Kiosk]) -> None:
    first, second = pair
    ok = Member(2001, "200001", 1, "member", 1, date(2028, 1, 1))
    first.tell(f.MemberAdded(ok))
    second.tell(f.MemberAdded(replace(ok, member=2002)))  # the same number for somebody else
    second.lend(BOOK, "li")
    city.sync()
    assert parked(city, last=3) == [False, True, False]
    assert [m.member for m in rows(second.db, Member, "where number = '200001'")] == [2001]
    assert len(loans(first)) == 1
