"""Checks all QML with qmllint, the types made in Python included: python -m ui.lint; every warning counts."""

import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent
BUILD = HERE.parent / "build" / "qml"
MODULE = BUILD / "Kiosk" / "Bridge"
TOOLS = Path(sys.executable).parent
TYPES = (
    "aside.py",
    "bridge.py",
    "camera_view.py",
    "case_desk.py",
    "choices.py",
    "class_desk.py",
    "counters.py",
    "diplomas.py",
    "duty.py",
    "finder.py",
    "house.py",
    "label_desk.py",
    "lessons.py",
    "machine.py",
    "new_series.py",
    "papers.py",
    "people_desk.py",
    "title_desk.py",
    "practising.py",
    "report_desk.py",
    "rosters.py",
    "upkeep.py",
)
QMLDIR = "module Kiosk.Bridge\ndepends QtQuick\ntypeinfo bridge.qmltypes\n"


def describe_bridge() -> None:
    """Writes what QML may know of our types, as a module that qmllint can read."""
    MODULE.mkdir(parents=True, exist_ok=True)
    types = MODULE / "bridge.json"
    types.write_text(tool("pyside6-metaobjectdump", *(str(HERE / file) for file in TYPES)))
    names = ["--import-name", "Kiosk.Bridge", "--major-version", "1", "--minor-version", "0"]
    registration = ["--generate-qmltypes", str(MODULE / "bridge.qmltypes"), "-o", str(MODULE / "bridge.cpp")]
    tool("pyside6-qmltyperegistrar", *names, *registration, str(types))
    (MODULE / "qmldir").write_text(QMLDIR)


def tool(name: str, *arguments: str) -> str:
    done = subprocess.run([str(TOOLS / name), *arguments], capture_output=True, text=True, check=True)  # noqa: S603
    return done.stdout


def lint() -> int:
    files = sorted(str(file) for file in (HERE / "Kiosk").rglob("*.qml"))
    command = [str(TOOLS / "pyside6-qmllint"), "-I", str(HERE), "-I", str(BUILD), "--max-warnings", "0", *files]
    return subprocess.run(command, check=False).returncode  # noqa: S603


if __name__ == "__main__":
    describe_bridge()
    sys.exit(lint())
