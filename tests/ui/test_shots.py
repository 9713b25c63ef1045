"""Every sample, in every shape: it loads without a word from Qt, and no text leaves its place."""

import itertools
from pathlib import Path

import pytest
from looking import Text, texts
from PySide6.QtCore import QRectF

from kiosk.visit.screens import Screen
from ui.app import Stage
from ui.samples import SAMPLES
from ui.shots import Shot, grab, shots, stage_for

ALL = list(shots())
TOUCH = 3.0  # line boxes may touch, letters do not


def test_every_screen_has_a_sample() -> None:
    assert {type(screen) for screen, _ in SAMPLES.values()} == set(Screen.__args__)


@pytest.mark.parametrize("shot", ALL, ids=lambda shot: shot.name)
def test_a_sample_loads_and_holds_its_texts(shot: Shot, tmp_path: Path) -> None:
    stage = stage_for(shot)
    try:
        assert grab(stage, tmp_path / "shot.png").stat().st_size > 10_000
        assert overflows(stage) == []
        assert overlaps(stage) == []
    finally:
        stage.close()


def overflows(stage: Stage) -> list[str]:
    """Texts wider than their room, and texts beyond the window."""
    window = QRectF(0, 0, stage.window.width(), stage.window.height())
    return [str(text) for text in shown(stage) if text.too_wide or not window.contains(text.rect)]


def overlaps(stage: Stage) -> list[str]:
    pairs = itertools.combinations([(str(text), letters(text.rect)) for text in shown(stage)], 2)
    return [f"{one} over {other}" for (one, a), (other, b) in pairs if a.intersects(b)]


def shown(stage: Stage) -> list[Text]:
    return [text for text in texts(stage) if not text.picture and not text.hidden]


def letters(box: QRectF) -> QRectF:
    """Line boxes are taller than the letters in them."""
    return box.adjusted(TOUCH, box.height() * 0.14, -TOUCH, -box.height() * 0.14)
