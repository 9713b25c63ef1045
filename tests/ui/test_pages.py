"""A page has exactly its screen's fields; all words that the pages say are written, and all written are said."""

import re
from pathlib import Path
from typing import get_args

import pytest
from looking import pressables
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent

from kiosk.visit.screens import Screen
from kiosk.words import read
from ui.app import HERE, Stage
from ui.shots import Shot, settle, shots, stage_for
from ui.to_qml import names

QML = sorted((HERE / "Kiosk").rglob("*.qml"))
OWN_SECTIONS = """
    top light foot scan attract home basket care returned choice refusal who record idle fault
    pin answers reserved hold_shelf receipt practice help desk may bench count import
    finder title slip class
    programme course enrolled checked_in checked_out choose kind
    series roll rating class_desk
    passport certificate verified
""".split()
# a key that is put together from a screen's value: "refusal.heading_" + action
PUT_TOGETHER = re.compile(r'"(\w+\.\w*)" \+|"(\w+\.)" \+')
TABS = 60


@pytest.mark.parametrize("screen", get_args(Screen), ids=lambda screen: screen.__name__)
def test_a_page_asks_for_its_screens_fields_and_the_bridge(screen: type) -> None:
    text = (HERE / f"Kiosk/pages/{screen.__name__}Page.qml").read_text("utf-8")
    asked = re.findall(r"^    required property (?:\w+) (\w+)", text, re.MULTILINE)
    assert sorted(asked) == sorted(["bridge", *(qml for _, qml in names(screen))])


def test_every_word_that_is_said_is_written_and_the_reverse() -> None:
    table = read("zh_CN").table
    own = {key for key in table if key.partition(".")[0] in OWN_SECTIONS}
    texts = "\n".join(path.read_text("utf-8") for path in [*QML, HERE / "aside.py"])
    quoted = set(re.findall(r'"([a-z_]+\.\w+)"', texts))
    assert quoted - set(table) <= {"format.weekday", "format.month_name"} | {key for key in quoted if begins(key, own)}
    begun = tuple(part for found in PUT_TOGETHER.findall(texts) for part in found if part)
    assert {key for key in own - quoted if not key.startswith(begun)} == set()


def begins(key: str, own: set[str]) -> bool:
    return any(known.startswith(key) for known in own)


@pytest.mark.parametrize("path", [path for path in QML if "theme" not in path.parts], ids=lambda path: path.stem)
def test_no_size_of_type_stands_outside_the_theme(path: Path) -> None:
    assert not re.search(r"\bpx: \d+$", path.read_text("utf-8"), re.MULTILINE)


@pytest.mark.parametrize("path", QML, ids=lambda path: path.stem)
def test_every_file_of_the_module_is_in_its_list(path: Path) -> None:
    listed = (HERE / "Kiosk/qmldir").read_text("utf-8")
    assert path.stem == "Main" or f"{path.stem} {path.parent.name}/{path.name}\n" in listed


@pytest.mark.parametrize("shot", [shot for shot in shots() if not shot.english], ids=lambda shot: shot.name)
def test_all_that_can_be_pressed_is_named_and_reached_by_tab(shot: Shot) -> None:
    stage = stage_for(shot)
    try:
        shown = [item for item in pressables(stage) if item.enabled]
        assert shown
        assert all(item.pressable.strip() and item.role and item.tab for item in shown)
        assert reached_by_tab(stage) >= {item.pressable for item in shown}  # and what a list has further down
    finally:
        stage.close()


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
