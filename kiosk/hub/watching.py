"""Watching: what a hub does of its own accord when it hears a fact, in the same transaction."""

from collections.abc import Callable
from datetime import datetime

from kiosk.hub.turn import Heard, Turn

# Each is told the hall and the fact, after its step.
WATCHERS: tuple[Callable[[Turn, int, Heard, datetime], None], ...] = ()
