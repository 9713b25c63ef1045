"""PostgreSQL is the same hub: the same rows, and whoever pulls while eight others push misses nothing."""

import random
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import date, datetime
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from cities import City, Kiosk
from simulation.run import quiet
from simulation.world import STEPS, World
from sqlalchemy import Engine, insert, text

from kiosk.domain.books import Copy
from kiosk.domain.codes import copy_number
from kiosk.domain.facts import CopyAdded, VisitorAdmitted
from kiosk.domain.members import Member
from kiosk.hub import devices, turn
from kiosk.hub.database import made
from kiosk.hub.hub import Hub
from kiosk.hub.rows import HallRows
from kiosk.hub.tables import counters, metadata
from kiosk.hub.turn import Turn
from kiosk.storage.tables import TABLES
from kiosk.sync.inbox import next_ask
from kiosk.sync.messages import Ack, Segment, chain
from kiosk.sync.outbox import next_segment, take_ack

PUSHERS, ROUNDS, AT_ONCE = 8, 8, 3
PAUSE_S = 0.02  # before the end of a transaction, so that those who begin at one time end at another
COMPARED = (*TABLES.values(), "events", "pages", "heads", "shares", "directory", "progress", "counters", "quarantine")


def test_the_same_segments_make_the_same_rows(
    sqlite: Engine, postgres: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A whole simulated schedule, twice over: with crashes, forks and poison, in the order in which it arrived."""
    world, heard = World(7), list[tuple[datetime, Segment]]()
    push = Hub.push
    monkeypatch.setattr(Hub, "push", lambda hub, s: (heard.append((hub.now(), s)), push(hub, s))[1])
    for _ in range(STEPS):
        world.step()
    quiet(world)
    monkeypatch.undo()
    both = []
    for engine in (sqlite, postgres):
        monkeypatch.setattr(turn, "uuid7", count().__next__)  # the hub's own facts are named alike
        both.append(told(engine, world, heard))
    assert len(heard) > 10 and both[0]["events"]
    assert both[0] == both[1]


def told(engine: Engine, world: World, heard: list[tuple[datetime, Segment]]) -> dict[str, set[Any]]:
    times = iter(at for at, _ in heard for _ in range(2))
    now = [heard[0][0]]
    hub = Hub(engine, lambda: now[0], made(engine, "e"), bytes(32))
    with engine.begin() as db:
        for name, (hall, public, head) in world.enrolled.items():
            devices.add(db, name, hall, public, head=head)
    for _, segment in heard:
        now[0] = next(times)
        first = hub.push(segment)
        now[0] = next(times)
        assert hub.push(segment) in (first, hub.push(segment))
    with engine.connect() as db:
        return {name: {tuple(row) for row in db.execute(metadata.tables[name].select())} for name in COMPARED}


def test_nobody_who_pulls_misses_anything(postgres: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert missed(City(tmp_path, postgres), monkeypatch) == set()


def test_with_a_sequence_in_place_of_the_counter_it_does(
    postgres: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Numbers that are drawn in one order and committed in another: what is committed late is never seen."""
    city = City(tmp_path, postgres)
    with postgres.begin() as db:
        db.execute(text("create sequence numbers"))
        db.execute(insert(counters), [{"hall": hall, "last": 0} for hall in (1, 2)])
    monkeypatch.setattr(Turn, "open", drawn_from_a_sequence)
    assert missed(city, monkeypatch)


def drawn_from_a_sequence(turn: Turn, halls: Any) -> None:
    for hall in sorted(set(halls) - turn.rows.keys()):
        turn.numbers[hall] = turn.db.execute(text("select nextval('numbers')")).scalar_one() * 1000
        turn.rows[hall] = HallRows(turn.db, hall)


def missed(city: City, monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """Keys that are in the list of hall 1 and were on no page, though one kiosk pulled from beginning to end."""
    ending, watcher = Turn.write_keys, city.add("watcher")
    monkeypatch.setattr(Turn, "write_keys", lambda turn: (ending(turn), time.sleep(random.random() * PAUSE_S))[0])
    kiosks = [city.add(f"k{n}", 1 + (n == PUSHERS - 1)) for n in range(PUSHERS)]
    told = [shelved(kiosk, n) for n, kiosk in enumerate(kiosks)]
    seen: dict[str, int] = {"cursor": -1}
    with ThreadPoolExecutor(PUSHERS) as pool:
        work = [pool.submit(everything, city, segments) for segments in told]
        while not all(one.done() for one in work):
            watched(city, watcher, seen)
        assert all(one.result() for one in work)
    watched(city, watcher, seen)
    with city.engine.connect() as db:
        listed = {row[0] for row in db.execute(text("select row_key from pages where hall = 1"))}
    return listed - seen.keys()


def shelved(kiosk: Kiosk, n: int) -> list[Segment]:
    """Two halls meet the same visitors at the same time: whoever comes second begins again."""
    for visitor in range(AT_ONCE):
        kiosk.tell(VisitorAdmitted(Member(900 + visitor, f"v{visitor}", 1, "member", 1, date(2030, 1, 1))))
    for serial in range(ROUNDS * AT_ONCE):
        hall = kiosk.store.device.hall
        kiosk.tell(CopyAdded(Copy(copy_number(hall, 1000 * (n + 1) + serial), 1, hall, hall)))
    segments = []
    while segment := next_segment(kiosk.store, kiosk.clock.now(), AT_ONCE):
        segments.append(segment)
        take_ack(kiosk.store, Ack("ok", "first", segment.generation, segment.last, chain(segment)[-1]))
    return segments


def everything(city: City, segments: list[Segment]) -> bool:
    return all(city.hub.push(segment).status == "ok" for segment in segments)


def watched(city: City, watcher: Kiosk, seen: dict[str, int]) -> None:
    ask = next_ask(watcher.store, watcher.clock.now())
    page = city.hub.pull(type(ask)(ask.device, "first", seen["cursor"], ask.said, ask.rows_version))
    assert page
    seen |= {row.key: page.next for row in page.rows} | {"cursor": max(seen["cursor"], page.next)}
