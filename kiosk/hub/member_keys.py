"""Member keys: what opens a member's details on the kiosks of a hall; here they lie wrapped, and are never used."""

import os

from sqlalchemy import Connection, select

from kiosk.hub.rows import chunks
from kiosk.hub.sharing import key_for_hosts
from kiosk.hub.tables import member_keys
from kiosk.hub.turn import Turn

NONCE_BYTES = 12


def keep_keys(turn: Turn, hall: int, keys: dict[int, bytes], secret: bytes) -> None:
    """The first key stays: what it has sealed is read with no other. Of whoever was forgotten, none is kept."""
    known: set[int] = set()
    for some in chunks(list(keys)):
        asked = select(member_keys.c.member).where(member_keys.c.member.in_(some))
        known |= {row[0] for row in turn.db.execute(asked)}
    for member, key in keys.items():
        if member not in known:
            kept = wrapped(key, member, secret)
            turn.key_of(hall, member, kept)
            key_for_hosts(turn, member, kept)


def wrapped(key: bytes, member: int | str, secret: bytes) -> bytes:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    nonce = os.urandom(NONCE_BYTES)
    return nonce + AESGCM(secret).encrypt(nonce, key, str(member).encode())


def unwrapped(text: bytes, member: int | str, secret: bytes) -> bytes:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    return AESGCM(secret).decrypt(text[:NONCE_BYTES], text[NONCE_BYTES:], str(member).encode())


def since(db: Connection, hall: int, cursor: int, until: int, secret: bytes) -> tuple[dict[int, bytes], list[int]]:
    """Keys that were added, and members who were forgotten."""
    at = (member_keys.c.hall == hall, member_keys.c.number > cursor, member_keys.c.number <= until)
    found = db.execute(select(member_keys.c.member, member_keys.c.key).where(*at)).fetchall()
    keys = {member: unwrapped(key, member, secret) for member, key in found if key is not None}
    return keys, [member for member, key in found if key is None]
