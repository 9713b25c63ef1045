"""Pulled: takes in the hub's word; of each subject, first what the hub says and then what it has not heard of us."""

from datetime import datetime
from typing import Any

from msgspec import Struct
from msgspec.structs import astuple, replace

from kiosk.domain.books import Title
from kiosk.domain.facts import Fact
from kiosk.domain.moment import Moment
from kiosk.domain.subjects import Subject, subject_of
from kiosk.storage import sealed
from kiosk.storage.apply import read_fact
from kiosk.storage.apply.rows import OwnRows
from kiosk.storage.database import Connection
from kiosk.storage.hub_line import HubLine, Own, hash_at, hub_line, position_of, row_at_hub, write_line
from kiosk.storage.rebuilding import cleared, is_there, put_all, put_back, stepped
from kiosk.storage.store import Store
from kiosk.storage.tables import TABLES

OF_HUB_BEFORE, HALF_HERE = 1, 2  # why a row of the hub is marked: it goes, or it is put in place, when all is here
GIVING_WAY_MAX = 3  # who gives way to whom goes round no longer than that
Rows = list[tuple[type[Struct], Any]]


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
    told = unheard(store.db, heard.seen)  # before the transaction: there may be many, and others wait for its end
    with store.transaction():
        line = hub_line(store.db)
        if is_old(line, heard):
            return False
        if not same_story(store, heard.seen, hash_at(store.db, heard.seen), heard.seen_head):
            write_line(store.db, replace(line, trouble="fork"))
            return False
        if heard.epoch != line.epoch or heard.reset:
            store.db.execute("update hub_rows set stale = ?", (OF_HUB_BEFORE,))
            known = line.stored if heard.epoch == line.epoch else Own(line.begun)
            line = replace(line, epoch=heard.epoch, cursor=-1, seen=Own(line.begun), stored=known, whole=False)
        keep_keys(store.db, heard)
        keep(store.db, heard.rows)
        seen = max(line.seen, heard.seen)
        subjects = {row.subject for row in heard.rows} | newly_seen(store.db, line, heard) | put_off(store.db, heard)
        were = made_anew(store.db, subjects, told.with_more(store.db), seen)
        if not heard.whole:
            kept_until_whole(store.db, heard, were)
        titles = line.titles + any(row.table == TABLES[Title] for row in heard.rows)
        latest = max(line.heard_at or heard.now, heard.now)
        now = replace(line, cursor=heard.cursor, whole=heard.whole, heard_at=latest, titles=titles)
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


def keep(db: Connection, rows: tuple[HubRow, ...]) -> None:
    gone = [(row.table, row.key) for row in rows if row.body is None and row.sealed is None]
    db.executemany("delete from hub_rows where row_table = ? and row_key = ?", gone)
    here = [astuple(row) for row in rows if row.body is not None or row.sealed is not None]
    db.executemany("insert or replace into hub_rows values (?, ?, ?, ?, ?, ?, 0)", here)


def newly_seen(db: Connection, line: HubLine, heard: Heard) -> set[str]:
    """When nothing more is on its way, the hub's word holds for all that this kiosk had told, even if it is silence."""
    if not heard.whole:
        return set()
    between = (position_of(db, line.seen), position_of(db, heard.seen))
    bodies = db.execute("select body from facts where position > ? and position <= ?", between)
    return {str(subject_of(read_fact(body))) for (body,) in bodies}


def put_off(db: Connection, heard: Heard) -> set[str]:
    """What was left as it was until the new word is here as a whole: because a part of it was on its way still, or
    because only the hub that was before its restore had said it."""
    if not heard.whole:
        return set()
    found = {name for (name,) in db.execute("select distinct subject from hub_rows where stale")}
    db.execute("delete from hub_rows where stale = ?", (OF_HUB_BEFORE,))
    db.execute("update hub_rows set stale = 0 where stale")
    return found


def made_anew(db: Connection, subjects: set[str], told: "Unheard", seen: Own) -> dict[str, Rows]:
    """Gives what was there before; whoever gave way to one of them is made anew too."""
    rows, were = OwnRows(db), dict[str, Rows]()
    fresh = subjects
    for _ in range(GIVING_WAY_MAX):
        were |= {name: cleared(db, Subject(*name.split(" ", 1))) for name in sorted(fresh)}
        gave_way: set[str] = set()
        for name in sorted(fresh):
            found = db.execute("select * from hub_rows where subject = ?", (name,)).fetchall()
            gave_way |= put_all(rows, found, lambda row: row_at_hub(db, row))
        fresh = gave_way - were.keys()
    for subject, fact in told.facts:
        if subject in were and Own(fact.generation, fact.seq) > seen:
            stepped(rows, fact, joined=True)
    return were


def kept_until_whole(db: Connection, heard: Heard, were: dict[str, Rows]) -> None:
    """Rows of one subject may come with different pages. Where one that was shown is in none of them yet, the subject
    stays as it was: nobody sees less than was known."""
    gone = {(row.table, row.key) for row in heard.rows if row.body is None and row.sealed is None}
    for name, rows in were.items():
        missed = (s for s, row in rows if (TABLES[s], str(row[0])) not in gone and not is_there(db, s, row))
        if next(missed, None) is None:
            continue
        sql = "update hub_rows set stale = ? where subject = ? and stale = 0 returning row_key"
        if db.execute(sql, (HALF_HERE, name)).fetchall():
            cleared(db, Subject(*name.split(" ", 1)))
            put_back(db, rows)


class Unheard(Struct, frozen=True):
    """Our own facts that are not in the hub's rows, each with its subject, in order, up to a position."""

    facts: tuple[tuple[str, Fact], ...]
    until: int

    def with_more(self, db: Connection) -> "Unheard":
        """What was written since then by whoever stands at the kiosk."""
        more = after(db, self.until)
        return Unheard(self.facts + more.facts, more.until)


def unheard(db: Connection, seen: Own) -> Unheard:
    return after(db, position_of(db, seen))


def after(db: Connection, position: int) -> Unheard:
    found = db.execute("select position, body from facts where position > ? order by position", (position,)).fetchall()
    facts = tuple((str(subject_of(fact)), fact) for _, body in found for fact in (read_fact(body),))
    return Unheard(facts, found[-1][0] if found else position)
