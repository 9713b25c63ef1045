"""Hands at the real window of a real visit: keys at a person's pace, a scanner's bursts, touches, and time."""

from collections.abc import Callable

from halls import BOOKS, MEMBERS, TestHall, copy
from looking import Pressable, pressables, texts
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtQuick import QQuickWindow
from PySide6.QtTest import QTest
from waiting import until

from kiosk.words import read
from ui.app import Stage
from ui.bridge import Bridge
from ui.scan_input import GAP_MS
from ui.shots import settle

SMALL = (540, 960)  # the same page in half the size, four times as fast
TYPING_MS, BURST_MS = 200, 4
TABS_MAX = 60
ANSWER_MS, WAIT_MS = 30_000, 20  # a PIN is checked by then, on any machine
LOOKS_MAX = 20
NAMED_KEYS = {"\r": Qt.Key.Key_Return, "\t": Qt.Key.Key_Tab, "\b": Qt.Key.Key_Backspace, "\x1b": Qt.Key.Key_Escape}
NO_MODIFIER = Qt.KeyboardModifier.NoModifier


class Hands:
    """One kiosk: whoever stands there, and the clock on its wall."""

    def __init__(self, hall: TestHall, bridge: Callable[..., Bridge] = Bridge) -> None:
        self.hall = hall
        self.bridge = bridge(hall.visit, read)
        self.stage = Stage(self.bridge, size=SMALL, still=True)
        self.stage.window.show()
        self.stage.window.requestActivate()
        self.stage.listen()
        self.now_ms = 1000
        settle()

    def close(self) -> None:
        self.stage.close()
        settle()

    @property
    def page(self) -> str:
        return self.bridge.page

    @property
    def said(self) -> set[str]:
        return {text.text for text in texts(self.stage)}

    def named(self, name: str) -> Pressable:
        return named(self.stage, name)

    def strike(self, key: Qt.Key, text: str = "", gap_ms: int = TYPING_MS) -> None:
        self.now_ms += gap_ms
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, key, NO_MODIFIER, text)
            event.setTimestamp(self.now_ms)
            QCoreApplication.sendEvent(self.stage.window, event)

    def type(self, typed: str) -> None:
        """A key that might begin a scan is heard only after a pause."""
        for letter in typed:
            self.strike(key_of(letter), letter)
        QTest.qWait(GAP_MS * 2 if typed[-1:].isprintable() else 0)
        settle()

    def burst(self, text: str) -> None:
        """What a scanner types: quickly, and then Enter."""
        self.now_ms += TYPING_MS
        for letter in text + "\r":
            self.strike(key_of(letter), letter, BURST_MS)
        settle()

    def scan(self, what: str) -> None:
        self.hall.pass_by(3)
        self.burst(self.hall.card(what) if what in MEMBERS else copy(what) if what in BOOKS else what)

    def touch(self, *names: str) -> None:
        touch(self.stage, *names)

    def touch_at(self, x: float, y: float) -> None:
        QTest.mouseClick(self.stage.window, Qt.MouseButton.LeftButton, pos=QPoint(int(x), int(y)))
        settle()

    def tab_to(self, name: str) -> None:
        for _ in range(TABS_MAX):
            if self.named(name).focused:
                return
            self.type("\t")
        raise AssertionError(f"Tab never comes to {name} on {self.page}")

    def press(self, name: str, key: str = "\r") -> None:
        self.tab_to(name)
        self.type(key)

    def pass_by(self, seconds: float) -> None:
        self.hall.pass_by(seconds)
        self.bridge.tick()
        settle()

    def wait_for(self, page: str) -> None:
        self.wait_while(lambda: self.page != page)
        assert self.page == page

    def wait_while(self, so: Callable[[], bool]) -> None:
        for _ in range(ANSWER_MS // WAIT_MS):
            if not so():
                break
            QTest.qWait(WAIT_MS)
        settle()


def named(stage: Stage, name: str) -> Pressable:
    """By its name, or by the beginning of it."""
    seen = pressables(stage)
    found = [item for item in seen if item.pressable == name]
    found = found or [item for item in seen if item.pressable.startswith(name)]
    assert found, f"{name} is not among {[item.pressable for item in seen]} on {stage.bridge.page}"
    return found[0]


def touch(stage: Stage, *names: str) -> None:
    """One after the other, each where a person sees it."""
    for name in names:
        QTest.mouseClick(stage.window, Qt.MouseButton.LeftButton, pos=standing(stage, name))
        settle()


def standing(stage: Stage, name: str) -> QPoint:
    """The middle of it: Qt takes no touch for what it has not drawn, and a row may move when it is."""
    box = None
    for _ in range(LOOKS_MAX):
        draw(stage)
        if box == (box := named(stage, name).box):
            x, y, width, height = box
            return QPoint(int(x + width / 2), int(y + height / 2))
    raise AssertionError(f"{name} never stands still on {stage.bridge.page}")


def draw(stage: Stage) -> None:
    """Until there is one more picture."""
    assert isinstance(stage.window, QQuickWindow)
    drawn: list[bool] = []
    told = stage.window.frameSwapped.connect(lambda: drawn.append(True))
    stage.window.update()
    until(lambda: bool(drawn))
    stage.window.disconnect(told)


def key_of(letter: str) -> Qt.Key:
    """A letter without a key of its own comes as its text, as from an input method."""
    if letter in NAMED_KEYS:
        return NAMED_KEYS[letter]
    return Qt.Key(ord(letter.upper())) if letter.isascii() else Qt.Key.Key_unknown
