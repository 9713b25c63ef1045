"""Refolding: where a new program has other tables of rows, a hub makes all rows anew from its facts as it begins."""

from collections.abc import Iterator
from itertools import groupby

from sqlalchemy import Connection, Engine, select

from kiosk.domain.subjects import Subject
from kiosk.hub.state import keep, kept
from kiosk.hub.tables import counters, events, metadata, state, table_of
from kiosk.hub.turn import Turn
from kiosk.storage.database import StorageFault
from kiosk.storage.tables import TABLES
from kiosk.storage.versions import ROWS_VERSION

VERSION = "rows_version"
SUBJECTS_AT_ONCE = 500  # stories in memory at one time


def refolded(engine: Engine) -> int:
    """How many stories were told anew. All of it is one transaction: cut off anywhere, the old rows are still there.

    Facts, keys and leases stay as they are; every hall hears its rows again, in portions, under new numbers.
    """
    with engine.begin() as db:
        db.execute(select(state).with_for_update())  # of two processes that begin at once, one waits
        version = kept(db, VERSION)
        if version is not None and int(version) > ROWS_VERSION:
            raise StorageFault("D-05", "the hub's database was written by a newer version of the program")
        if version == str(ROWS_VERSION):
            return 0
        keep(db, VERSION, str(ROWS_VERSION))
        made_empty(db)
        return sum(told_anew(db, hall, some) for hall, some in stories(db))


def made_empty(db: Connection) -> None:
    tables = [table_of(struct) for struct in TABLES]
    metadata.drop_all(db, tables)
    metadata.create_all(db, tables)
    for index in events.indexes:  # of facts nothing is lost; only the ways to them may be other ones now
        index.drop(db, checkfirst=True)
        index.create(db)


def stories(db: Connection) -> Iterator[tuple[int, list[Subject]]]:
    """Hall by hall, a bounded number at a time."""
    for hall in db.execute(select(counters.c.hall).order_by(counters.c.hall)).scalars().all():
        last = ""
        while names := subjects_after(db, hall, last):
            yield hall, [Subject(*name.split(" ", 1)) for name in names]
            last = names[-1]


def subjects_after(db: Connection, hall: int, last: str) -> list[str]:
    at = (events.c.hall == hall, events.c.subject > last, events.c.parked_why.is_(None))
    named = select(events.c.subject).where(*at).distinct().order_by(events.c.subject)
    return list(db.execute(named.limit(SUBJECTS_AT_ONCE)).scalars())


def told_anew(db: Connection, hall: int, subjects: list[Subject]) -> int:
    """A fact that this program cannot step is parked, as it would be if it came now."""
    turn = Turn(db)
    turn.open({hall})
    turn.rows[hall].new = True
    for _, of_kind in groupby(subjects, lambda subject: subject.kind):
        for subject, story in turn.stories(hall, list(of_kind)).items():
            if turn.first_poison(hall, story):
                turn.fold(hall, subject)
    turn.close()
    return len(subjects)
