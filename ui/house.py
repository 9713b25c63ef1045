"""House: what the pages of whoever runs the house may ask for: rules, days of rest, colleagues, what was done."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

QML_IMPORT_NAME = "Kiosk.Bridge"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the program")
class House(QObject):
    def __init__(self, tap: Callable[..., None]) -> None:
        super().__init__()
        self._tap = tap

    @Slot(str, bool)
    def rules(self, policy: str, history: bool) -> None:
        self._tap("rules", policy=policy, history=history)

    @Slot(str, int)
    def ruleStep(self, field: str, by: int) -> None:
        self._tap("rule_fill", field=field, by=by)

    @Slot(str, str)
    def ruleSave(self, why: str, said: str) -> None:
        self._tap("rule_save", why=why, said=said)

    @Slot(str)
    def ruleBack(self, version: str) -> None:
        self._tap("rule_back", version=version)

    @Slot(str, str, str, int, int)
    def rest(self, first: str, last: str, why: str, later: int, longer: int) -> None:
        """The rest that is being written, moved or made longer by days."""
        self._tap("closing", first=first, last=last, why=why, later=later, longer=longer)

    @Slot(str, str, str)
    def close(self, first: str, last: str, why: str) -> None:
        self._tap("close_days", first=first, last=last, why=why)

    @Slot(str, str)
    def openDays(self, first: str, last: str) -> None:
        self._tap("open_days", first=first, last=last)

    @Slot(str, str)
    def weekly(self, day: str, why: str) -> None:
        self._tap("weekly_rest", day=day, why=why)

    @Slot(str, str, bool)
    def audit(self, fact: str, who: str, everything: bool) -> None:
        self._tap("audit", fact=fact, who=who, everything=everything)

    @Slot(str)
    def colleague(self, number: str) -> None:
        self._tap("colleagues", number=number)

    @Slot(str)
    def cardLost(self, number: str) -> None:
        self._tap("staff_lost", number=number)

    @Slot(str)
    def leaves(self, number: str) -> None:
        self._tap("staff_left", number=number)

    @Slot(str)
    def pinFor(self, number: str) -> None:
        self._tap("staff_pin", number=number)

    @Slot(str)
    def cardFor(self, number: str) -> None:
        self._tap("staff_card", number=number)

    @Slot(str)
    def printCard(self, number: str) -> None:
        self._tap("staff_print", number=number)

    @Slot()
    def begin(self) -> None:
        self._tap("staff_new")

    @Slot(str, str, int)
    def say(self, field: str, text: str, by: int) -> None:
        self._tap("staff_say", field=field, text=text, by=by)

    @Slot()
    def add(self) -> None:
        self._tap("staff_add")

    @Slot(str, str)
    def noticeSay(self, field: str, text: str) -> None:
        self._tap("notice_say", field=field, text=text)

    @Slot(str, int)
    def noticeMove(self, field: str, by: int) -> None:
        self._tap("notice_move", field=field, by=by)

    @Slot()
    def noticePost(self) -> None:
        self._tap("notice_post")

    @Slot(str)
    def noticeDown(self, notice: str) -> None:
        self._tap("notice_down", notice=notice)
