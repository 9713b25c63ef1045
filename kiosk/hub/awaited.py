"""Awaited: a story that a member's hall is to hear of, told before anybody has told of the member."""

from collections.abc import Iterable

from sqlalchemy import Connection, delete, select

from kiosk.hub import bulk
from kiosk.hub.rows import chunks
from kiosk.hub.tables import awaited


def wait_for(db: Connection, concerning: list[tuple[str, int, str]]) -> None:
    """Whose it is, in which hall's book, and what; the same again is waited for once."""
    bulk.put(db, awaited, concerning)


def come(db: Connection, names: Iterable[str]) -> list[tuple[int, str, str]]:
    """Hall, subject and whose it is; they are waited for no longer."""
    found: list[tuple[int, str, str]] = []
    for some in chunks([name for name in names if name.startswith("member ")]):
        asked = select(awaited.c.hall, awaited.c.subject, awaited.c.whose).where(awaited.c.whose.in_(some))
        if rows := db.execute(asked).fetchall():
            found += [(row.hall, row.subject, row.whose) for row in rows]
            db.execute(delete(awaited).where(awaited.c.whose.in_(some)))
    return found
