"""Quarantined: what devices have said that are not believed; a person takes it, or leaves it aside for good."""

import logging
from datetime import datetime
from typing import Any, Literal

from msgspec import Struct
from sqlalchemy import Connection, select, update

from kiosk.hub import devices
from kiosk.hub.hub import Hub
from kiosk.hub.reading import read_all, unreadable
from kiosk.hub.receiving import Told
from kiosk.hub.tables import quarantine
from kiosk.hub.turn import WHY_MAX, Turn
from kiosk.sync.messages import Segment

DECIDED = ("accepted", "refused")
Decision = Literal["accepted", "refused"]
SHOWN_MAX = 1000
log = logging.getLogger("kiosk.hub")


class Aside(Struct, frozen=True):
    """What one device has said so far that waits for a decision."""

    device: str
    hall: int
    why: str
    facts: int
    since: str


def waiting(db: Connection, device: str | None = None) -> list[Any]:
    wanted = select(quarantine).where(quarantine.c.why.not_in(DECIDED))
    if device is not None:
        wanted = wanted.where(quarantine.c.device == device)
    key = (quarantine.c.device, quarantine.c.generation, quarantine.c.seq, quarantine.c.hash)
    return list(db.execute(wanted.order_by(*key).limit(SHOWN_MAX)))


def by_device(db: Connection) -> list[Aside]:
    found: dict[str, Aside] = {}
    for row in waiting(db):
        one = found.get(row.device, Aside(row.device, row.hall, row.why, 0, row.arrived_at))
        found[row.device] = Aside(one.device, one.hall, one.why, one.facts + 1, min(one.since, row.arrived_at))
    return list(found.values())


def decide(hub: Hub, device: str, decision: Decision) -> int:
    """How many; they stay where they are, marked, so that the same words are not asked about again."""
    count = 0
    while True:
        with hub.engine.begin() as db:
            rows = waiting(db, device)
            if decision == "refused":
                for row in rows:
                    mark(db, row, decision)
        if decision == "accepted":
            for row in rows:
                accept(hub, row)
        count += len(rows)
        if len(rows) < SHOWN_MAX:
            return count


def accept(hub: Hub, row: Any) -> None:
    """As if it had been believed when it came; what no table can take is kept as any other such fact."""
    try:
        taken(hub, row, "")
    except Exception as fault:
        log.exception("a fact of %s is parked", row.device)
        taken(hub, row, f"{type(fault).__name__}: {fault}"[:WHY_MAX])


def taken(hub: Hub, row: Any, parked_why: str) -> None:
    told, arrived = Told(row.seq, row.body, row.hash), datetime.fromisoformat(row.arrived_at)
    segment = Segment(row.device, row.generation, row.seq, b"", (row.body,))
    with hub.engine.begin() as db:
        turn = Turn(db)
        turn.open({row.hall})
        device = devices.find(db, row.device)
        assert device, "whoever was heard is known"
        if parked_why:
            facts = [unreadable(told, segment, arrived, parked_why)]
        else:
            facts = read_all(segment, (told,), arrived, datetime.min.replace(tzinfo=arrived.tzinfo))
        hub.put(turn, device, facts)
        turn.close()
        mark(db, row, "accepted")


def mark(db: Connection, row: Any, decision: Decision) -> None:
    same = [column == getattr(row, column.name) for column in quarantine.primary_key.columns]
    db.execute(update(quarantine).where(*same).values(why=decision))
