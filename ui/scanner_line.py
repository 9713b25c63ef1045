"""What all scanners on a line have in common: opened, heard, lost, and tried again until they are back."""

import logging
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from kiosk.devices.scanner import Scans

log = logging.getLogger(__name__)
GAP_MS = 60  # so long without a byte, and a scanner that sends no end has sent all of it
RETRY_MS = 2000


class ScannerLine(QObject):
    """`scanned` hears each scan, `present` whether the scanner is there: at first, and whenever that changes."""

    gap_ms = GAP_MS

    def __init__(self, scans: Scans, scanned: Callable[[str], None], present: Callable[[bool], None]) -> None:
        super().__init__()
        self._scans, self._scanned, self._present = scans, scanned, present
        self._there: bool | None = None
        self._due = False
        self._gap = QTimer(self, interval=self.gap_ms, singleShot=True)
        self._gap.timeout.connect(self._paused)
        self._retry = QTimer(self, interval=RETRY_MS)
        self._retry.timeout.connect(self.start)

    def start(self) -> None:
        there = self._open()
        (self._retry.stop if there else self._retry.start)()
        self._be(there)

    def close(self) -> None:
        self._gap.stop()
        self._retry.stop()
        self._scans.forget()
        self._shut()

    def _open(self) -> bool:
        raise NotImplementedError

    def _shut(self) -> None:
        raise NotImplementedError

    def _lost(self) -> None:
        self.close()
        self._retry.start()
        self._be(False)

    def _heard(self, data: bytes) -> None:
        self._due = False
        self._gap.start(self.gap_ms)
        self._tell(self._scans.feed(data))

    def _paused(self) -> None:
        """Bytes that came while the program was busy still lie in the line: they are read before a pause counts."""
        if self._due:
            self._due = False
            self._tell(self._scans.pause())
        else:
            self._due = True
            self._gap.start(0)

    def _tell(self, scans: list[str]) -> None:
        for text in scans:
            self._scanned(text)

    def _be(self, there: bool) -> None:
        if there != self._there:
            log.info("%s is %s", type(self).__name__, "there" if there else "absent")
            self._there = there
            self._present(there)
