"""Watching: what a hub does of its own accord when it hears a fact, in the same transaction."""

from collections.abc import Callable
from datetime import datetime

from kiosk.hub import certified, clashing
from kiosk.hub.cases import review
from kiosk.hub.heard import Heard
from kiosk.hub.merging import follow
from kiosk.hub.settling import carry_out
from kiosk.hub.turn import Turn

# Each is told the hall and the fact, after its step.
WATCHERS: tuple[Callable[[Turn, int, Heard, datetime], None], ...] = ()
# Each looks at the whole turn, after everything was told and what came late was told anew.
REVIEWS: tuple[Callable[[Turn, datetime], None], ...] = (carry_out, follow, review, certified.review, clashing.review)
