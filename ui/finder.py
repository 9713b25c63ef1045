"""Finder: what a page may ask for to find a title, and to wait for it."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

QML_IMPORT_NAME = "Kiosk.Bridge"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the program")
class Finder(QObject):
    """Titles go by their number as text: QML counts with fewer digits than they have."""

    def __init__(self, tap: Callable[..., None]) -> None:
        super().__init__()
        self._tap = tap

    @Slot(str)
    def open(self, way: str) -> None:
        self._tap("finder", way=way)

    @Slot(str)
    def find(self, text: str) -> None:
        self._tap("find", text=text)

    @Slot(str)
    def openClass(self, mark: str) -> None:
        self._tap("open_class", mark=mark)

    @Slot(int)
    def choose(self, at: int) -> None:
        self._tap("choose", at=at)

    @Slot(str)
    def title(self, title: str) -> None:
        self._tap("title", title=title)

    @Slot(str)
    def shelf(self, title: str) -> None:
        self._tap("shelf", title=title)

    @Slot(str)
    def hold(self, title: str) -> None:
        self._tap("place_hold", title=title)

    @Slot(int)
    def fetchAt(self, hall: int) -> None:
        self._tap("fetch_at", hall=hall)

    @Slot(str)
    def cancelHold(self, hold: str) -> None:
        self._tap("cancel_hold", hold=hold)

    @Slot(str)
    def suspendHold(self, hold: str) -> None:
        self._tap("suspend_hold", hold=hold)

    @Slot(str)
    def resumeHold(self, hold: str) -> None:
        self._tap("resume_hold", hold=hold)

    @Slot()
    def back(self) -> None:
        self._tap("back_to_finder")
