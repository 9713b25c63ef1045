"""The light of a picture without its colours: all that a code needs."""

from msgspec import Struct
from PySide6.QtGui import QImage


class Luma(Struct, frozen=True):
    """Rows of grey bytes, `stride` apart."""

    width: int
    height: int
    stride: int
    light: bytes

    def image(self) -> QImage:
        """A view of the bytes, which have to outlive it."""
        return QImage(self.light, self.width, self.height, self.stride, QImage.Format.Format_Grayscale8)


def luma_of_image(image: QImage) -> Luma | None:
    if image.isNull():
        return None
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
    return Luma(grey.width(), grey.height(), grey.bytesPerLine(), bytes(grey.constBits()))
