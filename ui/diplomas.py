"""Diplomas: what the pages of graduates and of the register may ask for."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

QML_IMPORT_NAME = "Kiosk.Bridge"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the program")
class Diplomas(QObject):
    """Courses and members go by their number as text: QML counts with fewer digits than they have."""

    def __init__(self, tap: Callable[..., None]) -> None:
        super().__init__()
        self._tap = tap

    @Slot(str, str, str)
    def open(self, course: str, kind: str, view: str) -> None:
        self._tap("graduates", course=course, kind=kind, view=view)

    @Slot(str, str, str)
    def take(self, course: str, kind: str, member: str) -> None:
        self._tap("graduates", course=course, kind=kind, member=member)

    @Slot(str, str, str)
    def reveal(self, course: str, kind: str, member: str) -> None:
        self._tap("graduate_reveal", course=course, kind=kind, member=member)

    @Slot(str, str, str, str)
    def mark(self, course: str, kind: str, member: str, mark: str) -> None:
        self._tap("mark_work", course=course, kind=kind, member=member, mark=mark)

    @Slot(str, str, str)
    def issue(self, course: str, kind: str, member: str) -> None:
        """Without a member, all who have earned one."""
        self._tap("issue_certificates", course=course, kind=kind, member=member)

    @Slot(str)
    def printNames(self, course: str) -> None:
        self._tap("print_names", course=course)

    @Slot(str)
    def printBatch(self, course: str) -> None:
        self._tap("print_batch", course=course)

    @Slot(str)
    def find(self, typed: str) -> None:
        self._tap("certificate_register", typed=typed)

    @Slot(str, str)
    def see(self, typed: str, number: str) -> None:
        self._tap("certificate_register", typed=typed, number=number)

    @Slot(str, str)
    def showName(self, typed: str, number: str) -> None:
        self._tap("registered_reveal", typed=typed, number=number)

    @Slot(str, str, str)
    def revoke(self, number: str, why: str, note: str) -> None:
        self._tap("revoke_certificate", number=number, why=why, note=note)

    @Slot(str)
    def supersede(self, number: str) -> None:
        self._tap("supersede_certificate", number=number)

    @Slot(str)
    def printOne(self, number: str) -> None:
        self._tap("print_registered", number=number)
