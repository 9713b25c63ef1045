"""Link: what a device asks of its hub, whichever way the words travel, and what may keep them from arriving."""

from typing import Literal, Protocol

from kiosk.sync.messages import Ack, Ask, Page, Segment

Why = Literal["unreachable", "busy", "unreadable", "revoked", "unknown_device", "expired", "hub_too_old", "hub_too_new"]
# These do not pass by themselves: somebody has to do something.
NEEDS_STAFF: tuple[Why, ...] = ("revoked", "unknown_device", "expired", "hub_too_old", "hub_too_new")


class LinkDown(Exception):
    """Nothing was heard; whether the hub has heard us is not known, and need not be."""

    def __init__(self, code: Why) -> None:
        super().__init__(code)
        self.code = code


class Link(Protocol):
    def push(self, segment: Segment) -> Ack: ...

    def pull(self, ask: Ask) -> Page | None:
        """None: the hub does not speak to this device any more."""
