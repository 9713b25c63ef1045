"""The store: facts chained, times guarded, rows proved, older files brought up to date, broken ones told."""

import json
from datetime import timedelta
from pathlib import Path

import pytest
from halls import NOON, TestHall, copy

from kiosk.devices.clock import SystemClock
from kiosk.domain.facts import BookBorrowed, BookReturned
from kiosk.domain.halls import Hall
from kiosk.domain.moment import Moment
from kiosk.storage.apply import ChainBroken
from kiosk.storage.check import check
from kiosk.storage.database import StorageFault, connected, database_file, key_file, new_key, opened, read_key
from kiosk.storage.lock import FolderInUse, FolderLock
from kiosk.storage.store import open_store
from kiosk.upkeep.setup import AlreadySetUp, Plan, set_up


def test_facts_hold_what_a_hub_will_ask(hall: TestHall) -> None:
    hall.scan("zhang")
    hall.scan("hlm")
    fact = hall.visit.facts[0]
    assert fact.device == "d" * 32 and fact.generation == 1 and fact.boot == "stopped" and fact.clock == "ok"
    count = hall.db.execute("select count(*) from facts").fetchone()[0]
    assert fact.seq == count and [f.seq for f in hall.store.facts()] == list(range(1, count + 1))
    body = json.loads(hall.db.execute("select body from facts order by position desc").fetchone()[0])
    assert body["p"]["type"] == "BookBorrowed" and "张" not in json.dumps(body, ensure_ascii=False)


def test_a_changed_fact_is_found(hall: TestHall) -> None:
    hall.scan("zhang")
    hall.scan("hlm")
    assert check(hall.store).ok
    position = hall.db.execute("select max(position) from facts").fetchone()[0]
    hall.db.execute("update facts set body = replace(body, '2026-12-22', '2027-12-22') where position = ?", (position,))
    with pytest.raises(ChainBroken):
        list(hall.store.facts())
    found = check(hall.store)
    assert not found.ok and found.chain_broken_at == position


def test_a_changed_row_is_found(hall: TestHall) -> None:
    hall.db.execute("update copies set shelf = 'elsewhere' where copy = ?", (copy("hlm"),))
    assert hall.store.differences() == {"copies": 2} and not check(hall.store).ok


def test_all_or_nothing(hall: TestHall) -> None:
    before = hall.db.execute("select count(*) from facts").fetchone()
    hall.db.execute("drop table holds")
    with pytest.raises(StorageFault):
        from kiosk.domain.facts import HoldPlaced

        due = NOON.date()
        hall.tell(BookBorrowed(copy("hlm"), 1000, 1, due, "default"), HoldPlaced(1, 1000, 1))
    assert hall.db.execute("select count(*) from facts").fetchone() == before
    assert hall.db.execute("select count(*) from loans").fetchone() == (0,)


def test_clock_behind_or_far_ahead_is_suspect(hall: TestHall) -> None:
    def told(at_offset_days: int) -> tuple[str, float]:
        moment = Moment(NOON + timedelta(days=at_offset_days), "b", 0)
        (fact,) = hall.store.record(BookReturned(copy("hlm"), 1), moment=moment)
        return fact.clock, (fact.floor - NOON).days

    assert told(1) == ("ok", 0)
    assert told(-300) == ("suspect", 1)
    assert told(20000) == ("suspect", 1)
    assert told(2) == ("ok", 1)  # a wrong clock has raised no floor


def test_folder_that_is_not_there_or_not_ours(tmp_path: Path) -> None:
    key = new_key(key_file(tmp_path / "data"))
    with pytest.raises(StorageFault, match="no kiosk"):
        open_store(tmp_path / "data", key)
    (tmp_path / "data").mkdir()
    database_file(tmp_path / "data").write_bytes(b"rubbish" * 1000)
    with pytest.raises(StorageFault) as fault:
        open_store(tmp_path / "data", key)
    assert fault.value.code == "D-04"
    with pytest.raises(StorageFault) as fault:
        read_key(tmp_path / "nowhere")
    assert fault.value.code == "D-01"
    (tmp_path / "short").write_text("abcd")
    with pytest.raises(StorageFault) as fault:
        read_key(tmp_path / "short")
    assert fault.value.code == "D-02"


def test_set_up_once(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    set_up(folder, Plan(Hall(1, "馆", "palace")), SystemClock().now()).close()
    assert key_file(folder).stat().st_mode & 0o777 == 0o600 and not key_file(folder).is_relative_to(folder)
    with pytest.raises(AlreadySetUp):
        set_up(folder, Plan(Hall(1, "馆", "palace")), SystemClock().now())
    store = open_store(folder, read_key(key_file(folder)))
    assert store.db.execute("pragma synchronous").fetchone() == (2,)
    assert store.db.execute("pragma journal_mode").fetchone() == ("wal",)
    assert check(store).ok
    store.close()


def test_rows_of_an_older_program_are_made_anew(tmp_path: Path) -> None:
    path = tmp_path / "kiosk.db"
    hall = TestHall(path)
    hall.scan("zhang")
    hall.scan("hlm")
    hall.db.execute("drop table loans")
    hall.db.execute("create table loans (loan text primary key) strict")
    hall.db.execute("pragma user_version = 1000")
    hall.store.close()
    again = opened(path, "5e" * 48)
    assert again.execute("select count(*) from loans where ended is null").fetchone() == (1,)
    again.close()


def test_a_newer_file_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "kiosk.db"
    TestHall(path).store.close()
    db = connected(path, "5e" * 48)
    db.execute("pragma user_version = 99000")
    db.close()
    with pytest.raises(StorageFault) as fault:
        opened(path, "5e" * 48)
    assert fault.value.code == "D-05"


def test_second_program_is_told_who_has_the_folder(tmp_path: Path) -> None:
    with FolderLock(tmp_path), pytest.raises(FolderInUse) as refused, FolderLock(tmp_path):
        pass
    assert "process" in refused.value.holder
    with FolderLock(tmp_path):
        pass


def test_no_person_in_clear_in_any_file(tmp_path: Path) -> None:
    hall = TestHall(tmp_path / "kiosk.db")
    hall.scan("zhang")
    hall.scan("hlm")
    for file in tmp_path.iterdir():
        content = file.read_bytes()
        assert "张小三".encode() not in content and b"100000" not in content
    bodies = "".join(body for (body,) in hall.db.execute("select body from facts"))
    assert "张" not in bodies and "欧阳" not in bodies  # and sealed even inside the encrypted file
    hall.store.close()


def test_a_forgotten_person_stays_forgotten(hall: TestHall) -> None:
    hall.db.execute("delete from member_keys where member = 1000")
    hall.db.execute("delete from member_details where member = 1000")
    assert hall.store.differences() == {}
    hall.scan("zhang")
    assert hall.visit.frame().member == "···0000"  # the end of the number is all that is left
