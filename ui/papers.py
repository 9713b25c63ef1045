"""Papers: what the pages of the passport, of a certificate and of the printer may ask for."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

QML_IMPORT_NAME = "Kiosk.Bridge"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the program")
class Papers(QObject):
    """The same taps as the console has."""

    def __init__(self, tap: Callable[..., None]) -> None:
        super().__init__()
        self._tap = tap

    @Slot()
    def passport(self) -> None:
        self._tap("passport")

    @Slot(str)
    def certificate(self, number: str) -> None:
        self._tap("certificate", number=number)

    @Slot(str)
    def printCertificate(self, number: str) -> None:
        self._tap("print_certificate", number=number)

    @Slot()
    def printPassport(self) -> None:
        self._tap("print_passport")

    @Slot()
    def leave(self) -> None:
        self._tap("leave_paper")

    @Slot(str)
    def decide(self, what: str) -> None:
        self._tap("decide_print", what=what)
