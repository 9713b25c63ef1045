"""Moments: what a device knows of the time when it acts."""

from datetime import UTC, date, datetime, timedelta, timezone
from typing import Literal

from msgspec import Struct

Clock = Literal["ok", "suspect"]

SOFTWARE_BUILT_AT = datetime(2026, 11, 1, tzinfo=UTC)
AHEAD_WITHOUT_SYNC = timedelta(days=400)


class Moment(Struct, frozen=True):
    """The wall clock, and the counter of this boot that no one can set."""

    at: datetime  # UTC
    boot: str
    mono_ms: int

    def day(self, utc_offset_min: int) -> date:
        return self.at.astimezone(timezone(timedelta(minutes=utc_offset_min))).date()


def clock_quality(at: datetime, floor: datetime) -> Clock:
    """A clock behind what is known to have happened, or absurdly ahead of it, is not to be trusted."""
    return "ok" if floor <= at <= floor + AHEAD_WITHOUT_SYNC else "suspect"
