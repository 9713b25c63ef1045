"""Old disks, restored hubs, broken devices: each trouble that simulation or a close reading has found, by itself."""

from datetime import date, timedelta
from itertools import count
from pathlib import Path

import pytest
from cities import City
from disks import added, copied, copies, hub_ids, listed, restored, tell
from halls import HALL, NOON
from msgspec.structs import replace
from simulation.faults import memory
from sqlalchemy import Engine, select

from kiosk.domain.codes import copy_number
from kiosk.domain.facts import BookBorrowed, CopyMoved, HallSet, LoanRenewed, MemberAdded
from kiosk.domain.members import Member
from kiosk.hub import devices
from kiosk.hub.tables import events
from kiosk.storage.apply import NO_FACT_YET
from kiosk.storage.hub_line import Own, hub_line, waiting
from kiosk.storage.keys import device_public, device_signer
from kiosk.sync.inbox import PORTION_ROWS, next_ask, take_page
from kiosk.sync.messages import Ack, Segment, chain, signed_part
from kiosk.sync.outbox import next_segment, take_ack
from kiosk.sync.rejoining import rejoin

COPY = copy_number(1, 1)


@pytest.fixture
def city(tmp_path: Path, sqlite: Engine) -> City:
    return City(tmp_path, sqlite)


def test_after_a_restore_of_the_hub_all_is_sent_again_and_no_old_answer_silences_it(city: City) -> None:
    k = added(city, "a")
    listed(k, 1)
    city.sync()
    before = copied(city)
    listed(k, 2, 3)
    old = city.send(k)
    assert old and hub_line(k.raw).stored == Own(1, 3)
    restored(city, "second", before)
    city.hear(k)
    take_ack(k.store, old)
    assert waiting(k.raw)
    city.sync()
    assert hub_ids(city) == k.facts() and len(copies(k)) == 3


def test_what_only_the_hub_before_its_restore_had_said_is_gone(city: City) -> None:
    a, b = added(city, "a"), added(city, "b")
    listed(a, 1)
    city.sync()
    before = copied(city)
    listed(a, 2)
    city.sync()
    assert len(copies(b)) == 2
    city.kiosks.remove(a)
    restored(city, "second", before)
    city.sync()
    assert len(copies(b)) == 1 and b.store.differences() == {}


def test_a_kiosk_put_back_from_a_backup_believes_a_hub_that_knows_more_of_its_old_line(city: City) -> None:
    k = added(city, "a")
    listed(k, 1, 2)
    image = k.image()
    city.sync()
    listed(k, 3)
    city.sync()
    k.put_backup(image, 2)
    listed(k, 4)
    city.sync()
    assert hub_line(k.raw).trouble == "" and not waiting(k.raw)
    assert len(copies(k)) == 4 and k.store.differences() == {}


def test_a_stick_that_was_under_way_while_the_disk_died_is_heard(city: City) -> None:
    k = added(city, "a")
    listed(k, 1)
    city.sync()
    image = k.image()
    listed(k, 2)
    stick = next_segment(k.store, None)
    k.put_backup(image, 2)
    listed(k, 3)
    city.sync()
    assert stick and city.hub.push(stick).status == "ok"
    city.sync()
    assert len(copies(k)) == 3 and k.store.differences() == {}


def test_a_page_that_begins_beyond_what_is_known_is_not_taken(city: City) -> None:
    a, b = added(city, "a"), added(city, "b")
    listed(a, 1)
    city.sync()
    image = b.image()
    listed(a, 2)
    city.sync()
    listed(a, 3)
    city.send(a)
    page = city.hub.pull(next_ask(b.store, b.clock.now()))
    b.put_image(image)
    assert page and not take_page(b.store, page, b.clock.now())
    city.sync()
    assert len(copies(b)) == 3


def test_an_old_page_of_many_portions_changes_nothing_of_a_newer_one(city: City) -> None:
    a, b = added(city, "a"), added(city, "b")
    city.sync()
    listed(a, *range(1, 40))
    city.send(a)
    old = city.hub.pull(next_ask(b.store, b.clock.now()))
    for serial in range(1, 40):
        tell(a, CopyMoved(copy_number(1, serial), "S"))
    city.sync()
    assert old and len(old.rows) == 39 > PORTION_ROWS
    assert not take_page(b.store, old, b.clock.now())
    assert {row[0] for row in b.raw.execute("select shelf from copies")} == {"S"} and hub_line(b.raw).whole


def test_a_member_s_hall_hears_of_loans_that_were_told_before_the_member(city: City) -> None:
    """Two members, one copy, one segment, and nobody knows yet whose members they are."""
    here, home = added(city, "a", 1), added(city, "b", 2)
    listed(here, 1)
    for member in (201, 101):
        tell(here, BookBorrowed(COPY, member, 1, date(2026, 12, 21), "default"))
    city.send(here)
    tell(home, MemberAdded(Member(201, "21", 2, "member", 1, date(2030, 1, 1))))
    city.sync()
    assert [row[0] for row in home.raw.execute("select member from loans order by loan")] == [201, 101]


