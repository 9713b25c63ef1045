"""Report desk: what the pages of reports may ask for."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

QML_IMPORT_NAME = "Kiosk.Bridge"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the program")
class ReportDesks(QObject):
    def __init__(self, tap: Callable[..., None]) -> None:
        super().__init__()
        self._tap = tap

    @Slot()
    def open(self) -> None:
        self._tap("reports")

    @Slot(str)
    def of(self, kind: str) -> None:
        """day, month, quarter, year."""
        self._tap("reports", kind=kind)

    @Slot(int)
    def step(self, by: int) -> None:
        self._tap("report_step", by=by)

    @Slot(str)
    def list(self, number: str) -> None:
        self._tap("report_list", number=number)

    @Slot()
    def close(self) -> None:
        self._tap("report_close")

    @Slot()
    def print(self) -> None:
        self._tap("report_print")

    @Slot(str)
    def save(self, what: str) -> None:
        """excel, pack."""
        self._tap("report_save", what=what)
