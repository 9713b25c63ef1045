"""Visiting: the visit as the window knows it, and how a scan is answered."""

from typing import Any, Protocol

from kiosk.visit.screens import BuildUp, Frame, Refusal, Screen


class Visit(Protocol):
    """Whoever stands at the kiosk, and what was made of it."""

    screen: Screen

    def scan(self, text: str) -> Screen: ...
    def tap(self, action: str, arguments: dict[str, Any]) -> Screen: ...
    def tick(self) -> Screen: ...
    def poll(self) -> Screen: ...
    def frame(self) -> Frame: ...


def kind(before: Screen, after: Screen) -> str:
    """How a scan is answered, for the ear and the upper edge of the screen."""
    match after:
        case Refusal() | BuildUp(reasons=(_, *_)):
            return "refused"
        case BuildUp(told="again"):
            return "heard"
    return "heard" if after == before else "done"
