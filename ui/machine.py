"""Machine: what this kiosk has to scan with, and what of it is missing now."""

from PySide6.QtCore import Property, QObject, Signal
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.devices.settings import Scanners

QML_IMPORT_NAME = "Kiosk.Bridge"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the program")
class Machine(QObject):
    changed = Signal()

    def __init__(self, scanners: Scanners) -> None:
        super().__init__()
        self._scanners, self._trouble = scanners, ""
        self._camera: QObject | None = None

    @Property(str, notify=changed)
    def scannerSide(self) -> str:
        return self._scanners.side

    @Property(str, notify=changed)
    def trouble(self) -> str:
        """The key of what stands over the foot bar while a part of the machine is missing, or nothing."""
        return self._trouble

    @Property(QObject, notify=changed)
    def camera(self) -> QObject | None:
        """What it sees, to aim by; without one, nothing."""
        return self._camera

    def missing(self, sources: tuple[str, ...]) -> None:
        """Which of the scanners that belong to the machine are not there now."""
        self._trouble = "scan.missing" if sources else ""
        self.changed.emit()

    def sees(self, camera: QObject) -> None:
        self._camera = camera
        self.changed.emit()
