"""A later PySide6 must not lose references in void calls and emits, as 6.12.0 does: the process would abort."""

import sys

from PySide6.QtCore import QObject, Signal

CALLS = 100
SLACK = 20  # other threads and caches move the counts a little


class Caller(QObject):
    said = Signal(bool)


def test_void_calls_and_emits_keep_none_and_true() -> None:
    caller = Caller()
    caller.said.connect(lambda yes: None)
    caller.setObjectName("warm")
    caller.said.emit(True)
    before = sys.getrefcount(None), sys.getrefcount(True)
    for _ in range(CALLS):
        caller.setObjectName("x")
        caller.said.emit(True)
    after = sys.getrefcount(None), sys.getrefcount(True)
    assert abs(after[0] - before[0]) < SLACK
    assert abs(after[1] - before[1]) < SLACK
