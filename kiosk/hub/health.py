"""Health: what whoever looks after a hub wants to know at a glance."""

from typing import Any

from sqlalchemy import Connection, func, select

from kiosk import __version__
from kiosk.hub.founding import Founded
from kiosk.hub.heard import in_order
from kiosk.hub.hub import FOR_GOOD
from kiosk.hub.quarantined import DECIDED
from kiosk.hub.tables import devices, events, metadata, quarantine

WAITING = events.c.parked_why.is_not(None) & events.c.parked_why.not_in(FOR_GOOD)
COUNTED = {
    "parked": select(func.count()).select_from(events).where(WAITING),
    "quarantined": select(func.count()).select_from(quarantine).where(quarantine.c.why.not_in(DECIDED)),
}


def health(hub: Founded) -> dict[str, Any]:
    """All of one moment; what counts facts is asked by index, and nothing here names anybody."""
    engine = hub.hub.engine
    with engine.connect() as plain:
        db = plain.execution_options(reading=True)
        with db.begin():
            return {
                "ok": True,
                "version": __version__,
                "epoch": hub.hub.epoch,
                "hub": hub.keys.public.hex()[:16],
                "database": engine.dialect.name,
                "now": in_order(hub.now),
                "devices": by_state(db, hub),
                "oldest_unheard": oldest_unheard(db),
                **{name: db.execute(asked).scalar() for name, asked in COUNTED.items()},
                "cases": open_cases(db),
            }


def open_cases(db: Connection) -> int:
    table = metadata.tables.get("cases")
    if table is None:
        return 0
    return db.execute(select(func.count()).select_from(table).where(table.c.state == "open")).scalar() or 0


def by_state(db: Connection, hub: Founded) -> dict[str, int]:
    counted = {"live": 0, "revoked": 0, "forked": 0}
    counted |= {row[0]: row[1] for row in db.execute(select(devices.c.state, func.count()).group_by(devices.c.state))}
    today = hub.now.date().isoformat()
    late = select(func.count()).select_from(devices).where(devices.c.state == "live", devices.c.expires_on < today)
    return counted | {"expired": db.execute(late).scalar() or 0}


def oldest_unheard(db: Connection) -> dict[str, str] | None:
    """The live device that has been silent for the longest time; one that never spoke counts from its enrolment."""
    since = func.coalesce(devices.c.seen_at, devices.c.enrolled_at)
    asked = select(devices.c.device, devices.c.name, since.label("since")).where(devices.c.state == "live")
    row = db.execute(asked.order_by(since).limit(1)).first()
    return dict(row._mapping) if row else None
