"""Codes on a stick: the file of a hub that lets many devices in, each by the code of its own number 几号机."""

from datetime import datetime
from pathlib import Path

import msgspec
from msgspec import Struct

from kiosk.sync.entering import Invitation, invited

PACK_FILE = "hall-kiosk-enrol.json"
PACK_BYTES_MAX = 1 << 20


class Pack(Struct, frozen=True):
    """What `kiosk hub pack` has written."""

    url: str
    hall: int
    until: str
    codes: tuple[str, ...]


def pack_on(folder: Path) -> Pack | None:
    try:
        with (folder / PACK_FILE).open("rb") as text:
            return msgspec.json.decode(text.read(PACK_BYTES_MAX), type=Pack)
    except (OSError, msgspec.DecodeError):
        return None


def code_of(pack: Pack, number: int) -> Invitation | None:
    """Numbers are counted from one, as the machines are."""
    return invited(pack.url, pack.codes[number - 1]) if 1 <= number <= len(pack.codes) else None


def lapsed(pack: Pack, now: datetime) -> bool:
    """What cannot be read as a time is left to the hub."""
    try:
        return datetime.fromisoformat(pack.until) < now
    except (ValueError, TypeError):
        return False
