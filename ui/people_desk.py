"""People desk: what the pages of members may ask for."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

QML_IMPORT_NAME = "Kiosk.Bridge"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the program")
class PeopleDesk(QObject):
    """Members go by their number as text: QML counts with fewer digits than they have."""

    def __init__(self, tap: Callable[..., None]) -> None:
        super().__init__()
        self._tap = tap

    @Slot(str, str)
    def find(self, typed: str, purpose: str) -> None:
        self._tap("members", typed=typed, purpose=purpose)

    @Slot(str)
    def open(self, member: str) -> None:
        self._tap("member", member=member)

    @Slot()
    def again(self) -> None:
        self._tap("member_again")

    @Slot()
    def reveal(self) -> None:
        self._tap("member_reveal")

    @Slot(str)
    def ask(self, change: str) -> None:
        self._tap("member_ask", change=change)

    @Slot(str)
    def askHold(self, hold: str) -> None:
        """A hold of the member in hand is to be given up."""
        self._tap("member_ask", change="hold", hold=hold)

    @Slot(str)
    def toTell(self, member: str) -> None:
        """Who is still to be told what; of one of them, all of it."""
        self._tap("to_tell", member=member)

    @Slot(str)
    def told(self, member: str) -> None:
        self._tap("told_them", member=member)

    @Slot(str)
    def serve(self, member: str) -> None:
        """At the counter, without a card."""
        self._tap("counter_with", member=member)

    @Slot(str, str)
    def say(self, field: str, text: str) -> None:
        self._tap("member_say", field=field, text=text)

    @Slot(str, str)
    def decide(self, why: str, said: str) -> None:
        self._tap("member_do", why=why, said=said)

    @Slot()
    def undo(self) -> None:
        self._tap("member_undo")

    @Slot()
    def printCard(self) -> None:
        self._tap("member_card")

    @Slot()
    def begin(self) -> None:
        self._tap("member_new")

    @Slot(str, str)
    def tell(self, field: str, text: str) -> None:
        self._tap("member_tell", field=field, text=text)

    @Slot()
    def another(self) -> None:
        self._tap("member_another")

    @Slot()
    def add(self) -> None:
        self._tap("member_add")

    @Slot()
    def printNew(self) -> None:
        self._tap("new_card")

    @Slot(str, str)
    def compare(self, old: str, kept: str) -> None:
        self._tap("member_compare", old=old, kept=kept)

    @Slot(str)
    def merge(self, why: str) -> None:
        self._tap("member_merge", why=why)

    @Slot()
    def part(self) -> None:
        self._tap("member_part")
