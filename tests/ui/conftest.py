"""A window offscreen, drawn in software; any message of Qt fails the test."""

import gc
import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["QT_QUICK_BACKEND"] = "software"
os.environ["XDG_CONFIG_HOME"] = tempfile.mkdtemp(prefix="kiosk-config-")  # not that of whoever runs the tests

sys.path.insert(0, str(Path(__file__).parent))

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtQml import QQmlApplicationEngine
from shiboken6 import delete

from ui.app import application, load_later_fonts, new_engine
from ui.messages import log_qt_messages


@pytest.fixture(scope="session")
def app() -> Iterator[QGuiApplication]:
    made = application()
    load_later_fonts()
    yield made
    made.quit()


@pytest.fixture(scope="session")
def engine(app: QGuiApplication) -> Iterator[QQmlApplicationEngine]:
    """For many windows one after the other: each is made anew, what was compiled for one serves all."""
    made = new_engine()
    yield made
    delete(made)


@pytest.fixture(autouse=True)
def garbage() -> Iterator[None]:
    """As in the product: no thread of a later test takes away what an earlier window has left."""
    gc.disable()
    yield
    gc.collect(1)


@pytest.fixture(autouse=True)
def qt_messages(app: QGuiApplication) -> Iterator[list[str]]:
    heard: list[str] = []
    log_qt_messages(heard.append)
    yield heard
    log_qt_messages()
    assert heard == []
