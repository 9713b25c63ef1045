"""A scanner that poses as a keyboard, among people who type: no scan is lost, no key is eaten."""

import random
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QWindow
from PySide6.QtTest import QTest

from ui.scan_input import GAP_MS, KEYS_MAX, KEYS_MIN, ScanInput

ENTER = "\r"


class Typed(QObject):
    """What reaches the window."""

    def __init__(self, window: QWindow) -> None:
        super().__init__()
        self.pressed, self.released = "", ""
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            self.pressed += event.text()
        elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyRelease:
            self.released += event.text()
        return False


class Keyboard:
    """Keys with the times at which they were struck, whenever the program comes to hear of them."""

    def __init__(self) -> None:
        self.window = QWindow()
        self.typed = Typed(self.window)  # filters run last in, first out
        self.scans: list[str] = []
        self.input = ScanInput(self.window, self.scans.append)
        self.now_ms = 1000

    def strike(self, text: str, gap_ms: int, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        for letter in text:
            self.now_ms += gap_ms
            key = Qt.Key.Key_Return if letter == ENTER else Qt.Key(ord(letter.upper()))
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                event = QKeyEvent(kind, key, modifiers, letter)
                event.setTimestamp(self.now_ms)
                QCoreApplication.sendEvent(self.window, event)

    def rest(self) -> None:
        self.now_ms += 500
        QTest.qWait(GAP_MS * 2)


@pytest.fixture
def keyboard() -> Iterator[Keyboard]:
    made = Keyboard()
    yield made
    made.window.removeEventFilter(made.input)
    made.window.removeEventFilter(made.typed)
    made.window.destroy()


def test_a_burst_with_enter_is_a_scan_and_reaches_nobody_else(keyboard: Keyboard) -> None:
    keyboard.strike("2000100000012" + ENTER, 3)
    keyboard.rest()
    assert keyboard.scans == ["2000100000012"]
    assert keyboard.typed.pressed == ""


def test_human_typing_comes_through_in_its_order(keyboard: Keyboard) -> None:
    keyboard.strike("hello world" + ENTER, 120)
    keyboard.rest()
    assert keyboard.scans == []
    assert keyboard.typed.pressed == keyboard.typed.released == "hello world\r"


def test_a_short_burst_is_given_back_before_its_enter(keyboard: Keyboard) -> None:
    keyboard.strike("a" * (KEYS_MIN - 1) + ENTER, 3)
    assert keyboard.typed.pressed == "aaaaa\r"
    assert keyboard.scans == []


def test_a_burst_without_enter_is_given_back(keyboard: Keyboard) -> None:
    keyboard.strike("12345678", 3)
    assert keyboard.typed.pressed == ""
    keyboard.rest()
    assert keyboard.typed.pressed == "12345678"


def test_a_late_program_still_sees_one_scan(keyboard: Keyboard) -> None:
    """The keys lie in the queue while the program is busy: their own times count, not ours."""
    keyboard.strike("200010", 3)
    QTest.qSleep(GAP_MS * 3)
    keyboard.strike("0000012" + ENTER, 3)
    assert keyboard.scans == ["2000100000012"]


def test_capitals_and_chords(keyboard: Keyboard) -> None:
    shift = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Shift, Qt.KeyboardModifier.ShiftModifier, "")
    shift.setTimestamp(keyboard.now_ms + 1)
    keyboard.strike("abc", 3)
    QCoreApplication.sendEvent(keyboard.window, shift)
    keyboard.strike("DEF" + ENTER, 3, Qt.KeyboardModifier.ShiftModifier)
    assert keyboard.scans == ["abcDEF"]
    keyboard.strike("c", 3, Qt.KeyboardModifier.ControlModifier)
    assert keyboard.typed.pressed.endswith("c")


def test_an_endless_burst_holds_a_bounded_text(keyboard: Keyboard) -> None:
    keyboard.strike("7" * (KEYS_MAX + 50), 1)
    keyboard.rest()
    assert len(keyboard.typed.pressed) == KEYS_MAX + 50


def test_two_hundred_bursts_among_typing_lose_and_eat_nothing(keyboard: Keyboard) -> None:
    chance = random.Random(11)
    scans, typed = [], ""
    for _ in range(200):
        words = "".join(chance.choices("abcdefgh 123", k=chance.randrange(0, 5)))
        keyboard.strike(words, chance.randrange(GAP_MS + 10, 200))
        typed += words
        keyboard.now_ms += GAP_MS + 20
        code = "".join(chance.choices("0123456789", k=chance.choice((KEYS_MIN, 13, 40))))
        keyboard.strike(code + ENTER, chance.randrange(1, 30))
        scans.append(code)
        keyboard.now_ms += GAP_MS + 20
    keyboard.rest()
    assert keyboard.scans == scans
    assert keyboard.typed.pressed == keyboard.typed.released == typed
