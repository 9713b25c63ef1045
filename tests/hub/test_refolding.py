"""A newer program meets the database of an older one: its rows are made anew from the facts, on either database."""

import tracemalloc
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from cities import City
from halls import copy
from simulation.run import quiet
from simulation.world import STEPS, World
from sqlalchemy import Engine, inspect, text

from kiosk.domain.books import Copy
from kiosk.domain.codes import copy_number
from kiosk.domain.facts import CopyAdded, MemberAdded
from kiosk.domain.members import Member
from kiosk.hub import refolding
from kiosk.hub.founding import Place, founded
from kiosk.hub.refolding import VERSION, refolded
from kiosk.hub.state import keep, kept
from kiosk.storage.database import StorageFault
from kiosk.storage.tables import TABLES
from kiosk.storage.versions import ROWS_VERSION

ALIKE = (*TABLES.values(), "events", "heads", "shares", "directory", "progress", "leases", "member_keys", "devices")
STORIES, MEMORY_MAX = 5000, 3e6


@pytest.fixture(params=["sqlite", "postgres"])
def engine(request: pytest.FixtureRequest) -> Engine:
    made: Engine = request.getfixturevalue(request.param)
    return made


def contents(engine: Engine) -> dict[str, set[Any]]:
    with engine.connect() as db:
        return {table: {tuple(row) for row in db.execute(text(f"select * from {table}"))} for table in ALIKE}


def aged(engine: Engine) -> None:
    """As an older program leaves it: loans have one column less, titles one that nobody knows, copies have none."""
    with engine.begin() as db:
        keep(db, VERSION, str(ROWS_VERSION - 1))
        db.execute(text("alter table loans drop column renewals"))
        db.execute(text("alter table titles add column colour text"))
        db.execute(text("drop table copies"))


@pytest.mark.parametrize("seed", [3, 7])
def test_rows_of_an_older_program_are_made_anew_and_are_the_same(
    engine: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    """After a simulated schedule with poison, forks and late facts; told in many small portions."""
    monkeypatch.setattr(refolding, "SUBJECTS_AT_ONCE", 3)
    city = lived(engine, tmp_path, seed)
    before = contents(engine)
    aged(engine)
    assert refolded(engine) > 10 and contents(engine) == before
    assert refolded(engine) == 0
    city.sync()
    for kiosk in city.kiosks:
        assert kiosk.store.differences() == {}
    late = city.add("late")
    city.sync()
    assert all(late.rows()[table] == city.kiosks[0].rows()[table] for table in ("copies", "loans", "members", "holds"))


def lived(engine: Engine, tmp_path: Path, seed: int) -> City:
    """The facts of a whole simulated world, and a small city's on top of them."""
    world = World(seed)
    for _ in range(STEPS):
        world.step()
    quiet(world)
    city = City(tmp_path, engine)
    first, second = city.add("first"), city.add("second")
    first.begin()
    city.sync()
    for kiosk in world.kiosks:
        for fact in kiosk.store.facts():
            (first if kiosk.hall == 1 else second).tell(fact.p)
            city.pass_by(1)
        city.sync()
    return city


def test_the_ways_to_rows_and_facts_are_those_of_this_program(engine: Engine, tmp_path: Path) -> None:
    """A hub founded before found a copy's loans by all loans of its hall, and carried each fact's time twice."""
    City(tmp_path, engine)
    now = ways(engine)
    with engine.begin() as db:
        keep(db, VERSION, str(ROWS_VERSION - 1))
        for index in ("loans_by_copy", "events_of_subject", "events_parked"):
            db.execute(text(f"drop index {index}"))
        db.execute(text("create index events_of_subject on events (hall, subject, effective_at, device)"))
    assert ways(engine) != now
    refolded(engine)
    assert ways(engine) == now


def ways(engine: Engine) -> dict[str, list[str | None]]:
    return {
        ix["name"] or "": ix["column_names"]
        for table in ("loans", "events")
        for ix in inspect(engine).get_indexes(table)
    }


def test_a_number_that_went_from_one_to_another_stops_nobody(engine: Engine, tmp_path: Path) -> None:
    """Whoever has it now is told before whoever had it first."""
    city = City(tmp_path, engine)
    kiosk = city.add("first")
    for member, number in ((9, "777"), (9, "778"), (1, "777")):
        kiosk.tell(MemberAdded(Member(member, number, 1, "member", 1, date(2028, 1, 1))))
    city.sync()
    before = contents(engine)
    aged(engine)
    refolded(engine)
    assert contents(engine) == before and len(before["members"]) == 2


def test_cut_off_in_the_middle_the_old_rows_are_there_and_the_next_start_does_it(
    engine: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    city = City(tmp_path, engine)
    first = city.add("first")
    first.begin()
    first.lend(copy("hlm"), "zhang")
    city.sync()
    before = contents(engine)
    with engine.begin() as db:
        keep(db, VERSION, str(ROWS_VERSION - 1))
    told, portions = refolding.told_anew, iter(range(3))

    def dies(*more: Any) -> int:
        if next(portions) == 2:
            raise KeyboardInterrupt
        return told(*more)

    monkeypatch.setattr(refolding, "SUBJECTS_AT_ONCE", 2)
    monkeypatch.setattr(refolding, "told_anew", dies)
    with pytest.raises(KeyboardInterrupt):
        refolded(engine)
    assert contents(engine) == before
    monkeypatch.undo()
    assert refolded(engine) and contents(engine) == before


def test_the_hub_s_folder_is_renewed_as_it_is_opened_and_refuses_what_is_newer(tmp_path: Path) -> None:
    place = Place(tmp_path / "hub")
    clock = City(tmp_path).clock
    hub = founded(place, lambda: clock.now().at).hub
    with hub.engine.begin() as db:
        assert kept(db, VERSION) == str(ROWS_VERSION)
        keep(db, VERSION, str(ROWS_VERSION + 1))
    hub.engine.dispose()
    with pytest.raises(StorageFault) as caught:
        founded(place, lambda: clock.now().at)
    assert caught.value.code == "D-05"


def test_a_large_book_is_told_anew_in_little_memory(sqlite: Engine, tmp_path: Path) -> None:
    """However many stories there are, what is in memory is one portion of them."""
    city = City(tmp_path, sqlite)
    kiosk = city.add("first")
    kiosk.store.record(*map(listed, range(1, STORIES + 1)), moment=kiosk.clock.now())
    city.sync()
    with sqlite.begin() as db:
        keep(db, VERSION, str(ROWS_VERSION - 1))
    tracemalloc.start()
    assert refolded(sqlite) >= STORIES
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    print(f"{STORIES} stories anew, {peak / 1e6:.1f} MB at most")
    assert peak < MEMORY_MAX


def listed(serial: int) -> CopyAdded:
    return CopyAdded(Copy(copy_number(1, serial), 1, 1, 1))
