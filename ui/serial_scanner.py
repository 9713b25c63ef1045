"""A scanner in virtual-COM mode."""

from collections.abc import Callable

from PySide6.QtCore import QIODeviceBase, QTimer

from kiosk.devices.scanner import ByteScans
from kiosk.devices.settings import SerialPort
from ui.scanner_line import ScannerLine


class SerialScanner(ScannerLine):
    """Only reads: scanners are set up by the codes in their booklets."""

    def __init__(self, port: SerialPort, scanned: Callable[[str], None], present: Callable[[bool], None]) -> None:
        from PySide6.QtSerialPort import QSerialPort

        super().__init__(ByteScans(), scanned, present)
        self._port = QSerialPort(port.port, self)
        self._port.setBaudRate(port.baud)
        self._port.readyRead.connect(self._ready)
        self._port.errorOccurred.connect(self._failed)

    def _open(self) -> bool:
        return self._port.isOpen() or self._port.open(QIODeviceBase.OpenModeFlag.ReadOnly)

    def _shut(self) -> None:
        if self._port.isOpen():
            self._port.close()

    def _ready(self) -> None:
        self._heard(self._port.readAll().data())

    def _failed(self) -> None:
        """Told from within the port's own reading, which has to end before the port is closed."""
        if self._port.isOpen() and self._port.error() != self._port.SerialPortError.NoError:
            QTimer.singleShot(0, self, self._lost)
