"""Stock-takes as they are asked for: what is expected, what lies there, what nobody has seen, and the report."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from msgspec import Struct

from kiosk.domain.codes import shelf_code
from kiosk.domain.stock import Sighting, Stocktake, sighting_key
from kiosk.domain.stocktaking import Lying, settled
from kiosk.storage import queries, stock
from kiosk.storage.apply.rows import get
from kiosk.storage.database import Connection
from kiosk.storage.queries import rows

# On a shelf of this hall, as far as anybody knows.
EXPECTED = """from copies c join titles t on t.title = c.title where c.hall = ? and c.condition in ('good', 'damaged')
    and not c.on_loan and c.sent_to is null and not c.adrift and substr(c.shelf, 1, length(?)) = ?
    and upper(substr(t.class_mark, 1, length(?))) = ?"""
# Since it began neither listed nor held in anybody's hands, nor seen by a clock that went wrong.
UNTOUCHED = """and c.added_at <= ? and (c.seen_at is null or c.seen_at < ?)
    and not exists (select 1 from sightings s where s.sighting = ? || ' ' || c.copy)"""
SEEN = """select s.copy, s.found, s.shelf, s.at, s.device, s.loan, t.name, c.shelf, c.home_hall, l.ended_at
    from sightings s left join copies c on c.copy = s.copy left join titles t on t.title = c.title
    left join loans l on l.loan = s.loan where s.sighting > ? || ' ' and s.sighting < ? || '!' order by s.sighting"""


ALL = -1  # as SQLite says it


class Counted(Struct, frozen=True):
    """One copy in the report of a stock-take."""

    number: str
    title: str
    state: str
    shelf: str  # where it belongs
    seen_shelf: str
    home_hall: int | None
    seen_at: datetime | None  # none: nobody has seen it yet
    device: str


class Report(Struct, frozen=True):
    stocktake: Stocktake
    counts: dict[str, int]
    unseen: int
    rows: tuple[Counted, ...]

    @property
    def seen(self) -> int:
        return sum(row.state != "missing" for row in self.rows)


def stocktake(db: Connection, key: str) -> Stocktake | None:
    return get(db, Stocktake, key)


def under_way(db: Connection, hall: int) -> Stocktake | None:
    return next(
        iter(rows(db, Stocktake, "where hall = ? and closed_at is null order by stocktake limit 1", hall)), None
    )


def newest(db: Connection, hall: int) -> Stocktake | None:
    return next(iter(rows(db, Stocktake, "where hall = ? order by stocktake desc limit 1", hall)), None)


def scope(of: Stocktake) -> tuple[Any, ...]:
    return of.hall, of.room, of.room, of.class_mark, of.class_mark


def expected(db: Connection, of: Stocktake) -> int:
    return int(db.execute(f"select count(*) {EXPECTED}", scope(of)).fetchone()[0])


def unseen(db: Connection, of: Stocktake, most: int = ALL) -> tuple[str, ...]:
    """All that nobody has seen since it began: what a closing would call missing."""
    sql = f"select c.copy {EXPECTED} {UNTOUCHED} order by c.copy limit ?"
    found = db.execute(sql, (*scope(of), *since(of), most))
    return tuple(number for (number,) in found)


def unseen_rows(db: Connection, of: Stocktake) -> tuple[Counted, ...]:
    """As the report lists them while it goes on."""
    sql = f"select c.copy, t.name, c.shelf, c.home_hall {EXPECTED} {UNTOUCHED} order by c.shelf, c.copy"
    found = db.execute(sql, (*scope(of), *since(of)))
    return tuple(Counted(copy, title, "unseen", shelf, "", home, None, "") for copy, title, shelf, home in found)


def still_unseen(db: Connection, of: Stocktake, numbers: Iterable[str]) -> tuple[str, ...]:
    """Those of a few that are unseen at this moment."""
    one = f"select 1 {EXPECTED} {UNTOUCHED} and c.copy = ?"
    asked = (*scope(of), *since(of))
    return tuple(number for number in numbers if db.execute(one, (*asked, number)).fetchone())


def since(of: Stocktake) -> tuple[str, str, str]:
    begun = of.begun_at.isoformat()
    return begun, begun, of.stocktake


def lying(db: Connection, of: Stocktake, number: str) -> Lying:
    on_desk, before = queries.on_desk(db, number), get(db, Sighting, sighting_key(of.stocktake, number))
    return Lying(number, on_desk.copy, on_desk.title, before) if on_desk else Lying(number, before=before)


def shelf_codes(db: Connection, hall: int) -> dict[str, str]:
    """What each shelf label of the hall says: its code holds no words."""
    return {shelf_code(hall, place): place for place in stock.places(db, hall)}


def report(db: Connection, of: Stocktake) -> Report:
    """Each copy once; while it is open, also how many nobody has seen yet."""
    found = tuple(counted(of, row) for row in db.execute(SEEN, (of.stocktake, of.stocktake)).fetchall())
    if not of.open:
        return Report(of, dict(of.counts), 0, found)
    states = [row.state for row in found]
    return Report(of, {state: states.count(state) for state in sorted(set(states))}, len(unseen(db, of)), found)


def counted(of: Stocktake, row: tuple[Any, ...]) -> Counted:
    number, found, seen_shelf, at, device, loan, title, shelf, home, ended = row
    when = datetime.fromisoformat(at)
    ended_at = datetime.fromisoformat(ended) if ended else None
    state = settled(found, ended_at if loan else None, of.closed_at)
    return Counted(number, title or "", state, shelf or "", seen_shelf, home, when, device)
