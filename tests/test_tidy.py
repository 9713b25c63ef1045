"""The house rules as tests: sizes, colours, words, pages, documents."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pytest

from kiosk import words
from kiosk.domain import facts, refusals
from kiosk.domain.facts import Happening
from kiosk.domain.refusals import VOCABULARY
from kiosk.storage.tables import TABLES, create_all
from kiosk.visit.screens import Screen

ROOT = Path(__file__).parents[1]
FILE_LINES_MAX, QML_LINES_MAX, FUNCTION_LINES_MAX, PARAMETERS_MAX = 300, 250, 70, 5
PYTHON = sorted(p for room in ("kiosk", "ui", "tests") for p in (ROOT / room).rglob("*.py"))
QML = sorted((ROOT / "ui").rglob("*.qml"))
FORBIDDEN_NAMES = {"utils", "helpers", "manager", "common", "core", "data", "info"}


def name(path: Path) -> str:
    return str(path.relative_to(ROOT))


def functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


@pytest.mark.parametrize("path", PYTHON, ids=name)
def test_python_files_are_small_and_say_what_they_are_for(path: Path) -> None:
    text = path.read_text("utf-8")
    assert text.count("\n") <= FILE_LINES_MAX
    assert not text or ast.get_docstring(ast.parse(text)), "one line that says what the file is for"
    assert path.stem not in FORBIDDEN_NAMES
    for node in functions(path):
        assert (node.end_lineno or 0) - node.lineno + 1 <= FUNCTION_LINES_MAX, node.name


@pytest.mark.parametrize("path", [p for p in PYTHON if "cli" not in p.parts and "tests" not in p.parts], ids=name)
def test_functions_take_few_parameters(path: Path) -> None:
    for node in functions(path):
        own = [a for a in (*node.args.posonlyargs, *node.args.args) if a.arg not in ("self", "cls")]
        assert len(own) <= PARAMETERS_MAX, node.name


@pytest.mark.parametrize("path", QML, ids=name)
def test_qml(path: Path) -> None:
    text = path.read_text("utf-8")
    assert text.count("\n") <= QML_LINES_MAX
    if "theme" not in path.parts:
        assert not re.search(r'"#[0-9A-Fa-f]{3,8}"', text), "colours live in the theme"
        assert not re.search(r"duration:\s*\d", text), "durations live in the theme"
        assert not re.search(r"pixelSize:\s*\d", text), "type sizes live in the theme"
    if "pages" in path.parts:
        assert not re.search(r"^\s*function ", text, re.MULTILINE), "a page decides nothing"
        assert "pragma ComponentBehavior: Bound" in text
    assert not re.search(r"^\s*property \w+ on[A-Z]", text, re.MULTILINE), "QML takes it for a handler"
    assert not re.search(r"^import QtQuick\S* \d", text, re.MULTILINE), "imports carry no version"


def test_one_page_for_each_screen_and_the_reverse() -> None:
    pages = {p.stem.removesuffix("Page") for p in (ROOT / "ui/Kiosk/pages").glob("*Page.qml")}
    assert pages == {screen.__name__ for screen in get_args(Screen)}


def test_every_reason_is_worded_in_every_language() -> None:
    for language in words.LANGUAGES:
        spoken = words.read(language)
        worded = {key.split(".")[1] for key in spoken.table if key.startswith("reason.")}
        assert worded == set(VOCABULARY), language
        for code in VOCABULARY:
            assert all(spoken.table[f"reason.{code}.{part}"].strip() for part in ("text", "facts", "next"))


def test_languages_have_the_same_keys_and_fill_ins() -> None:
    chinese, english = (words.read(language).table for language in ("zh_CN", "en"))
    assert set(chinese) ^ set(english) <= {"format.month_name"}
    for key in set(chinese) & set(english) - {"format.date"}:
        if isinstance(chinese[key], str):
            assert set(re.findall(r"{(\w+)}", chinese[key])) == set(re.findall(r"{(\w+)}", english[key])), key


def test_every_cause_is_in_the_vocabulary_once() -> None:
    causes = [value for value in vars(refusals).values() if isinstance(value, refusals.Cause)]
    assert len(causes) == len({cause.code for cause in causes}) == len(VOCABULARY)


def test_every_fact_and_table_is_documented() -> None:
    text = (ROOT / "docs/data.md").read_text("utf-8")
    for kind in get_args(Happening):
        assert f"`{kind.__name__}`" in text, kind
    for table in (*TABLES.values(), "facts", "device", "keys", "member_keys", "sample_cards", "print_jobs"):
        assert f"`{table}`" in text, table


def test_every_command_is_documented() -> None:
    from kiosk.cli.main import kiosk

    text = (ROOT / "docs/operate.md").read_text("utf-8")
    for command in kiosk.commands:
        assert f"kiosk {command}" in text, command


def test_every_reason_and_screen_is_in_the_glossary() -> None:
    text = (ROOT / "docs/words.md").read_text("utf-8")
    for code in VOCABULARY:
        assert code in text, code
    for screen in get_args(Screen):
        assert f"`{screen.__name__}`" in text, screen


def test_rows_version_grows_with_the_tables() -> None:
    """Whoever changes a table of rows raises ROWS_VERSION, so that kiosks make their rows anew."""
    from hashlib import sha256

    from kiosk.storage.versions import ROWS_VERSION

    digest = sha256("\n".join(create_all()).encode()).hexdigest()[:16]
    assert (ROWS_VERSION, digest) == (14, "2972e0d0ceecbefa")


def test_no_fact_is_a_subject_of_two_kinds() -> None:
    books = ((facts.TitleAdded,), (facts.NumbersFact,), facts.CopyFact, facts.HoldFact)
    stock = (facts.StandFact, facts.StocktakeFact)
    classes = (facts.CourseFact, facts.SessionFact, facts.PauseFact, facts.CertificateFact, facts.CaseFact)
    kinds = (facts.HallFact, facts.MemberFact, *books, *stock, *classes)
    parts = [set(get_args(kind) or kind) for kind in kinds]
    assert sum(map(len, parts)) == len(set().union(*parts)) == len(get_args(Happening))


def test_fonts_are_there_once_with_their_licences() -> None:
    fonts = sorted((ROOT / "resources/fonts").iterdir())
    assert sum(f.stat().st_size for f in fonts) <= 100 * 1024 * 1024
    for family in ("NotoSansSC", "NotoSerifSC", "HanaMin"):
        assert any(f.suffix == ".ttf" and f.name.startswith(family) for f in fonts)
        assert any(f.suffix == ".txt" and f.name.startswith(family) for f in fonts)


def test_every_table_of_a_hub_is_documented() -> None:
    from kiosk.hub.tables import metadata

    text = (ROOT / "docs/data.md").read_text("utf-8")
    for table in metadata.tables:
        assert f"`{table}`" in text, table


def test_every_fault_has_a_line_that_says_what_to_do() -> None:
    told = set(re.findall(r"^\| ([DP]-\d\d) \|", (ROOT / "docs/operate.md").read_text("utf-8"), re.MULTILINE))
    rooms = [path for path in PYTHON if path.parts[len(ROOT.parts)] in ("kiosk", "ui") and "samples" not in path.parts]
    raised = {code for path in rooms for code in re.findall(r'"([DP]-\d\d)["\s]', path.read_text("utf-8"))}
    assert raised == told
