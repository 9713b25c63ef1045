"""Qt's own messages become lines of the log; whoever listens hears of each."""

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QLoggingCategory, QMessageLogContext, QtMsgType, qInstallMessageHandler

log = logging.getLogger(__name__)
LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}
# what a camera's software says of itself on every machine
QUIET = "qt.multimedia.symbolsresolver=false\nqt.multimedia.*.info=false"


def log_qt_messages(heard: Callable[[str], None] | None = None) -> None:
    def handle(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
        log.log(LEVELS[kind], message, extra={"file": context.file, "line": context.line})
        if heard is not None:
            heard(message)

    QLoggingCategory.setFilterRules(QUIET)
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
