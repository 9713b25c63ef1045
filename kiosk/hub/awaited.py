"""Awaited: a story that a member's hall is to hear of, told before anybody has told of the member."""

from collections.abc import Iterable

from sqlalchemy import Connection, delete

from kiosk.hub import bulk
from kiosk.hub.rows import chunks
from kiosk.hub.tables import awaited


def wait_for(db: Connection, concerning: list[tuple[str, int, str]]) -> None:
    """Whose it is, in which hall's book, and what; the same again is waited for once."""
    bulk.put(db, awaited, concerning)


def come(db: Connection, names: Iterable[str]) -> list[tuple[int, str, str]]:
    """Hall, subject and whose it is; they are waited for no longer."""
    members = [name for name in names if name.startswith("member ")]
    found = bulk.find(db, (awaited.c.hall, awaited.c.subject, awaited.c.whose), awaited.c.whose, members)
    for some in chunks([whose for *_, whose in found]):
        db.execute(delete(awaited).where(awaited.c.whose.in_(some)))
    return [(hall, subject, whose) for hall, subject, whose in found]
