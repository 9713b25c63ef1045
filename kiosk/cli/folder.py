"""The data folder: which one a command is about, and how it answers."""

import os
from pathlib import Path
from typing import Any

import click
import msgspec

from kiosk.storage.catalogue import Catalogue
from kiosk.storage.database import StorageFault, database_file, key_file, opened, read_key
from kiosk.storage.store import Store, open_store

REFUSED = 1

data_option = click.option(
    "--data", "folder", type=click.Path(file_okay=False, path_type=Path), envvar="KIOSK_DATA", help="The data folder."
)
key_option = click.option(
    "--key", "key_path", type=click.Path(dir_okay=False, path_type=Path), help="The key file, else FOLDER.key."
)
json_option = click.option("--json", "as_json", is_flag=True, help="One JSON document on stdout.")


def default_folder() -> Path:
    base = os.environ.get("XDG_DATA_HOME") or os.environ.get("LOCALAPPDATA") or str(Path.home() / ".local" / "share")
    return Path(base) / "hall-kiosk" / "data"


def named(folder: Path | None) -> Path:
    return (folder or default_folder()).absolute()


def store_of(folder: Path | None, key_path: Path | None) -> Store:
    where = named(folder)
    if not database_file(where).exists():
        raise StorageFault("D-06", f"there is no kiosk in {where}")
    return open_store(where, read_key(key_path or key_file(where)))


def catalogue_of(folder: Path | None, key_path: Path | None, store: Store) -> Catalogue:
    """Gathers what is new with a connection of its own, in a thread of its own."""
    where = named(folder)
    key = read_key(key_path or key_file(where))
    return Catalogue(where, store.device, lambda: opened(database_file(where), key))


def say(answer: Any, *, as_json: bool, for_people: str) -> None:
    click.echo(msgspec.json.encode(answer).decode() if as_json else for_people)
