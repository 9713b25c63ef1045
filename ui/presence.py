"""Any touch and any key shows that somebody is still here."""

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QWindow

EVERY_S = 1.0  # a drag is told once
# at their ends: a page that comes up because of a touch must not be pressed by it
SIGNS = (QEvent.Type.MouseButtonRelease, QEvent.Type.TouchEnd, QEvent.Type.Wheel, QEvent.Type.KeyRelease)


class Presence(QObject):
    def __init__(self, window: QWindow, felt: Callable[[], None]) -> None:
        super().__init__()
        self._felt, self._last_s = felt, 0.0
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in SIGNS and time.monotonic() - self._last_s >= EVERY_S:
            self._last_s = time.monotonic()
            self._felt()
        return False
