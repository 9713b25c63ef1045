"""Resting: a kiosk that fell again and again shows one page, until it is tried once more."""

from collections.abc import Callable
from datetime import UTC
from typing import Any

from kiosk.devices.clock import Clock
from kiosk.visit.frame import lunar
from kiosk.visit.screens import Fault, Frame


class Resting:
    """A visit without a database: whatever is scanned, nothing is written; 再试一次 tries again at once."""

    def __init__(self, code: str, clock: Clock, try_again: Callable[[], None]) -> None:
        self.screen = Fault(code, "")
        self.clock, self.try_again = clock, try_again

    def scan(self, text: str) -> Fault:
        return self.screen

    def tap(self, action: str, arguments: dict[str, Any]) -> Fault:
        if action == "back":
            self.try_again()
        return self.screen

    def tick(self) -> Fault:
        return self.screen

    def poll(self) -> Fault:
        return self.screen

    def frame(self) -> Frame:
        local = self.clock.now().at.replace(tzinfo=UTC).astimezone()
        return Frame("", "", f"{local:%H:%M}", local.date(), lunar(local.date()))
