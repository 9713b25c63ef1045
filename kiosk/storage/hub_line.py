"""Hub line: how far this kiosk and its hub have heard each other."""

from datetime import datetime

import msgspec
from msgspec import Struct

from kiosk.storage.database import Connection

NOT_JOINED = -1


class Own(Struct, frozen=True, order=True):
    """A place in this device's own chain."""

    generation: int = 0
    seq: int = 0


class HubLine(Struct, frozen=True):
    """One row; a kiosk that stands alone has none of this."""

    hub: str = ""  # where it is to be found
    epoch: str = ""
    cursor: int = NOT_JOINED  # the hub's rows are here up to this number
    whole: bool = False  # and nothing between is still on its way
    seen: Own = Own()  # this device's facts that those rows hold
    stored: Own = Own()  # this device's facts that the hub has on its disk
    heard_at: datetime | None = None  # what the hub said the time was
    heard_boot: str = ""
    heard_mono_ms: int = 0
    trouble: str = ""  # why nothing more is sent: forked, revoked, ...
    begun: int = 0  # the generation in which this device began anew under another name; what lies before is told again


read_line = msgspec.json.Decoder(HubLine).decode
to_text = msgspec.json.Encoder().encode


def hub_line(db: Connection) -> HubLine:
    row = db.execute("select body from hub_line").fetchone()
    return read_line(row[0]) if row else HubLine()


def write_line(db: Connection, line: HubLine) -> None:
    db.execute(
        "insert into hub_line values (1, ?) on conflict(id) do update set body = excluded.body",
        (to_text(line).decode(),),
    )


def position_of(db: Connection, own: Own) -> int:
    """Where on this disk that fact lies; what a restored kiosk has lost counts as what comes before its new line."""
    row = db.execute(
        "select max(position) from facts where generation < ? or (generation = ? and seq <= ?)",
        (own.generation, own.generation, own.seq),
    ).fetchone()
    return row[0] or 0


def waiting(db: Connection) -> int:
    """How many facts the hub does not have yet."""
    after = position_of(db, hub_line(db).stored)
    return int(db.execute("select count(*) from facts where position > ?", (after,)).fetchone()[0])


def unsent(db: Connection, limit: int) -> list[tuple[int, int, str, bytes]]:
    """The next facts of one generation: number, place, text and hash, in order."""
    stored = hub_line(db).stored
    found = db.execute(
        "select generation, seq, body, hash from facts where position > ? order by position limit ?",
        (position_of(db, stored), limit),
    ).fetchall()
    return [row for row in found if row[0] == found[0][0]]


def hash_before(db: Connection, generation: int, seq: int) -> bytes | None:
    row = db.execute(
        "select hash from facts where position < (select position from facts where generation = ? and seq = ?)"
        " order by position desc limit 1",
        (generation, seq),
    ).fetchone()
    return row[0] if row else None


def hash_at(db: Connection, own: Own) -> bytes | None:
    row = db.execute("select hash from facts where generation = ? and seq = ?", (own.generation, own.seq)).fetchone()
    return row[0] if row else None
