"""Pulled: takes in the hub's word; of each subject, first what the hub says and then what it has not heard of us."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

import msgspec
from msgspec import Struct
from msgspec.structs import astuple, replace

from kiosk.domain.books import Title
from kiosk.domain.facts import Fact
from kiosk.domain.loans import Loan
from kiosk.domain.moment import Moment
from kiosk.domain.subjects import Subject, subject_of
from kiosk.storage import sealed
from kiosk.storage.apply import read_fact
from kiosk.storage.apply.rows import OwnRows
from kiosk.storage.database import Connection
from kiosk.storage.hub_line import HubLine, Own, hash_at, hub_line, position_of, row_at_hub, write_line
from kiosk.storage.rebuilding import Rows, Stays, cleared, is_there, own_first, put_all, put_back, stepped
from kiosk.storage.store import Store
from kiosk.storage.tables import TABLES

OF_HUB_BEFORE, HALF_HERE = 1, 2  # why a row of the hub is marked: it goes, or it is put in place, when all is here
GIVING_WAY_MAX = 3  # who gives way to whom goes round no longer than that
Changed = tuple[str, str, str]  # table, key and subject of a row


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


def take(store: Store, heard: Heard, moment: Moment, told: "Unheard") -> bool:
    """In one transaction; False: an old answer, which changes nothing. `told` was read before it: there may be many
    facts, and others wait for its end."""
    with store.transaction():
        line = hub_line(store.db)
        if is_old(line, heard):
            return False
        if not same_story(store, heard.seen, hash_at(store.db, heard.seen), heard.seen_head):
            write_line(store.db, replace(line, trouble="fork"))
            return False
        if begins_anew(line, heard):
            store.db.execute("update hub_rows set stale = ?", (OF_HUB_BEFORE,))
            known = line.stored if heard.epoch == line.epoch else Own(line.begun)
            line = replace(line, epoch=heard.epoch, cursor=-1, seen=Own(line.begun), stored=known, whole=False)
        keep_keys(store.db, heard)
        keep(store.db, heard.rows)
        told.read_on(store.db)
        changed = [(row.table, row.key, row.subject) for row in heard.rows] + put_off(store.db, heard)
        newly = told.between(line.seen, heard.seen) if heard.whole else set()
        were = made_anew(store.db, changed, newly, told, max(line.seen, heard.seen))
        if not heard.whole:
            kept_until_whole(store.db, heard, told, were)
        titles = line.titles + any(row.table == TABLES[Title] for row in heard.rows)
        latest = max(line.heard_at or heard.now, heard.now)
        now = replace(line, cursor=heard.cursor, whole=heard.whole, heard_at=latest, titles=titles)
        now = replace(now, heard_boot=moment.boot, heard_mono_ms=moment.mono_ms)
        write_line(store.db, replace(now, seen=max(line.seen, heard.seen)) if heard.whole else now)
    return True


def begins_anew(line: HubLine, heard: Heard) -> bool:
    return heard.reset or heard.epoch != line.epoch


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


def put_off(db: Connection, heard: Heard) -> list[Changed]:
    """What was left as it was until the new word is here as a whole: because a part of it was on its way still, or
    because only the hub that was before its restore had said it."""
    if not heard.whole:
        return []
    found = db.execute("select row_table, row_key, subject from hub_rows where stale").fetchall()
    db.execute("delete from hub_rows where stale = ?", (OF_HUB_BEFORE,))
    db.execute("update hub_rows set stale = 0 where stale")
    return found


def made_anew(db: Connection, changed: list[Changed], newly: set[str], told: "Unheard", seen: Own) -> dict[str, Rows]:
    """Gives what was there before; whoever gave way to one of them is made anew too. Our own facts are stepped in the
    order in which they were written, whatever they are about."""
    rows, were = OwnRows(db), dict[str, Rows]()
    lent = {key for table, key, _ in changed if table == TABLES[Loan]}
    fresh = {subject for _, _, subject in changed} | newly
    for _ in range(GIVING_WAY_MAX):
        found = at_hub(db, fresh)
        were |= cleared(db, map(subject_named, fresh), lent | loans_of(found, fresh, told))
        fresh = put_all(rows, found, told_first(db)) - were.keys()
        if not fresh:
            break
    for fact in told.about(were):
        if Own(fact.generation, fact.seq) > seen:
            stepped(rows, fact, joined=True)
    return were


def told_first(db: Connection) -> Stays:
    """A guess of this kiosk's gives way to what the hub has told."""
    before = own_first(db)
    return lambda holder, row: row_at_hub(db, holder) and before(holder, row)


