"""Facts of who waits for a title."""

from datetime import date

from msgspec import Struct

from kiosk.domain.holds import Hold


class HoldPlaced(Struct, frozen=True, tag=True, omit_defaults=True):
    title: int
    member: int
    pickup_hall: int


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


class HoldRestored(Struct, frozen=True, tag=True, omit_defaults=True):
    """The loan or return that moved the hold was undone: it is again as it was."""

    hold: Hold


HoldFact = HoldPlaced | HoldReadied | HoldFilled | HoldCancelled | HoldRestored
