"""Garbage: what Python leaves behind is taken away in the window's thread alone: Qt's things may end nowhere else."""

import gc

from PySide6.QtCore import QObject, QTimer

LOOK_MS, SETTLED_MS = 1000, 5000
YOUNG, MIDDLE, OLD = 2000, 10, 30  # so many, before each generation is looked through


class Garbage(QObject):
    """Threads that draw, import or print would otherwise collect a timer of the window, and the program would fall."""

    def __init__(self) -> None:
        super().__init__()
        gc.disable()
        QTimer.singleShot(SETTLED_MS, gc.freeze)  # what was made for good is not looked through again
        self.timer = QTimer(self, interval=LOOK_MS)
        self.timer.timeout.connect(sweep)
        self.timer.start()


def sweep() -> None:
    """The youngest takes well under a millisecond; what is as old as the program is not looked at again and again."""
    young, middle, old = gc.get_count()
    if young < YOUNG:
        return
    gc.collect(2 if old > OLD else 1 if middle > MIDDLE else 0)
