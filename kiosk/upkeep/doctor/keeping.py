"""Keeping: the disk, the database, its backups and its key."""

import errno
import os
import secrets
import shutil
import stat
from datetime import datetime, timedelta
from pathlib import Path

from kiosk.domain.health import Check, found
from kiosk.storage.database import StorageFault, read_key
from kiosk.storage.glance import glance
from kiosk.storage.kept import Kept, backup_folder, kept
from kiosk.upkeep.mended import read_mended
from kiosk.upkeep.recovery import sheet_made_on

LOW_BYTES, FULL_BYTES = 2_000_000_000, 200_000_000
MB, GB = 1_000_000, 1_000_000_000
OLD, VERY_OLD = timedelta(days=3), timedelta(days=14)
OTHERS = stat.S_IRWXG | stat.S_IRWXO


def disk(folder: Path) -> Check:
    """A name is really written: a disk that fails is often read-only before it says so."""
    try:
        free, writable = shutil.disk_usage(folder).free, can_write(folder)
    except FileNotFoundError:
        free, writable = 0, False
    return disk_told(free, writable=writable)


def can_write(folder: Path) -> bool:
    """Full is not read-only: it is told apart by what the system says."""
    probe = folder / f".probe-{secrets.token_hex(4)}"
    try:
        probe.touch()
    except OSError as fault:
        return fault.errno == errno.ENOSPC
    probe.unlink()
    return True


def disk_told(free: int, *, writable: bool) -> Check:
    if not writable:
        return found("disk", "read_only")
    if free < LOW_BYTES:
        return found("disk", "full" if free < FULL_BYTES else "low", mb=free // MB)
    return found("disk", "good", gb=free // GB)


def database(folder: Path, key_path: Path) -> Check:
    try:
        seen = glance(folder, read_key(key_path))
    except StorageFault as fault:
        return found("database", "damaged" if fault.code == "D-16" else "unread", code=fault.code)
    if told := read_mended(folder):
        return found("database", "mended", kept=told.kept, missing=told.missing)
    return found("database", "good", facts=seen.facts)


def backups(folder: Path, now: datetime) -> Check:
    return backups_told(kept(backup_folder(folder)), now)


def backups_told(here: tuple[Kept, ...], now: datetime) -> Check:
    """One from the future says that the clock was wrong; it is as good as a new one."""
    if not here:
        return found("backups", "none")
    age = now - here[0].at
    why = "very_old" if age > VERY_OLD else "old" if age > OLD else "good"
    return found("backups", why, days=max(age.days, 0), count=len(here))


def keys(folder: Path, key_path: Path) -> Check:
    try:
        read_key(key_path)
    except StorageFault as fault:
        return found("keys", "missing" if fault.code == "D-01" else "damaged")
    if os.name == "posix" and key_path.stat().st_mode & OTHERS:
        return found("keys", "open")
    made = sheet_made_on(folder)
    return found("keys", "good", day=made) if made else found("keys", "no_sheet")
