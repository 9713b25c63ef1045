"""What the camera sees, as in a mirror, so that a hand knows where to go."""

from PySide6.QtCore import Property, QObject, QPointF, QRectF, Signal
from PySide6.QtGui import QImage, QPainter
from PySide6.QtQml import QmlElement
from PySide6.QtQuick import QQuickItem, QQuickPaintedItem

QML_IMPORT_NAME = "Kiosk.Bridge"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class CameraView(QQuickPaintedItem):
    """Fills its room with the middle of the last picture; it holds no other, and none once the camera stops."""

    cameraChanged = Signal()
    liveChanged = Signal()

    def __init__(self, parent: QQuickItem | None = None) -> None:
        super().__init__(parent)
        self._camera: QObject | None = None
        self._picture = QImage()

    def get_camera(self) -> QObject | None:
        return self._camera

    def set_camera(self, camera: QObject | None) -> None:
        if camera is self._camera:
            return
        if self._camera is not None:
            self._camera.viewed.disconnect(self.show)
            self.show(QImage())
        self._camera = camera
        if camera is not None:
            camera.viewed.connect(self.show)
        self.cameraChanged.emit()

    camera = Property(QObject, get_camera, set_camera, notify=cameraChanged)

    @Property(bool, notify=liveChanged)
    def live(self) -> bool:
        """Whether there is a picture to aim by."""
        return not self._picture.isNull()

    def show(self, picture: QImage) -> None:
        changed = picture.isNull() != self._picture.isNull()
        self._picture = picture
        self.update()
        if changed:
            self.liveChanged.emit()

    def paint(self, painter: QPainter) -> None:
        if self._picture.isNull():
            return
        painter.translate(self.width(), 0)
        painter.scale(-1, 1)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        room = self.boundingRect()
        painter.drawImage(room, self._picture, middle(self._picture, room))


def middle(picture: QImage, room: QRectF) -> QRectF:
    """The part of the picture that has the shape of the room."""
    across = min(picture.width() / room.width(), picture.height() / room.height())
    part = QRectF(0, 0, room.width() * across, room.height() * across)
    part.moveCenter(QPointF(picture.width() / 2, picture.height() / 2))
    return part
