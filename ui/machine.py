"""Machine: what this kiosk has to scan with, what of it is missing now, and whether its screen is dark."""

from datetime import datetime

from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.devices.hours import is_dark
from kiosk.devices.settings import Settings

QML_IMPORT_NAME = "Kiosk.Bridge"
QML_IMPORT_MAJOR_VERSION = 1
LOOK_MS = 10_000


@QmlElement
@QmlUncreatable("made by the program")
class Machine(QObject):
    changed = Signal()

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self._turned = settings.machine.turned
        self._scanners, self._hours, self._trouble = settings.scanners, settings.hours, ""
        self._camera: QObject | None = None
        self._dark = False
        self._look = QTimer(self, interval=LOOK_MS)
        self._look.timeout.connect(self.look)
        if self._hours.closes:
            self._look.start()
            self.look()

    @Property(str, notify=changed)
    def scannerSide(self) -> str:
        return self._scanners.side

    @Property(int, notify=changed)
    def turned(self) -> int:
        """How far the picture is turned clockwise, so that it stands upright on a screen that does not."""
        return self._turned

    @Property(str, notify=changed)
    def trouble(self) -> str:
        """The key of what stands over the foot bar while a part of the machine is missing, or nothing."""
        return self._trouble

    @Property(QObject, notify=changed)
    def camera(self) -> QObject | None:
        """What it sees, to aim by; without one, nothing."""
        return self._camera

    @Property(bool, notify=changed)
    def dark(self) -> bool:
        """While nobody is here, nothing is shown: the hall is closed."""
        return self._dark

    @Property(str, notify=changed)
    def hours(self) -> str:
        """From when to when an unused screen is lit; nothing: always."""
        opens, closes = self._hours.opens, self._hours.closes
        return f"{opens:%H:%M} – {closes:%H:%M}" if opens and closes else ""

    @Slot()
    def look(self) -> None:
        dark = is_dark(self._hours, datetime.now().astimezone().time())
        if dark != self._dark:
            self._dark = dark
            self.changed.emit()

    def missing(self, sources: tuple[str, ...]) -> None:
        """Which of the scanners that belong to the machine are not there now."""
        self._trouble = "scan.missing" if sources else ""
        self.changed.emit()

    def sees(self, camera: QObject) -> None:
        self._camera = camera
        self.changed.emit()
