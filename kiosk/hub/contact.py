"""Contact: what is due when a device asks; leases are renewed, come back or are shared out; who waits is served."""

from datetime import datetime, timedelta

from msgspec.structs import replace
from sqlalchemy import Connection, or_, select

from kiosk.domain.classes import Course
from kiosk.hub import claims, devices, leases
from kiosk.hub.blocks import topped_up
from kiosk.hub.devices import Known
from kiosk.hub.heard import in_order
from kiosk.hub.leases import Lease
from kiosk.hub.pulling import Standing
from kiosk.hub.tables import devices as known_devices, table_of
from kiosk.hub.terms import GRACE, Terms, terms
from kiosk.hub.turn import Turn
from kiosk.sync.messages import Ask

EVERY = timedelta(minutes=10)  # so often something is written of a device that only asks
RENEWED_WHILE_LEFT = 2 / 3  # of a lease


def due(device: Known, ask: Ask, known: Standing, now: datetime) -> bool:
    """Nearly always not. Seats come back once the device knows of the smaller lease, and all it did before is here."""
    if device.state != "live" or ask.unsent:
        return False
    seen = datetime.fromisoformat(device.seen_at) if device.seen_at else None
    return seen is None or now - seen >= EVERY or bool(ask.numbers_left) or known.smaller


def met(db: Connection, device: Known, ask: Ask, now: datetime) -> None:
    turn = Turn(db)
    turn.open({device.hall})
    devices.change(db, device.device, seen_at=in_order(now))
    for lease in leases.of_device(db, device.hall, device.device):
        if lease.kept < lease.seats and lease.told <= ask.cursor:
            leases.put(turn, leases.came_back(lease))
    for lease in leases.over(db, device.hall, now - GRACE):
        if lease.device != device.device:
            leases.end(turn, lease)
    for course in courses_at_work(turn, device.hall, now):
        served(turn, course, device, now)
    topped_up(turn, device, ask, now)
    turn.close()


def courses_at_work(turn: Turn, hall: int, now: datetime) -> list[Course]:
    table, rows = table_of(Course), turn.rows[hall]
    open_still = table.c.closes_on >= (now - timedelta(days=1)).date().isoformat()
    rows.take(Course, or_(open_still, table.c.waiting > 0, table.c.offered > 0))
    return sorted((row for row in rows.known.values() if isinstance(row, Course)), key=lambda c: c.course)


def served(turn: Turn, course: Course, device: Known, now: datetime) -> None:
    hall, key = device.hall, course.course
    if course.cancelled_why is not None:
        return claims.voided(turn, hall, course, now)
    if course.offered:
        claims.lapsed(turn, hall, key, now)
    claims.answered(turn, hall, key, now)
    ours = terms(turn, hall, course.kind)
    renewed(turn, course, device, ours, now)
    return parted(turn, course, device, ours, now)


def renewed(turn: Turn, course: Course, device: Known, ours: Terms, now: datetime) -> None:
    lease = leases.of_course(turn.db, device.hall, course.course).get(device.device)
    if lease and lease.until - now < ours.lease * RENEWED_WHILE_LEFT:
        leases.put(turn, replace(lease, until=ours.until(now)))


def parted(turn: Turn, course: Course, device: Known, ours: Terms, now: datetime) -> None:
    """Among the devices that have been heard lately; while somebody waits, nothing goes out."""
    hall, key = device.hall, course.course
    if claims.queue(turn, hall, key):
        return
    lent = leases.of_course(turn.db, hall, key)
    heard = heard_since(turn.db, hall, now - ours.lease)
    fresh = {name: Lease(hall, key, name, 0, 0, 0, ours.until(seen)) for name, seen in heard.items()}
    pool = claims.pool(turn, hall, key, lent)
    for lease in leases.shared_out(lent, fresh, pool, turn.numbers[hall]).values():
        leases.put(turn, lease)


def heard_since(db: Connection, hall: int, since: datetime) -> dict[str, datetime]:
    c = known_devices.c
    asked = select(c.device, c.seen_at).where(c.hall == hall, c.state == "live", c.seen_at >= in_order(since))
    return {name: datetime.fromisoformat(seen) for name, seen in db.execute(asked.order_by(c.device))}
