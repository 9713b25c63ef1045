"""Messages: what travels between a device and its hub, over HTTP or on a stick, and how it is signed."""

from datetime import datetime
from hashlib import sha256
from typing import Any, Literal

import msgspec
from msgspec import Struct

from kiosk.domain.blocking import BlockList
from kiosk.domain.moment import Moment
from kiosk.domain.signing import signature_holds

SEGMENT_FACTS_MAX = 500
PAGE_ROWS_MAX = 1000
PROTOCOL = 1

AckStatus = Literal["ok", "gap", "fork", "revoked", "unknown_device", "bad_signature", "refused"]
to_wire = msgspec.msgpack.Encoder().encode


class Segment(Struct, frozen=True):
    """Consecutive facts of one device as they were written, and one signature over them all."""

    device: str
    generation: int
    first: int  # the sequence number of the first fact
    before: bytes  # the chain's hash before it
    bodies: tuple[str, ...]
    said: Moment | None = None  # the device's own clocks when it was sent; on a stick they would mislead
    member_keys: dict[int, bytes] = {}  # with which details in these facts were sealed
    signature: bytes = b""

    @property
    def last(self) -> int:
        return self.first + len(self.bodies) - 1


class Ack(Struct, frozen=True):
    """How far the hub has stored this device's facts; the hash proves that it speaks of the same facts."""

    status: AckStatus
    epoch: str
    generation: int = 0
    seq: int = 0
    head: bytes = b""
    again_s: int = 0


class Ask(Struct, frozen=True):
    """What this device has heard so far: it asks for what came after."""

    device: str
    epoch: str
    cursor: int  # -1: nothing yet
    said: Moment
    rows_version: int
    limit: int = PAGE_ROWS_MAX
    wants: tuple[str, ...] = ()  # beside rows: "blocks", ...
    keys: str = ""  # which keys the hub has told this device, in one word of the hub's
    unsent: int = 0  # facts that the hub does not have: none means that it has heard everything
    numbers_left: dict[str, int] = {}  # "copy", "certificate": said when there are few of them in hand


class PulledRow(Struct, frozen=True):
    """The latest version of one row; without a body it is gone."""

    table: str
    key: str
    subject: str
    body: bytes | None = None  # JSON, as the kiosk will keep it
    sealed: bytes | None = None
    member: int | None = None


class Page(Struct, frozen=True):
    epoch: str
    reset: bool  # forget what was pulled before: this is a new beginning
    rows: tuple[PulledRow, ...]
    next: int
    more: bool
    seen_generation: int  # up to here the hub had this device's own facts when it wrote these rows
    seen_seq: int
    now: datetime
    seen_head: bytes = b""  # the hash of that fact: it proves that the hub speaks of the same facts
    after: int = -1  # it continues from here; whoever has not heard as far would miss what lies between
    member_keys: dict[int, bytes] = {}
    forgotten: tuple[int, ...] = ()
    issuers: dict[bytes, bytes] = {}
    hash_keys: tuple[bytes, ...] = ()  # with which this hall's phones are found again; the first one makes new hashes
    keys: str = ""  # the word for all these, to be said at the next asking
    blocks: BlockList | None = None  # cards of the city that are not to be believed
    again_s: int = 0


def link(head: bytes, body: bytes) -> bytes:
    return sha256(head + body).digest()


def chain(segment: Segment) -> list[bytes]:
    """The hash after each fact."""
    head, heads = segment.before, []
    for body in segment.bodies:
        head = link(head, body.encode())
        heads.append(head)
    return heads


def signed_part(segment: Segment, head: bytes) -> bytes:
    """The chain's last hash stands for all facts."""
    sealed_with = sha256(to_wire(sorted(segment.member_keys.items()))).digest()
    part: tuple[Any, ...] = (segment.device, segment.generation, segment.first, head, sealed_with, segment.said)
    return b"hall kiosk segment" + to_wire(part)


def signature_is_right(segment: Segment, head: bytes, public: bytes) -> bool:
    return len(segment.signature) == 64 and signature_holds(public, segment.signature, signed_part(segment, head))
