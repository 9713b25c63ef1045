"""What goes to a bare machine, looked at without building it: units, scripts, Windows, what is left out."""

import ast
import re
import shutil
import subprocess
import sys
from pathlib import Path
from uuid import UUID
from xml.etree import ElementTree

import pytest

from installer.package import DEBIAN, PLACES, SCRIPTS, entries
from installer.parts import Part, bill
from installer.trimming import LEFT_OUT, reached, trimmed, wanted
from kiosk import __version__

ROOT = Path(__file__).parents[2]
WINDOWS = ROOT / "installer/windows"
NOT_EVERYWHERE = {"cups", "msvcrt"}  # where there is no CUPS; of Windows
UNITS = sorted(name for name in PLACES if name.endswith((".service", ".timer")))


def test_systemd_understands_the_units(tmp_path: Path) -> None:
    for name in UNITS:
        text = (DEBIAN / name).read_text("utf-8")
        here = re.sub(r"/usr/lib/hall-kiosk/(session|kiosk)", rf"{DEBIAN}/\1", text)
        (tmp_path / name).write_text(here, "utf-8")
    units = [str(tmp_path / name) for name in UNITS]
    verified = subprocess.run(["systemd-analyze", "verify", *units], capture_output=True, text=True, check=False)
    assert (verified.returncode, verified.stderr) == (0, "")


def test_the_kiosks_unit_is_watched_shut_in_and_never_given_up() -> None:
    lines = set((DEBIAN / "hall-kiosk.service").read_text("utf-8").splitlines())
    wanted_lines = {"Type=notify", "Restart=on-failure", "StartLimitIntervalSec=0", "User=hallkiosk", "UMask=0077"}
    shut_in = {"NoNewPrivileges=yes", "ProtectSystem=strict", "ReadWritePaths=/var/lib/hall-kiosk", "ProtectHome=yes"}
    assert wanted_lines | shut_in <= lines
    assert any(line.startswith("WatchdogSec=") for line in lines)
    assert any(line.startswith("RestrictAddressFamilies=") for line in lines)


@pytest.mark.parametrize("name", ["session", "kiosk", *SCRIPTS])
def test_every_script_can_be_read_by_the_plain_shell(name: str) -> None:
    shell = shutil.which("dash") or "sh"
    assert subprocess.run([shell, "-n", str(DEBIAN / name)], check=False).returncode == 0


def test_purge_takes_all_that_the_units_may_write() -> None:
    purge = (DEBIAN / "postrm").read_text("utf-8")
    for name in UNITS:
        for folder in re.findall(r"^ReadWritePaths=(.*)$", (DEBIAN / name).read_text("utf-8"), re.MULTILINE):
            assert f"rm -rf {folder}\n" in purge


def test_every_file_that_the_windows_installer_names_is_there() -> None:
    script = (WINDOWS / "hall-kiosk.iss").read_text("utf-8")
    named = [Path(name.replace("\\", "/")) for name in re.findall(r'(?:Source: "|LicenseFile=)([^"\n]+)', script)]
    built = [name for name in named if "build/dist" in str(name)]
    assert len(built) == 1 and len(named) == 7
    for name in (name for name in named if name not in built):
        assert (WINDOWS / name).is_file(), name
    assert f'#define Version "{__version__}"' in script
    assert set(re.findall(r"session\\([\w.-]+)", script)) <= {p.name for p in WINDOWS.iterdir()}


def test_ids_are_well_formed_and_one_profile_is_meant() -> None:
    ids = [i for p in sorted(WINDOWS.iterdir()) for i in re.findall(r"{([0-9A-Fa-f-]{20,})}", p.read_text("utf-8"))]
    assert len(ids) == 3 and {str(UUID(i)).upper() for i in ids} == set(ids)
    tree = ElementTree.parse(WINDOWS / "assigned-access.xml")
    space = {"a": "http://schemas.microsoft.com/AssignedAccess/2017/config"}
    profile, chosen = tree.find(".//a:Profile", space), tree.find(".//a:DefaultProfile", space)
    assert profile is not None and chosen is not None and profile.get("Id") == chosen.get("Id")


