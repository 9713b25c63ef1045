"""Hub line: how far this kiosk and its hub have heard each other."""

from datetime import datetime

import msgspec
from msgspec import Struct

from kiosk.domain.contact import Contact
from kiosk.domain.moment import Moment
from kiosk.storage.database import Connection
from kiosk.storage.tables import TABLES

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
    titles: int = 0  # so many of its answers had titles in them: the catalogue gathers them anew
    trouble: str = ""  # why nothing more is sent: forked, revoked, ...
    begun: int = 0  # the generation in which this device began anew under another name; what lies before is told again


class Written(Struct, frozen=True):
    at: datetime


read_written = msgspec.json.Decoder(Written).decode
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


def has_hub(db: Connection) -> bool:
    line = hub_line(db)
    return bool(line.hub or line.epoch)


def half_heard(db: Connection) -> bool:
    """There is a hub, and what it says is not, or not all, here yet."""
    return has_hub(db) and not hub_line(db).whole


def position_of(db: Connection, own: Own) -> int:
    """Where on this disk that fact lies; what a restored kiosk has lost counts as what comes before its new line."""
    row = db.execute(
        "select position from facts where (generation, seq) <= (?, ?) order by generation desc, seq desc limit 1",
        (own.generation, own.seq),
    ).fetchone()
    return row[0] if row else 0


def waiting(db: Connection) -> int:
    """How many facts the hub does not have yet; they have followed each other without a gap since the first."""
    last = db.execute("select max(position) from facts").fetchone()[0] or 0
    return int(last - position_of(db, hub_line(db).stored))


def unsent(db: Connection, limit: int) -> list[tuple[int, int, str, bytes]]:
    """The next facts of one generation: number, place, text and hash, in order."""
    return told_after(db, hub_line(db).stored, limit)


def told_after(db: Connection, own: Own, limit: int) -> list[tuple[int, int, str, bytes]]:
    found = db.execute(
        "select generation, seq, body, hash from facts where position > ? order by position limit ?",
        (position_of(db, own), limit),
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


def contact(db: Connection) -> Contact:
    line = hub_line(db)
    if not line.hub:
        return Contact()
    heard = Moment(line.heard_at, line.heard_boot, line.heard_mono_ms) if line.heard_at else None
    return Contact(True, heard, waiting(db), line.trouble)


def row_at_hub(db: Connection, row: Struct) -> bool:
    """Does the hub have this row just as it stands here?"""
    at = (TABLES[type(row)], str(getattr(row, row.__struct_fields__[0])))
    found = db.execute("select body from hub_rows where row_table = ? and row_key = ?", at).fetchone()
    return bool(found and found[0] and msgspec.json.decode(found[0], type=type(row)) == row)


def open_cases(db: Connection) -> int:
    """Stories that contradict each other, as the hub has told them: staff have to say how it was."""
    sql = "select count(*) from hub_rows where row_table = 'cases' and json_extract(body, '$.state') = 'open'"
    return int(db.execute(sql).fetchone()[0])


def waiting_since(db: Connection) -> datetime | None:
    """When the first of them was written, by the clock of then."""
    after = position_of(db, hub_line(db).stored)
    row = db.execute("select body from facts where position > ? order by position limit 1", (after,)).fetchone()
    return read_written(row[0]).at if row else None
