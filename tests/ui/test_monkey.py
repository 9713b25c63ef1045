"""The short form of the monkey, and the proof that it would notice; `make proof` plays ten thousand actions."""

import sys
from typing import Any

import pytest
from halls import TestHall
from leaks import Leaked
from monkey import Monkey
from msgspec.structs import replace

from kiosk.visit.screens import Attract, Basket, Frame, Screen
from kiosk.visit.visit import Visit
from ui.bridge import Bridge

ACTIONS, UNTIL_CAUGHT = 600, 400


@pytest.mark.parametrize("seed", [2, 3])
def test_no_touch_key_scan_or_time_breaks_anything(
    seed: int, hall: TestHall, qt_messages: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "excepthook", lambda kind, wrong, _: qt_messages.append(f"{kind.__name__}: {wrong}"))
    monkey = Monkey(seed, hall, qt_messages)
    seen = monkey.play(ACTIONS)
    monkey.close()
    assert seen["visits"] > 10 and seen["scans"] > 100 and seen["refusals"] > 20


class TellsTheLastName(Visit):
    """A double whose frame still names whoever has gone."""

    last = ""

    def frame(self) -> Frame:
        frame = super().frame()
        self.last = frame.member or self.last
        return replace(frame, member=self.last, tier="member") if isinstance(self.screen, Attract) else frame


class ShowsTheLastBooks(Visit):
    """A double that hands the next person the shelf of the last."""

    last: Screen = Attract()

    def scan(self, text: str) -> Screen:
        screen = super().scan(text)
        if isinstance(screen, Basket) and not screen.shelf and isinstance(self.last, Basket):
            self.screen = replace(screen, shelf=self.last.shelf)
        self.last = screen if isinstance(screen, Basket) and screen.shelf else self.last
        return self.screen


class KeepsItsManners(Bridge):
    """A double that leaves large print, night and language as the last person chose them."""

    def _begin_anew(self) -> None:
        pass


@pytest.mark.parametrize(
    ("visit", "bridge"), [(TellsTheLastName, Bridge), (ShowsTheLastBooks, Bridge), (Visit, KeepsItsManners)]
)
def test_the_monkey_notices_what_is_left_behind(visit: Any, bridge: Any, hall: TestHall) -> None:
    hall.visit = visit(hall.store, hall.clock)
    monkey = Monkey(2, hall, [], bridge)
    with pytest.raises(Leaked):
        monkey.play(UNTIL_CAUGHT)
    monkey.close()
