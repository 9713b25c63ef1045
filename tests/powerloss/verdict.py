"""Verdict: opens what a disk was found to hold as the kiosk does after a restart, and says what is wrong with it."""

import shutil
from hashlib import sha256
from pathlib import Path

from halls import NOON
from msgspec import Struct
from powerloss.day import PLAN
from powerloss.disk import Image

from kiosk.domain.facts import HallSet
from kiosk.domain.moment import Moment
from kiosk.storage.database import Connection, StorageFault, read_key
from kiosk.storage.store import Store, open_store
from kiosk.upkeep.setup import set_up

LOST, HALF, NEVER = "acknowledged but lost", "half a step", "there but never begun"
APART = "rows do not follow from the facts"
KEY_ROLES = {("device",), ("hash",), ("issuer",)}
NOW = Moment(NOON, "after", 0)


class Wrong(Exception):
    """What was found cannot be used as it is."""


class Found(Struct, frozen=True):
    """The facts in their order, or why they cannot be had; a folder that is not set up yet has none."""

    facts: tuple[str, ...] = ()
    fault: str | None = None


class Inspector:
    """Looks at many images, one after another, in one scratch folder; what it has seen it does not prove again."""

    def __init__(self, scratch: Path, key: str = "hall.key") -> None:
        self.place, self.key = scratch / "place", key
        self.images: dict[bytes, Found] = {}
        self.states: dict[bytes, Found] = {}

    def image(self, image: Image) -> tuple[bytes, Found]:
        mark = mark_of(image)
        if mark not in self.images:
            shutil.rmtree(self.place, ignore_errors=True)
            self.place.mkdir()
            laid_out(image, self.place)
            self.images[mark] = self.look()
        return mark, self.images[mark]

    def copy_of(self, place: Path) -> Found:
        """The folder itself stays as it is, for the next who opens it."""
        shutil.rmtree(self.place, ignore_errors=True)
        shutil.copytree(place, self.place)
        return self.look()

    def look(self) -> Found:
        try:
            return self.restarted()
        except Exception as fault:
            return Found(fault=f"{type(fault).__name__}: {fault}".replace(str(self.place), "")[:90])

    def restarted(self) -> Found:
        """Where no kiosk stands yet, its set-up must be possible again."""
        folder, key_path = self.place / "hall", self.place / self.key
        try:
            store = open_store(folder, read_key(key_path))
        except StorageFault as fault:
            self.set_up_again(folder, key_path, fault)
            return Found()
        try:
            return self.examined(store)
        finally:
            store.close()

    def set_up_again(self, folder: Path, key_path: Path, why: StorageFault) -> None:
        try:
            store = set_up(folder, PLAN, NOW, key_path=key_path)
        except StorageFault as fault:
            raise Wrong(f"opening: {why.code}; set-up again: {fault.code}") from fault
        try:
            self.examined(store)
        finally:
            store.close()

    def examined(self, store: Store) -> Found:
        whole_file(store.db)
        state = logical_state(store.db)
        if state not in self.states:
            self.states[state] = Found(proved_facts(store))
        store.record(HallSet(PLAN.hall), moment=NOW)
        return self.states[state]


def mark_of(image: Image) -> bytes:
    """Equal only for equal images: each name and length stands before its contents."""
    mark = sha256()
    for path, data in sorted(image.items()):
        mark.update(repr((path, None if data is None else len(data))).encode())
        mark.update(data or b"")
    return mark.digest()


def laid_out(image: Image, place: Path) -> None:
    for path, data in sorted(image.items()):
        if data is None:
            (place / path).mkdir()
        else:
            (place / path).write_bytes(data)


def whole_file(db: Connection) -> None:
    """The log goes into the file first: the next check reads the file alone, where a torn page may yet be mended."""
    if db.execute("pragma wal_checkpoint(truncate)").fetchone()[0]:
        raise Wrong("the log cannot be moved into the file")
    damage = db.execute("pragma cipher_integrity_check").fetchall()
    damage += [row for row in db.execute("pragma integrity_check").fetchall() if row != ("ok",)]
    if damage:
        raise Wrong(f"damaged file: {damage[0][0]}")


def logical_state(db: Connection) -> bytes:
    """All that any table says: of two files that say the same, one proof is enough."""
    tables = db.execute("select name from sqlite_schema where type = 'table' order by name").fetchall()
    return sha256(repr([(t, db.execute(f'select * from "{t}"').fetchall()) for (t,) in tables]).encode()).digest()


def proved_facts(store: Store) -> tuple[str, ...]:
    facts = tuple(fact.id for fact in store.facts())
    if different := store.differences():
        raise Wrong(f"{APART}: {', '.join(different)}")
    if set(store.db.execute("select role from keys")) != KEY_ROLES:
        raise Wrong("keys are missing")
    return facts


def judged(found: Found, acknowledged: tuple[str, ...], begun: tuple[str, ...]) -> str | None:
    """What was answered is there, what was begun is there whole or not at all, and nothing else."""
    if found.fault or found.facts in (acknowledged, acknowledged + begun):
        return found.fault
    if set(acknowledged) - set(found.facts):
        return LOST
    return NEVER if set(found.facts) - set(acknowledged) - set(begun) else HALF
