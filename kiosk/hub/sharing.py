"""Sharing: which other halls hear of a subject, from when, and until when."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from sqlalchemy import and_, insert, select, update

from kiosk.domain.subjects import Subject
from kiosk.hub import bulk
from kiosk.hub.awaited import wait_for
from kiosk.hub.heard import in_order
from kiosk.hub.tables import directory, member_keys, shares

if TYPE_CHECKING:
    from kiosk.hub.turn import Turn


FAR_AHEAD = "9999"
VISITOR_DAYS = 30
EXPIRING = ("member", "copy")


def subject_named(name: str) -> Subject:
    return Subject(*name.split(" ", 1))


def until_when(subject: Subject, last: datetime) -> str:
    """People, and the copies that they have lent, are forgotten where nothing happens with them any more."""
    return in_order(last + timedelta(days=VISITOR_DAYS)) if subject.kind in EXPIRING else FAR_AHEAD


def share_homes(turn: Turn) -> None:
    """What concerns a member whom nobody has told of yet waits for the member."""
    # Whoever was unknown at the beginning of this turn may have been told of meanwhile, in another.
    turn.kept_in = {name: hall for name, hall in turn.kept_in.items() if hall is not None}
    homes = halls_of(turn, {*(whose for *_, whose in turn.homes), *(str(who) for who, _ in turn.visitors)})
    for hall, subject, whose in turn.homes:
        if whose in homes:
            turn.share(hall, subject_named(subject), homes[whose])
    wait_for(turn.db, [(whose, hall, subject) for hall, subject, whose in turn.homes if whose not in homes])
    for (who, hall), last in turn.visitors.items():
        if homes.get(str(who), hall) != hall:
            turn.open([homes[str(who)]])
            turn.share(homes[str(who)], who, hall, until_when(who, last))


def halls_of(turn: Turn, names: Iterable[str]) -> dict[str, int]:
    """Where stories that have begun are kept; what was found, or begun, is remembered for the turn."""
    wanted = list(names)
    unknown = [name for name in wanted if name not in turn.kept_in]
    turn.kept_in |= dict.fromkeys(unknown)
    turn.kept_in |= dict(bulk.find(turn.db, tuple(directory.c), directory.c.subject, unknown))
    return {name: hall for name in wanted if (hall := turn.kept_in[name]) is not None}


def write_shares(turn: Turn) -> dict[tuple[int, str], set[int]]:
    """Which other halls hear of which subjects; a hall that hears of one for the first time hears all of it."""
    for (hall, subject, to_hall), until in turn.to_share.items():
        at = and_(shares.c.hall == hall, shares.c.subject == subject, shares.c.to_hall == to_hall)
        known = turn.db.execute(select(shares.c.until).where(at)).scalar()
        if known is not None and known < until:
            turn.db.execute(update(shares).where(at).values(until=until))
        elif known is None:
            turn.db.execute(insert(shares).values(hall=hall, subject=subject, to_hall=to_hall, until=until))
            bump(turn, hall, subject_named(subject))
            if subject.startswith("member "):
                give_key(turn, int(subject.split(" ")[1]), to_hall)
    told: dict[tuple[int, str], set[int]] = {}
    for hall, rows in turn.rows.items():
        names = [str(subject) for subject in set(rows.touched.values())]
        wanted = (shares.c.subject, shares.c.to_hall)
        for subject, to_hall in bulk.find(turn.db, wanted, shares.c.subject, names, hall=hall):
            told.setdefault((hall, subject), set()).add(to_hall)
    turn.open({hall for halls in told.values() for hall in halls})
    return told


def give_key(turn: Turn, member: int, to_hall: int) -> None:
    """What opens a visitor's details, if the home hall has told it and nobody has destroyed it."""
    known = select(member_keys.c.key).where(member_keys.c.member == member, member_keys.c.key.is_not(None))
    if key := turn.db.execute(known.limit(1)).scalar():
        turn.key_of(to_hall, member, key)


def key_for_hosts(turn: Turn, member: int, key: bytes) -> None:
    """A key that comes later than the visit follows the visitor."""
    asked = select(shares.c.to_hall).where(shares.c.subject == f"member {member}")
    for (hall,) in turn.db.execute(asked).fetchall():
        turn.open([hall])
        turn.key_of(hall, member, key)


def bump(turn: Turn, hall: int, subject: Subject) -> None:
    """As if all its rows had just changed."""
    rows = turn.rows[hall]
    rows.load_subject(subject)
    rows.touch(subject)
