"""Patience: how long to wait before the hub is asked again, so that no hub that comes back is trampled down."""

from collections.abc import Callable

from msgspec import Struct
from msgspec.structs import replace

FIRST_S, LONGEST_S = 1.0, 60.0
TRIES_AN_HOUR_MAX = 240  # that came to nothing; with this many, however they fall, the kiosk waits
HOUR_MS = 3_600_000
DOUBLINGS_MAX = 16


class Patience(Struct, frozen=True):
    """How often in a row it came to nothing, and when in the last hour."""

    in_a_row: int = 0
    failed_ms: tuple[int, ...] = ()  # by the counter of this boot


def failed(was: Patience, now_ms: int) -> Patience:
    recent = tuple(ms for ms in was.failed_ms if now_ms - HOUR_MS < ms <= now_ms)
    return Patience(was.in_a_row + 1, (*recent, now_ms)[-TRIES_AN_HOUR_MAX:])


def went_well(was: Patience) -> Patience:
    """What failed still counts in its hour: a line that comes and goes is not asked the more often for it."""
    return replace(was, in_a_row=0)


def wait_s(patience: Patience, now_ms: int, chance: Callable[[], float]) -> float:
    """Twice as long each time, never quite when all others try; after too many, until the oldest is an hour old."""
    doubled: int = 2 ** min(patience.in_a_row - 1, DOUBLINGS_MAX)
    waited = min(LONGEST_S, FIRST_S * doubled) * (0.5 + chance() / 2)
    if len(patience.failed_ms) < TRIES_AN_HOUR_MAX:
        return waited
    return max(waited, (patience.failed_ms[0] + HOUR_MS - now_ms) / 1000)
