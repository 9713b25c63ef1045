"""Receiving: what of a segment is new, what was heard before, and what no longer fits the device's own story."""

from msgspec import Struct
from sqlalchemy import Connection, select

from kiosk.hub.devices import Known
from kiosk.hub.tables import events, quarantine
from kiosk.storage.apply import NO_FACT_YET
from kiosk.sync.messages import AckStatus, Segment


class Told(Struct, frozen=True):
    """One fact of a segment, not yet read."""

    seq: int
    body: str
    hash: bytes


class Received(Struct, frozen=True):
    status: AckStatus
    fresh: tuple[Told, ...] = ()
    aside: tuple[Told, ...] = ()  # kept for a person to decide
    older: bool = False  # of a line that ended when the device was restored; the device's place stays where it is


def received(db: Connection, device: Known, segment: Segment, hashes: list[bytes]) -> Received:
    """`hashes` are the chain after each fact; the signature over the last of them has been checked."""
    told = tuple(
        Told(segment.first + n, body, digest)
        for n, (body, digest) in enumerate(zip(segment.bodies, hashes, strict=True))
    )
    if device.state == "revoked":
        heard = (device.generation, device.last_seq)
        return Received("revoked", aside=tuple(t for t in told if (segment.generation, t.seq) > heard))
    if device.state == "forked":
        return Received("fork", aside=told)
    if segment.generation != device.generation:
        return of_other_generation(db, device, segment, told)
    if segment.first > device.last_seq + 1:
        return Received("gap")
    known = tuple(t for t in told if t.seq <= device.last_seq)
    fresh = told[len(known) :]
    if unlike_what_is_here(db, segment, known) or (fresh and not known and segment.before != device.head):
        return Received("fork", aside=told)
    return Received("ok", fresh)


def of_other_generation(db: Connection, device: Known, segment: Segment, told: tuple[Told, ...]) -> Received:
    """A device that was restored begins a new line where its backup ended; what an older line still says is known,
    or was never to be said."""
    if segment.generation < device.generation:
        return of_older_generation(db, device, segment, told)
    if segment.first == 1 and follows(db, device, segment.before):
        return Received("ok", told)
    return Received("gap")


def of_older_generation(db: Connection, device: Known, segment: Segment, told: tuple[Told, ...]) -> Received:
    """It may come on a stick that was under way while the disk died: what follows on what is here has happened too."""
    here = hashes_here(db, segment, told)
    known = tuple(t for t in told if t.seq in here)
    if any(here[t.seq] != t.hash for t in known):
        return Received("fork", aside=told)
    fresh = told[len(known) :]
    if fresh and not known and not follows(db, device, segment.before):
        return Received("gap")
    return Received("ok", fresh, older=True)


def follows(db: Connection, device: Known, head: bytes) -> bool:
    """On nothing, on what the device had when it was enrolled, or on any fact of its own."""
    if head == NO_FACT_YET or (device.generation == 0 and head == device.head):
        return True
    asked = select(events.c.hash).where(events.c.device == device.device, events.c.hash == head)
    return db.execute(asked).first() is not None


def unlike_what_is_here(db: Connection, segment: Segment, known: tuple[Told, ...]) -> bool:
    """The same place in the story with other words: a clone, or an old image of the disk."""
    here = hashes_here(db, segment, known)
    return any(here.get(t.seq) != t.hash for t in known)


def hashes_here(db: Connection, segment: Segment, told: tuple[Told, ...]) -> dict[int, bytes]:
    if not told:
        return {}
    at = (events.c.device == segment.device, events.c.generation == segment.generation)
    between = events.c.seq.between(told[0].seq, told[-1].seq)
    return {row.seq: row.hash for row in db.execute(select(events.c.seq, events.c.hash).where(*at, between))}


def set_aside(db: Connection, device: Known, segment: Segment, got: Received, at: str) -> None:
    """Nothing that a device has said is thrown away; the same words again are kept once."""
    for told in got.aside:
        key = {
            "hall": device.hall,
            "device": device.device,
            "generation": segment.generation,
            "seq": told.seq,
            "hash": told.hash,
        }
        same = [quarantine.c[name] == value for name, value in key.items()]
        if db.execute(select(quarantine.c.seq).where(*same)).first() is None:
            db.execute(quarantine.insert().values(**key, why=got.status, body=told.body, arrived_at=at))
