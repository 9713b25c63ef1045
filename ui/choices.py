"""Choices: what the person at the kiosk wants to see and hear; forgotten when the visit ends."""

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.devices.settings import Settings, reach

QML_IMPORT_NAME = "Kiosk.Bridge"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the program")
class Choices(QObject):
    """Dark ground, pages moved down, voice."""

    changed = Signal()

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self._reach, self._habit = reach(settings.panel), settings.sound.voice
        self._night = self._low = self._care = False
        self._voice: bool | None = None  # none: as this kiosk and large print have it

    @Property(bool, notify=changed)
    def night(self) -> bool:
        return self._night

    @Property(bool, notify=changed)
    def canLower(self) -> bool:
        return self._reach is not None

    @Property(bool, notify=changed)
    def low(self) -> bool:
        return self._low

    @Property(float, notify=changed)
    def above(self) -> float:
        """The share of the page above everybody's reach: nothing to press lies there."""
        return self._reach.above if self._low and self._reach else 0.0

    @Property(float, notify=changed)
    def below(self) -> float:
        return self._reach.below if self._low and self._reach else 0.0

    @Property(bool, notify=changed)
    def voice(self) -> bool:
        """Large print speaks by itself; whoever chose otherwise is followed."""
        return self._voice if self._voice is not None else self._habit == "always" or self._habits_of_care()

    @Slot()
    def toggleNight(self) -> None:
        self._night = not self._night
        self.changed.emit()

    @Slot()
    def toggleLow(self) -> None:
        self._low = self.canLower and not self._low
        self.changed.emit()

    @Slot()
    def toggleVoice(self) -> None:
        self._voice = not self.voice
        self.changed.emit()

    def follow(self, care: bool) -> None:
        if care != self._care:
            self._care = care
            self.changed.emit()

    def forget(self) -> None:
        self._night = self._low = self._care = False
        self._voice = None
        self.changed.emit()

    def _habits_of_care(self) -> bool:
        return self._care and self._habit == "care"
