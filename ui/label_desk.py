"""Label desk: what the page of labels may ask for."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

QML_IMPORT_NAME = "Kiosk.Bridge"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the program")
class LabelDesks(QObject):
    def __init__(self, tap: Callable[..., None]) -> None:
        super().__init__()
        self._tap = tap

    @Slot()
    def open(self) -> None:
        self._tap("labels")

    @Slot(str, str)
    def say(self, field: str, text: str) -> None:
        self._tap("labels_say", field=field, text=text)

    @Slot(str, int)
    def step(self, field: str, by: int) -> None:
        self._tap("labels_step", field=field, by=by)

    @Slot()
    def print(self) -> None:
        self._tap("labels_print")
