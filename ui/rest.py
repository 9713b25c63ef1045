"""Rest: the one page of a kiosk that fell again and again, shown for a while before it is tried once more."""

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication

from kiosk.devices.clock import SystemClock
from kiosk.visit.resting import Resting
from kiosk.words import Words
from ui.app import application, run

TRY_AGAIN = 75  # whoever starts the kiosk takes it for a failure, and starts it


def rest(code: str, read_words: Callable[[str], Words], *, window: tuple[int, int] | None, seconds: float) -> int:
    """Needs no database and no settings: either may be what made the kiosk fall."""
    app = application()
    again = Resting(code, SystemClock(), lambda: QGuiApplication.exit(TRY_AGAIN))
    end = QTimer(app, interval=round(seconds * 1000), singleShot=True)
    end.timeout.connect(again.try_again)
    QTimer.singleShot(0, end.start)  # from the first picture on
    return run(again, read_words, window=window)
