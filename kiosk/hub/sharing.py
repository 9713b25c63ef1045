"""Sharing: which other halls hear of a subject, from when, and until when."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from sqlalchemy import and_, insert, select, update

from kiosk.domain.subjects import Subject
from kiosk.hub.rows import chunks
from kiosk.hub.tables import directory, shares

if TYPE_CHECKING:
    from kiosk.hub.turn import Turn


def subject_named(name: str) -> Subject:
    return Subject(*name.split(" ", 1))


def share_homes(turn: Turn) -> None:
    homes = halls_of(turn, {str(whose) for whose in turn.homes.values()})
    for (hall, subject), whose in turn.homes.items():
        if str(whose) in homes:
            turn.share(hall, subject_named(subject), homes[str(whose)])


def halls_of(turn: Turn, names: Iterable[str]) -> dict[str, int]:
    """Where stories that have begun are kept."""
    found: dict[str, int] = {}
    for some in chunks(list(names)):
        asked = select(directory.c.subject, directory.c.hall).where(directory.c.subject.in_(some))
        found |= {row.subject: row.hall for row in turn.db.execute(asked)}
    return found


def write_shares(turn: Turn) -> dict[tuple[int, str], set[int]]:
    """Which other halls hear of which subjects; a hall that hears of one for the first time hears all of it."""
    for (hall, subject, to_hall), until in turn.to_share.items():
        at = and_(shares.c.hall == hall, shares.c.subject == subject, shares.c.to_hall == to_hall)
        if turn.db.execute(update(shares).where(at).values(until=until)).rowcount == 0:
            turn.db.execute(insert(shares).values(hall=hall, subject=subject, to_hall=to_hall, until=until))
            bump(turn, hall, subject_named(subject))
    told: dict[tuple[int, str], set[int]] = {}
    for hall, rows in turn.rows.items():
        names = [str(subject) for subject in set(rows.touched.values())]
        for some in chunks(names):
            found = select(shares.c.subject, shares.c.to_hall).where(shares.c.hall == hall, shares.c.subject.in_(some))
            for subject, to_hall in turn.db.execute(found):
                told.setdefault((hall, subject), set()).add(to_hall)
    turn.open({hall for halls in told.values() for hall in halls})
    return told


def bump(turn: Turn, hall: int, subject: Subject) -> None:
    """As if all its rows had just changed."""
    rows = turn.rows[hall]
    rows.load_subject(subject)
    rows.touch(subject)
