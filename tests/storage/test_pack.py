"""Packs: sealed, proved, installed whole or not at all, swapped while people search, given up when they turn bad."""

import logging
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from threading import Event, Thread

import pytest
from halls import TestHall
from msgspec.structs import replace
from shelves import ELSEWHERE, HERE, NOW, catalogue_of, listed, pack_of, sample
from sqlcipher3 import dbapi2 as sqlite

from kiosk.domain.books import Title
from kiosk.domain.facts import TitleAdded
from kiosk.storage.catalogue import Catalogue
from kiosk.storage.database import StorageFault
from kiosk.storage.pack import FORMAT, SEAL_BYTES, opened_pack, proved, seal
from kiosk.storage.packs import catalogue_folder, install, installed, pack_file
from kiosk.upkeep.catalogue import build

TITLES = sample(60)
PAGE = 4096


def names(catalogue: Catalogue, typed: str) -> list[str]:
    return [title.name for title in catalogue.search(typed).titles]


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    pack_of(tmp_path / "new.pack", TITLES)
    return tmp_path / "new.pack"


def flipped(at: Callable[[int], int]) -> Callable[[Path], None]:
    def damage(file: Path) -> None:
        content = bytearray(file.read_bytes())
        content[at(len(content))] ^= 0x40
        file.write_bytes(content)

    return damage


def cut(keep: Callable[[int], int]) -> Callable[[Path], None]:
    return lambda file: os.truncate(file, keep(file.stat().st_size))


def changed(*statements: str) -> Callable[[Path], None]:
    """Somebody changed it and sealed it again."""

    def damage(file: Path) -> None:
        os.truncate(file, file.stat().st_size - SEAL_BYTES)
        db = sqlite.connect(str(file), isolation_level=None)
        for sql in statements:
            db.execute(sql)
        db.close()
        seal(file)

    return damage


def sealed_text(file: Path) -> None:
    file.write_text("this is no database " * 500)
    seal(file)


