"""In a window on a desk: what is pasted or dropped is scanned, a text as it is, a picture for its codes."""

import logging
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject
from PySide6.QtGui import QDropEvent, QGuiApplication, QImage, QKeyEvent, QKeySequence, QWindow

from ui.code_reader import CodeReader, thorough
from ui.luma import luma_of_image

log = logging.getLogger(__name__)
DROPS = (QEvent.Type.DragEnter, QEvent.Type.DragMove, QEvent.Type.Drop)


class Pasted(QObject):
    """Ctrl+V, and files let go over the window."""

    def __init__(self, window: QWindow, scanned: Callable[[str], None]) -> None:
        super().__init__()
        self._scanned = scanned
        self._reader = CodeReader()
        self._reader.read.connect(self._read)
        window.installEventFilter(self)

    def close(self) -> None:
        self._reader.read.disconnect(self._read)
        self._reader.close()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.matches(QKeySequence.StandardKey.Paste):
                self._take(QGuiApplication.clipboard().mimeData())
                return True
        elif isinstance(event, QDropEvent) and event.type() in DROPS:
            event.acceptProposedAction()
            if event.type() == QEvent.Type.Drop:
                self._take(event.mimeData())
            return True
        return False

    def _take(self, what: QMimeData) -> None:
        """A copied file also gives its name as a text, a copied cell a picture of its text."""
        files = [Path(url.toLocalFile()) for url in what.urls() if url.isLocalFile()]
        if files:
            self._look(lambda: codes_in_file(files[0]))
        elif text := what.text().strip():
            self._scanned(text)
        elif what.hasImage():
            picture = QImage(what.imageData())
            self._look(lambda: codes_in(picture))
        else:
            log.info("nothing to scan was pasted")

    def _look(self, look: Callable[[], list[str]]) -> None:
        if self._reader.busy:
            log.info("pasted too soon: the picture before is still being read")
        else:
            self._reader.ask(look)

    def _read(self, texts: list[str]) -> None:
        if not texts:
            log.info("no code in what was pasted")
        for text in texts:
            self._scanned(text)


def codes_in_file(file: Path) -> list[str]:
    return codes_in(QImage(str(file))) if file.is_file() else []


def codes_in(picture: QImage) -> list[str]:
    luma = luma_of_image(picture)
    return thorough(luma) if luma is not None else []
