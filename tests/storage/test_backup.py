"""Back up and restore: beside a running kiosk, all or nothing, always a new generation."""

import resource
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import timedelta
from pathlib import Path

import pytest
from halls import KEY, NOON, TestHall, copy

from kiosk.domain.facts import BookReturned
from kiosk.domain.moment import Moment
from kiosk.storage.backup import BackupRefused, back_up, restore
from kiosk.storage.check import check
from kiosk.storage.database import StorageFault, connected, database_file
from kiosk.storage.lock import FolderInUse, FolderLock
from kiosk.storage.store import Store, open_store
from kiosk.storage.tables import TABLES

AT = NOON + timedelta(days=1)
WRITER = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from kiosk.domain.facts import BookReturned
from kiosk.domain.moment import Moment
from kiosk.storage.store import open_store
store = open_store(Path(sys.argv[1]), sys.argv[2])
moment = Moment(datetime.now(UTC), "writer", 0)
while True:
    store.record(BookReturned(sys.argv[3], 1), BookReturned(sys.argv[3], 1), moment=moment)
    print("told", flush=True)
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A kiosk after a first visit, switched off."""
    where = tmp_path / "data"
    where.mkdir()
    hall = TestHall(database_file(where))
    hall.db.execute("insert into device (device, generation, hall) values (?, 1, 1)", ("d" * 32,))
    hall.scan("zhang")
    hall.scan("hlm")
    hall.store.close()
    return where


def rows(store: Store) -> dict[str, set[tuple[object, ...]]]:
    tables = (*TABLES.values(), "facts", "keys", "member_keys")
    return {table: set(store.db.execute(f"select * from {table}")) for table in tables}


def tell(store: Store, count: int = 1) -> tuple[int, int]:
    facts = store.record(*[BookReturned(copy("law"), 1)] * count, moment=Moment(AT, "b", 0))
    return facts[0].generation, facts[0].seq


def test_what_was_backed_up_comes_back(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "kiosk.backup"
    with closing(open_store(folder, KEY)) as store:
        done, before = back_up(store, out, KEY), rows(store)
        tell(store, 5)
    assert [f.name for f in tmp_path.iterdir() if f.is_file()] == [out.name] and out.stat().st_mode & 0o077 == 0
    assert "张小三".encode() not in out.read_bytes() and done.bytes == out.stat().st_size
    restored = restore(out, folder, KEY, AT)
    assert (restored.generation, restored.facts) == (2, done.facts)
    with closing(open_store(folder, KEY)) as store:
        assert rows(store) == before and store.differences() == {} and store.device.generation == 2
        assert tell(store) == (2, 1) and tell(store) == (2, 2)
        found = check(store)
        assert found.ok and found.generation == 2 and found.facts == done.facts + 2
        assert store.db.execute("pragma journal_mode").fetchone() == ("wal",)
    aside = folder / str(restored.set_aside)
    with closing(connected(aside, KEY)) as db:
        assert db.execute("select count(*) from facts").fetchone() == (done.facts + 5,)


def test_no_generation_is_ever_used_again(folder: Path, tmp_path: Path) -> None:
    """Not even when the file that knew of it cannot be read any more."""
    out = tmp_path / "kiosk.backup"
    with closing(open_store(folder, KEY)) as store:
        back_up(store, out, KEY)
    assert [restore(out, folder, KEY, AT).generation for _ in range(2)] == [2, 3]
    for file in folder.glob("*before*"):
        file.unlink()
    assert restore(out, folder, KEY, AT).generation == 4
    database_file(folder).write_bytes(b"rubbish" * 1000)
    assert restore(out, folder, KEY, AT).generation == 5
    database_file(folder).unlink()
    done = restore(out, folder, KEY, AT)
    assert (done.generation, done.set_aside) == (6, None)


def test_beside_another_process_that_writes(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "kiosk.backup"
    command = [sys.executable, "-c", WRITER, str(folder), KEY, copy("law")]
    counts = []
    with subprocess.Popen(command, stdout=subprocess.PIPE) as writer, closing(open_store(folder, KEY)) as store:
        assert writer.stdout
        for _ in range(8):
            writer.stdout.readline()
            counts.append(back_up(store, out, KEY).facts)
        writer.kill()
    assert counts == sorted(counts) and counts[-1] > counts[0]
    assert all(count % 2 == counts[0] % 2 for count in counts), "a step is in a backup as a whole or not at all"
    done = restore(out, tmp_path / "another machine", KEY, AT)
    assert (done.facts, done.generation, done.set_aside) == (counts[-1], 2, None)


def test_a_log_never_meets_another_database(folder: Path, tmp_path: Path) -> None:
    """After a power cut the old log lies there, and would be played into whatever has its name."""
    out, other = tmp_path / "kiosk.backup", tmp_path / "other"
    with closing(open_store(folder, KEY)) as store:
        facts = back_up(store, out, KEY).facts
        tell(store, 300)
        shutil.copytree(folder, other, ignore=shutil.ignore_patterns("*-shm"))
    done = restore(out, other, KEY, AT)
    with closing(open_store(other, KEY)) as store:
        assert check(store).ok and check(store).facts == facts
    with closing(connected(other / str(done.set_aside), KEY)) as db:
        assert db.execute("select count(*) from facts").fetchone() == (facts + 300,)


def test_a_damaged_kiosk_does_not_spoil_its_backup(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "kiosk.backup"
    with closing(open_store(folder, KEY)) as store:
        back_up(store, out, KEY)
        good = out.read_bytes()
        for sql in ("update copies set shelf = 'x'", "update facts set body = body || ' ' where position = 3"):
            store.db.execute(sql)
            with pytest.raises(BackupRefused):
                back_up(store, out, KEY)
            assert out.read_bytes() == good
        with pytest.raises(BackupRefused, match="itself"):
            back_up(store, database_file(folder), KEY)
    file = database_file(folder)
    content = bytearray(file.read_bytes())
    content[30 * 4096 + 5 : 30 * 4096 + 50] = bytes(45)
    file.write_bytes(content)
    with pytest.raises((BackupRefused, StorageFault)), closing(open_store(folder, KEY)) as store:
        back_up(store, out, KEY)
    assert out.read_bytes() == good and [f.name for f in tmp_path.iterdir() if f.is_file()] == [out.name]


@contextmanager
def files_end_at(size: int) -> Iterator[None]:
    """As a full disk: no file grows beyond this."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_a_full_disk_leaves_nothing_behind(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "kiosk.backup"
    with closing(open_store(folder, KEY)) as store:
        back_up(store, out, KEY)
        good = out.read_bytes()
        with files_end_at(80_000), pytest.raises(StorageFault) as fault:
            back_up(store, out, KEY)
    assert fault.value.code == "D-11" and out.read_bytes() == good
    before = {f.name: f.read_bytes() for f in folder.iterdir()}
    with files_end_at(80_000), pytest.raises(StorageFault) as fault:
        restore(out, folder, KEY, AT)
    assert fault.value.code == "D-11"
    assert {f.name: f.read_bytes() for f in folder.iterdir() if f.name != "lock"} == before
    assert [f.name for f in tmp_path.iterdir() if f.is_file()] == [out.name]
    restore(out, folder, KEY, AT)


