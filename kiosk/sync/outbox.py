"""Outbox: what the hub does not have yet, as signed segments; and what it has, once it has proved that it has it."""

from msgspec.structs import replace

from kiosk.domain.certificates import Frozen
from kiosk.domain.facts import CertificateIssued, MemberDetailsSet, StaffDetailsSet
from kiosk.domain.moment import Moment
from kiosk.storage.apply import NO_FACT_YET, read_fact
from kiosk.storage.hub_line import HubLine, Own, hash_at, hash_before, hub_line, unsent, write_line
from kiosk.storage.keys import device_signer
from kiosk.storage.pulled import same_story
from kiosk.storage.sealed import member_key
from kiosk.storage.store import Store
from kiosk.sync.messages import SEGMENT_FACTS_MAX, Ack, Segment, chain, signed_part

NOT_HEARD = ("unknown_device", "bad_signature", "refused")
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
        line, stored = hub_line(store.db), Own(ack.generation, ack.seq)
        if is_stale(line, ack):
            return line.trouble
        trouble = ack.status if ack.status in TROUBLES else ""
        mine = hash_at(store.db, stored) if stored.seq and not trouble else None
        if not trouble and stored.seq and not same_story(store, stored, mine, ack.head):
            trouble = "fork"
        if ack.status == "gap" and mine is None:
            stored = Own()  # it lacks what lies before: all is told again, and what it knows it skips
        kept = line.stored if trouble else max(stored, Own(line.begun))
        if (trouble, kept) != (line.trouble, line.stored):
            write_line(store.db, replace(line, trouble=trouble, stored=kept))
        return trouble


def is_stale(line: HubLine, ack: Ack) -> bool:
    """Said before the hub was restored, or to the device that this one was before it had to begin anew."""
    if ack.status in NOT_HEARD:
        return False
    return (line.epoch != "" and ack.epoch != line.epoch) or (ack.seq > 0 and ack.generation < line.begun)
