"""Stock: where copies are by hand-over, by gift and by counting, as rows tell it."""

from datetime import datetime
from typing import Annotated, Literal

from msgspec import Meta, Struct

Found = Literal[
    "in_place",
    "misplaced",
    "on_loan",
    "travelling",
    "withdrawn",
    "other_hall",
    "unknown",
    "missing",
]
LookedUp = Meta(extra={"looked_up": True})
OfBatch = Meta(extra={"open_while": "batch <> ''"})


class Handover(Struct, frozen=True):
    """A copy on its way between two halls, with both signatures; whoever never signed leaves a blank."""

    handover: str
    copy: Annotated[str, LookedUp]
    to_hall: int
    from_hall: int | None = None
    stays: bool = False  # it belongs to the other hall from then on
    batch: Annotated[str, OfBatch] = ""
    sent_by: str | None = None
    sent_at: datetime | None = None
    received_by: str | None = None
    received_at: datetime | None = None


class Gift(Struct, frozen=True):
    """A copy that somebody gave; the donor is a pseudonym whose name lies sealed, or nobody at all."""

    copy: str
    donor: Annotated[int | None, LookedUp]
    given_at: datetime


class Stocktake(Struct, frozen=True):
    """Counting what stands on some shelves: a room, a class, or the whole hall."""

    stocktake: str
    hall: Annotated[int, LookedUp]
    begun_at: datetime
    room: str = ""
    class_mark: str = ""
    expected: int = 0
    begun_by: str | None = None
    closed_at: datetime | None = None
    counts: tuple[tuple[str, int], ...] = ()  # by state, as it was when it closed

    @property
    def open(self) -> bool:
        return self.closed_at is None


class Sighting(Struct, frozen=True):
    """What one stock-take says of one copy: where it was seen, or that it is missing; never both."""

    sighting: str  # the stock-take and the copy
    stocktake: str
    copy: Annotated[str, LookedUp]
    found: Found
    at: datetime
    shelf: str = ""  # that was walked
    device: str = ""
    loan: str | None = None  # that was open when the copy was seen


def sighting_key(stocktake: str, copy: str) -> str:
    return f"{stocktake} {copy}"
