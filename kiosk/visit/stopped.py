"""Stopped: a kiosk that cannot begin says why on its screen, and tries again after a while, or when asked."""

from datetime import datetime
from typing import Any

from kiosk.visit.screens import Fault, Frame, Leaving, Screen

AGAIN_S = 60  # ticks until it is tried again


class Stopped:
    """In the place of a visit: nothing can be done here but read the code and call somebody."""

    def __init__(self, code: str, name: str) -> None:
        self.screen: Screen = Fault(code, "")
        self.name, self.left_s = name, AGAIN_S

    def scan(self, text: str) -> Screen:
        return self.screen

    def tap(self, action: str, arguments: dict[str, Any]) -> Screen:
        if action == "back":
            self.screen = Leaving("again")
        return self.screen

    def tick(self) -> Screen:
        self.left_s -= 1
        if self.left_s <= 0:
            self.screen = Leaving("again")
        return self.screen

    def poll(self) -> Screen:
        return self.screen

    def frame(self) -> Frame:
        now = datetime.now().astimezone()
        return Frame(self.name, "", f"{now:%H:%M}", now.date(), "")
