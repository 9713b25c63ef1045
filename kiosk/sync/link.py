"""Link: what a device asks of its hub, whichever way the words travel, and what may keep them from arriving."""

from typing import Protocol

from kiosk.sync.joining import WipeOrder
from kiosk.sync.messages import Ack, Ask, Page, Segment

# These do not pass by themselves: somebody has to do something.
NEEDS_STAFF = ("fork", "revoked", "unknown_device", "bad_signature", "expired", "not_the_hub", "too_old", "too_new")


class LinkDown(Exception):
    """Nothing was heard; whether the hub has heard us is not known, and need not be."""

    def __init__(self, code: str, again_s: int = 0, order: WipeOrder | None = None) -> None:
        super().__init__(code)
        self.code, self.again_s, self.order = code, again_s, order


class Link(Protocol):
    def push(self, segment: Segment) -> Ack: ...

    def pull(self, ask: Ask) -> Page | None:
        """None: the hub does not speak to this device any more."""

    def close(self) -> None: ...
