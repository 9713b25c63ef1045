"""Visiting: the visit as the window knows it, and how a scan is answered."""

from typing import Any, Protocol

from kiosk.visit.screens import (
    BuildUp,
    Counter,
    Frame,
    Health,
    ImportPreview,
    LabelDesk,
    PinEntry,
    PracticeDoor,
    Refusal,
    Reports,
    Screen,
    StockScan,
    StockTake,
    Stopped,
    Wizard,
)

COUNTED = ("shelf", "in_place")


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
        case Counter(stopped=Stopped()):
            return "refused"
        case Counter(pile=pile, person=person) if isinstance(before, Counter):
            return "heard" if (before.pile, before.person) == (pile, person) else "done"
        case Refusal() | BuildUp(reasons=(_, *_)) | StockTake(reasons=(_, *_)):
            return "refused"
        case BuildUp(told="again") | StockTake(last=StockScan(told="again")):
            return "heard"
        case StockTake(last=StockScan(told=told)) if told not in COUNTED:
            return "refused"  # the eye is on the shelf: what needs a hand sounds different
    return "heard" if after == before else "done"


def busy(screen: Screen) -> bool:
    """Something goes on behind the screen, and the visit is to be asked again soon."""
    match screen:
        case Health(looking=True) | PracticeDoor(stage="making"):
            return True
        case PinEntry(checking=True) | StockTake(stage="closing") | ImportPreview(stage="reading" | "importing"):
            return True
        case LabelDesk(way="drawing") | Reports(way="saving") | Wizard(working=True):
            return True
    return False
