"""Backup: one good file out of a kiosk in use, and back into its place as a new generation of the device."""

import os
import re
import secrets
import shutil
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import datetime
from pathlib import Path

import msgspec
from msgspec import Struct
from sqlcipher3 import dbapi2 as sqlite

from kiosk.storage.apply import ChainBroken
from kiosk.storage.check import check
from kiosk.storage.database import Connection, StorageFault, database_file, opened, synced_folder
from kiosk.storage.lock import FolderLock
from kiosk.storage.pages import PageFile
from kiosk.storage.salvage import BackupRefused, Report, generation_in, salvage
from kiosk.storage.store import Device, Store

COMPANIONS = ("-wal", "-shm", "-journal")
ASIDE = re.compile(r"\.before-g(\d+)-")


class BackedUp(Struct, frozen=True):
    file: str
    facts: int
    generation: int
    bytes: int


class Restored(Struct, frozen=True):
    generation: int
    facts: int
    set_aside: str | None  # what was there before, under its new name
    salvaged: Report | None = None


def back_up(store: Store, out: Path, key: str) -> BackedUp:
    """Readable with the kiosk's own key; others may go on writing while it is made."""
    if out.absolute() == Path(store.db.execute("pragma database_list").fetchone()[2]):
        raise BackupRefused(f"{out} is the database itself")
    hush()
    with disk_faults(), part_beside(out) as part:
        copy_into(store.db, part)
        part.chmod(0o600)
        with closing(read_only(part, key)) as db:
            facts, device = proved(db)
        synced(part)
        size = part.stat().st_size
        part.replace(out)
        synced_folder(out.parent)
    return BackedUp(str(out), facts, device.generation, size)


def copy_into(db: Connection, part: Path) -> None:
    """One statement, so one moment; the copy takes its cipher from the defaults, yet is to be read as ours."""
    db.execute("pragma cipher_default_hmac_algorithm = HMAC_SHA256")
    try:
        db.execute("vacuum into ?", (str(part),))
    except sqlite.DatabaseError as fault:
        raise unless_disk(fault, "the database is damaged") from fault
    finally:
        db.execute("pragma cipher_default_hmac_algorithm = HMAC_SHA512")


def restore(backup: Path, folder: Path, key: str, at: datetime) -> Restored:
    """Only a file that is good in every way; a damaged one is refused, and nothing is touched."""

    def copied(part: Path) -> None:
        with closing(PageFile(backup, key)) as file:
            if file.log.damaged:
                raise BackupRefused(f"its log is damaged in {file.log.damaged} places")
        for suffix in ("", "-wal"):
            if (source := beside(backup, suffix)).exists():
                shutil.copyfile(source, beside(part, suffix))

    return replaced(folder, key, at, make=copied, sources=[backup])


def restore_salvaged(sources: list[Path], folder: Path, key: str, at: datetime) -> Restored:
    """What can be read of damaged files; a good but older backup among them closes gaps."""
    return replaced(folder, key, at, make=lambda part: salvage(sources, part, key), sources=sources)


def replaced(
    folder: Path, key: str, at: datetime, *, make: Callable[[Path], Report | None], sources: list[Path]
) -> Restored:
    """Until the new database is proved and on the disk, the old one stays where it is."""
    for source in sources:
        if not source.is_file():
            raise BackupRefused(f"there is no file {source}")
    hush()
    with FolderLock(folder), disk_faults(), part_beside(database_file(folder)) as part:
        report = make(part)
        if report and not report.facts_kept:
            raise BackupRefused(
                "its first facts cannot be read; an earlier backup beside it (--from) would close the gap"
            )
        with closing(opened_or_refused(part, key)) as db:
            facts, device = proved(db)
            least = device.generation if report else device.generation + 1
            generation = max(least, generation_before(folder, key) + 1)
            db.execute("update device set generation = ?", (generation,))
        synced(part)
        aside = set_aside(folder, generation, at)
        part.rename(database_file(folder))
        synced_folder(folder)
    return Restored(generation, facts, aside, report)


def generation_before(folder: Path, key: str) -> int:
    """Facts of a generation may be known elsewhere although they are lost here, so none is ever used again."""
    asides = [int(found[1]) for file in folder.iterdir() if (found := ASIDE.search(file.name))]
    present = database_file(folder)
    return max([*asides, generation_in(present, key) if present.exists() else 0])


def set_aside(folder: Path, generation: int, at: datetime) -> str | None:
    """A log left beside a new database would be played into it, so it goes with the old one, before."""
    present = database_file(folder)
    aside = present.with_name(f"{present.name}.before-g{generation}-{at:%Y%m%d-%H%M%S}")
    was_there = present.exists()
    for suffix in ("", *COMPANIONS):
        if beside(present, suffix).exists():
            beside(present, suffix).rename(beside(aside, suffix))
    synced_folder(folder)
    return aside.name if was_there else None


def proved(db: Connection) -> tuple[int, Device]:
    """How many facts, and whose; refused unless every page, the chain and all rows are good."""
    try:
        row = db.execute("select device, generation, hall from device").fetchone()
        if row is None:
            raise BackupRefused("its set-up was not finished")
        found = check(Store(db, Device(*row)))
    except (sqlite.DatabaseError, msgspec.DecodeError) as fault:
        raise unless_disk(fault, "it is damaged") from fault
    if not found.ok:
        broken = [f"the chain of facts breaks at {found.chain_broken_at}"] if found.chain_broken_at else []
        different = [f"{count} rows of {table} differ" for table, count in found.rows_different.items()]
        raise BackupRefused("; ".join([*found.file_damage[:3], *broken, *different]))
    return found.facts, Device(*row)


def opened_or_refused(path: Path, key: str) -> Connection:
    try:
        return opened(path, key)
    except StorageFault as fault:
        if fault.code != "D-04":
            raise
        raise BackupRefused(str(fault)) from fault
    except (ChainBroken, sqlite.DatabaseError, msgspec.DecodeError) as fault:
        raise unless_disk(fault, "it is damaged") from fault


def read_only(path: Path, key: str) -> Connection:
    """Leaves no log beside it."""
    db: Connection = sqlite.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, isolation_level=None)
    db.execute(f"pragma key = \"x'{key}'\"")
    db.execute("pragma cipher_hmac_algorithm = HMAC_SHA256")
    return db


def hush() -> None:
    """Damage is looked for here, and told in our own words: SQLCipher need not shout it to the console."""
    with closing(sqlite.connect(":memory:")) as db:
        db.execute("pragma cipher_log_level = none")


def unless_disk(fault: Exception, why: str) -> Exception:
    """A full or failing disk says nothing of the file."""
    return fault if isinstance(fault, sqlite.OperationalError) else BackupRefused(f"{why}: {fault}")


@contextmanager
def disk_faults() -> Iterator[None]:
    try:
        yield
    except (OSError, sqlite.OperationalError) as fault:
        raise StorageFault("D-11", f"nothing was written, and nothing replaced: {fault}") from fault


@contextmanager
def part_beside(file: Path) -> Iterator[Path]:
    """A name to write under until the content is proved; whatever happens, nothing stays behind under it."""
    part = file.with_name(f".{file.name}.{secrets.token_hex(4)}.part")
    try:
        yield part
    finally:
        for suffix in ("", *COMPANIONS):
            beside(part, suffix).unlink(missing_ok=True)


def beside(file: Path, suffix: str) -> Path:
    return file.with_name(file.name + suffix)


def synced(file: Path) -> None:
    handle = os.open(file, os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
