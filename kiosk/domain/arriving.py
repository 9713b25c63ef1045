"""Arriving: when a fact really happened, seen from a hub whose clock is right."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any, Protocol

from msgspec import Struct

from kiosk.domain import facts as f
from kiosk.domain.moment import Clock, Moment

# The story of these is told in the order in which things happened; of all others, in which they were heard of.
BY_TIME = ("copy", "session")
HUB = "hub"  # what a hub's own facts call their device
ON_ITS_WAY = timedelta(minutes=2)  # a message that takes longer has been given up
BOOT_MAX_MS = 10 * 366 * 86_400_000  # no machine runs for longer


# Asked for, and given or not in the order in which they are heard of; or told by whoever may tell it.
CLAIMS = (f.SeatRequested, f.HoldPlaced)
ORDERS = (
    f.MemberBlocked,
    f.MemberUnblocked,
    f.MemberSuspended,
    f.SuspensionLifted,
    f.TierSet,
    f.GuardianSet,
    f.MembersMerged,
    f.MembersParted,
    f.CardIssued,
    f.CardReportedLost,
    f.CertificateRevoked,
    f.CourseCancelled,
)
OF_ARRIVAL = frozenset(CLAIMS + ORDERS)  # as old as their arrival


class Timed(Protocol):
    """What tells when something happened, be it understood or not."""

    @property
    def boot(self) -> str: ...
    @property
    def mono_ms(self) -> int: ...
    @property
    def at(self) -> datetime: ...
    @property
    def clock(self) -> Clock: ...
    @property
    def floor(self) -> datetime: ...
    @property
    def p(self) -> Any: ...


class Arrival(Struct, frozen=True):
    """When something was heard, and what the device's own clocks said then."""

    at: datetime
    said: Moment | None = None


class When(Struct, frozen=True, order=True):
    """`at` is what rows are told; the truth lies between it and `latest`."""

    at: datetime
    latest: datetime


class Place(Struct, frozen=True, order=True):
    """Where a fact stands among those of its subject: a pure function of the facts, not of their arrival."""

    at: datetime
    device: str
    generation: int
    seq: int


def happened(fact: Timed, arrival: Arrival, last: datetime, next_good: datetime) -> When:
    """Never before the fact before it, never after its arrival, whatever a clock has said; a claim, on its arrival.

    In the boot that is still running its counter tells how long ago it was: it mends a clock that is wrong. A clock
    that says the same, up to the time that a message is on its way, is right, and the message's delay is not its fault.
    """
    said = arrival.said
    if type(fact.p) in OF_ARRIVAL:
        return When(arrival.at, arrival.at)
    if said and fact.boot == said.boot and 0 <= said.mono_ms - fact.mono_ms <= BOOT_MAX_MS:
        counted = arrival.at - timedelta(milliseconds=said.mono_ms - fact.mono_ms)
        right = fact.clock == "ok" and abs(fact.at - counted) <= ON_ITS_WAY
        at = within(fact.at if right else counted, last, arrival.at)
        return When(at, at)
    if fact.clock == "ok":
        at = within(max(fact.at, fact.floor), last, arrival.at)
        return When(at, at)
    at = within(fact.floor, last, arrival.at)
    return When(at, within(next_good, at, arrival.at))


def within(at: datetime, earliest: datetime, latest: datetime) -> datetime:
    """Where the two bounds contradict each other, a device's own order is kept."""
    return max(min(at, latest), earliest)


def next_good_times(facts: Sequence[Timed], arrival: Arrival) -> list[datetime]:
    """For each fact, the first time after it that is surely known: a doubtful one happened before that."""
    known, times = arrival.at, []
    for fact in reversed(facts):
        times.append(known)
        if fact.clock == "ok":
            known = min(known, fact.at)
    return times[::-1]