DAMAGE: dict[str, tuple[Callable[[Path], None], str]] = {
    "cut at the end": (cut(lambda size: size - 1), "D-12"),
    "cut in the middle": (cut(lambda size: size // 2), "D-12"),
    "cut at a page": (cut(lambda size: size // PAGE // 2 * PAGE), "D-12"),
    "no seal": (cut(lambda size: size - SEAL_BYTES), "D-12"),
    "empty": (cut(lambda size: 0), "D-12"),
    "first byte": (flipped(lambda size: 0), "D-12"),
    "header": (flipped(lambda size: 30), "D-12"),
    "first page": (flipped(lambda size: 2000), "D-12"),
    "middle": (flipped(lambda size: size // 2), "D-12"),
    "last page": (flipped(lambda size: size - SEAL_BYTES - 9), "D-12"),
    "length": (flipped(lambda size: size - 35), "D-12"),
    "digest": (flipped(lambda size: size - 3), "D-12"),
    "not SQLite": (lambda file: file.write_text("书目" * 5000) and None, "D-12"),
    "not SQLite, sealed": (sealed_text, "D-12"),
    "another database": (changed("pragma application_id = 7"), "D-13"),
    "newer format": (changed(f"pragma user_version = {FORMAT + 1}"), "D-14"),
    "a table less": (changed("drop table syllables"), "D-12"),
    "no manifest": (changed("delete from manifest"), "D-12"),
    "a strange manifest": (changed("update manifest set json = '{}'"), "D-12"),
}


@pytest.mark.parametrize("kind", DAMAGE)
def test_a_damaged_pack_is_refused_and_the_old_one_stays(kind: str, pack: Path, tmp_path: Path) -> None:
    folder = tmp_path / "hall"
    catalogue = catalogue_of_folder(folder)
    before, listing = installed(folder), sorted(catalogue_folder(folder).iterdir())
    damage, code = DAMAGE[kind]
    damage(pack)
    with pytest.raises(StorageFault) as refused:
        install(folder, pack)
    assert refused.value.code == code
    assert installed(folder) == before and sorted(catalogue_folder(folder).iterdir()) == listing
    assert names(catalogue, "hlm") == names(Catalogue(folder, HERE), "hlm") == ["红楼梦"]
    catalogue.close()


def catalogue_of_folder(folder: Path, found: list[Title] = TITLES[:20]) -> Catalogue:
    folder.mkdir(exist_ok=True)
    return catalogue_of(folder, found)


def test_a_good_pack_is_proved_and_read_beside_its_seal(pack: Path) -> None:
    manifest = proved(pack)
    assert (manifest.count, manifest.device) == (len(TITLES), ELSEWHERE.device)
    db, again = opened_pack(pack)
    assert again == manifest and db.execute("pragma integrity_check").fetchone() == ("ok",)
    assert (pack.stat().st_size - SEAL_BYTES) % PAGE == 0
    with pytest.raises(sqlite.Error):
        db.execute("delete from titles")
    db.close()


def test_the_one_before_is_kept_and_no_other(tmp_path: Path) -> None:
    for count in (10, 20, 30):
        pack_of(tmp_path / "new.pack", TITLES[:count])
        install(tmp_path, tmp_path / "new.pack")
    assert len(installed(tmp_path)) == 2
    kept = {file.stem for file in catalogue_folder(tmp_path).glob("*.pack")}
    assert kept == set(installed(tmp_path))
    install(tmp_path, tmp_path / "new.pack")
    assert set(installed(tmp_path)) == kept, "the same once more changes nothing"


@pytest.mark.parametrize("text", [b"", b"../../etc\n", b"\xff\x00" * 3000, b"zz" * 32, b"0" * 63])
def test_a_strange_current_is_no_catalogue(text: bytes, tmp_path: Path) -> None:
    catalogue_of_folder(tmp_path).close()
    (catalogue_folder(tmp_path) / "current").write_bytes(text)
    assert installed(tmp_path) == ()
    assert Catalogue(tmp_path, HERE).search("hlm").count == 0


def test_a_pack_that_does_not_open_gives_way_to_the_one_before(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    catalogue_of_folder(tmp_path).close()
    catalogue_of_folder(tmp_path, TITLES).close()
    os.truncate(pack_file(tmp_path, installed(tmp_path)[0]), 5000)
    with caplog.at_level(logging.ERROR):
        catalogue = Catalogue(tmp_path, HERE)
        assert names(catalogue, "hlm") == ["红楼梦"]
        assert names(catalogue, "hlm") == ["红楼梦"]
    assert len(caplog.records) == 1
    catalogue.close()


@pytest.mark.parametrize("packs", [1, 2])
def test_a_pack_that_turns_bad_while_it_is_in_use(packs: int, tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    hall = TestHall()
    listed(hall.store, TITLES[:3])
    for count in (20, 60)[-packs:]:
        catalogue = catalogue_of_folder(tmp_path, TITLES[3:count])
    catalogue.gather(hall.db, NOW)
    file = pack_file(tmp_path, installed(tmp_path)[0])
    size = file.stat().st_size
    with file.open("r+b") as out:
        out.seek(PAGE)
        out.write(b"\x5a" * (size - SEAL_BYTES - PAGE))
    with caplog.at_level(logging.ERROR):
        for title in TITLES[:3]:
            assert title in catalogue.search(title.name).titles
        for title in TITLES[3:20]:
            assert (catalogue.titled(title.title) == title) == (packs == 2)
    assert len(caplog.records) == 1
    catalogue.gather(hall.db, NOW)
    assert TITLES[0] in catalogue.search(TITLES[0].name).titles
    catalogue.close()


def test_only_what_came_after_the_pack_is_gathered(tmp_path: Path) -> None:
    hall = TestHall()
    listed(hall.store, TITLES[:20])
    build(hall.store, tmp_path / "own.pack", NOW)
    install(tmp_path, tmp_path / "own.pack")
    catalogue = Catalogue(tmp_path, hall.store.device)
    catalogue.gather(hall.db, NOW)
    assert catalogue.shelves.fresh is None
    listed(hall.store, TITLES[20:23])
    listed(hall.store, TITLES[5:6], name="红楼梦新编", reading="hong lou meng xin bian")
    catalogue.gather(hall.db, NOW)
    assert catalogue.shelves.fresh
    assert catalogue.shelves.fresh.db.execute("select count(*) from titles").fetchone() == (4,)
    assert catalogue.titled(TITLES[5].title) == replace(TITLES[5], name="红楼梦新编", reading="hong lou meng xin bian")
    assert TITLES[5].name not in names(catalogue, TITLES[5].name), "a title is found as it is now"
    assert names(catalogue, "hlmxb") == ["红楼梦新编"]
    catalogue.close()
    hall.store.close()


def test_a_title_without_a_reading_is_said_character_by_character(tmp_path: Path) -> None:
    hall = TestHall()
    catalogue = catalogue_of_folder(tmp_path)
    listed(hall.store, [Title(7777, "红楼孟传 2", "曾敏 著", "I247")])
    catalogue.gather(hall.db, NOW)
    assert "红楼孟传 2" in names(catalogue, "hlmz")
    catalogue.close()


def test_lists_of_the_hall(hall: TestHall, tmp_path: Path) -> None:
    hall.scan("zhang")
    hall.scan("san")
    hall.tap("finish")
    catalogue = Catalogue(tmp_path, HERE)
    assert catalogue.newest(3) == catalogue.most_read(3) == ()
    catalogue.gather(hall.db, hall.clock.now().at)
    assert [title.name for title in catalogue.most_read(3)] == ["三体"]
    fresh = catalogue.shelves.fresh
    hall.scan("li")
    hall.scan("san")
    catalogue.gather(hall.db, hall.clock.now().at)
    assert catalogue.shelves.fresh is fresh, "a loan is no new title"
    assert catalogue.search("三体").count == 1
    assert len(catalogue.newest(3)) == 3
    hall.tell(TitleAdded(TITLES[0]))
    catalogue.gather(hall.db, hall.clock.now().at + timedelta(days=91))
    assert catalogue.most_read(3) == (), "what was read long ago is not what is read"
    catalogue.close()


def test_a_worker_gathers_beside_the_window(tmp_path: Path) -> None:
    hall = TestHall(tmp_path / "kiosk.db")
    listed(hall.store, TITLES[:20])

    def connect():  # type: ignore[no-untyped-def]
        from halls import KEY

        from kiosk.storage.database import opened

        return opened(tmp_path / "kiosk.db", KEY)

    catalogue = Catalogue(tmp_path, HERE, connect)
    assert catalogue.search("hlm").count == 0
    catalogue.freshen(NOW)
    catalogue.wait()
    assert TITLES[0] in catalogue.search("hlm").titles
    pack_of(tmp_path / "new.pack", TITLES)
    install(tmp_path, tmp_path / "new.pack")
    catalogue.freshen(NOW)
    catalogue.wait()
    assert catalogue.titled(TITLES[50].title) == TITLES[50]
    catalogue.close()
    hall.store.close()


def test_packs_are_swapped_while_threads_search(tmp_path: Path) -> None:
    hall = TestHall()
    listed(hall.store, TITLES)
    catalogue, stop, faults = catalogue_of_folder(tmp_path), Event(), list[object]()
    catalogue.gather(hall.db, NOW)

    def look(typed: str) -> None:
        try:
            while not stop.is_set():
                for title in catalogue.search(typed).titles:
                    if catalogue.titled(title.title) is None:
                        faults.append(title)
        except BaseException as fault:
            faults.append(fault)

    threads = [Thread(target=look, args=(typed,)) for typed in ("h", "an", "的", "zhong")]
    for thread in threads:
        thread.start()
    for count in (60, 10, 45, 0, 30, 60):
        pack_of(tmp_path / "new.pack", TITLES[:count])
        install(tmp_path, tmp_path / "new.pack")
        catalogue.gather(hall.db, NOW)
    stop.set()
    for thread in threads:
        thread.join()
    assert not faults
    catalogue.close()


@pytest.mark.skipif(sys.platform == "win32", reason="kills by signal")
def test_killed_in_mid_install_leaves_the_old_or_the_new(pack: Path, tmp_path: Path) -> None:
    folder = tmp_path / "hall"
    catalogue_of_folder(folder).close()
    pack_of(folder / "old.pack", TITLES[:20])
    program = """
import sys
from pathlib import Path
from kiosk.storage.packs import install
print("ready", flush=True)
while True:
    for file in sys.argv[2:]:
        install(Path(sys.argv[1]), Path(file))
        print("done", flush=True)
"""
    arguments = [sys.executable, "-c", program, str(folder), str(pack), str(folder / "old.pack")]
    seen = set()
    for n in range(12):
        with subprocess.Popen(arguments, stdout=subprocess.PIPE) as child:
            assert child.stdout and child.stdout.readline() == b"ready\n"
            for _ in range(n % 3):
                child.stdout.readline()
            Event().wait(n * 0.0007)
            os.kill(child.pid, signal.SIGKILL)
        current = installed(folder)[0]
        seen.add(proved(pack_file(folder, current)).count)
        catalogue = Catalogue(folder, HERE)
        assert names(catalogue, "hlm") == ["红楼梦"]
        catalogue.close()
    assert seen <= {20, len(TITLES)}
