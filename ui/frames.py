"""The light of a camera's frame, whose kinds are many."""

from PySide6.QtMultimedia import QVideoFrame, QVideoFrameFormat

from ui.luma import Luma, luma_of_image

Pixels = QVideoFrameFormat.PixelFormat
PLANAR = (
    *(Pixels.Format_YUV420P, Pixels.Format_YUV422P, Pixels.Format_YV12, Pixels.Format_NV12, Pixels.Format_NV21),
    *(Pixels.Format_IMC1, Pixels.Format_IMC2, Pixels.Format_IMC3, Pixels.Format_IMC4, Pixels.Format_Y8),
)
PACKED = {Pixels.Format_YUYV: 0, Pixels.Format_UYVY: 1}  # every second byte is light, from this one on


def luma_of(frame: QVideoFrame) -> Luma | None:
    """Nothing of a frame that cannot be read; the frame itself goes back to the camera at once."""
    if not frame.isValid():
        return None
    kind = frame.pixelFormat()
    if kind not in PLANAR and kind not in PACKED:
        return luma_of_image(frame.toImage())
    if not frame.map(QVideoFrame.MapMode.ReadOnly):
        return None
    try:
        light, stride = bytes(frame.bits(0)), frame.bytesPerLine(0)
    finally:
        frame.unmap()
    if kind in PACKED:
        light, stride = light[PACKED[kind] :: 2], stride // 2
    return Luma(frame.width(), frame.height(), stride, light)
