"""Class desk: what the page of waiting lists and pauses may ask for."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

QML_IMPORT_NAME = "Kiosk.Bridge"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the program")
class ClassDesks(QObject):
    def __init__(self, tap: Callable[..., None]) -> None:
        super().__init__()
        self._tap = tap

    @Slot(bool)
    def show(self, pauses: bool) -> None:
        self._tap("class_desk", pauses=pauses)

    @Slot(str, str, str)
    def extraChair(self, course: str, member: str, why: str) -> None:
        self._tap("extra_chair", course=course, member=member, why=why)

    @Slot(str, str)
    def liftPause(self, member: str, why: str) -> None:
        self._tap("lift_pause", member=member, why=why)
