"""Check: reads the whole data folder, and proves that the rows follow from the facts."""

from msgspec import Struct
from sqlcipher3 import dbapi2 as sqlite

from kiosk.storage.apply import ChainBroken
from kiosk.storage.store import Store


class Findings(Struct, frozen=True):
    ok: bool
    facts: int
    file_damage: list[str]  # what SQLite and the encryption say of the file's pages
    chain_broken_at: int | None
    rows_different: dict[str, int]
    generation: int  # of the device: it grows with each backup that is put back


def pages_damaged(store: Store) -> list[str]:
    # The log first goes into the file: the page check reads the file alone.
    store.db.execute("pragma wal_checkpoint(truncate)")
    damage = [row[0] for row in store.db.execute("pragma cipher_integrity_check")] if on_disk(store) else []
    try:
        return damage + [row[0] for row in store.db.execute("pragma integrity_check") if row[0] != "ok"]
    except sqlite.DatabaseError as fault:
        return [*damage, str(fault)]


def on_disk(store: Store) -> bool:
    return bool(store.db.execute("pragma database_list").fetchone()[2])


def check(store: Store) -> Findings:
    damage = pages_damaged(store)
    count, broken, different = 0, None, {}
    try:
        count = sum(1 for _ in store.facts())
        different = store.differences()
    except ChainBroken as fault:
        broken = fault.position
    except sqlite.DatabaseError as fault:
        damage.append(str(fault))
    ok = not damage and broken is None and not different
    return Findings(ok, count, damage, broken, different, store.device.generation)
