"""What the board of a running stock-take asks after each scan: a few sums, and what needs a hand, newest first."""

from collections import Counter

from msgspec import Struct

from kiosk.domain.books import class_letter, shelf_mark
from kiosk.domain.stock import Stocktake
from kiosk.storage.database import Connection
from kiosk.storage.stocktake import EXPECTED, SEEN, UNTOUCHED, Counted, counted, scope, since

# As `settled` has it while a stock-take goes on.
SUMS = """select case when s.found = 'on_loan' and l.ended_at is not null then 'given_back' else s.found end, count(*)
    from sightings s left join loans l on l.loan = s.loan
    where s.sighting > ? || ' ' and s.sighting < ? || '!' group by 1 order by 1"""
TO_DO = SEEN.replace("order by s.sighting", "and s.found not in ('in_place', 'missing') order by s.at desc limit ?")
SETTLED = ("in_place", "given_back", "missing")


class Tally(Struct, frozen=True):
    counts: dict[str, int]
    left: int  # nobody has seen them yet
    rows: tuple[Counted, ...]  # that need a hand, newest first

    @property
    def seen(self) -> int:
        return sum(count for state, count in self.counts.items() if state != "missing")

    @property
    def to_do(self) -> int:
        return sum(count for state, count in self.counts.items() if state not in SETTLED)


def tally(db: Connection, of: Stocktake, most: int) -> Tally:
    counts = dict(db.execute(SUMS, (of.stocktake, of.stocktake)).fetchall())
    left = db.execute(f"select count(*) {EXPECTED} {UNTOUCHED}", (*scope(of), *since(of))).fetchone()[0]
    found = (counted(of, row) for row in db.execute(TO_DO, (of.stocktake, of.stocktake, most)).fetchall())
    return Tally(counts, left, tuple(row for row in found if row.state not in SETTLED))


def scopes(db: Connection, whole: Stocktake) -> tuple[Counter[str], Counter[str]]:
    """The rooms and the classes of a hall, with how many copies should stand there."""
    rooms, classes = Counter[str](), Counter[str]()
    sql = f"select c.shelf, t.class_mark, count(*) {EXPECTED} group by 1, 2"
    for shelf, mark, count in db.execute(sql, scope(whole)):
        rooms[shelf_mark(shelf).room] += count
        classes[class_letter(mark)] += count
    return rooms, classes
