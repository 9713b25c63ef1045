"""Takes a picture of every sample screen: python -m ui.shots OUT [name ...]"""

import functools
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from time import sleep

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from msgspec import Struct
from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtGui import QImage
from PySide6.QtQml import QQmlApplicationEngine
from PySide6.QtQuick import QQuickWindow

from kiosk.devices.settings import Panel, Settings
from kiosk.words import read
from ui.app import Stage, application, load_later_fonts
from ui.bridge import Bridge
from ui.samples import SAMPLES, Standing

PAUSES_MAX = 200
PAUSE_S = 0.005
words_of = functools.cache(read)  # one table serves all pictures
PORTRAIT, LANDSCAPE = (1080, 1920), (1920, 1080)


# height of the picture and of its lower edge above the floor: hung high, and a totem that reaches to the knees
PANELS = {"high": Panel(531, 890), "totem": Panel(1210, 250), "shelf": Panel(299, 1000)}


class Shot(Struct, frozen=True):
    """A sample in one of its shapes."""

    sample: str
    wide: bool = False
    care: bool = False
    night: bool = False
    english: bool = False
    panel: str = ""  # how the screen hangs, pages moved down

    @property
    def name(self) -> str:
        marks = [mark for mark in ("wide", "care", "night", "english") if getattr(self, mark)]
        return "-".join([self.sample, *marks, *filter(None, [self.panel])])

    @property
    def size(self) -> tuple[int, int]:
        return LANDSCAPE if self.wide else PORTRAIT


def shots() -> Iterator[Shot]:
    """Every sample upright and wide, at night, in care mode and in English; the desk has one size of print."""
    for sample in SAMPLES:
        for wide in (False, True):
            for care in cares(sample):
                yield Shot(sample, wide, care)
                yield Shot(sample, wide, care, english=True)
        yield Shot(sample, night=True)


def cares(sample: str) -> tuple[bool, ...]:
    return (False,) if SAMPLES[sample][1].duty else (False, True)


def low_shots() -> Iterator[Shot]:
    """Every sample moved down on screens that hang too high or reach too low."""
    for sample in SAMPLES:
        for panel in ("high", "shelf") if SAMPLES[sample][1].duty else PANELS:  # the desk's pages scroll alike
            for care in cares(sample):
                yield Shot(sample, panel == "shelf", care, panel=panel)


def stage_for(shot: Shot, engine: QQmlApplicationEngine | None = None) -> Stage:
    bridge = Bridge(Standing(*SAMPLES[shot.sample]), words_of, Settings(panel=PANELS.get(shot.panel, Panel())))
    if engine:
        bridge.setParent(engine)  # an engine takes what comes to lie in its place for the same, and knows it no more
    if shot.panel:
        bridge.choices.toggleLow()
    if shot.care and not bridge.care:
        bridge.toggleCare()
    if shot.night:
        bridge.choices.toggleNight()
    if shot.english:
        bridge.switchLanguage()
    stage = Stage(bridge, size=shot.size, still=True, engine=engine)
    stage.window.show()
    settle()
    await_sheets(stage)
    return stage


def fill_lists(stage: Stage) -> None:
    """Rows further down a list are made in pauses, and stand at its head until they are ready."""
    rows = stage.engine.incubationController()
    for _ in range(PAUSES_MAX):
        if not rows or not rows.incubatingObjectCount():
            return
        settle()


def settle() -> None:
    """Lets Qt do what it has put off."""
    for _ in range(3):
        QCoreApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def await_sheets(stage: Stage) -> None:
    """Sheets of paper are read by a thread of Qt's own."""
    for _ in range(PAUSES_MAX):
        sheets = stage.window.findChildren(QObject, "sheet")
        if not any(sheet.property("reading") for sheet in sheets):
            return
        settle()
        sleep(PAUSE_S)


def grab(stage: Stage, path: Path) -> Path:
    assert isinstance(stage.window, QQuickWindow)
    picture = stage.window.grabWindow()
    fill_lists(stage)
    picture.convertToFormat(QImage.Format.Format_RGB888).save(str(path))
    return path


def main(out: Path, wanted: list[str]) -> None:
    app = application()
    load_later_fonts()
    out.mkdir(parents=True, exist_ok=True)
    for shot in (*shots(), *low_shots()):
        if not wanted or shot.name in wanted or shot.sample in wanted:
            stage = stage_for(shot)
            grab(stage, out / f"{shot.name}.png")
            stage.close()
    app.quit()


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:])
