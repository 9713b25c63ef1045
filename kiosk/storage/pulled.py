"""Pulled: takes in the hub's word; of each subject, first what the hub says and then what it has not heard of us."""

from collections.abc import Iterator
from datetime import datetime

from msgspec import Struct
from msgspec.structs import replace

from kiosk.domain.facts import Fact
from kiosk.domain.moment import Moment
from kiosk.domain.subjects import Subject, subject_of
from kiosk.storage import sealed
from kiosk.storage.apply import read_fact
from kiosk.storage.apply.rows import OwnRows
from kiosk.storage.database import Connection
from kiosk.storage.hub_line import HubLine, Own, hash_at, hub_line, position_of, write_line
from kiosk.storage.rebuilding import cleared, put_all, stepped
from kiosk.storage.store import Store


class HubRow(Struct, frozen=True):
    """A row as the hub has it: its text, or what is sealed of it; neither: it is gone."""

    table: str
    key: str
    subject: str
    body: bytes | None = None
    sealed: bytes | None = None
    member: int | None = None


class Heard(Struct, frozen=True):
    """What one answer of the hub changes here."""

    epoch: str
    reset: bool
    rows: tuple[HubRow, ...]
    cursor: int
    whole: bool
    seen: Own
    now: datetime
    seen_head: bytes = b""
    after: int = -1
    member_keys: dict[int, bytes] = {}
    forgotten: tuple[int, ...] = ()


def take(store: Store, heard: Heard, moment: Moment) -> bool:
    """In one transaction; False: an old answer, which changes nothing."""
    with store.transaction():
        line = hub_line(store.db)
        if is_old(line, heard):
            return False
        if not same_story(store, heard.seen, hash_at(store.db, heard.seen), heard.seen_head):
            write_line(store.db, replace(line, trouble="fork"))
            return False
        dropped: set[str] = set()  # what only the hub that was before its restore had said
        if heard.epoch != line.epoch or heard.reset:
            dropped = {name for (name,) in store.db.execute("select distinct subject from hub_rows")}
            store.db.execute("delete from hub_rows")
            known = line.stored if heard.epoch == line.epoch else Own(line.begun)
            line = replace(line, epoch=heard.epoch, cursor=-1, seen=Own(line.begun), stored=known, whole=False)
        keep_keys(store.db, heard)
        for row in heard.rows:
            keep(store.db, row)
        subjects = dropped | {row.subject for row in heard.rows} | newly_seen(store.db, line, heard)
        made_anew(store.db, subjects, max(line.seen, heard.seen))
        latest = max(line.heard_at or heard.now, heard.now)
        now = replace(line, cursor=heard.cursor, whole=heard.whole, heard_at=latest)
        now = replace(now, heard_boot=moment.boot, heard_mono_ms=moment.mono_ms)
        write_line(store.db, replace(now, seen=max(line.seen, heard.seen)) if heard.whole else now)
    return True


def is_old(line: HubLine, heard: Heard) -> bool:
    """Or begins beyond what is known here, or was said to the device that this one was before it began anew."""
    if heard.seen.seq and heard.seen.generation < line.begun:
        return True
    if heard.epoch != line.epoch:
        return not heard.reset
    return heard.cursor < line.cursor or heard.after > line.cursor


def same_story(store: Store, own: Own, mine: bytes | None, head: bytes) -> bool:
    """The hub speaks of this kiosk's own facts; of an earlier generation it may have heard more than was restored."""
    return not own.seq or mine == head or (mine is None and own.generation < store.device.generation)


def keep_keys(db: Connection, heard: Heard) -> None:
    for member, key in heard.member_keys.items():
        db.execute(
            "insert into member_keys values (?, ?) on conflict(member) do update set key = excluded.key", (member, key)
        )
    for member in heard.forgotten:
        sealed.forget(db, member)


def keep(db: Connection, row: HubRow) -> None:
    db.execute("delete from hub_rows where row_table = ? and row_key = ?", (row.table, row.key))
    if row.body is not None or row.sealed is not None:
        values = (row.table, row.key, row.subject, row.body, row.sealed, row.member)
        db.execute("insert into hub_rows values (?, ?, ?, ?, ?, ?)", values)


def newly_seen(db: Connection, line: HubLine, heard: Heard) -> set[str]:
    """When nothing more is on its way, the hub's word holds for all that this kiosk had told, even if it is silence."""
    if not heard.whole:
        return set()
    between = (position_of(db, line.seen), position_of(db, heard.seen))
    bodies = db.execute("select body from facts where position > ? and position <= ?", between)
    return {str(subject_of(read_fact(body))) for (body,) in bodies}


def made_anew(db: Connection, subjects: set[str], seen: Own) -> None:
    unheard = [fact for fact in facts_after(db, seen) if str(subject_of(fact)) in subjects]
    rows = OwnRows(db)
    for name in sorted(subjects):
        cleared(db, Subject(*name.split(" ", 1)))
    for name in sorted(subjects):
        put_all(rows, db.execute("select * from hub_rows where subject = ?", (name,)).fetchall())
    for fact in unheard:
        stepped(rows, fact, joined=True)


def facts_after(db: Connection, own: Own) -> Iterator[Fact]:
    for (body,) in db.execute("select body from facts where position > ? order by position", (position_of(db, own),)):
        yield read_fact(body)
