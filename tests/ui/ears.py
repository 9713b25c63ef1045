"""Ears at the window: what a screen reader finds, and presses; nothing is seen."""

from collections.abc import Iterator

from hands import Hands
from msgspec import Struct
from PySide6.QtGui import QAccessible, QAccessibleInterface

from ui.shots import settle

NAME, PRESS = QAccessible.Text.Name, "Press"
PRESSED_BY = (QAccessible.Role.Button, QAccessible.Role.AlertMessage)
NODES_MAX = 2000


class Heard(Struct, frozen=True):
    """One thing of the page, as it is read out."""

    role: QAccessible.Role
    name: str
    actions: tuple[str, ...]
    enabled: bool


def nodes(root: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    """All that is there to be read, each parent before its children; what is hidden is passed over."""
    for n in range(root.childCount()):
        child = root.child(n)
        if child is None or not child.isValid() or child.state().invisible:
            continue
        yield child
        yield from nodes(child)


def window_of(hands: Hands) -> QAccessibleInterface:
    found = QAccessible.queryAccessibleInterface(hands.stage.window)
    assert found and found.role() == QAccessible.Role.Window
    return found


def heard(hands: Hands) -> list[Heard]:
    return [heard_of(node) for node in nodes(window_of(hands))]


def heard_of(node: QAccessibleInterface) -> Heard:
    actions = node.actionInterface()
    names = tuple(actions.actionNames()) if actions else ()
    return Heard(node.role(), node.text(NAME), names, not node.state().disabled)


def press(hands: Hands, name: str) -> None:
    """By its name, or by the beginning of it."""
    found = [node for node in nodes(window_of(hands)) if node.role() in PRESSED_BY]
    exact = [node for node in found if node.text(NAME) == name]
    near = exact or [node for node in found if node.text(NAME).startswith(name)]
    assert near, f"nobody hears of {name} on {hands.page}: {[node.text(NAME) for node in found]}"
    actions = near[0].actionInterface()
    assert actions, name
    actions.doAction(PRESS)
    settle()
