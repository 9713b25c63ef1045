"""Waits for something to come about, at most for so long."""

import time
from collections.abc import Callable

from PySide6.QtTest import QTest

DEADLINE_S = 20


def until(come_about: Callable[[], bool]) -> None:
    deadline = time.monotonic() + DEADLINE_S
    while not come_about():
        assert time.monotonic() < deadline, "it did not come about"
        QTest.qWait(5)


def rest(milliseconds: int) -> None:
    QTest.qWait(milliseconds)
