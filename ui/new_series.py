"""New series: what the page of a new course may ask for."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

QML_IMPORT_NAME = "Kiosk.Bridge"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the program")
class NewSeries(QObject):
    def __init__(self, tap: Callable[..., None]) -> None:
        super().__init__()
        self._tap = tap

    @Slot()
    def open(self) -> None:
        self._tap("series")

    @Slot(str)
    def like(self, course: str) -> None:
        self._tap("series_like", course=course)

    @Slot(str, str)
    def write(self, field: str, text: str) -> None:
        self._tap("series_write", field=field, text=text)

    @Slot(str, int)
    def step(self, field: str, by: int) -> None:
        self._tap("series_step", field=field, by=by)

    @Slot(str)
    def skip(self, day: str) -> None:
        self._tap("series_skip", day=day)

    @Slot()
    def make(self) -> None:
        self._tap("series_make")
