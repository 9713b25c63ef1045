"""Today: what waits for staff of this hall, and what was done at this machine since midnight."""

from datetime import date, datetime
from typing import Any

from msgspec import Struct

from kiosk.storage.database import Connection

OPEN_LOANS = "select count(*), min(due_on), count(distinct member) from loans where ended is null and hall = ?"
CASES = "select count(*), min(opened_at) from cases where state = 'open'"
TO_TELL = "select count(distinct member) from answers where closed_at is null"
READY = "select count(*), min(ready_until) from holds where state = 'ready' and pickup_hall = ?"
LATEST = "select type, json_extract(body, '$.at') from facts order by position desc limit ?"
KINDS = {"BookBorrowed": "lent", "BookReturned": "given_back", "AttendanceEntered": "came"}
DAY_MAX = 20_000  # facts; nobody counts further back on a machine that has done so much in a day


class Waiting(Struct, frozen=True):
    """So many, and the oldest or the nearest of them."""

    many: int = 0
    since: str = ""  # a day, or a moment in UTC
    people: int = 0


class Todays(Struct, frozen=True):
    """What waits; members are counted, never named."""

    overdue: Waiting
    due: Waiting
    ready: Waiting
    cases: Waiting
    to_tell: Waiting


class Done(Struct, frozen=True):
    """What this machine has done today."""

    lent: int = 0
    given_back: int = 0
    came: int = 0


def todays(db: Connection, hall: int, today: date) -> Todays:
    day = today.isoformat()
    return Todays(
        overdue=waiting(db, f"{OPEN_LOANS} and due_on < ?", hall, day),
        due=waiting(db, f"{OPEN_LOANS} and due_on = ?", hall, day),
        ready=waiting(db, READY, hall),
        cases=waiting(db, CASES),
        to_tell=waiting(db, TO_TELL),
    )


def waiting(db: Connection, sql: str, *parameters: Any) -> Waiting:
    row = db.execute(sql, parameters).fetchone()
    return Waiting(*(value or Waiting.__struct_defaults__[n] for n, value in enumerate(row)))


def done(db: Connection, midnight: datetime) -> Done:
    """Read from the latest fact backwards, so that a long life costs nothing."""
    counts = dict.fromkeys(KINDS.values(), 0)
    for kind, at in db.execute(LATEST, (DAY_MAX,)):
        if at < f"{midnight:%Y-%m-%dT%H:%M:%S}":
            break
        if kind in KINDS:
            counts[KINDS[kind]] += 1
    return Done(**counts)
