"""A page has exactly its screen's fields; all words that the pages say are written, and all written are said."""

import re
from pathlib import Path
from typing import get_args

import pytest

from kiosk.visit.screens import Screen
from kiosk.words import read
from ui.app import HERE
from ui.to_qml import names

QML = sorted((HERE / "Kiosk").rglob("*.qml"))
OWN_SECTIONS = """
    top light foot scan attract home basket care returned choice refusal who record idle fault
    pin answers reserved hold_shelf receipt practice help desk tab duty said today doors overdue bench count import
    finder title slip class
    programme course enrolled checked_in checked_out choose kind
    series roll rating class_desk labels counter
    passport certificate verified graduates register
    health backups mended cleaning leaving cases chores practise
    colleagues notices reports member joining to_tell titles
""".split()
SETTINGS = {"machine.turned", "printers.certificates", "sound.volume"}  # what the first start asks for
# a key that is put together from a screen's value: "refusal.heading_" + action
PUT_TOGETHER = re.compile(r'"(\w+\.\w*)" \+|"(\w+\.)" \+')


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
    quoted -= SETTINGS
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
