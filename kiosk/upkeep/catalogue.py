"""Catalogue: makes a pack of all titles of the folder, each with its reading."""

from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

from msgspec.structs import replace

from kiosk.storage.database import Connection
from kiosk.storage.gathering import last_position, ranked
from kiosk.storage.pack import Contents, Manifest, write
from kiosk.storage.packs import catalogue_folder, install
from kiosk.storage.shelf import Ranked
from kiosk.storage.store import Store
from kiosk.upkeep.readings import by_character, read

TITLES_AT_ONCE = 200  # before the next breath
Breath = Callable[[], None]


def never() -> None:
    """A command has the machine to itself."""


def build(store: Store, file: Path, now: datetime, breath: Breath = never) -> Manifest:
    """What the folder knows at one moment, also while a kiosk runs."""
    store.db.execute("begin")
    try:
        device = store.device
        manifest = Manifest(now, device.device, device.generation, last_position(store.db))
        return write(file, Contents(with_readings(store.db, breath), by_character()), manifest)
    finally:
        store.db.execute("commit")


def with_readings(db: Connection, breath: Breath) -> Iterator[Ranked]:
    for n, found in enumerate(ranked(db), 1):
        if n % TITLES_AT_ONCE == 0:
            breath()
        yield replace(found, title=read(found.title))


def build_and_install(store: Store, folder: Path, now: datetime, breath: Breath = never) -> Manifest:
    made = catalogue_folder(folder) / "made.pack"
    try:
        build(store, made, now, breath)
        return install(folder, made)
    finally:
        made.unlink(missing_ok=True)
