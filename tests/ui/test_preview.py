"""What the camera sees stands in the window of the page, as in a mirror."""

from pathlib import Path

from PIL import Image
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

import ui.camera_view  # noqa: F401 - makes the type that QML shows
from kiosk.words import read
from ui.app import Stage
from ui.bridge import Bridge
from ui.samples import SAMPLES, Standing
from ui.shots import PORTRAIT, grab, settle

WHITE = 250


class Lens(QObject):
    """Shows what the test says."""

    viewed = Signal(QImage)


def half_lit() -> QImage:
    """White on the left."""
    picture = QImage(640, 360, QImage.Format.Format_Grayscale8)
    picture.fill(0)
    for y in range(360):
        picture.scanLine(y)[:320] = b"\xff" * 320
    return picture


def light(path: Path, *, left: bool) -> int:
    image = Image.open(path).convert("L")
    half = image.crop((100, 250, 300, 700)) if left else image.crop((420, 250, 560, 700))
    return sum(half.histogram()[WHITE:])


def test_the_window_is_a_mirror_and_dark_when_the_camera_goes(tmp_path: Path) -> None:
    lens, bridge = Lens(), Bridge(Standing(*SAMPLES["home"]), read)
    stage = Stage(bridge, size=PORTRAIT, still=True)
    stage.window.show()
    bridge.machine.sees(lens)
    settle()
    lens.viewed.emit(half_lit())
    seen = grab(stage, tmp_path / "seen.png")
    assert light(seen, left=False) > 10 * max(1, light(seen, left=True)), "what is left is seen right"
    lens.viewed.emit(QImage())
    gone = grab(stage, tmp_path / "gone.png")
    assert light(gone, left=False) < light(seen, left=False) / 2
    stage.close()
