"""Typing a number and a PIN: by finger or by keyboard, shown in groups or as dots, sent whole, kept nowhere."""

from collections.abc import Iterator
from typing import Any

import pytest
from hands import named, touch
from looking import Pressable, texts
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent

from kiosk.visit.screens import PinEntry, Screen
from kiosk.words import read
from ui.app import Stage
from ui.bridge import Bridge
from ui.samples import GUEST, Standing
from ui.samples.lending import WRONG
from ui.shots import LANDSCAPE, PORTRAIT, settle

NUMBER, PIN = PinEntry("no_card", "number"), PinEntry("no_card", "pin")
CHECKING = PinEntry("no_card", "pin", checking=True)
PHONE = "13800138000"


class Asking(Standing):
    """A visit that takes what is typed, and then shows what the test says."""

    def __init__(self, screen: Screen) -> None:
        super().__init__(screen, GUEST)
        self.typed: list[str] = []
        self.next: Screen = screen

    def tap(self, action: str, arguments: dict[str, Any]) -> Screen:
        if action == "enter":
            self.typed.append(arguments["text"])
            self.screen = self.next
        return self.screen


class Entry:
    """A window where something is asked for."""

    def __init__(self, screen: Screen, size: tuple[int, int] = PORTRAIT) -> None:
        self.visit = Asking(screen)
        self.stage = Stage(Bridge(self.visit, read), size=size, still=True)
        self.stage.window.show()
        self.stage.window.requestActivate()
        settle()

    def keys(self, typed: str) -> None:
        names = {"\b": Qt.Key.Key_Backspace, "\r": Qt.Key.Key_Return}
        for letter in typed:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                key = names.get(letter, Qt.Key(ord(letter)))
                event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, letter)
                QCoreApplication.sendEvent(self.stage.window, event)
        settle()

    def touch(self, *names: str) -> None:
        touch(self.stage, *names)

    def named(self, name: str) -> Pressable:
        return named(self.stage, name)

    def show(self, screen: Screen) -> None:
        """What a worker has found out meanwhile."""
        self.visit.screen = screen
        self.stage.bridge.tick()
        settle()

    def digits(self) -> str:
        """As they stand on the line."""
        line = [text.text for text in texts(self.stage) if set(text.text) <= set("0123456789 ") and len(text.text) > 1]
        return line[0] if line else ""


@pytest.fixture
def opened() -> Iterator[list[Entry]]:
    made: list[Entry] = []
    yield made
    for entry in made:
        entry.stage.close()


def test_a_number_is_typed_by_touch_and_shown_in_groups(opened: list[Entry]) -> None:
    opened.append(entry := Entry(NUMBER))
    assert not entry.named("确定").enabled
    entry.touch(*PHONE, "退格", "1")
    assert entry.digits() == "138  0013  8001"
    entry.visit.next = PIN
    entry.touch("确定")
    assert entry.visit.typed == ["13800138001"]
    assert entry.digits() == ""


def test_a_keyboard_types_as_well(opened: list[Entry]) -> None:
    opened.append(entry := Entry(NUMBER, LANDSCAPE))
    entry.keys("2001x5\b6")
    assert entry.digits() == "2001  6"
    entry.keys("\r")
    assert entry.visit.typed == ["20016"]
    entry.keys("\r")
    assert entry.visit.typed == ["20016"], "nothing typed is nothing sent"


def test_beginning_anew_and_the_longest_number(opened: list[Entry]) -> None:
    opened.append(entry := Entry(NUMBER))
    entry.keys("99")
    entry.touch("重输", "7")
    assert entry.digits() == ""
    entry.keys("7" * 20 + "\r")
    assert entry.visit.typed == ["7" * 12]


def test_a_pin_is_never_written_on_the_screen(opened: list[Entry]) -> None:
    opened.append(entry := Entry(PIN))
    entry.keys("471183")
    assert entry.digits() == ""
    assert not any("4711" in text.text for text in texts(entry.stage))
    entry.keys("\r")
    assert entry.visit.typed == ["471183"]


def test_while_a_pin_is_checked_no_key_does_anything_and_then_all_is_gone(opened: list[Entry]) -> None:
    opened.append(entry := Entry(PIN))
    entry.visit.next = CHECKING
    entry.keys("4711\r99\b\r")
    assert entry.visit.typed == ["4711"]
    assert not any(entry.named(name).enabled for name in ("1", "0", "退格", "重输", "确定"))
    assert entry.named("返回").enabled
    assert any("正在核对" in text.text for text in texts(entry.stage))
    entry.show(PinEntry("no_card", "number", reasons=(WRONG,)))
    assert entry.digits() == ""
    assert any(text.text == "还可以再试 4 次。" for text in texts(entry.stage))
    entry.keys("2001\r")
    assert entry.visit.typed == ["4711", "2001"]


def test_what_was_typed_outlives_a_change_of_language(opened: list[Entry]) -> None:
    opened.append(entry := Entry(NUMBER))
    entry.keys("1380")
    entry.stage.bridge.switchLanguage()
    settle()
    assert entry.digits() == "138  0"
