"""Case desk: what the page of cases may ask for."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

QML_IMPORT_NAME = "Kiosk.Bridge"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the program")
class CaseDesks(QObject):
    def __init__(self, tap: Callable[..., None]) -> None:
        super().__init__()
        self._tap = tap

    @Slot(str)
    def choose(self, key: str) -> None:
        self._tap("case_choose", key=key)

    @Slot()
    def later(self) -> None:
        self._tap("case_later")

    @Slot(str)
    def other(self, answer: str) -> None:
        self._tap("case_other", answer=answer)

    @Slot(str, str)
    def settle(self, why: str, note: str) -> None:
        self._tap("case_settle", why=why, note=note)

    @Slot(str)
    def reopen(self, key: str) -> None:
        self._tap("case_reopen", key=key)
