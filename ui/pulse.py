"""Pulse: the kiosk is alive only while it draws, its database answers and its scanners are looked after."""

import logging
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtQuick import QQuickWindow

from kiosk.devices.watchdog import Watchdog

log = logging.getLogger(__name__)
LOOK_MS = 250  # so soon after it was asked to, the kiosk ends
Sign = Callable[[], bool]


class Pulse(QObject):
    """Beats in the window's own thread: a thread that hangs sends nothing, and is started anew from outside."""

    def __init__(self, window: QQuickWindow, watchdog: Watchdog, signs: dict[str, Sign]) -> None:
        super().__init__()
        self._window, self._watchdog, self._signs = window, watchdog, signs
        self._drawn = False
        self._window.frameSwapped.connect(self._swapped)
        self._timer = QTimer(self, interval=max(1, round(watchdog.every_s * 1000)))
        self._timer.timeout.connect(self._beat)
        self._asked = False
        self._look = QTimer(self, interval=LOOK_MS)
        self._look.timeout.connect(self._end)
        self._look.start()
        self._window.update()

    def ask_to_end(self) -> None:
        """May come in the middle of anything: it is only noted."""
        self._asked = True

    def _end(self) -> None:
        if self._asked:
            QGuiApplication.quit()

    def close(self) -> None:
        self._timer.stop()
        self._look.stop()
        self._window.frameSwapped.disconnect(self._swapped)
        self._watchdog.stopping()

    def _swapped(self) -> None:
        if not self._timer.isActive() and not self._drawn:
            self._watchdog.ready()
            if self._watchdog.every_s:
                self._timer.start()
        self._drawn = True

    def _beat(self) -> None:
        """What was drawn since the last beat counts; then the next picture is asked for."""
        missing = [name for name, sign in self._signs.items() if not sign()]
        missing += [] if self._drawn else ["frame"]
        if missing:
            log.warning("no sign of life: %s", ", ".join(missing))
        else:
            self._watchdog.alive()
        self._drawn = False
        self._window.update()
