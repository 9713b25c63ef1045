"""Mended: what became of a database that was damaged, kept beside it until staff have read it."""

from datetime import datetime
from pathlib import Path

import msgspec
from msgspec import Struct

FILE = "mended.json"


class Mended(Struct, frozen=True):
    """Numbers only; `aside` names the damaged file, which is kept."""

    at: datetime
    kept: int
    missing: int
    end_known: bool  # false: there may have been more after the last fact
    names_lost: int
    aside: str
    backup: str  # the backup that closed gaps, or nothing


def write_mended(folder: Path, told: Mended) -> None:
    (folder / FILE).write_bytes(msgspec.json.encode(told))


def read_mended(folder: Path) -> Mended | None:
    try:
        return msgspec.json.decode((folder / FILE).read_bytes(), type=Mended)
    except (OSError, msgspec.DecodeError):
        return None


def forget_mended(folder: Path) -> None:
    (folder / FILE).unlink(missing_ok=True)
