"""Gathering: from the folder's own rows, what a pack does not have yet, what is new here, and what is read here."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any, get_args

from msgspec import Struct
from msgspec.structs import replace
from sqlcipher3 import dbapi2 as sqlite

from kiosk.domain.books import Title, shelf_mark
from kiosk.domain.facts import TitleFact
from kiosk.domain.tokens import syllables
from kiosk.storage.apply.rows import get
from kiosk.storage.database import Connection
from kiosk.storage.hub_line import hub_line
from kiosk.storage.pack import CHARACTERS_READ, Manifest
from kiosk.storage.shelf import Ranked, Shelf, fill
from kiosk.storage.store import Device
from kiosk.storage.tables import from_row, select

LIST_MAX = 60
COPIES_SEEN_MAX = 2000  # a hall's newest copies, which may be many of few titles
READ_DAYS = 90
TITLE_FACTS = ", ".join(f"'{kind.__name__}'" for kind in get_args(TitleFact) or (TitleFact,))
CHANGED = f"""select distinct coalesce(json_extract(body, '$.p.title.title'), json_extract(body, '$.p.title'))
    from facts where position > ? and type in ({TITLE_FACTS})"""
BORROWED = "select c.title, count(*) as times from loans l join copies c on c.copy = l.copy where l.loan >= ?"
RANKED = f"""select coalesce(times, 0), {select(Title, "t")} from titles t
    left join ({BORROWED} group by c.title) b on b.title = t.title order by 1 desc, t.name, t.title"""
MOST_READ = f"{BORROWED} and l.hall = ? group by c.title order by times desc, c.title limit {LIST_MAX}"
NEWEST = f"""select title from (select title, added_at from copies where hall = ? and added_at is not null
    order by added_at desc limit {COPIES_SEEN_MAX})
    group by title order by max(added_at) desc, title limit {LIST_MAX}"""


class Mark(Struct, frozen=True):
    """Up to where the folder was read: its own facts, and what the hub has told."""

    position: int
    cursor: int
    titles: int


class Lists(Struct, frozen=True):
    """What a hall likes to show before anybody has typed."""

    newest: tuple[Title, ...] = ()
    most_read: tuple[Title, ...] = ()
    cases: dict[str, tuple[int, ...]] = {}  # the bookcases of each room


def ranked(db: Connection) -> Iterator[Ranked]:
    """All titles of the folder, the most borrowed first."""
    for row in db.execute(RANKED, ("",)):
        yield Ranked(row[0], from_row(Title, row[1:]))


def mark(db: Connection) -> Mark:
    line = hub_line(db)
    return Mark(db.execute("select max(position) from facts").fetchone()[0] or 0, line.cursor, line.titles)


def titles_since(db: Connection, mark: Mark) -> bool:
    sql = f"select exists (select 1 from facts where position > ? and type in ({TITLE_FACTS}))"
    return hub_line(db).titles != mark.titles or bool(db.execute(sql, (mark.position,)).fetchone()[0])


def lists(db: Connection, hall: int, now: datetime) -> Lists:
    since = first_id(now - timedelta(days=READ_DAYS))
    return Lists(
        tuple(titles(db, db.execute(NEWEST, (hall,)).fetchall())),
        tuple(titles(db, db.execute(MOST_READ, (since, hall)).fetchall())),
        bookcases(db, hall),
    )


def bookcases(db: Connection, hall: int) -> dict[str, tuple[int, ...]]:
    rooms: dict[str, set[int]] = {}
    for (shelf,) in db.execute("select distinct shelf from copies where hall = ?", (hall,)):
        mark = shelf_mark(shelf)
        if mark.case:
            rooms.setdefault(mark.room, set()).add(mark.case)
    return {room: tuple(sorted(cases)) for room, cases in rooms.items()}


def titles(db: Connection, rows: list[Any]) -> Iterator[Title]:
    for row in rows:
        if title := get(db, Title, row[0]):
            yield title


def first_id(at: datetime) -> str:
    """Ids begin with their time, so those from a time on are a range of the key."""
    head = f"{int(at.timestamp() * 1000):012x}"
    return f"{head[:8]}-{head[8:]}"


def is_of(manifest: Manifest, device: Device) -> bool:
    return (manifest.device, manifest.generation) == (device.device, device.generation)


def not_in(
    pack: Shelf | None, manifest: Manifest | None, db: Connection, device: Device
) -> tuple[list[Ranked], set[int]]:
    """The folder's titles that the pack has not, or otherwise; and the ranks at which it has them otherwise."""
    if pack is None or manifest is None:
        return list(ranked(db)), set()
    ours = is_of(manifest, device)
    since = first_id(manifest.built_at) if ours else ""
    times = dict(db.execute(f"{BORROWED} group by c.title", (since,)).fetchall())
    found, hidden = [], set[int]()
    # What the hub has told does not say when; whatever differs from the pack is then found among all.
    few = ours and hub_line(db).titles == manifest.heard
    for title in changed(db, manifest) if few else all_titles(db):
        known = pack.one("title", title.title)
        if known is None:
            found.append(Ranked(times.get(title.title, 0), said_by(pack, title)))
        elif said_as(title, known[1].title) != known[1].title:
            found.append(Ranked(known[1].popularity, said_by(pack, title)))
            hidden.add(known[0])
    return sorted(found, key=lambda r: (-r.popularity, r.title.name, r.title.title)), hidden


def changed(db: Connection, manifest: Manifest) -> Iterator[Title]:
    return titles(db, db.execute(CHANGED, (manifest.position,)).fetchall())


def all_titles(db: Connection) -> Iterator[Title]:
    for row in db.execute(f"select {select(Title)} from titles"):
        yield from_row(Title, row)


def said_as(title: Title, known: Title) -> Title:
    """A title without a reading is the same as the one for which a reading was made."""
    return replace(
        title,
        reading=title.reading or known.reading,
        author_reading=title.author_reading or known.author_reading,
    )


def said_by(pack: Shelf, title: Title) -> Title:
    """Until the next pack is made, character by character."""
    if title.reading:
        return title
    return replace(title, reading=" ".join(filter(None, map(pack.sound, syllables(title.name)))))


def heard(title: Title) -> Iterator[tuple[str, str]]:
    """Each character with how it is said in this title."""
    said = title.reading.split()
    each = list(syllables(title.name))
    if len(each) == len(said):
        yield from ((c, s.partition("/")[0]) for c, s in zip(each, said, strict=True) if not c.isascii())


def in_memory(found: list[Ranked]) -> Shelf:
    """A connection that one thread makes and another asks: never both at once."""
    db: Connection = sqlite.connect(":memory:", isolation_level=None, check_same_thread=False)
    fill(db, found)
    db.execute(CHARACTERS_READ)
    sounds = {character: said for r in found for character, said in heard(r.title)}
    db.executemany("insert into characters_read values (?, ?)", sounds.items())
    return Shelf(db)
