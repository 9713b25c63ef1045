"""A windowed kiosk: texts, pictures and files of pictures are scanned when they are pasted or dropped."""

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication, QImage, QWindow
from PySide6.QtTest import QTest
from waiting import until

from kiosk.documents.qr import picture
from ui.pasted import Pasted

TEXT = "2000100000012"


class Desk:
    def __init__(self) -> None:
        self.window, self.scans = QWindow(), []
        self.pasted = Pasted(self.window, self.scans.append)

    def paste(self, what: QMimeData) -> None:
        QGuiApplication.clipboard().setMimeData(what)
        QTest.keyClick(self.window, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)

    def drop(self, what: QMimeData) -> bool:
        event = QDropEvent(
            QPointF(1, 1), Qt.DropAction.CopyAction, what, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        )
        return QCoreApplication.sendEvent(self.window, event)


@pytest.fixture
def desk() -> Iterator[Desk]:
    made = Desk()
    yield made
    made.window.removeEventFilter(made.pasted)
    made.pasted.close()
    QGuiApplication.clipboard().clear()  # what it holds must not outlive the application
    made.window.destroy()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    picture(TEXT, tmp_path / "code.png")
    return tmp_path / "code.png"


def with_file(file: Path) -> QMimeData:
    what = QMimeData()
    what.setUrls([QUrl.fromLocalFile(str(file))])
    return what


def with_text(text: str) -> QMimeData:
    what = QMimeData()
    what.setText(text)
    return what


def test_a_text(desk: Desk) -> None:
    desk.paste(with_text(TEXT + "\n"))
    assert desk.scans == [TEXT]


def test_a_picture(desk: Desk, file: Path) -> None:
    what = QMimeData()
    what.setImageData(QImage(str(file)))
    desk.paste(what)
    until(lambda: desk.scans == [TEXT])


def test_the_file_of_a_picture_pasted_or_dropped(desk: Desk, file: Path) -> None:
    desk.paste(with_file(file))
    until(lambda: desk.scans == [TEXT])
    assert desk.drop(with_file(file))
    until(lambda: desk.scans == [TEXT, TEXT])


def test_nothing_found_is_only_a_line_of_the_log(desk: Desk, tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO)
    (tmp_path / "no.png").write_text("no picture")
    desk.paste(with_file(tmp_path / "no.png"))
    until(lambda: "no code" in caplog.text)
    desk.paste(QMimeData())
    assert "nothing to scan" in caplog.text
    assert desk.scans == []


def test_plain_keys_are_left_alone(desk: Desk) -> None:
    QGuiApplication.clipboard().setMimeData(with_text(TEXT))
    QTest.keyClick(desk.window, Qt.Key.Key_V)
    assert desk.scans == []
