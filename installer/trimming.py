"""Trimming: which parts of Qt go into the bundle, and which of its libraries nothing in the bundle asks for."""

import re
from collections.abc import Callable, Iterable, Sequence
from pathlib import PurePosixPath

Entry = tuple[str, str, str]  # where it goes, where it comes from, what it is: as PyInstaller lists them

# What a kiosk never loads, though something that it loads could.
LEFT_OUT = (
    *("tkinter", "unittest", "doctest", "numpy", "pandas", "IPython", "setuptools", "pkg_resources", "pip"),
    *("PySide6.QtWidgets", "PySide6.QtSql", "PySide6.QtDesigner", "ui.lint", "ui.make_voice"),
    *("rich", "pygments", "markdown_it", "brotli"),  # httpx2 has a command line, and reads what our hub never sends
    *("lxml.objectify", "lxml.html", "PIL._avif", "PIL._imagingtk", "PIL.ImageTk"),
    *("sqlalchemy.orm", "sqlalchemy.ext.asyncio"),  # a hub writes its SQL itself, for two databases
    *(f"sqlalchemy.dialects.{name}" for name in ("mssql", "mysql", "oracle")),
)
QML_KEPT = (
    "QtQml",
    "QtQuick/Window",
    "QtQuick/Layouts",
    "QtQuick/Shapes",
    "QtQuick/VirtualKeyboard",
    "Qt/labs/folderlistmodel",  # the keyboard looks for its layouts with it
)
QML_TOP = ("QtQuick", "QtQml")  # of these the files at the top too
QML_LEFT = ("QtQuick/VirtualKeyboard/Styles", "QtQuick/VirtualKeyboard/Components/")
PLUGINS_KEPT = (
    "iconengines",
    "imageformats/libqgif",
    "imageformats/libqico",
    "imageformats/libqjpeg",
    "imageformats/libqpdf",  # previews of labels
    "imageformats/libqsvg",
    "imageformats/libqwebp",
    "multimedia",
    "platforms/libqoffscreen",
    "platforms/libqxcb",
    "platforms/libqwayland",
    "platforms/libqeglfs",
    "egldeviceintegrations",
    "platforminputcontexts/libqtvirtualkeyboard",
    "texttospeech/libqtexttospeech_speechd",
    "wayland-graphics-integration-client",
    "wayland-shell-integration",
    "xcbglintegrations",
)
QT = "PySide6/Qt/"
PYTHON_LEFT = ("qmllint", "qmlls", "qmlformat", "svgtoqml", "QtWidgets.", "QtSql.", "QtMultimediaWidgets.")
# The graphics driver of the machine needs its own, newer ones.
OF_THE_SYSTEM = ("libstdc++.so.6", "libgcc_s.so.1")
LIBRARY = re.compile(r"^(PySide6/Qt/lib/|PySide6/)?lib[^/]*\.so[^/]*$")
NEEDED_ANYWAY = ("libpython", "libQt6FFmpegStub")  # asked for by name while the program runs


def trimmed(entries: Iterable[Entry], needs: Callable[[str], Iterable[str]]) -> list[Entry]:
    """First what pages and pictures do not use, then, again and again, the libraries that only those have used."""
    kept = [entry for entry in entries if wanted(entry[0])]
    names = reached(kept, needs)
    return [entry for entry in kept if not LIBRARY.match(slashed(entry[0])) or base(entry[0]) in names]


def wanted(name: str) -> bool:
    name = slashed(name)
    if name.startswith(QT + "translations/") or name.endswith((".qmltypes", ".debug")):
        return False
    if name in OF_THE_SYSTEM:
        return False
    if name.startswith(QT + "qml/"):
        return qml_wanted(name.removeprefix(QT + "qml/"))
    if name.startswith(QT + "plugins/"):
        return name.removeprefix(QT + "plugins/").startswith(PLUGINS_KEPT)
    return not (name.startswith("PySide6/") and base(name).startswith(PYTHON_LEFT))


def qml_wanted(name: str) -> bool:
    folder = str(PurePosixPath(name).parent)
    return folder in QML_TOP or (name.startswith(QML_KEPT) and not name.startswith(QML_LEFT))


def reached(entries: Sequence[Entry], needs: Callable[[str], Iterable[str]]) -> set[str]:
    """The names of all libraries that something kept asks for, however far away."""
    libraries = {base(n): source for n, source, kind in entries if kind != "SYMLINK" and LIBRARY.match(slashed(n))}
    found = {name for name in libraries if name.startswith(NEEDED_ANYWAY)}
    asked = [
        source for name, source, kind in entries if kind in ("BINARY", "EXTENSION") and base(name) not in libraries
    ]
    asked += (libraries[name] for name in found)
    while asked:
        new = {base(name) for name in needs(asked.pop())} & libraries.keys() - found
        found |= new
        asked += (libraries[name] for name in new)
    return found


def base(name: str) -> str:
    return slashed(name).rpartition("/")[2]


def slashed(name: str) -> str:
    return name.replace("\\", "/")
