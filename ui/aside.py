"""Aside: a quiet sentence over the page, which goes by itself; in care mode only when it is told to."""

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

QML_IMPORT_NAME = "Kiosk.Bridge"
QML_IMPORT_MAJOR_VERSION = 1
STAYS_S = 15


@QmlElement
@QmlUncreatable("made by the program")
class Aside(QObject):
    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._key, self._shown_s = "", 0

    @Property(str, notify=changed)
    def key(self) -> str:
        """Of the sentence, or nothing."""
        return self._key

    @Slot()
    def callStaff(self) -> None:
        self.say("foot.call_notice")

    @Slot()
    def close(self) -> None:
        self.say("")

    def second(self, *, stays: bool) -> None:
        self._shown_s += 1
        if self._shown_s >= STAYS_S and not stays:
            self.close()

    def say(self, key: str) -> None:
        self._shown_s = 0
        if key != self._key:
            self._key = key
            self.changed.emit()
