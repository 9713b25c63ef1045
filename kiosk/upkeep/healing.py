"""Healing: before the kiosk opens, a backup that was wished for takes its place, and a damaged database is mended."""

import logging
from datetime import datetime
from pathlib import Path

from kiosk.storage.backup import Restored, restore, restore_salvaged
from kiosk.storage.database import DAMAGED, StorageFault, database_file, fault_code, read_key
from kiosk.storage.kept import backup_folder, kept
from kiosk.storage.salvage import BackupRefused
from kiosk.upkeep.mended import Mended, write_mended
from kiosk.upkeep.wishes import MARK, WISH, wished

log = logging.getLogger(__name__)


class NotMended(StorageFault):
    """Nothing of it can be read, with this key at least."""


def mendable(fault: Exception) -> bool:
    """What a damaged file brings; D-04 may also be a wrong key, and then nothing can be read and nothing is touched."""
    return (isinstance(fault, StorageFault) and fault.code in ("D-04", DAMAGED)) or bool(fault_code(fault))


def made_ready(folder: Path, key_path: Path, at: datetime) -> None:
    """Cut off anywhere, the next start does it again; the wish goes only when it is fulfilled or refused."""
    key = read_key(key_path)
    if (folder / WISH).exists():
        fulfilled(folder, key, at)
        (folder / WISH).unlink()
    if (folder / MARK).exists():
        mended(folder, key, at)
        (folder / MARK).unlink()


def fulfilled(folder: Path, key: str, at: datetime) -> Restored | None:
    """Only a backup of our own folder, and only if it is good in every way."""
    name = wished(folder)
    if name not in [backup.name for backup in kept(backup_folder(folder))]:
        return None
    try:
        done = restore(backup_folder(folder) / name, folder, key, at)
    except BackupRefused:
        log.exception("the chosen backup was refused, nothing was touched")
        return None
    log.warning("a backup was put back", extra={"code": "restored"})
    return done


def mended(folder: Path, key: str, at: datetime) -> Mended:
    """All that the damaged file still tells, and the newest backup for what it does not."""
    newest = kept(backup_folder(folder))[:1]
    present = [database_file(folder)] if database_file(folder).exists() else []
    sources = present + [backup_folder(folder) / backup.name for backup in newest]
    try:
        done = restore_salvaged(sources, folder, key, at)
    except BackupRefused as refused:
        (folder / MARK).unlink()
        raise NotMended(DAMAGED, f"the database is damaged and could not be mended: {refused}") from refused
    told = told_of(done, at, newest[0].name if newest else "")
    write_mended(folder, told)
    log.error("a damaged database was mended", extra={"code": DAMAGED})
    return told


def told_of(done: Restored, at: datetime, backup: str) -> Mended:
    report = done.salvaged
    assert report, "it was salvaged"
    return Mended(
        at=at,
        kept=report.facts_kept,
        missing=report.facts_missing,
        end_known=report.end_known,
        names_lost=report.members_without_key,
        aside=done.set_aside or "",
        backup=backup,
    )
