"""A scanner in keyboard mode that is taken for ourselves: no other window and no console hears its keys (Linux)."""

import logging
import os
import sys
from collections.abc import Callable

from PySide6.QtCore import QObject, QSocketNotifier

from kiosk.devices.input_keys import EVENT, EVIOCGRAB

log = logging.getLogger(__name__)
KEYS_GAP_MS = 200  # between two keys some scanners take longer than a line does between two bytes
READ_BYTES = EVENT.size * 256


class InputWire(QObject):
    """Reads an input device, by its path."""

    def __init__(self, path: str) -> None:
        super().__init__()
        self._path, self._handle = path, -1
        self._notifier: QSocketNotifier | None = None
        self._heard: Callable[[bytes], None] | None = None
        self._lost: Callable[[], None] | None = None

    def open(self, heard: Callable[[bytes], None], lost: Callable[[], None]) -> bool:
        self._heard, self._lost = heard, lost
        if not sys.platform.startswith("linux"):
            return False
        if self._handle < 0:
            try:
                self._handle = os.open(self._path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
            except OSError:
                return False
            grab(self._handle)
            self._notifier = QSocketNotifier(self._handle, QSocketNotifier.Type.Read, self)
            self._notifier.activated.connect(self._ready)
        return True

    def shut(self) -> None:
        """Closing the device lets go of it."""
        if self._notifier is not None:
            self._notifier.setEnabled(False)
            self._notifier.deleteLater()
            self._notifier = None
        if self._handle >= 0:
            os.close(self._handle)
            self._handle = -1

    def _ready(self) -> None:
        assert self._heard and self._lost
        try:
            data = os.read(self._handle, READ_BYTES)
        except BlockingIOError:
            return
        except OSError:  # unplugged
            data = b""
        if data:
            self._heard(data)
        else:
            self._lost()


def grab(handle: int) -> None:
    import fcntl

    try:
        fcntl.ioctl(handle, EVIOCGRAB, 1)
    except OSError as refused:
        log.warning("not taken for ourselves: %s", refused)
