"""Codes out of pictures, read in a thread of its own; what comes while it is busy is not kept."""

import logging
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from PySide6.QtCore import QObject, Signal

from ui.luma import Luma

log = logging.getLogger(__name__)


class CodeReader(QObject):
    """One look at a time."""

    read = Signal(list)  # the texts that were found, once for each look

    def __init__(self) -> None:
        super().__init__()
        self._thread = ThreadPoolExecutor(1, "codes")
        self._busy = False
        self.read.connect(self._free)

    @property
    def busy(self) -> bool:
        return self._busy

    def ask(self, look: Callable[[], list[str]]) -> None:
        """Whoever asks sees to it that nobody else is served."""
        assert not self._busy
        self._busy = True
        self._thread.submit(self._look, look)

    def close(self) -> None:
        self._thread.shutdown(cancel_futures=True)

    def _look(self, look: Callable[[], list[str]]) -> None:
        texts: list[str] = []
        try:
            texts = look()
        except Exception:
            log.exception("a picture could not be read")
        self.read.emit(texts)

    def _free(self) -> None:
        self._busy = False


def quick(luma: Luma) -> list[str]:
    """A QR code held out as it should be: a fraction of the time. One look forgives noise, the other shadows."""
    from zxingcpp import BarcodeFormat, Binarizer

    upright = {"formats": BarcodeFormat.QRCode, "try_rotate": False, "try_downscale": False, "try_invert": False}
    return texts_in(luma, binarizer=Binarizer.GlobalHistogram, **upright) or texts_in(luma, **upright)


def thorough(luma: Luma) -> list[str]:
    """Any code, however it is held, an EAN on the back of a book too."""
    return texts_in(luma)


def texts_in(luma: Luma, **how: Any) -> list[str]:
    from zxingcpp import ImageFormat, ImageView, TextMode, read_barcodes

    view = ImageView(luma.light, luma.width, luma.height, ImageFormat.Lum, luma.stride, 1)
    return [code.text for code in read_barcodes(view, text_mode=TextMode.Plain, **how) if code.text]
