"""Pack: a shelf of all titles as one read-only file; made, sealed, proved, and opened."""

import os
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import Any

import msgspec
from msgspec import Struct
from sqlcipher3 import dbapi2 as sqlite

from kiosk.storage.database import Connection, StorageFault
from kiosk.storage.shelf import TABLES, Ranked, fill

APPLICATION = 0x484B5031  # HKP1
FORMAT = 1
MAGIC = b"HKPACK1\n"
SEAL_BYTES = len(MAGIC) + 8 + 32
READ_BYTES = 1 << 20
CACHE_KIB = 65536  # no mapping into memory: a disk that fails would then end the program
STATEMENTS_KEPT = 64
NUMBERS = ("application_id", "user_version")
CHARACTERS_READ = "create table characters_read (character text primary key, reading text not null) strict"


class Manifest(Struct, frozen=True):
    """What a pack says of itself; it holds all titles of its device up to a position among the facts."""

    built_at: datetime
    device: str
    generation: int
    position: int
    heard: int = 0  # and so many answers of the hub with titles in them
    count: int = 0
    format: int = FORMAT


class Contents(Struct, frozen=True):
    """What goes into a pack besides its manifest: titles, the most read first, and how characters are said."""

    ranked: Iterable[Ranked]
    characters: dict[str, str]


def write(file: Path, contents: Contents, manifest: Manifest) -> Manifest:
    """Under a name of its own until it is whole, sealed and on the disk."""
    fresh = file.with_name(file.name + ".new")
    fresh.unlink(missing_ok=True)
    file.parent.mkdir(parents=True, exist_ok=True)
    try:
        made = filled(fresh, contents, manifest)
        seal(fresh)
    except (OSError, sqlite.Error) as fault:
        fresh.unlink(missing_ok=True)
        raise StorageFault("D-15", f"the catalogue could not be written: {fault}") from fault
    fresh.replace(file)
    return made


def filled(file: Path, contents: Contents, manifest: Manifest) -> Manifest:
    db: Connection = sqlite.connect(str(file), isolation_level=None)
    try:
        for pragma in ("journal_mode = off", "synchronous = off", "cache_size = -200000", "temp_store = memory"):
            db.execute(f"pragma {pragma}")
        count = fill(db, contents.ranked)
        made = msgspec.structs.replace(manifest, count=count, format=FORMAT)
        db.execute(CHARACTERS_READ)
        db.executemany("insert into characters_read values (?, ?)", sorted(contents.characters.items()))
        db.execute("create index characters_read_reading on characters_read(reading)")
        db.execute("create table manifest (json text not null) strict")
        db.execute("insert into manifest values (?)", (msgspec.json.encode(made).decode(),))
        db.execute(f"pragma user_version = {FORMAT}")
        db.execute(f"pragma application_id = {APPLICATION}")
    finally:
        db.close()
    return made


def seal(file: Path) -> None:
    """Behind the last page, where SQLite does not look: how long it is, and a digest of all before."""
    size, digest = file.stat().st_size, digest_of(file, file.stat().st_size)
    with file.open("ab") as out:
        out.write(MAGIC + size.to_bytes(8, "big") + digest)
        out.flush()
        os.fsync(out.fileno())


def digest_of(file: Path, size: int) -> bytes:
    from hashlib import sha256

    found = sha256()
    with file.open("rb") as source:
        while size > 0 and (part := source.read(min(READ_BYTES, size))):
            found.update(part)
            size -= len(part)
    return found.digest()


def sealed_digest(file: Path) -> bytes:
    """The digest that the file was sealed with; whether it is true is not asked here."""
    try:
        with file.open("rb") as source:
            size = source.seek(0, os.SEEK_END)
            source.seek(max(0, size - SEAL_BYTES))
            mark = source.read(SEAL_BYTES)
    except OSError as fault:
        raise StorageFault("D-12", f"the catalogue cannot be read: {fault}") from fault
    length = int.from_bytes(mark[len(MAGIC) : len(MAGIC) + 8], "big")
    if not mark.startswith(MAGIC) or length != size - SEAL_BYTES:
        raise StorageFault("D-12", f"this is no catalogue, or not the whole of it: {file.name}")
    return mark[-32:]


def proved(file: Path) -> Manifest:
    """Every byte is as it was written, and every table answers."""
    sealed = sealed_digest(file)
    if digest_of(file, file.stat().st_size - SEAL_BYTES) != sealed:
        raise StorageFault("D-12", f"the catalogue is damaged: {file.name}")
    db, manifest = opened_pack(file)
    try:
        for question in ("titles", "characters_read", *(f"{table} where {table} match 'a'" for table in TABLES)):
            db.execute(f"select rowid from {question} limit 1").fetchall()
    except sqlite.Error as fault:
        raise StorageFault("D-12", f"the catalogue is damaged: {fault}") from fault
    finally:
        db.close()
    return manifest


def opened_pack(file: Path) -> tuple[Connection, Manifest]:
    """Quick: it was proved when it was installed."""
    sealed_digest(file)
    address = f"{file.absolute().as_uri()}?mode=ro&immutable=1"
    # A catalogue gives one thread at a time the word, so the connection may go from one to another.
    options: dict[str, Any] = {"cached_statements": STATEMENTS_KEPT, "check_same_thread": False}
    try:
        db: Connection = sqlite.connect(address, uri=True, isolation_level=None, **options)
    except sqlite.Error as fault:
        raise StorageFault("D-12", f"the catalogue cannot be read: {fault}") from fault
    try:
        db.execute(f"pragma cache_size = -{CACHE_KIB}")
        (application,), (version,) = (db.execute(f"pragma {what}").fetchone() for what in NUMBERS)
        if application != APPLICATION:
            raise StorageFault("D-13", f"this is not a catalogue of titles: {file.name}")
        if version > FORMAT:
            raise StorageFault("D-14", "the catalogue was written for a newer version of the program")
        manifest = msgspec.json.decode(db.execute("select json from manifest").fetchone()[0], type=Manifest)
    except (sqlite.Error, msgspec.MsgspecError, TypeError) as fault:
        db.close()
        raise StorageFault("D-12", f"the catalogue is damaged: {fault}") from fault
    except StorageFault:
        db.close()
        raise
    return db, manifest
