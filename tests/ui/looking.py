"""What a test sees in a window: its texts, where their letters are, and what can be pressed."""

import functools
import json
from pathlib import Path
from typing import Any

from msgspec import Struct, convert
from PySide6.QtCore import Q_RETURN_ARG, QMetaObject, QRectF, QUrl
from PySide6.QtQml import QQmlComponent
from PySide6.QtQuick import QQuickWindow

from ui.app import Stage

ROUNDING = 2.0
Box = tuple[float, float, float, float]


class Text(Struct):
    kind: str
    text: str
    picture: bool  # words in a cover or a drawing: they stand beside it too
    width: float
    needs: float
    shrunk: int
    box: Box
    clips: list[Box]

    @property
    def rect(self) -> QRectF:
        return QRectF(*self.box)

    @property
    def hidden(self) -> bool:
        """Scrolled out of a list, in whole or in part."""
        return not all(QRectF(*clip).contains(self.rect) for clip in self.clips)

    @property
    def too_wide(self) -> bool:
        return self.needs > self.width + ROUNDING

    def __str__(self) -> str:
        return f"{self.text!r} at {[round(x) for x in self.box]}"


class Pressable(Struct):
    kind: str
    pressable: str
    role: bool
    enabled: bool
    tab: bool
    focused: bool
    box: Box
    clips: list[Box]

    @property
    def seen(self) -> QRectF:
        """What of it is not scrolled out of a list."""
        return functools.reduce(QRectF.intersected, (QRectF(*clip) for clip in self.clips), QRectF(*self.box))


def texts(stage: Stage) -> list[Text]:
    return [convert(seen, Text) for seen in look(stage) if "text" in seen]


def pressables(stage: Stage) -> list[Pressable]:
    return [convert(seen, Pressable) for seen in look(stage) if "pressable" in seen]


def look(stage: Stage) -> list[dict[str, Any]]:
    assert isinstance(stage.window, QQuickWindow)
    component = QQmlComponent(stage.engine, QUrl.fromLocalFile(str(Path(__file__).parent / "Probe.qml")))
    probe = component.createWithInitialProperties({"root": stage.window.contentItem()})
    assert probe, component.errorString()
    seen = json.loads(QMetaObject.invokeMethod(probe, "look", Q_RETURN_ARG(str)))  # type: ignore[call-overload]
    probe.deleteLater()
    return seen  # type: ignore[no-any-return]
