"""Retrying: what was parked because its kind was not known counts once a program knows it."""

from datetime import datetime

from sqlalchemy import Connection, delete, select

from kiosk.domain.arriving import When
from kiosk.domain.subjects import subject_of
from kiosk.hub.reading import UNKNOWN, Read, read
from kiosk.hub.receiving import Told
from kiosk.hub.tables import events
from kiosk.hub.turn import Heard
from kiosk.sync.messages import Segment


def understood(db: Connection) -> list[tuple[int, Read]]:
    """Each with the hall in whose book it was parked; its time stays the one at which it happened."""
    parked = select(events).where(events.c.parked_why.like(f"{UNKNOWN}:%"))
    found = []
    for row in db.execute(parked.order_by(events.c.hall, events.c.number)).fetchall():
        place = Segment(row.device, row.generation, row.seq, b"", ())
        fact, why = read(Told(row.seq, row.body, row.hash), place)
        if why is None:
            when = When(datetime.fromisoformat(row.effective_at), datetime.fromisoformat(row.latest_at))
            arrived = datetime.fromisoformat(row.arrived_at)
            found.append((row.hall, Read(Heard(fact, subject_of(fact), row.body, row.hash, when, arrived))))  # type: ignore[arg-type]
    return found


def taken_out(db: Connection, hall: int, one: Read) -> None:
    db.execute(delete(events).where(events.c.hall == hall, events.c.id == one.heard.fact.id))
