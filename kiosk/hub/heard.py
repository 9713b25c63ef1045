"""Heard: a fact as it arrived, and what its step has changed."""

from datetime import UTC, datetime
from functools import lru_cache
from typing import Any

from msgspec import Struct

from kiosk.domain.arriving import Place, When
from kiosk.domain.subjects import Subject

TIMES_KEPT = 4096  # of each fact one time is told three times over


class Heard(Struct, frozen=True):
    """A fact as it arrived: its text, its place in the device's chain, and when it happened."""

    fact: Any  # as it is understood, or its outline
    subject: Subject
    body: str
    hash: bytes
    when: When
    arrived_at: datetime

    @property
    def place(self) -> Place:
        return Place(self.when.at, self.fact.device, self.fact.generation, self.fact.seq)


class Stepped(Struct, frozen=True):
    """One step of a turn: its fact, and its subject's own row before and after."""

    hall: int
    heard: Heard
    before: Any
    after: Any


@lru_cache(TIMES_KEPT)
def in_order(at: datetime) -> str:
    """Text that sorts as time does, whatever zone a device has named."""
    return at.astimezone(UTC).isoformat(timespec="microseconds")
