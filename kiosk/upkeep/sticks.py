"""Sticks: what the kiosk puts on a stick: copies of backups where they are wanted, and its log without any person."""

import logging
import os
import shutil
import zipfile
from datetime import datetime
from pathlib import Path

from kiosk.storage.backup import synced
from kiosk.storage.database import synced_folder
from kiosk.storage.kept import kept, let_go
from kiosk.upkeep.log import redacted

log = logging.getLogger(__name__)
CARRIER = "kiosk-backups"  # a stick with a folder of this name gets copies; no other is written to unasked
LOGS = "kiosk.log*"
NICE = ("nice", "-n", "19")


def gently() -> tuple[str, ...]:
    """Before whoever stands at the screen nothing else comes first, where the system can say so."""
    return NICE if shutil.which(NICE[0]) else ()


def mounted(media: tuple[Path, ...]) -> list[Path]:
    """Sticks that can be written to; they are mounted under the folder, or under the name of whoever is at work."""
    found = [path for root in media for depth in ("*", "*/*") for path in sorted(root.glob(depth))]
    return [path for path in found if path.is_mount() and os.access(path, os.W_OK)]


def carry(backup: Path, media: tuple[Path, ...]) -> int:
    """To every stick that asks for it, under a name that it gets only when it is whole; gives to how many."""
    asked = [path for root in media for depth in ("*", "*/*") for path in root.glob(f"{depth}/{CARRIER}")]
    done = 0
    for where in asked:
        part = where / f".{backup.name}.part"
        try:
            shutil.copyfile(backup, part)
            synced(part)
            part.replace(where / backup.name)
            synced_folder(where)
            for old in let_go(kept(where)):
                (where / old.name).unlink()
            done += 1
        except OSError:
            log.exception("a stick took no copy of the backup")
            part.unlink(missing_ok=True)
    return done


def logs_to_stick(logs: Path, media: tuple[Path, ...], at: datetime) -> str:
    for stick in mounted(media):
        out = stick / f"kiosk-log-{at:%Y%m%d-%H%M}.zip"
        try:
            pack_logs(logs, out)
        except OSError:
            log.exception("a stick took no log")
            continue
        return out.name
    return ""


def file_to_stick(name: str, content: bytes, media: tuple[Path, ...]) -> str:
    """Under its name only when it is whole, and on the stick before anybody is told that it is."""
    for stick in mounted(media):
        part = stick / f".{name}.part"
        try:
            part.write_bytes(content)
            synced(part)
            part.replace(stick / name)
            synced_folder(stick)
        except OSError:
            log.exception("a stick took no report")
            continue
        return name
    return ""


def pack_logs(logs: Path, out: Path) -> None:
    """Redacted once more on the way out: an older program may have written what it should not have."""
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for file in sorted(logs.glob(LOGS)):
            packed.writestr(f"{file.name}.txt", redacted(file.read_text("utf-8", errors="replace")))
    synced(out)
