"""Rosters: what the page of one evening's seats may ask for."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

QML_IMPORT_NAME = "Kiosk.Bridge"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the program")
class Rosters(QObject):
    """Sessions and members go by their number as text: QML counts with fewer digits than they have."""

    def __init__(self, tap: Callable[..., None]) -> None:
        super().__init__()
        self._tap = tap

    @Slot(str)
    def open(self, session: str) -> None:
        self._tap("roster", session=session)

    @Slot(str, str)
    def take(self, session: str, member: str) -> None:
        self._tap("roster_seat", session=session, member=member)

    @Slot(str, str)
    def reveal(self, session: str, member: str) -> None:
        self._tap("roster_reveal", session=session, member=member)

    @Slot(str, str, str)
    def correct(self, session: str, member: str, why: str) -> None:
        self._tap("roster_correct", session=session, member=member, why=why)

    @Slot(str, str, int)
    def addMinutes(self, session: str, member: str, by: int) -> None:
        self._tap("roster_minutes", session=session, member=member, by=by)

    @Slot(str)
    def printSheet(self, session: str) -> None:
        self._tap("roster_sheet", session=session)

    @Slot(str)
    def settleExits(self, session: str) -> None:
        self._tap("roster_exits", session=session)
