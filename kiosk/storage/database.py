"""Database: opens the encrypted file, and brings an older one up to date."""

import os
from contextlib import suppress
from pathlib import Path
from typing import Any, Protocol

from sqlcipher3 import dbapi2 as sqlite

from kiosk.storage.versions import WANTED_VERSION

FILE = "kiosk.db"
SQLITE_NEEDED = (3, 51, 3)  # older ones may lose a WAL that several connections share
BUSY_MS = 5000
CHECKPOINT_PAGES = 4000
CACHE_KIB = 16384
DAMAGED = "D-16"
STATEMENTS_KEPT = 256  # all that the program has; to prepare one again costs more than to run it


class Cursor(Protocol):
    def fetchone(self) -> Any: ...
    def fetchall(self) -> list[Any]: ...
    def __iter__(self) -> Any: ...


class Connection(Protocol):
    """What the house uses of a connection; one thread, one connection."""

    in_transaction: bool

    def execute(self, sql: str, parameters: Any = ()) -> Cursor: ...
    def executemany(self, sql: str, parameters: Any) -> Cursor: ...
    def close(self) -> None: ...


IntegrityError = sqlite.IntegrityError  # of two rows with one number, the second


class StorageFault(Exception):
    """The disk or the file fails us; nothing of the present step was kept."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code


def fault_code(fault: Exception) -> str:
    """D-16 where the file's own pages are damaged; nothing where it may be the disk, or something else."""
    damaged = isinstance(fault, sqlite.DatabaseError) and not isinstance(fault, sqlite.OperationalError)
    return DAMAGED if damaged and not isinstance(fault, sqlite.IntegrityError) else ""


def unread(fault: Exception) -> StorageFault:
    """A full, read-only or failing disk says nothing of the file; only what is damaged may be mended."""
    if isinstance(fault, sqlite.OperationalError):
        return StorageFault("D-10", f"the disk does not let the database be opened: {fault}")
    return StorageFault("D-04", f"the database cannot be read with this key: {fault}")


def database_file(folder: Path) -> Path:
    return folder / FILE


def key_file(folder: Path) -> Path:
    """Outside the folder, so that a copied or stolen folder tells nothing."""
    return folder.with_name(folder.name + ".key")


def new_key(file: Path) -> str:
    """Key and salt; they bear their name only once they are whole and on the disk."""
    key, fresh = os.urandom(48).hex(), file.with_name(file.name + ".new")
    file.parent.mkdir(parents=True, exist_ok=True)
    with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as out:
        out.write(key + "\n")
        out.flush()
        os.fsync(out.fileno())
    fresh.replace(file)
    return key


def read_key(file: Path) -> str:
    try:
        key = file.read_text().strip()
        bytes.fromhex(key)
    except FileNotFoundError:
        raise StorageFault("D-01", f"the key file is not there: {file}") from None
    except ValueError:
        raise StorageFault("D-02", f"the key file is damaged: {file}") from None
    if len(key) != 96:
        raise StorageFault("D-02", f"the key file is damaged: {file}")
    return key


def synced_folder(folder: Path) -> None:
    """Names of files become durable with their folder; not every system can, and those do it alone."""
    with suppress(PermissionError):
        handle = os.open(folder, os.O_RDONLY)
        os.fsync(handle)
        os.close(handle)


def opened(path: Path | str, key: str) -> Connection:
    """Open, with every acknowledged commit surely on the disk, and up to date."""
    if sqlite.sqlite_version_info < SQLITE_NEEDED:
        raise StorageFault("D-03", f"SQLite {sqlite.sqlite_version} is too old")
    db: Connection = connected(path, key)
    try:
        version = db.execute("pragma user_version").fetchone()[0]
    except sqlite.DatabaseError as fault:
        db.close()
        raise unread(fault) from fault
    if version > WANTED_VERSION:
        db.close()
        raise StorageFault("D-05", "the database was written by a newer version of the program")
    if version != WANTED_VERSION:
        # Imported only now: its library would double the start of a kiosk that is up to date.
        from kiosk.storage.migrations import migrate

        migrate(db)
    return db


def connected(path: Path | str, key: str, *, shared: bool = False) -> Connection:
    """`shared`: handed from thread to thread, never used by two at once."""
    try:
        db: Connection = sqlite.connect(
            str(path), isolation_level=None, cached_statements=STATEMENTS_KEPT, check_same_thread=not shared
        )
    except sqlite.OperationalError as fault:
        raise unread(fault) from fault
    for pragma in (
        f"key = \"x'{key}'\"",
        "cipher_hmac_algorithm = HMAC_SHA256",  # as sure as the default for us, and a tenth of a commit faster
        f"busy_timeout = {BUSY_MS}",
        "journal_mode = wal",
        "synchronous = full",
        f"wal_autocheckpoint = {CHECKPOINT_PAGES}",
        f"cache_size = -{CACHE_KIB}",
        "temp_store = memory",
        "secure_delete = on",  # a member's key that was destroyed is nowhere left
    ):
        try:
            db.execute(f"pragma {pragma}")
        except sqlite.DatabaseError as fault:
            db.close()
            raise unread(fault) from fault
    return db


def answering(db: Connection) -> bool:
    """One look into it: the disk may be gone under a program that runs."""
    try:
        return bool(db.execute("select count(*) from device").fetchone())
    except sqlite.Error:
        return False
