"""A camera as a scanner: its frames become light, the light becomes texts, texts seen twice become scans."""

import logging
import time
from collections.abc import Callable

from PySide6.QtCore import QMetaMethod, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QImage
from PySide6.QtMultimedia import QCamera, QCameraDevice, QMediaCaptureSession, QMediaDevices, QVideoFrame, QVideoSink

from kiosk.devices.sightings import Sightings
from ui.code_reader import CodeReader, quick, thorough
from ui.frames import luma_of
from ui.luma import Luma

log = logging.getLogger(__name__)
FIRST = "first"
RETRY_MS = 2000
THOROUGH_EVERY = 4  # frames
VIEW_S = 0.08  # about 12 pictures a second are enough to aim by
VIEW_SIZE = QSize(640, 480)


class Camera(QObject):
    """`sink` takes frames, whoever sends them; no frame is kept longer than it takes to copy its light."""

    viewed = Signal(QImage)  # small and grey, to aim by; an empty one when the camera stops

    def __init__(
        self,
        name: str,
        scanned: Callable[[str], None],
        present: Callable[[bool], None],
        now_s: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__()
        self._name, self._scanned, self._present, self._now_s = name, scanned, present, now_s
        self._camera: QCamera | None = None
        self._there: bool | None = None
        self._sightings, self._frames = Sightings(), 0
        self._taken_s = self._viewed_s = float("-inf")
        self._reader = CodeReader()
        self._reader.read.connect(self._read)
        self.sink = QVideoSink(self)
        self.sink.videoFrameChanged.connect(self._frame)
        self._session = QMediaCaptureSession(self)
        self._session.setVideoSink(self.sink)
        self._retry = QTimer(self, interval=RETRY_MS)
        self._retry.timeout.connect(self._look_after)

    def start(self) -> None:
        self._retry.start()
        self._look_after()

    def watched(self) -> bool:
        return self._retry.isActive()

    def close(self) -> None:
        self._retry.stop()
        self.sink.videoFrameChanged.disconnect(self._frame)
        self._stop()
        self._reader.read.disconnect(self._read)
        self._reader.close()

    def _look_after(self) -> None:
        """Every now and then: is it still plugged in, is it back?"""
        device = chosen(self._name)
        if self._camera is not None and (device is None or self._camera.cameraDevice() != device):
            self._stop()
        if self._camera is None and device is not None:
            self._camera = QCamera(device, self)
            self._camera.errorOccurred.connect(self._failed)
            self._session.setCamera(self._camera)
            self._camera.start()
        self._be(self._camera is not None)

    def _failed(self, _error: QCamera.Error, why: str) -> None:
        """Told by the camera itself, which has to end its sentence before it goes."""
        log.warning("camera: %s", why)
        QTimer.singleShot(0, self, self._lost)

    def _lost(self) -> None:
        self._stop()
        self._be(False)

    def _stop(self) -> None:
        self.viewed.emit(QImage())
        if self._camera is not None:
            self._camera.stop()
            self._session.setCamera(None)
            self._camera.deleteLater()
            self._camera = None

    def _be(self, there: bool) -> None:
        if there != self._there:
            log.info("camera is %s", "there" if there else "absent")
            self._there = there
            self._present(there)

    def _frame(self, frame: QVideoFrame) -> None:
        now_s = self._now_s()
        view_due = now_s - self._viewed_s >= VIEW_S and self.isSignalConnected(QMetaMethod.fromSignal(self.viewed))
        if self._reader.busy and not view_due:
            return
        luma = luma_of(frame)
        if luma is None:
            return
        if view_due:
            self._viewed_s = now_s
            self.viewed.emit(small(luma))
        if not self._reader.busy:
            self._frames += 1
            self._taken_s = now_s
            how = quick if self._frames % THOROUGH_EVERY else thorough
            self._reader.ask(lambda: how(luma))

    def _read(self, texts: list[str]) -> None:
        for text in self._sightings.seen(texts, self._taken_s):
            self._scanned(text)


def small(luma: Luma) -> QImage:
    """A copy in any case: a picture that already fits would still lie in the light's own bytes."""
    how = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.FastTransformation
    return luma.image().scaled(VIEW_SIZE, *how).copy()


def chosen(name: str) -> QCameraDevice | None:
    """By its name or its path; the first one if any will do."""
    devices = QMediaDevices.videoInputs()
    if name == FIRST:
        return next(iter(devices), None)
    return next((d for d in devices if name in (d.description(), d.id().data().decode(errors="replace"))), None)
