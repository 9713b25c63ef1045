"""Told keys: issuers' public keys for every device, and the hash keys of a hall for its own devices alone."""

from collections.abc import Iterable
from hashlib import sha256

from sqlalchemy import Connection, func, insert, select

from kiosk.hub.member_keys import unwrapped, wrapped
from kiosk.hub.tables import hash_keys, issuers
from kiosk.storage.keys import KEY_ID_BYTES
from kiosk.sync.joining import Keys
from kiosk.sync.messages import to_wire

PURPOSE = "hash"
ISSUERS_MAX, HASH_KEYS_MAX = 8, 8  # that one device may bring
HASH_KEYS_OF_HALL_MAX = 64
KEY_BYTES = 32


def sound(keys: Keys) -> bool:
    """As every release has written them; a key's name is its hash, so that none can stand in another's way."""
    named = all(id_of(public) == key_id for key_id, public in keys.issuers.items())
    long = all(len(key) == KEY_BYTES for key in (*keys.issuers.values(), *keys.hash_keys))
    return named and long and len(keys.issuers) <= ISSUERS_MAX and len(keys.hash_keys) <= HASH_KEYS_MAX


def id_of(key: bytes) -> bytes:
    return sha256(key).digest()[:KEY_ID_BYTES]


def keep(db: Connection, hall: int, keys: Keys, secret: bytes) -> None:
    """The first to come is the hall's; those that follow only help to find what they had hashed."""
    known = {bytes(key_id) for (key_id,) in db.execute(select(issuers.c.key_id))}
    fresh = {key_id: public for key_id, public in keys.issuers.items() if key_id not in known}
    if fresh:
        db.execute(insert(issuers), [{"hall": hall, "key_id": k, "public": p} for k, p in fresh.items()])
    here = {bytes(key_id) for (key_id,) in db.execute(select(hash_keys.c.key_id).where(hash_keys.c.hall == hall))}
    place = db.execute(select(func.max(hash_keys.c.place)).where(hash_keys.c.hall == hall)).scalar() or 0
    for key in dict.fromkeys(keys.hash_keys):
        if id_of(key) not in here and len(here) < HASH_KEYS_OF_HALL_MAX:
            place += 1
            here.add(id_of(key))
            row = {"hall": hall, "key_id": id_of(key), "place": place, "key": wrapped(key, PURPOSE, secret)}
            db.execute(insert(hash_keys).values(**row))


def all_issuers(db: Connection) -> dict[bytes, bytes]:
    return {bytes(key_id): bytes(public) for key_id, public in db.execute(select(issuers.c.key_id, issuers.c.public))}


def of_hall(db: Connection, hall: int, secret: bytes) -> tuple[bytes, ...]:
    asked = select(hash_keys.c.key).where(hash_keys.c.hall == hall).order_by(hash_keys.c.place, hash_keys.c.key_id)
    return tuple(unwrapped(bytes(key), PURPOSE, secret) for (key,) in db.execute(asked))


def told(db: Connection, hall: int, secret: bytes) -> Keys:
    return Keys(all_issuers(db), of_hall(db, hall, secret))


def word_for(keys: Keys) -> str:
    """Short, and another one as soon as any key is another."""
    listed: Iterable[bytes] = sorted(keys.issuers)
    return sha256(to_wire((list(listed), keys.hash_keys))).hexdigest()[:16]
