"""Admitting: whether a request is from a device of ours, meant for this hub, made now, and heard for the first time."""

from collections import OrderedDict
from datetime import datetime
from threading import Lock

from msgspec import Struct
from sqlalchemy import Engine

from kiosk.domain.signing import signature_holds
from kiosk.hub import devices
from kiosk.hub.devices import Known
from kiosk.hub.enrolling import expired
from kiosk.sync.envelope import Claim, signed_part

WINDOW_MS = 120_000  # a request is good so long before and after the hub's own time
REMEMBERED_MAX = 100_000  # signatures of that window; 1,500 devices need a tenth


class Refusal(Struct, frozen=True):
    status: int
    code: str
    wipe: Known | None = None  # whom the answer tells to forget everything


class Door:
    """Of one process; where several stand before one database, a request heard twice changes nothing twice."""

    def __init__(self, engine: Engine, public: bytes) -> None:
        self.engine, self.public = engine, public
        self.heard: OrderedDict[bytes, int] = OrderedDict()
        self.lock = Lock()

    def admitted(self, claim: Claim, way: str, body: bytes, now: datetime) -> Known | Refusal:
        """A stranger learns only that the hub does not know it, and what the time is here."""
        with self.engine.connect() as plain:
            db = plain.execution_options(reading=True)
            with db.begin():
                device = devices.find(db, claim.device)
        if device is None:
            return Refusal(403, "unknown_device")
        if not signature_holds(device.public, claim.signature, signed_part(claim, way, self.public, body)):
            return Refusal(403, "bad_signature")
        now_ms = int(now.timestamp() * 1000)
        if abs(claim.at_ms - now_ms) > WINDOW_MS:
            return Refusal(401, "clock")
        if not self.first_time(claim.signature, now_ms):
            return Refusal(409, "replayed")
        return self.state_of(device, way, now)

    def state_of(self, device: Known, way: str, now: datetime) -> Known | Refusal:
        """What a revoked or a doubled device has to say is still taken, and put aside; it hears nothing more."""
        if way == "POST /v1/push" and device.state != "live":
            return device
        if device.state != "live":
            return Refusal(403, device.state, device if device.wipe else None)
        return Refusal(403, "expired") if expired(device, now.date()) else device

    def first_time(self, signature: bytes, now_ms: int) -> bool:
        with self.lock:
            while self.heard and (
                len(self.heard) >= REMEMBERED_MAX or next(iter(self.heard.values())) < now_ms - 2 * WINDOW_MS
            ):
                self.heard.popitem(last=False)
            if signature in self.heard:
                return False
            self.heard[signature] = now_ms
            return True