def test_what_is_no_backup_is_refused(folder: Path, tmp_path: Path) -> None:
    before = {f.name: f.read_bytes() for f in folder.iterdir()}
    bad = tmp_path / "bad"
    for content in (b"", b"rubbish" * 1000, database_file(folder).read_bytes()[:-5000]):
        bad.write_bytes(content)
        with pytest.raises(BackupRefused):
            restore(bad, folder, KEY, AT)
    with pytest.raises(BackupRefused, match="no file"):
        restore(tmp_path / "nowhere", folder, KEY, AT)
    with pytest.raises(BackupRefused):
        restore(database_file(folder), folder, "77" * 48, AT)
    assert {f.name: f.read_bytes() for f in folder.iterdir() if f.name != "lock"} == before
    with FolderLock(folder), pytest.raises(FolderInUse):
        restore(database_file(folder), folder, KEY, AT)
    assert not list(folder.glob(".*"))


def test_a_backup_of_an_older_program(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "kiosk.backup"
    with closing(open_store(folder, KEY)) as store:
        store.db.execute("drop table loans")
        store.db.execute("create table loans (loan text primary key) strict")
        store.db.execute("pragma user_version = 1000")
    database_file(folder).rename(out)
    restore(out, folder, KEY, AT)
    with closing(open_store(folder, KEY)) as store:
        assert check(store).ok and store.db.execute("select count(*) from loans").fetchone() == (1,)
