"""Counters: what the page of lending for others may ask for."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

QML_IMPORT_NAME = "Kiosk.Bridge"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the program")
class Counters(QObject):
    def __init__(self, tap: Callable[..., None]) -> None:
        super().__init__()
        self._tap = tap

    @Slot(str)
    def show(self, way: str) -> None:
        """pile, loans, day, slip or paper."""
        self._tap("counter" if way == "pile" else f"counter_{way}")

    @Slot()
    def done(self) -> None:
        self._tap("counter_done")

    @Slot()
    def leave(self) -> None:
        self._tap("counter_leave")

    @Slot()
    def forget(self) -> None:
        self._tap("counter_forget")

    @Slot(str)
    def choose(self, why: str) -> None:
        self._tap("counter_why", why=why)

    @Slot(str)
    def sayWhy(self, text: str) -> None:
        self._tap("counter_why_say", text=text)

    @Slot()
    def letPass(self) -> None:
        self._tap("counter_pass")

    @Slot(str)
    def renew(self, loan: str) -> None:
        self._tap("counter_renew", loan=loan)

    @Slot()
    def renewAll(self) -> None:
        self._tap("counter_renew_all")

    @Slot(str)
    def undo(self, key: str) -> None:
        self._tap("counter_undo", key=key)

    @Slot()
    def damage(self) -> None:
        self._tap("counter_damage")

    @Slot(str)
    def sayDamage(self, text: str) -> None:
        self._tap("counter_damage_say", text=text)

    @Slot(str, str)
    def sayLine(self, field: str, text: str) -> None:
        self._tap("counter_paper_say", field=field, text=text)
