"""Block list: as this kiosk last had it from its hub."""

from datetime import datetime, timedelta

import msgspec

from kiosk.domain.blocking import BlockList, is_genuine
from kiosk.storage.database import Connection

ASK_AGAIN = timedelta(days=1)
read = msgspec.msgpack.Decoder(BlockList).decode
to_bytes = msgspec.msgpack.Encoder().encode


def block_list(db: Connection) -> BlockList | None:
    row = db.execute("select body from block_list").fetchone()
    return read(row[0]) if row else None


def is_due(db: Connection, now: datetime) -> bool:
    """A list from the future is no newer than none: it was a wrong clock's."""
    known = block_list(db)
    return known is None or not timedelta(0) <= now - known.at < ASK_AGAIN


def keep(db: Connection, blocks: BlockList, public: bytes) -> bool:
    """An older list never replaces a newer one, and a forged one none."""
    known = block_list(db)
    if not is_genuine(blocks, public) or (known and blocks.at <= known.at):
        return False
    body = to_bytes(blocks)
    db.execute("insert into block_list values (1, ?) on conflict(id) do update set body = excluded.body", (body,))
    return True
