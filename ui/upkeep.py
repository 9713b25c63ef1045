"""Upkeep: what the pages of whoever looks after the machine may ask for."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

QML_IMPORT_NAME = "Kiosk.Bridge"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the program")
class Upkeep(QObject):
    def __init__(self, tap: Callable[..., None]) -> None:
        super().__init__()
        self._tap = tap

    @Slot()
    def door(self) -> None:
        self._tap("maintenance")

    @Slot()
    def look(self) -> None:
        self._tap("health")

    @Slot(str)
    def use(self, tool: str) -> None:
        """backups, clean, take_logs, leave."""
        self._tap(tool)

    @Slot(str)
    def choose(self, name: str) -> None:
        self._tap("backups", name=name)

    @Slot(str)
    def restore(self, name: str) -> None:
        self._tap("restore_backup", name=name)

    @Slot()
    def read(self) -> None:
        self._tap("mended_read")

    @Slot(str, str)
    def answer(self, key: str, text: str) -> None:
        """Of the first run."""
        self._tap("wizard_write", key=key, text=text)

    @Slot()
    def stepOn(self) -> None:
        self._tap("wizard_next")

    @Slot()
    def stepBack(self) -> None:
        self._tap("wizard_back")

    @Slot()
    def passOver(self) -> None:
        self._tap("wizard_skip")

    @Slot()
    def tryPage(self) -> None:
        self._tap("wizard_print")
