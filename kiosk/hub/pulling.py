"""Pulling: what a hall is to hear since a device last asked, each row in its latest version."""

from typing import Any, Protocol

import msgspec
from msgspec import Struct
from sqlalchemy import Connection, and_, func, select

from kiosk.domain.classes import Course
from kiosk.hub.devices import Known
from kiosk.hub.leases import Lease, as_told, smaller, told_to
from kiosk.hub.member_keys import since
from kiosk.hub.rows import Sealed, chunks, first_column, typed_key
from kiosk.hub.tables import SEALED, counters, pages, progress, table_of
from kiosk.storage.tables import TABLES, from_row
from kiosk.sync.messages import PAGE_ROWS_MAX, Ask, Page, PulledRow

# What is read is of one moment, whatever is written meanwhile; with SQLite that is so by itself.
ONE_MOMENT: dict[str, dict[str, Any]] = {"postgresql": {"isolation_level": "REPEATABLE READ"}, "sqlite": {}}
STRUCTS = {name: struct for struct, name in TABLES.items()}
as_json = msgspec.json.Encoder().encode


class Centre(Protocol):
    epoch: str
    secret: bytes
    now: Any


class Standing(Struct, frozen=True):
    """How far its hall is, how far the device itself has been heard, and whether seats of it come back."""

    last: int = 0
    generation: int = 0
    seq: int = 0
    head: bytes = b""
    smaller: bool = False


def standing(db: Connection, device: Known, cursor: int) -> Standing:
    """In one question, whose answer is all that a device needs which has heard everything."""
    mine = (progress.c.hall == device.hall, progress.c.device == device.device)
    newest = select(func.max(progress.c.number)).where(*mine).scalar_subquery()
    told = smaller(device.hall, device.device, cursor)
    asked = select(counters.c.last, progress.c.generation, progress.c.seq, progress.c.head, told)
    joined = asked.join_from(counters, progress, and_(*mine, progress.c.number == newest), isouter=True)
    row = db.execute(joined.where(counters.c.hall == device.hall)).first()
    if row is None:
        return Standing()
    return Standing(row[0], row[1] or 0, row[2] or 0, row[3] or b"", bool(row[4]))


def page(db: Connection, device: Known, ask: Ask, centre: Centre, known: Standing) -> Page:
    """Cut only between two turns of the hub: what belongs together arrives together."""
    cursor, last = ask.cursor if ask.epoch == centre.epoch else -1, known.last
    news, most = cursor < last, min(max(ask.limit, 1), PAGE_ROWS_MAX)
    entries, until = entries_after(db, device.hall, cursor, most, last) if news else ([], last)
    keys, forgotten = since(db, device.hall, cursor, until, centre.secret) if news else ({}, [])
    whole = (known.generation, known.seq, known.head)
    generation, seq, head = whole if until == last else seen(db, device, until)
    return Page(
        epoch=centre.epoch,
        reset=cursor < 0,
        after=cursor,
        rows=tuple(bodies(db, entries, device.device)),
        next=until,
        more=until < last,
        seen_generation=generation,
        seen_seq=seq,
        seen_head=head,
        now=centre.now(),
        member_keys=keys,
        forgotten=tuple(forgotten),
    )


def entries_after(db: Connection, hall: int, cursor: int, limit: int, last: int) -> tuple[list[Any], int]:
    columns = (pages.c.number, pages.c.row_table, pages.c.row_key, pages.c.home, pages.c.subject)
    wanted = select(*columns).where(pages.c.hall == hall).order_by(pages.c.number)
    found = list(db.execute(wanted.where(pages.c.number > cursor).limit(limit + 1)))
    if len(found) <= limit:
        return found, last
    whole = [entry for entry in found if entry.number < found[-1].number]
    if whole:
        return whole, whole[-1].number
    only = found[0].number
    return list(db.execute(wanted.where(pages.c.number == only))), only


def seen(db: Connection, device: Known, until: int) -> tuple[int, int, bytes]:
    at = (progress.c.hall == device.hall, progress.c.device == device.device, progress.c.number <= until)
    asked = select(progress.c.generation, progress.c.seq, progress.c.head).where(*at)
    row = db.execute(asked.order_by(progress.c.number.desc()).limit(1)).first()
    return (row[0], row[1], row[2]) if row else (0, 0, b"")


def bodies(db: Connection, entries: list[Any], device: str) -> list[PulledRow]:
    """One question for each hall and table, however many rows; of a course each device hears its own lease."""
    wanted: dict[tuple[int, str], list[str]] = {}
    for entry in entries:
        wanted.setdefault((entry.home, entry.row_table), []).append(entry.row_key)
    found: dict[tuple[int, str, str], Any] = {}
    for (home, table), keys in wanted.items():
        found |= {(home, table, str(row[0])): row for row in read(db, home, table, keys)}
    courses = {home: [int(key) for key in keys] for (home, table), keys in wanted.items() if table == TABLES[Course]}
    leases = told_to(db, device, courses)
    return [pulled(e, found.get((e.home, e.row_table, e.row_key)), leases) for e in entries]


def read(db: Connection, home: int, table: str, keys: list[str]) -> list[Any]:
    struct = STRUCTS[table]
    columns = [c for c in table_of(struct).c if c.name != "hall_of"]
    rows: list[Any] = []
    for some in chunks([typed_key(struct, key) for key in keys]):
        asked = select(*columns).where(table_of(struct).c.hall_of == home, first_column(struct).in_(some))
        rows += db.execute(asked).fetchall()
    return rows


def pulled(entry: Any, row: Any, leases: dict[tuple[int, int], Lease]) -> PulledRow:
    struct = STRUCTS[entry.row_table]
    if row is None:
        return PulledRow(entry.row_table, entry.row_key, entry.subject)
    if struct in SEALED:
        kept = Sealed(*row)
        return PulledRow(entry.row_table, entry.row_key, entry.subject, None, kept.sealed, kept.member)
    value = from_row(struct, row)
    if isinstance(value, Course):
        value = as_told(value, leases.get((entry.home, value.course)))
    return PulledRow(entry.row_table, entry.row_key, entry.subject, as_json(value))
