"""Recovery: the sheet that brings the data back on another machine, when it was made, and its way into a key file."""

import os
from datetime import date
from pathlib import Path

import msgspec

from kiosk.domain.recovery import KeyRead, key_read
from kiosk.storage.database import synced_folder

FILE = "key-sheet.json"


class KeyThere(Exception):
    """A key file is in that place already; it is never written over."""


def note_sheet(folder: Path, day: date) -> None:
    (folder / FILE).write_bytes(msgspec.json.encode({"made_on": day}))


def sheet_made_on(folder: Path) -> str:
    """Nothing, if nobody has made one yet."""
    try:
        return str(msgspec.json.decode((folder / FILE).read_bytes(), type=dict[str, date])["made_on"])
    except (OSError, msgspec.DecodeError, KeyError):
        return ""


def put_back(key_path: Path, text: str) -> KeyRead:
    """Whole and on the disk, or not at all."""
    if key_path.exists():
        raise KeyThere(str(key_path))
    read = key_read(text)
    if read.wrong:
        return read
    key_path.parent.mkdir(parents=True, exist_ok=True)
    fresh = key_path.with_name(key_path.name + ".new")
    with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as out:
        out.write(read.key + "\n")
        out.flush()
        os.fsync(out.fileno())
    fresh.replace(key_path)
    synced_folder(key_path.parent)
    return read
