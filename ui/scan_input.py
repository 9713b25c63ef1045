"""Scans typed by a scanner that poses as a keyboard, told apart from human typing by their haste."""

from collections.abc import Callable
from typing import cast

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QWindow

GAP_MS = 40  # a scanner's keys follow each other faster than this, a person's do not
KEYS_MIN = 6  # a scan has at least so many characters
KEYS_MAX = 2000  # beyond this it is no scan of ours; the rest is let go
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
CHORD = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


class ScanInput(QObject):
    """Holds the keys of a burst; Enter makes them a scan, a pause gives them back as they were typed."""

    def __init__(self, window: QWindow, scanned: Callable[[str], None]) -> None:
        super().__init__()
        self._window, self._scanned = window, scanned
        self._held: list[QKeyEvent] = []  # presses and releases, in their order
        self._text = ""
        self._last_ms = 0
        self._gone: set[int] = set()  # keys that became part of a scan before they were let go
        self._replaying = self._due = False
        self._pause = QTimer(self, interval=GAP_MS, singleShot=True)
        self._pause.timeout.connect(self._paused)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if self._replaying or event.type() not in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            return False
        key = cast(QKeyEvent, event)
        return self._pressed(key) if event.type() == QEvent.Type.KeyPress else self._released(key)

    def _pressed(self, key: QKeyEvent) -> bool:
        self._gone.discard(key.key())
        if self._held and key.timestamp() - self._last_ms > GAP_MS:
            self._give_back()
        if key.key() in ENTER:
            return self._entered(key)
        if not key.text().isprintable() or not key.text() or key.modifiers() & CHORD or len(self._text) >= KEYS_MAX:
            if self._held and not is_modifier(key):
                self._give_back()
            return False
        self._hold(key)
        self._text += key.text()
        return True

    def _released(self, key: QKeyEvent) -> bool:
        """The release of a held press is held behind it."""
        if key.key() in self._gone:
            self._gone.discard(key.key())
            return True
        if not any(held.key() == key.key() for held in self._held):
            return False
        self._held.append(key.clone())
        return True

    def _hold(self, key: QKeyEvent) -> None:
        self._held.append(key.clone())
        self._last_ms, self._due = key.timestamp(), False
        self._pause.start()

    def _entered(self, enter: QKeyEvent) -> bool:
        if len(self._text) < KEYS_MIN:
            self._give_back()
            return False
        text = self._text
        self._gone = {enter.key(), *still_down(self._held)}
        self._forget()
        self._scanned(text)
        return True

    def _paused(self) -> None:
        """Keys that came while the program was busy still lie in the queue: they are heard before a pause counts."""
        if self._due:
            self._give_back()
        else:
            self._due = True
            self._pause.start(0)

    def _give_back(self) -> None:
        held = self._held
        self._forget()
        self._replaying = True
        for key in held:
            QCoreApplication.sendEvent(self._window, key)
        self._replaying = False

    def _forget(self) -> None:
        self._pause.stop()
        self._pause.setInterval(GAP_MS)
        self._held, self._text, self._due = [], "", False


def is_modifier(key: QKeyEvent) -> bool:
    """Scanners press Shift within a burst."""
    return key.key() in (Qt.Key.Key_Shift, Qt.Key.Key_CapsLock, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_Meta)


def still_down(events: list[QKeyEvent]) -> set[int]:
    down: set[int] = set()
    for event in events:
        (down.add if event.type() == QEvent.Type.KeyPress else down.discard)(event.key())
    return down
