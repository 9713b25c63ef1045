"""Wishes: what is to be done before the kiosk opens the next time, kept on the disk until it is done."""

from pathlib import Path

import msgspec
from msgspec import Struct

MARK, WISH = "damaged", "restore.json"


class Wish(Struct, frozen=True):
    """Somebody chose this backup; it is put back when nobody has the folder open."""

    name: str


def waits(folder: Path) -> bool:
    return (folder / MARK).exists() or (folder / WISH).exists()


def note_damage(folder: Path) -> None:
    (folder / MARK).touch()


def wish_for(folder: Path, name: str) -> None:
    (folder / WISH).write_bytes(msgspec.json.encode(Wish(name)))


def wished(folder: Path) -> str:
    """The name of the backup; a wish that cannot be read is none."""
    try:
        return msgspec.json.decode((folder / WISH).read_bytes(), type=Wish).name
    except (OSError, msgspec.DecodeError):
        return ""
