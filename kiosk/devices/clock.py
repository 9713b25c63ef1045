"""Clock: reads the wall clock and the counter of this boot."""

import os
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Protocol

from kiosk.domain.moment import Moment


class Clock(Protocol):
    def now(self) -> Moment: ...


class SystemClock:
    """The machine's own."""

    def __init__(self) -> None:
        self.boot = boot_id()

    def now(self) -> Moment:
        return Moment(datetime.now(UTC), self.boot, time.monotonic_ns() // 1_000_000)


class StoppedClock:
    """Stands where it is told."""

    def __init__(self, at: datetime) -> None:
        self.at = at

    def now(self) -> Moment:
        return Moment(self.at, "stopped", 0)


class MovedClock:
    """Another clock, moved on by what is told besides."""

    def __init__(self, clock: Clock) -> None:
        self.clock, self.passed = clock, timedelta()

    def now(self) -> Moment:
        now = self.clock.now()
        return Moment(now.at + self.passed, now.boot, now.mono_ms + int(self.passed.total_seconds() * 1000))

    def pass_by(self, seconds: float) -> None:
        self.passed += timedelta(seconds=seconds)


def boot_id() -> str:
    """Linux tells it; elsewhere a new one for each start of the program is safe, only less far-reaching."""
    file = Path("/proc/sys/kernel/random/boot_id")
    return file.read_text().strip() if file.exists() else os.urandom(16).hex()
