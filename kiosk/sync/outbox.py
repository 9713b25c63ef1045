"""Outbox: what the hub does not have yet, as signed segments; and what it has, once it has proved that it has it."""

from msgspec.structs import replace

from kiosk.domain.certificates import Frozen
from kiosk.domain.facts import CertificateIssued, MemberDetailsSet, StaffDetailsSet
from kiosk.domain.moment import Moment
from kiosk.storage.apply import NO_FACT_YET, read_fact
from kiosk.storage.hub_line import Own, hash_at, hash_before, hub_line, stored_up_to, unsent, write_line
from kiosk.storage.keys import device_signer
from kiosk.storage.sealed import member_key
from kiosk.storage.store import Store
from kiosk.sync.messages import SEGMENT_FACTS_MAX, Ack, Segment, chain, signed_part

TROUBLES = ("fork", "revoked", "unknown_device", "bad_signature", "refused")


def next_segment(store: Store, said: Moment | None, limit: int = SEGMENT_FACTS_MAX) -> Segment | None:
    """None: the hub has everything."""
    found = unsent(store.db, limit)
    return segment_of(store, found, said) if found else None


def segment_of(store: Store, found: list[tuple[int, int, str, bytes]], said: Moment | None) -> Segment:
    generation, first, _, _ = found[0]
    bodies = tuple(body for _, _, body, _ in found)
    segment = Segment(
        device=store.device.device,
        generation=generation,
        first=first,
        before=hash_before(store.db, generation, first) or NO_FACT_YET,
        bodies=bodies,
        said=said,
        member_keys=keys_for(store, bodies),
    )
    return replace(segment, signature=device_signer(store.db)(signed_part(segment, chain(segment)[-1])))


def keys_for(store: Store, bodies: tuple[str, ...]) -> dict[int, bytes]:
    """Whoever stores these details must be able to pass on what opens them."""
    members = set()
    for body in bodies:
        match read_fact(body).p if "sealed" in body else None:
            case MemberDetailsSet(member=member) | CertificateIssued(frozen=Frozen(member=member)):
                members.add(member)
            case StaffDetailsSet(staff=staff):
                members.add(staff)
    return {member: key for member in sorted(members) if (key := member_key(store.db, member))}


def take_ack(store: Store, ack: Ack) -> str:
    """What is wrong, or nothing. An answer that does not prove itself with the hash of our own fact is none."""
    with store.transaction():
        line = hub_line(store.db)
        trouble = ack.status if ack.status in TROUBLES else ""
        if not trouble and ack.seq and not is_ours(store, ack):
            trouble = "fork"
        if trouble != line.trouble:
            write_line(store.db, replace(line, trouble=trouble))
        if not trouble:
            stored_up_to(store.db, Own(ack.generation, ack.seq))
        return trouble


def is_ours(store: Store, ack: Ack) -> bool:
    """Of a generation before the last restore the hub may well have more: what came after the backup is only there."""
    known = hash_at(store.db, Own(ack.generation, ack.seq))
    return known == ack.head or (known is None and ack.generation < store.device.generation)
