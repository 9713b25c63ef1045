"""Mutants: the product made wrong on purpose, one error at a time; a simulation that misses one has a hole."""

from collections.abc import Callable
from typing import Any

import pytest
from msgspec.structs import replace

from kiosk.domain.arriving import When
from kiosk.hub import hub, pulling, reading, receiving, turn
from kiosk.hub.hub import Hub
from kiosk.hub.turn import Turn
from kiosk.storage import pulled
from kiosk.sync import inbox, outbox

Patch = pytest.MonkeyPatch
FOR_EVER = 1 << 62
MUTANTS: dict[str, Callable[[Patch], None]] = {}


def mutant(how: Callable[[Patch], None]) -> Callable[[Patch], None]:
    MUTANTS[how.__name__] = how
    return how


@mutant
def no_dedupe(patch: Patch) -> None:
    patch.setattr(hub, "known_ids", lambda *_: {})


@mutant
def ack_before_commit(patch: Patch) -> None:
    heard, push = Hub.heard, Hub.push

    def noted(self: Any, *more: Any) -> Any:
        self.early = heard(self, *more)
        return self.early

    def early(self: Any, segment: Any) -> Any:
        self.early = None
        try:
            return push(self, segment)
        except Exception:
            if self.early is None:
                raise
            return self.early

    patch.setattr(Hub, "heard", noted)
    patch.setattr(Hub, "push", early)


@mutant
def order_by_arrival(patch: Patch) -> None:
    patch.setattr(turn, "BY_TIME", ())


@mutant
def raw_clock(patch: Patch) -> None:
    patch.setattr(reading, "happened", lambda fact, arrival, last, good: When(fact.at, fact.at))


@mutant
def delay_taken_for_a_wrong_clock(patch: Patch) -> None:
    from kiosk.domain import arriving

    patch.setattr(arriving, "ON_ITS_WAY", -arriving.ON_ITS_WAY)


@mutant
def own_facts_not_stepped_again(patch: Patch) -> None:
    patch.setattr(pulled, "stepped", lambda *_, **__: None)


@mutant
def page_cut_inside_a_number(patch: Patch) -> None:
    entries = pulling.entries_after

    def cut(db: Any, hall: int, cursor: int, limit: int, last: int) -> Any:
        found, until = entries(db, hall, cursor, limit, last)
        return (found[:limit], found[limit - 1].number) if len(found) > limit else (found, until)

    patch.setattr(pulling, "entries_after", cut)


@mutant
def half_a_subject_is_shown(patch: Patch) -> None:
    patch.setattr(pulled, "kept_until_whole", lambda *_: None)


@mutant
def old_page_taken_in_portions(patch: Patch) -> None:
    patch.setattr(inbox, "is_old", lambda *_: False)


@mutant
def silence_not_corrected(patch: Patch) -> None:
    patch.setattr(pulled.Unheard, "between", lambda *_: set())


@mutant
def late_fact_stepped(patch: Patch) -> None:
    def nothing_before(self: Turn, halls: dict[Any, int]) -> None:
        self.heads |= {(hall, str(subject)): None for subject, hall in halls.items()}

    patch.setattr(Turn, "load", nothing_before)


@mutant
def shares_forgotten(patch: Patch) -> None:
    patch.setattr(Turn, "share", lambda *_: None)


@mutant
def loans_not_told_at_home(patch: Patch) -> None:
    patch.setattr(Turn, "share_with_home", lambda *_: None)


@mutant
def poison_stops_the_segment(patch: Patch) -> None:
    patch.setattr(turn, "POISON", ())
    patch.setattr(hub, "of_a_fact", lambda _: False)


@mutant
def unkeepable_is_kept(patch: Patch) -> None:
    patch.setattr(reading, "unkeepable", lambda _: None)
    patch.setattr(hub, "of_a_fact", lambda _: False)


@mutant
def forged_is_believed(patch: Patch) -> None:
    patch.setattr(hub, "signature_is_right", lambda *_: True)


@mutant
def revoked_is_heard(patch: Patch) -> None:
    received = hub.received
    patch.setattr(hub, "received", lambda db, device, *more: received(db, replace(device, state="live"), *more))


@mutant
def fork_not_noticed(patch: Patch) -> None:
    """Neither by the hub nor by the kiosk: each of them alone would be enough."""
    patch.setattr(receiving, "unlike_what_is_here", lambda *_: False)
    patch.setattr(outbox, "same_story", lambda *_: True)
    patch.setattr(pulled, "same_story", lambda *_: True)
