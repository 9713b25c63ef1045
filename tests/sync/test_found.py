"""What the hub tells is found like what was listed here: titles, their new names, a hall's newest books."""

from pathlib import Path

import pytest
from cities import City, Kiosk
from halls import BOOKS, NOON

from kiosk.domain.books import Copy, Title
from kiosk.domain.codes import copy_number
from kiosk.domain.facts import CopyAdded, TitleAdded
from kiosk.storage.catalogue import Catalogue
from kiosk.storage.packs import install
from kiosk.upkeep.catalogue import build


@pytest.fixture
def pair(tmp_path: Path) -> tuple[City, Kiosk, Kiosk]:
    city = City(tmp_path)
    first, second = city.add("first"), city.add("second")
    first.begin()
    city.sync()
    return city, first, second


def names(catalogue: Catalogue, typed: str) -> list[str]:
    return [title.name for title in catalogue.search(typed).titles]


@pytest.mark.parametrize("packed", [False, True])
def test_a_title_of_another_kiosk_is_found_here(pair: tuple[City, Kiosk, Kiosk], packed: bool, tmp_path: Path) -> None:
    city, first, second = pair
    if packed:
        build(second.store, tmp_path / "own.pack", NOON)
        install(tmp_path, tmp_path / "own.pack")
    catalogue = Catalogue(tmp_path if packed else None, second.store.device)
    catalogue.gather(second.db, NOON)
    assert names(catalogue, "红楼梦") == [BOOKS["hlm"][0]] and names(catalogue, "西游记") == []
    city.pass_by(60)
    added = Copy(copy_number(1, 77), 77, 1, 1)
    first.tell(TitleAdded(Title(77, "西游记", "吴承恩 著", "I242.4")), CopyAdded(added))
    first.tell(TitleAdded(Title(1, "红楼梦（校注本）", "曹雪芹 著", "I242.4")))
    city.sync()
    catalogue.gather(second.db, NOON)
    assert names(catalogue, "西游记") == ["西游记"]
    assert names(catalogue, "校注本") == ["红楼梦（校注本）"] and names(catalogue, "曹雪芹") == ["红楼梦（校注本）"]
    assert [title.name for title in catalogue.newest(1)] == ["西游记"]
    catalogue.close()


def test_what_does_not_concern_titles_gathers_no_titles(pair: tuple[City, Kiosk, Kiosk]) -> None:
    city, first, second = pair
    catalogue = Catalogue(None, second.store.device)
    catalogue.gather(second.db, NOON)
    before = catalogue.shelves.fresh
    first.lend(copy_number(1, 1), "zhang")
    city.sync()
    catalogue.gather(second.db, first.clock.now().at)
    assert catalogue.shelves.fresh is before
    assert [title.name for title in catalogue.most_read(1)] == [BOOKS["hlm"][0]]
    catalogue.close()
