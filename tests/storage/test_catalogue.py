"""Catalogue: what came after the pack, lists of the hall, packs that turn bad or are swapped while people search."""

import logging
import os
from datetime import timedelta
from pathlib import Path
from threading import Event, Thread

import pytest
from halls import TestHall
from msgspec.structs import replace
from shelves import HERE, NOW, catalogue_of, listed, names, pack_of, sample

from kiosk.domain.books import Title
from kiosk.domain.facts import TitleAdded
from kiosk.storage.catalogue import Catalogue
from kiosk.storage.pack import SEAL_BYTES
from kiosk.storage.packs import install, installed, pack_file
from kiosk.upkeep.catalogue import build

TITLES = sample(60)
PAGE = 4096


def test_a_pack_that_does_not_open_gives_way_to_the_one_before(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    catalogue_of(tmp_path, TITLES[:20]).close()
    catalogue_of(tmp_path, TITLES).close()
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
        catalogue = catalogue_of(tmp_path, TITLES[3:count])
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


def test_a_bad_pack_is_noticed_while_gathering_too(tmp_path: Path) -> None:
    hall = TestHall()
    listed(hall.store, TITLES[:3])
    catalogue_of(tmp_path, TITLES[:20]).close()
    file = pack_file(tmp_path, installed(tmp_path)[0])
    with file.open("r+b") as out:
        out.seek(PAGE)
        out.write(b"\x5a" * (file.stat().st_size - SEAL_BYTES - PAGE))
    catalogue = Catalogue(tmp_path, HERE)
    catalogue.gather(hall.db, NOW)
    assert catalogue.shelves.pack is None and catalogue.titled(TITLES[2].title) == TITLES[2]
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
    catalogue = catalogue_of(tmp_path, TITLES[:20])
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
    catalogue, stop, faults = catalogue_of(tmp_path, TITLES[:20]), Event(), list[object]()
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
