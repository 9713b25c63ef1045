"""Holds: members who wait for a title, and the copy that is kept for one of them."""

from datetime import date, datetime
from typing import Annotated, Literal

from msgspec import Meta, Struct

HoldState = Literal["waiting", "ready", "filled", "cancelled"]


class Hold(Struct, frozen=True):
    """While it is ready, `copy` stands on the hold shelf until `ready_until`."""

    hold: str
    title: Annotated[int, Meta(extra={"open_while": "state in ('waiting', 'ready')"})]
    member: int
    placed_at: datetime
    pickup_hall: int
    state: HoldState = "waiting"
    copy: Annotated[str | None, Meta(extra={"open_while": "state = 'ready'"})] = None
    ready_until: date | None = None


def keeper(holds: tuple[Hold, ...], copy: str, today: date) -> Hold | None:
    """The hold for which this very copy is kept."""
    return next((h for h in holds if h.state == "ready" and h.copy == copy and (h.ready_until or today) >= today), None)


def first_waiting(holds: tuple[Hold, ...], hall: int) -> Hold | None:
    waiting = (h for h in holds if h.state == "waiting" and h.pickup_hall == hall)
    return min(waiting, key=lambda h: (h.placed_at, h.hold), default=None)
