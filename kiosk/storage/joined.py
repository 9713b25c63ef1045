"""Joined: what this kiosk keeps of its hub, and the keys that the hub has told it."""

from collections.abc import Iterable, Mapping
from hashlib import sha256

import msgspec
from msgspec import Struct

from kiosk.storage.database import Connection
from kiosk.storage.keys import KEY_ID_BYTES


class Joined(Struct, frozen=True):
    """One row; none where a kiosk stands alone."""

    public: bytes  # the key that signs the hub's words
    ca: str  # whoever shows another certificate is not the hub
    certificate: bytes  # the hub's word for this device
    name: str = ""
    keys: str = ""  # the hub's word for the keys it has told


read = msgspec.json.Decoder(Joined).decode


def joined(db: Connection) -> Joined | None:
    row = db.execute("select body from joined").fetchone()
    return read(row[0]) if row else None


def write_joined(db: Connection, now: Joined) -> None:
    body = msgspec.json.encode(now).decode()
    db.execute("insert into joined values (1, ?) on conflict(id) do update set body = excluded.body", (body,))


def own_issuers(db: Connection) -> dict[bytes, bytes]:
    """With which this kiosk itself has signed cards."""
    sql = "select key_id, public from keys where role = 'issuer' and private is not null"
    return dict(db.execute(sql).fetchall())


def learn_issuers(db: Connection, issuers: Mapping[bytes, bytes]) -> None:
    """A card that was issued at any kiosk is believed here from now on; what was believed stays."""
    known = [(key_id, "issuer", public, None) for key_id, public in issuers.items()]
    db.executemany("insert into keys values (?, ?, ?, ?) on conflict do nothing", known)


def learn_hash_keys(db: Connection, told: Iterable[bytes]) -> None:
    """The hall's first key makes all new hashes; this kiosk's earlier ones still find what they made."""
    keys = list(told)
    if not keys:
        return
    db.execute("update keys set role = 'hash_before' where role = 'hash'")
    for n, secret in enumerate(keys):
        row = (sha256(secret).digest()[:KEY_ID_BYTES], "hash_before" if n else "hash", None, secret)
        db.execute("insert into keys values (?, ?, ?, ?) on conflict(key_id) do update set role = excluded.role", row)
