"""The bridge: what a page may read and ask for, and nothing else."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.devices.settings import Settings
from kiosk.visit.prompts import Prompt, prompt
from kiosk.visit.screens import Attract, IdleWarning, Leaving, Screen
from kiosk.words import LANGUAGES, Words
from ui.aside import Aside
from ui.choices import Choices
from ui.duty import Duty
from ui.finder import Finder
from ui.lessons import Lessons
from ui.machine import Machine
from ui.papers import Papers
from ui.to_qml import to_qml
from ui.visiting import Visit, busy, kind

QML_IMPORT_NAME = "Kiosk.Bridge"
QML_IMPORT_MAJOR_VERSION = 1
POLL_MS = 30  # a worker checks the PIN: so often the visit is asked whether it is done


@QmlElement
@QmlUncreatable("made by the program")
class Bridge(QObject):
    """Holds the present screen in the present language."""

    screenChanged = Signal()
    frameChanged = Signal()
    wordsChanged = Signal()
    captionChanged = Signal()
    answered = Signal(str, arguments=["kind"])  # after every scan: "done", "refused", "heard"; and "soon"
    leaving = Signal(bool)  # the window is to close; true: and to begin anew
    spoken = Signal(object, object)  # a prompt with the words to word it in; none: be silent

    def __init__(self, visit: Visit, read_words: Callable[[str], Words], settings: Settings | None = None) -> None:
        super().__init__()
        self._visit, self._read_words, settings = visit, read_words, settings or Settings()
        self._machine, self._choices = Machine(settings), Choices(settings)
        self._finder, self._duty = Finder(self._tap), Duty(self._tap)
        self._choices.changed.connect(self._voice_changed)
        self._lessons, self._papers = Lessons(self._tap), Papers(self._tap)
        self._caption, self._speaks = "", False
        self._aside = Aside()
        self._first_language = settings.machine.language
        self._words = read_words(self._first_language)
        self._screen = visit.screen
        self._fields: dict[str, Any] = to_qml(self._screen, self._words)
        self._frame: dict[str, Any] = to_qml(visit.frame(), self._words)
        self._choices.follow(self._frame["care"])
        self._voice_changed()
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

    @Property(bool, notify=frameChanged)
    def care(self) -> bool:
        """Large print and voice."""
        return bool(self._frame["care"])

    @Property(Choices, notify=wordsChanged)
    def choices(self) -> Choices:
        return self._choices

    @Property(str, notify=captionChanged)
    def caption(self) -> str:
        """The sentence that is said for this page, while the voice is on."""
        return self._caption

    @Property(Machine, notify=wordsChanged)
    def machine(self) -> Machine:
        return self._machine

    @Property(Aside, notify=wordsChanged)
    def aside(self) -> Aside:
        return self._aside

    @Property(Finder, notify=wordsChanged)
    def finder(self) -> Finder:
        return self._finder

    @Property(Duty, notify=wordsChanged)
    def duty(self) -> Duty:
        return self._duty

    @Property(Lessons, notify=wordsChanged)
    def lessons(self) -> Lessons:
        return self._lessons

    @Property(Papers, notify=wordsChanged)
    def papers(self) -> Papers:
        return self._papers

    @Slot(str)
    def scan(self, text: str) -> None:
        before = self._screen
        self._show(self._visit.scan(text))
        self.answered.emit(kind(before, self._screen))
        self._speak()

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
        self._tap("care", on=not self.care)

    @Slot(bool)
    def rememberCare(self, yes: bool) -> None:
        self._tap("remember_care", yes=yes)

    @Slot()
    def switchLanguage(self) -> None:
        self._set_language(LANGUAGES[(LANGUAGES.index(self._words.language) + 1) % len(LANGUAGES)])

    @Slot()
    def repeat(self) -> None:
        self._speak()

    def tick(self) -> None:
        """A second has passed."""
        self._show_and_tell(self._visit.tick())
        self._aside.second(stays=self.care)

    def felt(self) -> None:
        """A touch or a key, wherever it fell: somebody is here. Nobody is before the attract page was touched."""
        if not isinstance(self._screen, Attract):
            self.stay()

    @Slot()
    def _poll(self) -> None:
        self._show_and_tell(self._visit.poll())

    def _tap(self, action: str, **arguments: Any) -> None:
        self._show_and_tell(self._visit.tap(action, arguments))

    def _show(self, screen: Screen) -> None:
        """The frame first: a page asks it who is here."""
        before, self._screen = self._screen, screen
        self._follow_check()
        self._set_frame(to_qml(self._visit.frame(), self._words))
        if screen == before:
            return
        self._aside.close()
        if isinstance(screen, Attract):
            self._begin_anew()
        if isinstance(screen, Leaving):
            self.leaving.emit(screen.why != "desktop")
        self._tell()

    @Slot()
    def _voice_changed(self) -> None:
        """Whoever turns the voice on hears at once what it says here; whoever turns it off hears nothing more."""
        if self._speaks != self._choices.voice:
            self._speaks = self._choices.voice
            self._set_caption()
            self.spoken.emit(self._prompt(self._screen) if self._speaks else None, self._words)

    def _show_and_tell(self, screen: Screen) -> None:
        """A scan is always answered; what comes by itself or by a touch speaks when it says something new."""
        before = self._screen
        self._show(screen)
        if type(before) is not type(self._screen) or self._prompt(before) != self._prompt(self._screen):
            self._speak()
        if isinstance(self._screen, IdleWarning) and not isinstance(before, IdleWarning):
            self.answered.emit("soon")

    def _speak(self) -> None:
        if self._speaks:
            self.spoken.emit(self._prompt(self._screen), self._words)

    def _prompt(self, screen: Screen) -> Prompt | None:
        return prompt(screen, self._machine.scannerSide)

    def _set_caption(self) -> None:
        said = self._prompt(self._screen) if self._speaks else None
        caption = self._words.say(said.key, **said.values) if said else ""
        if caption != self._caption:
            self._caption = caption
            self.captionChanged.emit()

    def _follow_check(self) -> None:
        checking = busy(self._screen)
        if checking != self._checking.isActive():
            (self._checking.start if checking else self._checking.stop)()

    def _tell(self) -> None:
        self._fields = to_qml(self._screen, self._words)
        self._set_caption()
        self.screenChanged.emit()

    def _begin_anew(self) -> None:
        """The next person finds nothing that this one chose."""
        self._choices.forget()
        self._set_language(self._first_language)

    def _set_language(self, language: str) -> None:
        if language != self._words.language:
            self._words = self._read_words(language)
            self.wordsChanged.emit()
            self._tell()

    def _set_frame(self, frame: dict[str, Any]) -> None:
        if frame != self._frame:
            self._frame = frame
            self._choices.follow(frame["care"])
            self.frameChanged.emit()
