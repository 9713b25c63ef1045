"""Stories: the facts of a subject as the hub has them, ready to be looked at together."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from msgspec.structs import replace
from sqlalchemy import select

from kiosk.domain.arriving import BY_TIME
from kiosk.domain.contradictions import Story, Told
from kiosk.domain.facts import Fact
from kiosk.domain.subjects import Subject
from kiosk.hub.rows import chunks
from kiosk.hub.sharing import halls_of
from kiosk.hub.tables import devices, events
from kiosk.hub.turn import Turn
from kiosk.storage.apply import read_fact

ORDERS = ("MemberSuspended", "SuspensionLifted", "MemberBlocked", "MemberUnblocked", "CardReportedLost", "CardIssued")
COLUMNS = (events.c.subject, events.c.number, events.c.effective_at, events.c.latest_at, events.c.body, events.c.device)


def stories(turn: Turn, hall: int, subjects: Iterable[Subject]) -> dict[Subject, Story]:
    """Each in its own order; what is parked has no effect, and contradicts nothing."""
    names = {str(subject): subject for subject in subjects}
    found: dict[Subject, list[Any]] = {}
    for row in rows_of(turn, hall, names, (events.c.effective_at, events.c.device, events.c.generation, events.c.seq)):
        found.setdefault(names[row.subject], []).append(row)
    stands = hall_of_device(turn, {row.device for rows in found.values() for row in rows})
    return {subject: story(subject, rows, hall, stands) for subject, rows in found.items()}


def story(subject: Subject, rows: list[Any], hall: int, stands: dict[str, int]) -> Story:
    ordered = rows if subject.kind in BY_TIME else sorted(rows, key=lambda row: row.number)
    return [told(row, hall, stands) for row in ordered]


def orders(turn: Turn, members: Iterable[int]) -> dict[int, Story]:
    """Of each member about whom anything was ever ordered, all of it."""
    homes = halls_of(turn, {f"member {member}" for member in members})
    found: dict[int, list[Told]] = {}
    for hall in set(homes.values()):
        names = [name for name, home in homes.items() if home == hall]
        rows = [row for row in rows_of(turn, hall, names, (events.c.number,)) if is_order(row.body)]
        stands = hall_of_device(turn, {row.device for row in rows})
        for row in rows:
            found.setdefault(int(row.subject.split(" ")[1]), []).append(told(row, hall, stands))
    return {member: tuple(story) for member, story in found.items()}


def is_order(body: str) -> bool:
    return any(f'"{name}"' in body for name in ORDERS)


def rows_of(turn: Turn, hall: int, names: Iterable[str], order: tuple[Any, ...]) -> list[Any]:
    rows: list[Any] = []
    for some in chunks(list(names)):
        at = (events.c.hall == hall, events.c.subject.in_(some), events.c.parked_why.is_(None))
        rows += turn.db.execute(select(*COLUMNS).where(*at).order_by(*order)).fetchall()
    return rows


def hall_of_device(turn: Turn, names: set[str]) -> dict[str, int]:
    found: dict[str, int] = {}
    for some in chunks(sorted(names)):
        asked = select(devices.c.device, devices.c.hall).where(devices.c.device.in_(some))
        found |= {row.device: row.hall for row in turn.db.execute(asked)}
    return found


def told(row: Any, hall: int, stands: dict[str, int]) -> Told:
    fact = replace(read_fact(row.body), at=datetime.fromisoformat(row.effective_at))
    return Told(fact, datetime.fromisoformat(row.latest_at), row.number, hall, stands.get(row.device, hall))


def facts(turn: Turn, halls: set[int], ids: Iterable[str]) -> dict[str, Fact]:
    """By their ids, in whichever of these books they stand."""
    found: dict[str, Fact] = {}
    for some in chunks(list(ids)):
        asked = select(events.c.body, events.c.effective_at).where(events.c.hall.in_(halls), events.c.id.in_(some))
        for body, at in turn.db.execute(asked):
            fact = replace(read_fact(body), at=datetime.fromisoformat(at))
            found[fact.id] = fact
    return found
