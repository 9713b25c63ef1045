"""The bridge: what a page may read and ask for, and nothing else."""

from collections.abc import Callable
from typing import Any, Protocol

from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.visit.screens import Attract, Frame, PinEntry, Refusal, Screen
from kiosk.words import LANGUAGES, Words
from ui.to_qml import to_qml

QML_IMPORT_NAME = "Kiosk.Bridge"
QML_IMPORT_MAJOR_VERSION = 1
NOTICE_S = 15  # a quiet notice goes by itself, but not in care mode
POLL_MS = 30  # a worker checks the PIN: so often the visit is asked whether it is done


class Visit(Protocol):
    """Whoever stands at the kiosk, and what was made of it."""

    screen: Screen

    def scan(self, text: str) -> Screen: ...
    def tap(self, action: str, arguments: dict[str, Any]) -> Screen: ...
    def tick(self) -> Screen: ...
    def poll(self) -> Screen: ...
    def frame(self) -> Frame: ...


@QmlElement
@QmlUncreatable("made by the program")
class Bridge(QObject):
    """Holds the present screen in the present language."""

    screenChanged = Signal()
    frameChanged = Signal()
    wordsChanged = Signal()
    careChanged = Signal()
    nightChanged = Signal()
    noticeChanged = Signal()
    answered = Signal(str, arguments=["kind"])  # after every scan: "done", "refused", or "heard"

    def __init__(self, visit: Visit, read_words: Callable[[str], Words], scanner_side: str = "below") -> None:
        super().__init__()
        self._visit, self._read_words, self._scanner_side = visit, read_words, scanner_side
        self._care = self._night = False
        self._notice, self._notice_s = "", 0
        self._words = read_words(LANGUAGES[0])
        self._screen = visit.screen
        self._fields: dict[str, Any] = to_qml(self._screen, self._words)
        self._frame: dict[str, Any] = to_qml(visit.frame(), self._words)
        self._checking = QTimer(self, interval=POLL_MS)
        self._checking.timeout.connect(self._poll)
        self._follow_check()

    @Property(str, notify=screenChanged)
    def page(self) -> str:
        return type(self._screen).__name__

    @Property("QVariantMap", notify=screenChanged)
    def fields(self) -> dict[str, Any]:
        return self._fields

    @Property("QVariantMap", notify=frameChanged)
    def frame(self) -> dict[str, Any]:
        return self._frame

    @Property("QVariantMap", notify=wordsChanged)
    def words(self) -> dict[str, Any]:
        return self._words.table

    @Property(str, notify=wordsChanged)
    def language(self) -> str:
        return self._words.language

    @Property(bool, notify=careChanged)
    def care(self) -> bool:
        return self._care

    @Property(bool, notify=nightChanged)
    def night(self) -> bool:
        return self._night

    @Property(str, notify=noticeChanged)
    def notice(self) -> str:
        """The key of a quiet sentence over the page, or nothing."""
        return self._notice

    @Property(str, notify=frameChanged)
    def scannerSide(self) -> str:
        return self._scanner_side

    @Slot(str)
    def scan(self, text: str) -> None:
        before = self._screen
        self._show(self._visit.scan(text))
        self.answered.emit(kind(before, self._screen))

    @Slot()
    def finish(self) -> None:
        self._tap("finish")

    @Slot(str)
    def undo(self, loan: str) -> None:
        self._tap("undo", loan=loan)

    @Slot(str)
    def renew(self, loan: str) -> None:
        self._tap("renew", loan=loan)

    @Slot()
    def renewAll(self) -> None:
        self._tap("renew_all")

    @Slot(str)
    def giveBack(self, loan: str) -> None:
        self._tap("give_back", loan=loan)

    @Slot()
    def record(self) -> None:
        self._tap("record")

    @Slot()
    def basket(self) -> None:
        self._tap("basket")

    @Slot()
    def wake(self) -> None:
        self._tap("wake")

    @Slot()
    def stay(self) -> None:
        self._tap("stay")

    @Slot()
    def back(self) -> None:
        self._tap("back")

    @Slot()
    def noCard(self) -> None:
        self._tap("no_card")

    @Slot(str)
    def enter(self, text: str) -> None:
        self._tap("enter", text=text)

    @Slot()
    def goOn(self) -> None:
        self._tap("go_on")

    @Slot()
    def receipt(self) -> None:
        self._tap("receipt")

    @Slot()
    def practice(self) -> None:
        self._tap("practice")

    @Slot()
    def help(self) -> None:
        self._tap("help")

    @Slot(str, result="QStringList")
    def modules(self, text: str) -> list[str]:
        """A QR code as rows of 0 and 1; most visits need none, so the drawing of codes is loaded late."""
        from ui.qr_rows import rows

        return rows(text)

    @Slot()
    def toggleCare(self) -> None:
        self._set_care(not self._care)
        self._tap("care", on=self._care)

    @Slot()
    def toggleNight(self) -> None:
        self._set_night(not self._night)

    @Slot()
    def switchLanguage(self) -> None:
        self._set_language(LANGUAGES[(LANGUAGES.index(self._words.language) + 1) % len(LANGUAGES)])

    @Slot()
    def callStaff(self) -> None:
        self._set_notice("foot.call_notice")

    @Slot()
    def closeNotice(self) -> None:
        self._set_notice("")

    def tick(self) -> None:
        """A second has passed."""
        self._show(self._visit.tick())
        self._notice_s += 1
        if self._notice_s >= NOTICE_S and not self._care:
            self._set_notice("")

    def felt(self) -> None:
        """A touch or a key, wherever it fell: somebody is here. Nobody is before the attract page was touched."""
        if not isinstance(self._screen, Attract):
            self.stay()

    def _poll(self) -> None:
        self._show(self._visit.poll())

    def _tap(self, action: str, **arguments: Any) -> None:
        self._show(self._visit.tap(action, arguments))

    def _show(self, screen: Screen) -> None:
        """The frame first: a page asks it who is here."""
        before, self._screen = self._screen, screen
        self._follow_check()
        self._set_frame(to_qml(self._visit.frame(), self._words))
        if screen == before:
            return
        self._set_notice("")
        if isinstance(screen, Attract):
            self._begin_anew()
        self._tell()

    def _follow_check(self) -> None:
        checking = isinstance(self._screen, PinEntry) and self._screen.checking
        if checking != self._checking.isActive():
            (self._checking.start if checking else self._checking.stop)()

    def _tell(self) -> None:
        self._fields = to_qml(self._screen, self._words)
        self.screenChanged.emit()

    def _begin_anew(self) -> None:
        """The next person finds nothing that this one chose."""
        self._set_care(False)
        self._set_night(False)
        self._set_language(LANGUAGES[0])

    def _set_language(self, language: str) -> None:
        if language != self._words.language:
            self._words = self._read_words(language)
            self.wordsChanged.emit()
            self._tell()

    def _set_frame(self, frame: dict[str, Any]) -> None:
        if frame != self._frame:
            self._frame = frame
            self.frameChanged.emit()

    def _set_care(self, care: bool) -> None:
        if care != self._care:
            self._care = care
            self.careChanged.emit()

    def _set_night(self, night: bool) -> None:
        if night != self._night:
            self._night = night
            self.nightChanged.emit()

    def _set_notice(self, notice: str) -> None:
        self._notice_s = 0
        if notice != self._notice:
            self._notice = notice
            self.noticeChanged.emit()


def kind(before: Screen, after: Screen) -> str:
    """How a scan is answered, for the ear and the upper edge of the screen."""
    if isinstance(after, Refusal):
        return "refused"
    return "heard" if after == before else "done"
