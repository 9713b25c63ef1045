"""All scanners that the settings name: started, watched and stopped together."""

import logging
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from kiosk.devices.settings import Scanners as Settings
from ui.scanner_line import ScannerLine

if TYPE_CHECKING:
    from ui.camera import Camera

log = logging.getLogger(__name__)
SERIAL, GRAB, CAMERA = "serial", "grab", "camera"


class Scanners(QObject):
    """`scanned` hears every scan, `missing` the kinds that are absent now, whenever that changes."""

    def __init__(
        self, settings: Settings, scanned: Callable[[str], None], missing: Callable[[tuple[str, ...]], None]
    ) -> None:
        super().__init__()
        self._settings, self._scanned, self._missing = settings, scanned, missing
        self._absent: set[tuple[str, int]] = set()
        self._told: tuple[str, ...] = ()
        self._lines: list[ScannerLine] = []
        self.camera: Camera | None = None

    def start(self) -> None:
        self._lines = [*self._serial(), *self._grabbed()]
        for line in self._lines:
            line.start()
        if self._settings.camera:
            self._start_camera()

    def watched(self) -> bool:
        """Each is heard or looked for; one that is unplugged is no reason to begin anew."""
        return all(line.watched() for line in self._lines) and (self.camera is None or self.camera.watched())

    def close(self) -> None:
        for line in self._lines:
            line.close()
        if self.camera is not None:
            self.camera.close()

    def _serial(self) -> list[ScannerLine]:
        if not self._settings.serial:
            return []
        from kiosk.devices.scanner import ByteScans
        from ui.serial_wire import SerialWire

        ports = enumerate(self._settings.serial)
        return [ScannerLine(SerialWire(p), ByteScans(), self._scanned, self._hears_of(SERIAL, n)) for n, p in ports]

    def _grabbed(self) -> list[ScannerLine]:
        if not self._settings.grab:
            return []
        from kiosk.devices.input_keys import KeyScans
        from ui.input_wire import KEYS_GAP_MS, InputWire

        return [
            ScannerLine(InputWire(path), KeyScans(), self._scanned, self._hears_of(GRAB, n), gap_ms=KEYS_GAP_MS)
            for n, path in enumerate(self._settings.grab)
        ]

    def _start_camera(self) -> None:
        """Qt's multimedia needs libraries of the system that a machine without sound and camera may lack."""
        present = self._hears_of(CAMERA, 0)
        try:
            from ui.camera import Camera
        except ImportError as lacking:
            log.warning("no camera: %s", lacking)
            present(False)
            return
        self.camera = Camera(self._settings.camera, self._scanned, present)
        self.camera.start()

    def _hears_of(self, kind: str, number: int) -> Callable[[bool], None]:
        def present(there: bool) -> None:
            (self._absent.discard if there else self._absent.add)((kind, number))
            kinds = {kind for kind, _ in self._absent}
            self._tell(tuple(kind for kind in (SERIAL, GRAB, CAMERA) if kind in kinds))

        return present

    def _tell(self, kinds: tuple[str, ...]) -> None:
        if kinds != self._told:
            self._told = kinds
            self._missing(kinds)
