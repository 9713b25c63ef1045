"""Leases: the seats of a course that each device may give away by itself; a seat is counted once, wherever it is."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from msgspec import Struct
from msgspec.structs import replace
from sqlalchemy import ColumnElement, Connection, delete, exists, insert, select, update

from kiosk.domain.classes import Course
from kiosk.hub.heard import in_order
from kiosk.hub.rows import chunks
from kiosk.hub.tables import leases
from kiosk.hub.turn import Turn


class Lease(Struct, frozen=True):
    """`kept` is what the device is told. Where that is less than `seats`, some were asked back, and nobody knows yet
    whether the device has given them away before it heard so."""

    hall: int
    course: int
    device: str
    seats: int
    kept: int
    told: int
    until: datetime


def of_course(db: Connection, hall: int, course: int) -> dict[str, Lease]:
    """By device."""
    at = (leases.c.hall == hall, leases.c.course == course)
    found = (lease_of(row) for row in db.execute(select(leases).where(*at).order_by(leases.c.device)))
    return {lease.device: lease for lease in found}


def of_device(db: Connection, hall: int, device: str) -> list[Lease]:
    at = (leases.c.hall == hall, leases.c.device == device)
    return [lease_of(row) for row in db.execute(select(leases).where(*at).order_by(leases.c.course))]


def over(db: Connection, hall: int, now: datetime) -> list[Lease]:
    at = (leases.c.hall == hall, leases.c.until < in_order(now))
    return [lease_of(row) for row in db.execute(select(leases).where(*at).order_by(leases.c.course, leases.c.device))]


def smaller(hall: int, device: str, cursor: int) -> ColumnElement[bool]:
    """There is one of which the device has pulled by now that some of its seats were asked back."""
    at = (leases.c.hall == hall, leases.c.device == device, leases.c.kept < leases.c.seats, leases.c.told <= cursor)
    return exists().where(*at)


def lease_of(row: Any) -> Lease:
    fields: dict[str, Any] = dict(row._mapping)
    return Lease(**fields | {"until": datetime.fromisoformat(row.until)})


def put(turn: Turn, lease: Lease) -> None:
    """The course is heard of anew: what its row says of the lease has changed."""
    values = {"seats": lease.seats, "kept": lease.kept, "told": lease.told, "until": in_order(lease.until)}
    key = {"hall": lease.hall, "course": lease.course, "device": lease.device}
    at = [leases.c[name] == value for name, value in key.items()]
    if turn.db.execute(update(leases).where(*at).values(**values)).rowcount == 0:
        turn.db.execute(insert(leases).values(**key, **values))
    heard_of(turn, lease)


def end(turn: Turn, lease: Lease) -> None:
    at = (leases.c.hall == lease.hall, leases.c.course == lease.course, leases.c.device == lease.device)
    turn.db.execute(delete(leases).where(*at))
    heard_of(turn, lease)


def heard_of(turn: Turn, lease: Lease) -> None:
    rows = turn.rows[lease.hall]
    rows.put(rows.get(Course, lease.course))


def used(lease: Lease, count: int) -> Lease:
    """Seats that the device has given away are no longer its own; below nothing it was somebody else's."""
    return replace(lease, seats=max(lease.seats - count, 0), kept=max(lease.kept - count, 0))


def asked_back(lease: Lease, kept: int, told: int) -> Lease:
    return replace(lease, kept=kept, told=told) if kept < lease.kept else lease


def came_back(lease: Lease) -> Lease:
    return replace(lease, seats=lease.kept)


def in_pool(course: Course, lent: Iterable[Lease]) -> int:
    """Seats that nobody has and nobody may give away but the hub; below nothing: there are too many outside."""
    return course.seats - course.confirmed - course.offered - sum(lease.seats for lease in lent)


def shared_out(lent: dict[str, Lease], fresh: dict[str, Lease], pool: int, told: int) -> dict[str, Lease]:
    """Equal shares among the devices in `fresh`, which has an empty lease for each; what cannot be parted stays here.

    Nothing moves while everybody has more than half a share: leases that change at every seat keep nobody content."""
    now = fresh | {device: lease for device, lease in lent.items() if device in fresh}
    share = max(pool + sum(lease.seats for lease in now.values()), 0) // max(len(now), 1)
    if pool < len(now) and all(lease.kept * 2 > share or lease.kept >= share for lease in now.values()):
        return {}
    changed = {}
    for device, lease in now.items():
        more = min(max(share - lease.seats, 0), max(pool, 0))
        pool -= more
        kept = min(share, lease.seats + more)
        changed[device] = replace(asked_back(lease, kept, told), seats=lease.seats + more, kept=kept)
    return {device: lease for device, lease in changed.items() if lease != now[device]}


def told_to(db: Connection, device: str, wanted: dict[int, list[int]]) -> dict[tuple[int, int], Lease]:
    """What one device may give away of these courses, hall by hall."""
    found: dict[tuple[int, int], Lease] = {}
    for hall, courses in wanted.items():
        for some in chunks(courses):
            at = (leases.c.hall == hall, leases.c.device == device, leases.c.course.in_(some))
            mine = (lease_of(row) for row in db.execute(select(leases).where(*at)))
            found |= {(hall, lease.course): lease for lease in mine}
    return found


def as_told(course: Course, lease: Lease | None) -> Course:
    """A course as one device hears of it: what is given, and what it may still give."""
    taken = course.confirmed + course.offered
    return replace(course, leased=taken + (lease.kept if lease else 0), leased_until=lease.until if lease else None)
