"""Qt's own messages become lines of the log; whoever listens hears of each."""

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

log = logging.getLogger(__name__)
LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


def log_qt_messages(heard: Callable[[str], None] | None = None) -> None:
    def handle(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
        log.log(LEVELS[kind], message, extra={"file": context.file, "line": context.line})
        if heard is not None:
            heard(message)

    qInstallMessageHandler(handle)


@contextmanager
def messages_for_builders() -> Iterator[None]:
    """While Qt looks for devices that may not be there: what it says of each attempt is no fault."""

    def handle(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
        log.debug(message)

    before = qInstallMessageHandler(handle)
    try:
        yield
    finally:
        qInstallMessageHandler(before)