@pytest.mark.parametrize(
    "change",
    [
        ('"at":"2026-11-21T04:00:00Z"', '"at":"2026-11-21T04:00:00"'),
        ('"title":1', f'"title":{2**70}'),
        ('"shelf":""', '"shelf":"\\u0000"'),
        ('"id":"a-2"', '"id":"a-1"'),
        ('"mono_ms":', '"mono_ms":9'),
        ("{", "\0"),
    ],
)
def test_a_broken_fact_stops_nobody_behind_it(city: City, change: tuple[str, str]) -> None:
    k = added(city, "a")
    listed(k, 1, 2, 3)
    whole = next_segment(k.store, k.clock.now())
    assert whole
    bodies = tuple(body.replace(*change) if '"seq":2' in body else body for body in whole.bodies)
    plain = Segment("a", 1, 1, NO_FACT_YET, bodies, whole.said)
    sent = replace(plain, signature=device_signer(k.db)(signed_part(plain, chain(plain)[-1])))
    assert city.hub.push(sent).seq == 3
    assert city.hub.push(sent).status == "ok"
    assert {"a-1", "a-3"} <= hub_ids(city)


def test_the_delay_of_a_message_is_no_fault_of_a_right_clock(city: City) -> None:
    k = added(city, "a")
    tell(k, HallSet(HALL))
    city.pass_by(60)
    segment = next_segment(k.store, k.clock.now())
    city.pass_by(40)
    assert segment and city.hub.push(segment).status == "ok"
    with city.engine.connect() as db:
        assert db.execute(select(events.c.effective_at)).scalar() == NOON.isoformat(timespec="microseconds")
    assert city.clock.now().at == NOON + timedelta(seconds=100)


def test_an_old_image_of_a_disk_is_found_out_by_the_hub_s_next_word(city: City) -> None:
    k = added(city, "a")
    listed(k, 1)
    city.sync()
    image = k.image()
    listed(k, 2)
    city.send(k)
    k.put_image(image)
    page = city.hub.pull(next_ask(k.store, k.clock.now()))
    assert page and not take_page(k.store, page, k.clock.now())
    assert hub_line(k.raw).trouble == "fork"


def test_a_fork_begins_anew_and_nothing_that_either_did_is_lost_or_doubled(city: City) -> None:
    k = added(city, "a")
    tell(k, MemberAdded(Member(101, "11", 1, "member", 1, date(2030, 1, 1))))
    listed(k, 1)
    city.sync()
    image = k.image()
    listed(k, 2)
    city.send(k)
    k.put_image(image)
    others = count(1)
    k.store.new_id = lambda: f"other-{next(others)}"
    listed(k, 3)
    tell(k, BookBorrowed(COPY, 101, 1, date(2026, 12, 21), "default"))
    assert city.send(k) and hub_line(k.raw).trouble == "fork"
    shown = copies(k)
    head = rejoin(k.store, "a again")
    assert copies(k) == shown and k.store.differences() == {}
    with city.engine.begin() as db:
        devices.add(db, "a again", 1, device_public(k.db), head=head)
    city.sync()
    assert hub_ids(city) == {"a-1", "a-2", "a-3", "other-1", "other-2"}
    assert len(copies(k)) == 3 and len(list(k.raw.execute("select * from loans"))) == 1
    assert k.store.differences() == {} and not waiting(k.raw)


def test_an_answer_to_the_name_before_says_nothing_to_the_new_one(city: City) -> None:
    k = added(city, "a")
    listed(k, 1, 2)
    ack = city.send(k)
    rejoin(k.store, "a again")
    assert ack and take_ack(k.store, ack) == ""
    assert waiting(k.raw) == 2
    assert take_ack(k.store, Ack("gap", "first")) == "" and waiting(k.raw) == 2
    assert memory(k.raw).execute("select count(*) from facts").fetchone() == (4,)


def test_what_was_told_again_counts_once_even_where_nothing_is_known_of_a_hub(city: City) -> None:
    """As after a salvage, which keeps the facts and nothing that a hub has said."""
    k = added(city, "a")
    listed(k, 1)
    tell(k, BookBorrowed(COPY, 101, 1, date(2026, 12, 21), "default"))
    tell(k, LoanRenewed(COPY, "a-2", date(2027, 1, 21), "default"))
    rejoin(k.store, "a again")
    for table in ("hub_line", "hub_rows"):
        k.raw.execute(f"delete from {table}")
    assert k.store.differences() == {}
    assert k.raw.execute("select renewals from loans").fetchone() == (1,)
