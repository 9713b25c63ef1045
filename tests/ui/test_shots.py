"""Every sample, in every shape: it loads without a word from Qt, no text leaves its place, and Tab comes everywhere."""

import itertools

import pytest
from looking import Text, pressables, texts
from PySide6.QtCore import QCoreApplication, QEvent, QRectF, Qt
from PySide6.QtGui import QImage, QKeyEvent
from PySide6.QtQml import QQmlApplicationEngine
from PySide6.QtQuick import QQuickWindow

from kiosk.visit.screens import Screen
from ui.app import Stage
from ui.samples import SAMPLES
from ui.shots import Shot, fill_lists, settle, shots, stage_for

ALL = list(shots())
TOUCH = 3.0  # line boxes may touch, letters do not
TOP, FOOT = 0.08, 0.85  # between the bars, of the height
EVERY, LINES_MIN = 4, 10  # of every fourth line there so many differ; on an empty page all are alike
TABS, LOOKS_MAX = 60, 10


def test_every_screen_has_a_sample() -> None:
    assert {type(screen) for screen, _ in SAMPLES.values()} == set(Screen.__args__)


@pytest.mark.parametrize("shot", ALL, ids=lambda shot: shot.name)
def test_a_sample_loads_holds_its_texts_and_is_reached_by_tab(shot: Shot, engine: QQmlApplicationEngine) -> None:
    stage = stage_for(shot, engine)
    try:
        assert lines(stage) > LINES_MIN
        seen = shown(stage)
        assert overflows(stage, seen) == []
        assert overlaps(seen) == []
        pressed = [item for item in pressables(stage) if item.enabled]
        assert pressed
        assert all(item.pressable.strip() and item.role and item.tab for item in pressed)
        assert not [item.pressable for item in pressed if "(0x" in item.pressable]  # an id hides what was meant
        assert reached_by_tab(stage) >= {item.pressable for item in pressed}  # and what a list has further down
    finally:
        stage.close()


def lines(stage: Stage) -> int:
    """How many lines between the bars are unlike any other."""
    assert isinstance(stage.window, QQuickWindow)
    picture = stage.window.grabWindow().convertToFormat(QImage.Format.Format_RGB32)
    bits, length = bytes(picture.constBits()), picture.bytesPerLine()
    rows = range(int(picture.height() * TOP), int(picture.height() * FOOT), EVERY)
    return len({bits[row * length : (row + 1) * length] for row in rows})


def overflows(stage: Stage, seen: list[Text]) -> list[str]:
    """Texts wider than their room, and texts beyond the window."""
    window = QRectF(0, 0, stage.window.width(), stage.window.height())
    return [str(text) for text in seen if text.too_wide or not window.contains(text.rect)]


def overlaps(seen: list[Text]) -> list[str]:
    pairs = itertools.combinations([(str(text), letters(text.rect)) for text in seen], 2)
    return [f"{one} over {other}" for (one, a), (other, b) in pairs if a.intersects(b)]


def shown(stage: Stage) -> list[Text]:
    """Once it stands still: rows of a list are made in pauses, and have their places only when they are drawn."""
    assert isinstance(stage.window, QQuickWindow)
    seen: list[Text] | None = None
    for _ in range(LOOKS_MAX):
        fill_lists(stage)
        stage.window.grabWindow()
        if seen == (seen := texts(stage)):
            return [text for text in seen if not text.picture and not text.hidden]
    raise AssertionError(f"{stage.bridge.page} never stands still")


def letters(box: QRectF) -> QRectF:
    """Line boxes are taller than the letters in them."""
    return box.adjusted(TOUCH, box.height() * 0.14, -TOUCH, -box.height() * 0.14)


def reached_by_tab(stage: Stage) -> set[str]:
    stage.window.requestActivate()
    settle()
    reached: set[str] = set()
    first = ""
    for _ in range(TABS):
        press(stage, Qt.Key.Key_Tab, "\t")
        item = stage.window.activeFocusItem()
        name = str(item.property("name") or "") if item else ""
        if name and name == first and len(reached) > 1:
            break  # once around
        first = first or name
        reached.add(name)
    return reached


def press(stage: Stage, key: Qt.Key, text: str) -> None:
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QCoreApplication.sendEvent(stage.window, QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, text))
    settle()
