"""Practising: what the door to make-believe data, and the strip under it, may ask for."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

QML_IMPORT_NAME = "Kiosk.Bridge"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the program")
class Practising(QObject):
    def __init__(self, tap: Callable[..., None]) -> None:
        super().__init__()
        self._tap = tap

    @Slot()
    def begin(self) -> None:
        self._tap("practise_begin")

    @Slot(int)
    def scan(self, n: int) -> None:
        self._tap("practice_scan", n=n)

    @Slot()
    def leave(self) -> None:
        self._tap("leave_practice")
