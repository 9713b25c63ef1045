"""Watching: what a hub does of its own accord when it hears a fact, in the same transaction."""

from collections.abc import Callable
from datetime import datetime

from kiosk.domain.classes import Course
from kiosk.hub.turn import Heard, Turn

# Each is told the hall and the fact, after its step.
WATCHERS: tuple[Callable[[Turn, int, Heard, datetime], None], ...] = ()

# Each is told of a course that got chairs more than it had, since more people hold a confirmed seat.
OVERBOOKED: tuple[Callable[[Turn, int, Course, datetime], None], ...] = ()