def at_hub(db: Connection, subjects: Iterable[str]) -> list[Any]:
    of_these = "subject in (select value from json_each(?)) order by row_table, row_key"
    names = msgspec.json.encode(sorted(subjects)).decode()
    return db.execute(f"select * from hub_rows where {of_these}", (names,)).fetchall()


def loans_of(found: list[Any], subjects: Iterable[str], told: "Unheard") -> set[str]:
    """All that are here of these copies: the hub has told of them, or we have, and the fact that began one names it."""
    return {key for table, key, *_ in found if table == TABLES[Loan]} | {fact.id for fact in told.about(subjects)}


def kept_until_whole(db: Connection, heard: Heard, told: "Unheard", were: dict[str, Rows]) -> None:
    """Rows of one subject may come with different pages. Where one that was shown is in none of them yet, the subject
    stays as it was: nobody sees less than was known."""
    shown = {name: rows for name, rows in were.items() if rows}
    known = {(row.table, row.key) for row in heard.rows if row.body is None and row.sealed is None}
    known |= keys_at_hub(db, shown)
    half = half_here(db, {name for name, rows in shown.items() if any(is_missed(db, known, *row) for row in rows)})
    if not half:
        return
    cleared(db, map(subject_named, half), loans_of(at_hub(db, half), half, told))
    put_back(db, [row for name in half for row in were[name]])
    lent = [(name, row[0]) for name in half for struct, row in were[name] if struct is Loan]
    # A loan is found by its name alone, so that of one that goes when all is here is noted.
    noted = f"insert or ignore into hub_rows values ('{TABLES[Loan]}', ?2, ?1, null, null, null, {OF_HUB_BEFORE})"
    db.executemany(noted, lent)


def keys_at_hub(db: Connection, subjects: Iterable[str]) -> set[tuple[str, str]]:
    of_these = "subject in (select value from json_each(?)) and (body is not null or sealed is not null)"
    names = msgspec.json.encode(sorted(subjects)).decode()
    return set(db.execute(f"select row_table, row_key from hub_rows where {of_these}", (names,)).fetchall())


def is_missed(db: Connection, known: set[tuple[str, str]], struct: type[Struct], row: Any) -> bool:
    """What the hub has not told may still be here: our own facts say so."""
    return (TABLES[struct], str(row[0])) not in known and not is_there(db, struct, row)


def half_here(db: Connection, lacking: set[str]) -> set[str]:
    of_these = "subject in (select value from json_each(?)) and stale <> ? returning subject"
    at = (HALF_HERE, msgspec.json.encode(sorted(lacking)).decode(), OF_HUB_BEFORE)
    return {name for (name,) in db.execute(f"update hub_rows set stale = ? where {of_these}", at).fetchall()}


def subject_named(name: str) -> Subject:
    return Subject(*name.split(" ", 1))


class Unheard:
    """Our own facts, by their places, since all was heard that the hub had to say: read once for a whole page."""

    def __init__(self, until: int) -> None:
        self.until = until
        self.facts: dict[int, Fact] = {}
        self.places: dict[str, list[int]] = {}  # of each subject

    def read_on(self, db: Connection) -> None:
        """What was written since then by whoever stands at the kiosk."""
        found = db.execute("select position, body from facts where position > ? order by position", (self.until,))
        for position, body in found.fetchall():
            self.until, self.facts[position] = position, read_fact(body)
            self.places.setdefault(str(subject_of(self.facts[position])), []).append(position)

    def about(self, subjects: Iterable[str]) -> list[Fact]:
        return [self.facts[place] for place in sorted(n for name in subjects for n in self.places.get(name, ()))]

    def between(self, known: Own, seen: Own) -> set[str]:
        """When nothing more is on its way, the hub's word holds for all that this kiosk had told, even if it is
        silence."""
        newly = (fact for fact in self.facts.values() if known < Own(fact.generation, fact.seq) <= seen)
        return {str(subject_of(fact)) for fact in newly}


def unheard(db: Connection, heard: Heard) -> Unheard:
    line = hub_line(db)
    known = Own(line.begun) if begins_anew(line, heard) else line.seen
    found = Unheard(position_of(db, min(known, heard.seen)))
    found.read_on(db)
    return found
