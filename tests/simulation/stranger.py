"""Stranger: a device with a newer release, and a broken one; what it says may be unknown, poison or garbage."""

from datetime import datetime
from random import Random
from typing import Any

import msgspec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from msgspec.structs import replace

from kiosk.domain.codes import copy_number
from kiosk.storage.apply import NO_FACT_YET
from kiosk.sync.messages import Ack, Segment, chain, link, signed_part

FORGED = '"forged":true'
TAKEN_NUMBER = {"number": "777", "home_hall": 1, "tier": "member", "card_version": 1, "card_expires_on": "2030-01-01"}
UTC_NOON = "2026-11-21T04:00:00Z"


class Stranger:
    """It keeps its own chain, by hand, since our program could not write such facts."""

    def __init__(self, name: str, hall: int, rng: Random) -> None:
        self.name, self.hall, self.rng = name, hall, rng
        self.key = Ed25519PrivateKey.from_private_bytes(bytes(range(1, 33)))
        self.public = self.key.public_key().public_bytes_raw()
        self.bodies: list[str] = []
        self.stored = 0

    def segment(self, now: datetime) -> Segment:
        for _ in range(self.rng.randrange(1, 4)):
            self.bodies.append(self.body(len(self.bodies) + 1, now))
        head = NO_FACT_YET
        for body in self.bodies[: self.stored]:
            head = link(head, body.encode())
        made = Segment(self.name, 1, self.stored + 1, head, tuple(self.bodies[self.stored :]))
        return replace(made, signature=self.key.sign(signed_part(made, chain(made)[-1])))

    def body(self, seq: int, now: datetime) -> str:
        copy, at = copy_number(1, self.rng.randrange(1, 4)), now.isoformat()
        session, later = {"type": "AttendanceLeft", "session": 1, "member": 101, "minutes": 5}, "2026-11-21T05:00:00"
        p: Any = self.rng.choice(
            [
                {"type": "BookReturned", "copy": copy, "hall": 1},
                {"type": "BookReturned", "copy": copy, "hall": 1},
                {"type": "CopyPolished", "copy": copy, "shine": 3},
                {"type": "MemberBlocked", "member": 2**70, "why": "w"},
                {"type": "MemberBlocked", "member": 101, "why": "\0"},
                session | {"left_at": later},
                {"type": "MemberAdded", "member": TAKEN_NUMBER | {"member": 7000 + seq}},
                "garbage",
            ]
        )
        id_ = self.rng.choice([f"newer-{seq}", f"newer-{seq}", f"newer-{seq}", "newer-1"])
        place = {"id": id_, "device": self.name, "generation": 1, "seq": seq, "boot": "b", "mono_ms": 2**60}
        naive = self.rng.random() < 0.1
        times = {"at": later if naive else at, "clock": "ok", "floor": UTC_NOON}
        return "not json" if p == "garbage" else msgspec.json.encode(place | times | {"p": p}).decode()

    def hear(self, ack: Ack) -> None:
        self.stored = ack.seq if ack.status in ("ok", "gap") else self.stored

    def again(self) -> None:
        """Its hub was restored: it begins at its beginning."""
        self.stored = 0


def forged(segment: Segment) -> Segment:
    """Another's words under this device's signature."""
    return replace(segment, bodies=tuple(body.replace('"seq":', f'{FORGED},"seq":') for body in segment.bodies))
