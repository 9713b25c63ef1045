"""A day at the scanner in one go: a thousand bursts among people's typing; none lost, no key eaten, order kept."""

import random
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QWindow

from ui.scan_input import KEYS_MIN, ScanInput

BURSTS = 1000
SHORTEST, LONGEST = KEYS_MIN, 240
BURST_GAPS_MS, TYPING_GAPS_MS = (0, 30), (80, 400)
LETTERS = "abcdefgh 123"


class Heard(QObject):
    """Scans, and keys that came through, in the order in which they came."""

    def __init__(self, window: QWindow) -> None:
        super().__init__()
        self.all: list[tuple[str, str]] = []
        self.released = ""
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            self.all.append(("key", event.text()))
        elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyRelease:
            self.released += event.text()
        return False

    def scanned(self, text: str) -> None:
        self.all.append(("scan", text))


class Storm:
    """Strikes keys at times of its own making; nothing here waits for a clock."""

    def __init__(self, seed: int) -> None:
        self.rng, self.now_ms, self.window = random.Random(seed), 1000, QWindow()
        self.heard = Heard(self.window)
        self.input = ScanInput(self.window, self.heard.scanned)
        self.done: list[tuple[str, str]] = []

    def strike(self, letter: str) -> None:
        key = Qt.Key.Key_Return if letter == "\r" else Qt.Key(ord(letter.upper()))
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, letter)
            event.setTimestamp(self.now_ms)
            QCoreApplication.sendEvent(self.window, event)

    def type(self) -> None:
        """A few letters, now and then an Enter; often none, and often a scan comes right after the last one."""
        for letter in self.rng.choices(LETTERS + "\r", k=self.rng.choice((0, 0, 1, 2, 5))):
            self.now_ms += self.rng.randint(*TYPING_GAPS_MS)
            self.strike(letter)
            self.done.append(("key", letter))

    def burst(self) -> None:
        code = "".join(self.rng.choices("0123456789ABC", k=self.rng.choice((SHORTEST, 13, 37, LONGEST))))
        self.now_ms += self.rng.randint(*TYPING_GAPS_MS)
        for letter in code + "\r":
            self.strike(letter)
            self.now_ms += self.rng.randint(*BURST_GAPS_MS)
        self.done.append(("scan", code))


@pytest.fixture
def storm() -> Iterator[Storm]:
    made = Storm(seed=17)
    yield made
    made.window.removeEventFilter(made.input)
    made.window.removeEventFilter(made.heard)
    made.window.destroy()


def test_a_thousand_bursts_among_typing(storm: Storm) -> None:
    for _ in range(BURSTS):
        storm.type()
        storm.burst()
    assert storm.heard.all == storm.done
    typed = "".join(letter for kind, letter in storm.done if kind == "key")
    assert storm.heard.released == typed and len(typed) > BURSTS
    assert sum(kind == "scan" for kind, _ in storm.heard.all) == BURSTS
