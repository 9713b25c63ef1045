"""A scanner in virtual-COM mode."""

from collections.abc import Callable

from PySide6.QtCore import QIODeviceBase, QObject, QTimer

from kiosk.devices.settings import SerialPort


class SerialWire(QObject):
    """Only reads: scanners are set up by the codes in their booklets."""

    def __init__(self, port: SerialPort) -> None:
        from PySide6.QtSerialPort import QSerialPort

        super().__init__()
        self._port = QSerialPort(port.port, self)
        self._port.setBaudRate(port.baud)
        self._port.readyRead.connect(self._ready)
        self._port.errorOccurred.connect(self._failed)
        self._heard: Callable[[bytes], None] | None = None
        self._lost: Callable[[], None] | None = None

    def open(self, heard: Callable[[bytes], None], lost: Callable[[], None]) -> bool:
        self._heard, self._lost = heard, lost
        return self._port.isOpen() or self._port.open(QIODeviceBase.OpenModeFlag.ReadOnly)

    def shut(self) -> None:
        if self._port.isOpen():
            self._port.close()

    def _ready(self) -> None:
        assert self._heard
        self._heard(self._port.readAll().data())

    def _failed(self) -> None:
        """Told from within the port's own reading, which has to end before the port is closed."""
        if self._lost and self._port.isOpen() and self._port.error() != self._port.SerialPortError.NoError:
            QTimer.singleShot(0, self, self._lost)
