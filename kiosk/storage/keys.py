"""Keys: what this kiosk signs with, and whose signatures it believes."""

import os
from hashlib import sha256

from kiosk.domain.codes import Issuers, Sign
from kiosk.storage.database import Connection, StorageFault

KEY_ID_BYTES = 4


def issuers(db: Connection) -> Issuers:
    return dict(db.execute("select key_id, public from keys where role = 'issuer'").fetchall())


def add_key(db: Connection, role: str) -> None:
    """Issuer and device keys sign; the hash key only finds phones again."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    if role == "hash":
        secret = os.urandom(32)
        public = None
    else:
        pair = Ed25519PrivateKey.generate()
        secret, public = pair.private_bytes_raw(), pair.public_key().public_bytes_raw()
    key_id = sha256(public or secret).digest()[:KEY_ID_BYTES]
    db.execute("insert into keys (key_id, role, public, private) values (?, ?, ?, ?)", (key_id, role, public, secret))


def issuer(db: Connection) -> tuple[bytes, Sign]:
    """The key with which this kiosk issues cards, where it may."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    row = db.execute("select key_id, private from keys where role = 'issuer' and private is not null").fetchone()
    if row is None:
        raise StorageFault("D-08", "cards are not issued here: the hub holds the key")
    return row[0], Ed25519PrivateKey.from_private_bytes(row[1]).sign


def issues(db: Connection) -> bool:
    return db.execute("select 1 from keys where role = 'issuer' and private is not null").fetchone() is not None


def hash_key(db: Connection) -> bytes:
    """With this all new hashes are made."""
    return bytes(db.execute("select private from keys where role = 'hash'").fetchone()[0])


def hash_keys(db: Connection) -> tuple[bytes, ...]:
    """That one, and those of kiosks that stood alone before they joined their hall: a phone is looked for with each."""
    found = db.execute("select private from keys where role in ('hash', 'hash_before') order by role, key_id")
    return tuple(bytes(row[0]) for row in found.fetchall())


def device_signer(db: Connection) -> Sign:
    """With this the device proves that its facts are its own."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    row = db.execute("select private from keys where role = 'device'").fetchone()
    return Ed25519PrivateKey.from_private_bytes(row[0]).sign


def device_public(db: Connection) -> bytes:
    return bytes(db.execute("select public from keys where role = 'device'").fetchone()[0])


def renew_device_key(db: Connection) -> None:
    """Whoever has a copy of the old one can no longer speak for this device."""
    db.execute("delete from keys where role = 'device'")
    add_key(db, "device")