def test_powershell_brackets_close_and_parameters_are_declared() -> None:
    for script in WINDOWS.glob("*.ps1"):
        text = script.read_text("utf-8")
        assert all(text.count(a) == text.count(b) for a, b in ("()", "{}", "[]")), script
    declared = set(re.findall(r"\] \$(\w+)", (WINDOWS / "shell-launcher.ps1").read_text("utf-8")))
    script = (WINDOWS / "hall-kiosk.iss").read_text("utf-8")
    assert set(re.findall(r" -(Action|Program|Data|Install)\b", script)) <= declared


@pytest.mark.parametrize(
    ("name", "stays"),
    [
        ("PySide6/Qt/qml/QtQuick/Shapes/qmldir", True),
        ("PySide6/Qt/qml/QtQuick/qmldir", True),
        ("PySide6/Qt/qml/QtQuick/Controls/Material/Button.qml", False),
        ("PySide6/Qt/qml/QtQuick3D/qmldir", False),
        ("PySide6/Qt/plugins/imageformats/libqpdf.so", True),
        ("PySide6/Qt/plugins/sqldrivers/libqsqlite.so", False),
        ("PySide6/Qt/translations/qt_de.qm", False),
        ("PySide6\\Qt\\plugins\\qmltooling\\qmldbg_server.dll", False),
        ("resources/fonts/HanaMinB.ttf", True),
        ("libstdc++.so.6", False),
    ],
)
def test_what_a_kiosk_uses_stays(name: str, stays: bool) -> None:
    assert wanted(name) is stays


def asked_for(room: str) -> set[str]:
    """Every module that a file of ours imports, be it at its top or first when a function runs."""
    found: set[str] = set()
    for file in (ROOT / room).rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Import):
                found |= {alias.name for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module:
                found.add(node.module)
    return found - set(LEFT_OUT) - NOT_EVERYWHERE


def test_nothing_of_ours_asks_for_what_is_left_out() -> None:
    """Whatever is imported anywhere is loaded in a program that lacks it all, and what that loads when it is used."""
    program = f"""
import importlib, sys
sys.modules |= dict.fromkeys({LEFT_OUT})
for name in {sorted(asked_for("kiosk") | asked_for("ui"))}:
    importlib.import_module(name)
import PIL.Image, sqlalchemy
PIL.Image.init()
for database in ("sqlite://", "postgresql+psycopg://hub"):
    sqlalchemy.create_engine(database)
print("all there")
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=120, check=False)
    assert (done.returncode, done.stdout) == (0, "all there\n"), done.stderr[-2000:]


def test_a_library_goes_with_the_last_that_asked_for_it() -> None:
    needs = {"quick": ["libQt6Quick.so.6"], "/q": ["libQt6Core.so.6"], "/w": ["libQt6Widgets.so.6"], "/c": []}
    listed = [
        ("PySide6/QtQuick.abi3.so", "quick", "EXTENSION"),
        ("PySide6/Qt/lib/libQt6Quick.so.6", "/q", "BINARY"),
        ("PySide6/Qt/lib/libQt6Core.so.6", "/c", "BINARY"),
        ("PySide6/Qt/lib/libQt6Charts.so.6", "/w", "BINARY"),
        ("PySide6/Qt/lib/libQt6Widgets.so.6", "/c", "BINARY"),
        ("libQt6Charts.so.6", "PySide6/Qt/lib/libQt6Charts.so.6", "SYMLINK"),
        ("libQt6Core.so.6", "PySide6/Qt/lib/libQt6Core.so.6", "SYMLINK"),
    ]
    assert reached(listed, lambda source: needs[source]) == {"libQt6Quick.so.6", "libQt6Core.so.6"}
    names = [name for name, _, _ in trimmed(listed, lambda source: needs[source])]
    assert names == [listed[n][0] for n in (0, 1, 2, 6)]


def test_the_bill_of_materials_is_the_same_for_the_same_parts() -> None:
    parts = [Part("click", "8.2.0", "BSD-3-Clause", "pkg:pypi/click@8.2.0", ())]
    made = bill(parts, __version__)
    assert made == bill(parts, __version__) != bill([], __version__)
    assert (made["bomFormat"], made["components"][0]["purl"]) == ("CycloneDX", "pkg:pypi/click@8.2.0")
    assert entries((["x"], [("a", "/b", "DATA")], ("c", "/d", "BINARY"))) == [
        ("a", "/b", "DATA"),
        ("c", "/d", "BINARY"),
    ]
