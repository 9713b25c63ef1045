"""Lessons: what the pages of the programme, of a course and of a door may ask for."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

QML_IMPORT_NAME = "Kiosk.Bridge"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the program")
class Lessons(QObject):
    """The same taps as the console has."""

    def __init__(self, tap: Callable[..., None]) -> None:
        super().__init__()
        self._tap = tap

    @Slot(str, str, bool)
    def programme(self, day: str, kind: str, after_work: bool) -> None:
        self._tap("programme", day=day, kind=kind, after_work=after_work)

    @Slot(str)
    def course(self, course: str) -> None:
        self._tap("course", course=course)

    @Slot(str, int)
    def rate(self, session: str, faces: int) -> None:
        self._tap("rate", session=session, faces=faces)

    @Slot(str)
    def enrol(self, course: str) -> None:
        self._tap("enrol", course=course)

    @Slot(str)
    def withdraw(self, course: str) -> None:
        self._tap("withdraw", course=course)

    @Slot(str)
    def checkIn(self, session: str) -> None:
        self._tap("check_in", session=session)

    @Slot()
    def checkOut(self) -> None:
        self._tap("check_out")
