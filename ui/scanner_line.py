"""A scanner on a wire: opened, heard, lost, and tried again until it is back."""

import logging
from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QObject, QTimer

from kiosk.devices.scanner import Scans

log = logging.getLogger(__name__)
GAP_MS = 60  # so long without a byte, and a scanner that sends no end has sent all of it
RETRY_MS = 2000


class Wire(Protocol):
    """A port or a device that bytes come from; what it hears, and its own loss, it tells the line."""

    def open(self, heard: Callable[[bytes], None], lost: Callable[[], None]) -> bool: ...
    def shut(self) -> None: ...


class ScannerLine(QObject):
    """`scanned` hears each scan, `present` whether the scanner is there: at first, and whenever that changes."""

    def __init__(
        self,
        wire: Wire,
        scans: Scans,
        scanned: Callable[[str], None],
        present: Callable[[bool], None],
        *,
        gap_ms: int = GAP_MS,
    ) -> None:
        super().__init__()
        self._wire, self._scans, self._scanned, self._present = wire, scans, scanned, present
        self._there: bool | None = None
        self._gap_ms = gap_ms
        self._due = False
        self._gap = QTimer(self, singleShot=True)
        self._gap.timeout.connect(self._paused)
        self._retry = QTimer(self, interval=RETRY_MS)
        self._retry.timeout.connect(self.start)

    def start(self) -> None:
        there = self._wire.open(self._heard, self._lost)
        (self._retry.stop if there else self._retry.start)()
        self._be(there)

    def watched(self) -> bool:
        return bool(self._there) or self._retry.isActive()

    def close(self) -> None:
        self._gap.stop()
        self._retry.stop()
        self._scans.forget()
        self._wire.shut()

    def _lost(self) -> None:
        self.close()
        self._retry.start()
        self._be(False)

    def _heard(self, data: bytes) -> None:
        self._due = False
        self._gap.start(self._gap_ms)
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
            log.info("%s is %s", type(self._wire).__name__, "there" if there else "absent")
            self._there = there
            self._present(there)
