"""Catalogues for tests: sample titles in a pack, in what came after it, or in both."""

import random
from datetime import UTC, datetime
from pathlib import Path

from msgspec.structs import replace

from kiosk.domain.books import Title
from kiosk.domain.facts import TitleAdded
from kiosk.storage.catalogue import Catalogue
from kiosk.storage.pack import Contents, Manifest, write
from kiosk.storage.packs import install
from kiosk.storage.shelf import Ranked
from kiosk.storage.store import Device, Store
from kiosk.upkeep.demo_shelves import title_of
from kiosk.upkeep.readings import read
from kiosk.upkeep.sample import titles

NOW = datetime(2026, 11, 21, 4, 0, tzinfo=UTC)
HERE, ELSEWHERE = Device("d" * 32, 1, 1), Device("e" * 32, 1, 2)
SOUNDS = {"孟": "meng", "红": "hong", "楼": "lou", "梦": "meng", "水": "shui", "许": "xu", "传": "zhuan"}


def sample(count: int = 400, seed: int = 3) -> list[Title]:
    works = titles(random.Random(seed), count)
    made = [read(title_of(n, work)) for n, work in enumerate(works, 1001)]
    special = [
        ("Python编程从零开始", "[美] 埃里克·马瑟斯 著 袁国忠 译", "TP311.5"),
        ("1984", "乔治·奥威尔 著", "I561.45"),
        ("朝阳下的西安", "曾敏 单小云 编著", "I267"),
        ("朝花·夕拾，重读", "尉迟恭 著", "I210.4"),
        ("的", "乐 著", "H1"),
        ("孟子译注", "杨伯峻 译注", "B222.5"),
    ]
    return made + [read(Title(9000 + n, *fields)) for n, fields in enumerate(special)]


def pack_of(file: Path, found: list[Title], device: Device = ELSEWHERE, position: int = 0) -> Manifest:
    """Given in the order of how much they are read."""
    ranked = [Ranked(len(found) - n, title) for n, title in enumerate(found)]
    return write(file, Contents(ranked, SOUNDS), Manifest(NOW, device.device, device.generation, position))


def catalogue_of(folder: Path, found: list[Title]) -> Catalogue:
    folder.mkdir(exist_ok=True)
    pack_of(folder / "made.pack", found)
    install(folder, folder / "made.pack")
    return Catalogue(folder, HERE)


def listed(store: Store, found: list[Title], **fields: str) -> None:
    from kiosk.devices.clock import StoppedClock

    moment = StoppedClock(NOW).now()
    store.record(*(TitleAdded(replace(title, **fields)) for title in found), moment=moment)


def names(catalogue: Catalogue, typed: str) -> list[str]:
    return [title.name for title in catalogue.search(typed).titles]
