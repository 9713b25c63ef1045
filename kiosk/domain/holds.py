"""Holds: members who wait for a title, and the copy that is kept for one of them."""

from datetime import date, datetime
from typing import Annotated, Literal

from msgspec import Meta, Struct
from msgspec.structs import replace

from kiosk.domain.halls import Calendar

HoldState = Literal["waiting", "ready", "filled", "cancelled", "expired"]
OPEN = Meta(extra={"open_while": "state in ('waiting', 'ready')"})


class Hold(Struct, frozen=True):
    """While it is ready, `copy` stands on the hold shelf until `ready_until`."""

    hold: str
    title: Annotated[int, OPEN]
    member: Annotated[int, OPEN]
    placed_at: datetime
    pickup_hall: int
    state: HoldState = "waiting"
    copy: Annotated[str | None, Meta(extra={"open_while": "state = 'ready'"})] = None
    ready_until: date | None = None
    wanted_copy: str | None = None  # this very copy and no other
    suspended_until: date | None = None  # passed over before that day

    @property
    def open(self) -> bool:
        return self.state in ("waiting", "ready")

    def paused(self, today: date) -> bool:
        return self.state == "waiting" and self.suspended_until is not None and today < self.suspended_until

    def over(self, calendar: Calendar, today: date) -> bool:
        """Nobody came for it; a day on which the hall was closed is not held against the member."""
        return self.state == "ready" and self.ready_until is not None and calendar.next_open(self.ready_until) < today


def keeper(holds: tuple[Hold, ...], copy: str) -> Hold | None:
    """The hold for which this very copy is kept."""
    return next((h for h in holds if h.state == "ready" and h.copy == copy), None)


def in_order(holds: tuple[Hold, ...]) -> tuple[Hold, ...]:
    """The queue: who has waited longest comes first, whatever happened since."""
    return tuple(sorted((h for h in holds if h.open), key=lambda h: (h.placed_at, h.hold)))


def next_for(holds: tuple[Hold, ...], copy: str, today: date) -> tuple[Hold, ...]:
    """Who may have this copy now, in order, at whichever hall they will fetch it."""
    waiting = (h for h in in_order(holds) if h.state == "waiting" and not h.paused(today))
    return tuple(h for h in waiting if h.wanted_copy in (None, copy))


def first_waiting(holds: tuple[Hold, ...], copy: str, hall: int, today: date) -> Hold | None:
    return next((h for h in next_for(holds, copy, today) if h.pickup_hall == hall), None)


def travels_to(holds: tuple[Hold, ...], copy: str, hall: int, today: date) -> int | None:
    """The hall where this copy is waited for, when nobody waits for it here."""
    waiting = next_for(holds, copy, today)
    if keeper(holds, copy) or any(h.pickup_hall == hall for h in waiting):
        return None
    return waiting[0].pickup_hall if waiting else None


def position(holds: tuple[Hold, ...], hold: str) -> int:
    """The place in the queue, from 1; whoever paused keeps theirs. A book that is ready waits for nobody: 0."""
    waiting = [h.hold for h in in_order(holds) if h.state == "waiting"]
    return waiting.index(hold) + 1 if hold in waiting else 0


def back_in_line(hold: Hold) -> Hold:
    """It waits again, at its old place."""
    return replace(hold, state="waiting", copy=None, ready_until=None)
