"""Facts of who waits for a title."""

from datetime import date

from msgspec import Struct

from kiosk.domain.holds import Hold


class HoldPlaced(Struct, frozen=True, tag=True, omit_defaults=True):
    title: int
    member: int
    pickup_hall: int
    copy: str | None = None  # this very copy; none: any of the title


class HoldReadied(Struct, frozen=True, tag=True, omit_defaults=True):
    hold: str
    title: int
    copy: str
    until: date


class HoldFilled(Struct, frozen=True, tag=True, omit_defaults=True):
    hold: str
    title: int


class HoldCancelled(Struct, frozen=True, tag=True, omit_defaults=True):
    hold: str
    title: int
    why: str = ""  # a word of `domain.membership`, where staff did it at the member's page
    why_said: str = ""


class HoldExpired(Struct, frozen=True, tag=True, omit_defaults=True):
    """Nobody came for the book while it was kept."""

    hold: str
    title: int


class HoldSuspended(Struct, frozen=True, tag=True, omit_defaults=True):
    """The member is away: the place is kept, and passed over before that day."""

    hold: str
    title: int
    until: date


class HoldResumed(Struct, frozen=True, tag=True, omit_defaults=True):
    hold: str
    title: int


class HoldRequeued(Struct, frozen=True, tag=True, omit_defaults=True):
    """The copy that was kept is not to be had any more: the hold waits again, at its old place."""

    hold: str
    title: int
    copy: str | None = None  # which one; another that is kept meanwhile stays


class HoldRestored(Struct, frozen=True, tag=True, omit_defaults=True):
    """The loan or return that moved the hold was undone: it is again as it was."""

    hold: Hold


HoldFact = (
    HoldPlaced
    | HoldReadied
    | HoldFilled
    | HoldCancelled
    | HoldExpired
    | HoldSuspended
    | HoldResumed
    | HoldRequeued
    | HoldRestored
)
