"""As of: the rows as they were known at a time, made anew from the facts told until then, beside the rows of today."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import get_args

from kiosk.domain import facts as f
from kiosk.domain.refusals import HISTORY_AT_HUB, Refused
from kiosk.storage.apply import read_fact, step
from kiosk.storage.apply.rows import OwnRows
from kiosk.storage.database import Connection, connected
from kiosk.storage.hub_line import has_hub
from kiosk.storage.reporting import head_position
from kiosk.storage.tables import create_all

NOWHERE_KEY = "00" * 48  # of a database in memory, which nobody else can open
FIRST_AFTER = """select min(position) from facts
    where json_extract(body, '$.clock') = 'ok' and rtrim(json_extract(body, '$.at'), 'Z') > ?"""
# No figure asks who waited for a title, what a stock-take saw, or what a door refused.
NOT_ASKED = (*get_args(f.HoldFact), *get_args(f.StocktakeFact), f.CopySeen, f.CheckInRefused, f.AnswerGiven)
NAMES = ", ".join(f"'{kind.__name__}'" for kind in NOT_ASKED)
TOLD = f"select body from facts where position <= ? and type not in ({NAMES}) order by position"


@contextmanager
def as_of(db: Connection, at: datetime, entry: int | None = None) -> Iterator[Connection | Refused]:
    """What counts is what was on this disk by then: the order of the facts, which no clock can change. A report says
    how many facts it has counted; with that number its figures come out exactly, however good the clock was."""
    if has_hub(db):
        yield Refused((HISTORY_AT_HUB.because(),))
        return
    then = connected(":memory:", NOWHERE_KEY)
    try:
        fill(db, then, position_at(db, at) if entry is None else entry)
        yield then
    finally:
        then.close()


def position_at(db: Connection, at: datetime) -> int:
    wanted = at.astimezone(UTC).replace(tzinfo=None).isoformat()
    after = db.execute(FIRST_AFTER, (wanted,)).fetchone()[0]
    return head_position(db) if after is None else int(after) - 1


def fill(db: Connection, then: Connection, position: int) -> None:
    for sql in create_all():
        then.execute(sql)
    # These lie beside the rows: without keys nobody's unit can be read, without a line it would seem to have a hub.
    then.execute("create table member_keys (member integer primary key, key blob) strict")
    then.executemany("insert into member_keys values (?, ?)", db.execute("select member, key from member_keys"))
    then.execute("create table hub_line (id integer primary key, body text not null) strict")
    rows = OwnRows(then)
    then.execute("begin")
    for (body,) in db.execute(TOLD, (position,)):
        step(rows, read_fact(body))
    then.execute("create table facts (position integer primary key) strict")
    then.execute("insert into facts values (?)", (position,))
    then.execute("commit")
