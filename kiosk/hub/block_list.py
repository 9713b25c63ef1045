"""Block list: the city's list of cards that are not to be believed, for kiosks that have not had it for a day."""

import hmac
from datetime import datetime
from hashlib import sha256

from sqlalchemy import Connection, or_, select

from kiosk.domain.blocking import BlockList, blocked, signed
from kiosk.domain.codes import Sign
from kiosk.domain.members import Member
from kiosk.hub.tables import table_of
from kiosk.storage.tables import from_row

KEY_BYTES = 16


def block_list(db: Connection, secret: bytes, sign: Sign, now: datetime) -> BlockList:
    """The same cards have the same marks each day, so that what is sent can be compared."""
    table = table_of(Member)
    columns = [c for c in table.c if c.name != "hall_of"]
    asked = select(*columns).where(or_(table.c.blocked_why.is_not(None), table.c.card_lost_at.is_not(None)))
    members = (from_row(Member, row) for row in db.execute(asked))
    return signed(blocked(members, key_of(secret), now), sign)


def key_of(secret: bytes) -> bytes:
    return hmac.new(secret, b"hall kiosk block list", sha256).digest()[:KEY_BYTES]
