"""The kiosk's signs of life, as whoever started it hears them; and the page of one that fell again and again."""

import socket
import time
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest

from kiosk.devices.clock import SystemClock
from kiosk.devices.settings import Hours, Settings
from kiosk.devices.watchdog import PINGS_IN_TIME, Watchdog, watchdog
from kiosk.domain.moment import Moment
from kiosk.storage.lock import FolderInUse
from kiosk.upkeep.starts import FALLS_MAX, FELL, WITHIN_MS, Starts
from kiosk.visit.resting import Resting
from kiosk.visit.screens import Attract, Fault, Home
from kiosk.words import read
from ui.app import Stage
from ui.bridge import Bridge
from ui.rest import TRY_AGAIN, rest
from ui.samples import GUEST, Standing
from ui.shots import settle

EVERY_MS = 60
Heard = tuple[socket.socket, Watchdog]


@pytest.fixture
def heard(tmp_path: Path) -> Iterator[Heard]:
    """Whoever started the kiosk."""
    address = str(tmp_path / "notify")
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as ear:
        ear.bind(address)
        ear.setblocking(False)
        told = {"NOTIFY_SOCKET": address, "WATCHDOG_USEC": str(PINGS_IN_TIME * EVERY_MS * 1000)}
        found = watchdog(told)
        assert found
        yield ear, found


def words_of(ear: socket.socket) -> list[str]:
    found = []
    while True:
        try:
            found.append(ear.recv(64).decode())
        except BlockingIOError:
            return found


def stage_of(dog: Watchdog, alive: list[bool]) -> Stage:
    stage = Stage(Bridge(Standing(Attract(), GUEST), read), size=(540, 960), still=True)
    stage.beat(dog, lambda: alive[0])
    stage.window.show()
    settle()
    return stage


def test_it_is_ready_with_the_first_picture_and_lives_while_everything_does(heard: Heard) -> None:
    ear, dog = heard
    alive = [True]
    stage = stage_of(dog, alive)
    QTest.qWait(EVERY_MS * 6)
    assert words_of(ear)[:2] == ["READY=1", "WATCHDOG=1"]
    alive[0] = False
    QTest.qWait(EVERY_MS * 2)
    words_of(ear)
    QTest.qWait(EVERY_MS * 6)
    assert words_of(ear) == [], "the database does not answer"
    alive[0] = True
    QTest.qWait(EVERY_MS * 6)
    assert "WATCHDOG=1" in words_of(ear)
    stage.close()
    assert words_of(ear)[-1] == "STOPPING=1"


def test_a_window_that_hangs_or_draws_nothing_says_nothing(heard: Heard) -> None:
    ear, dog = heard
    stage = stage_of(dog, [True])
    QTest.qWait(EVERY_MS * 4)
    words_of(ear)
    time.sleep(EVERY_MS * PINGS_IN_TIME * 3 / 1000)
    assert words_of(ear) == [], "its thread hangs"
    QTest.qWait(EVERY_MS * 4)
    assert "WATCHDOG=1" in words_of(ear)
    stage.window.hide()
    QTest.qWait(EVERY_MS * 2)
    words_of(ear)
    QTest.qWait(EVERY_MS * 6)
    assert words_of(ear) == [], "it draws nothing"
    stage.close()


def test_a_kiosk_started_by_hand_has_no_watchdog() -> None:
    assert watchdog({}) is None
    assert watchdog({"NOTIFY_SOCKET": "vsock:2:1", "WATCHDOG_USEC": "1"}) is None
    Watchdog("/nowhere/at/all", 1).alive()


def fallen(folder: Path, at: Moment) -> None:
    with pytest.raises(ValueError, match="fell"), Starts(folder, at):
        raise ValueError("fell")


def test_three_falls_in_five_minutes_of_one_boot(tmp_path: Path) -> None:
    now = SystemClock().now().at
    for n in range(FALLS_MAX):
        assert not Starts(tmp_path, Moment(now, "a", n)).falling()
        fallen(tmp_path, Moment(now, "a", n))
    assert Starts(tmp_path, Moment(now, "a", 9)).falling()
    assert not Starts(tmp_path, Moment(now, "b", 9)).falling(), "a power cut is no fall"
    assert not Starts(tmp_path, Moment(now, "a", WITHIN_MS)).falling(), "it has stood for a while"
    with Starts(tmp_path, Moment(now, "a", 10)):
        pass
    assert not Starts(tmp_path, Moment(now, "a", 11)).falling(), "it ended in order"
    with pytest.raises(FolderInUse), Starts(tmp_path, Moment(now, "a", 12)) as starts:
        raise FolderInUse(tmp_path, "restore")
    assert not starts.file.exists(), "somebody works on the folder"


def test_what_fell_again_and_again_writes_nothing_and_tries_again_when_asked() -> None:
    tries: list[int] = []
    visit = Resting(FELL, SystemClock(), lambda: tries.append(1))
    assert {visit.scan("2000100000012"), visit.tap("wake", {}), visit.tick(), visit.poll()} == {Fault(FELL, "")}
    assert visit.frame().hall == "" and tries == []
    visit.tap("back", {})
    assert tries == [1]


def test_its_page_stands_and_then_it_is_tried_again(app: QGuiApplication) -> None:
    shown: list[bool] = []
    QTimer.singleShot(150, lambda: shown.append(any(w.isVisible() for w in app.allWindows())))
    assert rest(FELL, read, window=(540, 960), seconds=0.8) == TRY_AGAIN
    assert shown == [True]


def test_outside_opening_hours_an_unused_screen_is_black_and_a_touch_lights_it() -> None:
    now = datetime.now().astimezone()
    closed = Hours((now + timedelta(hours=2)).time(), (now + timedelta(hours=3)).time())
    visit = Standing(Attract(), GUEST)
    stage = Stage(Bridge(visit, read, Settings(hours=closed)), size=(540, 960), still=True)
    stage.window.show()
    settle()
    night = stage.window.findChild(QQuickItem, "night")
    assert isinstance(night, QQuickItem) and night.isVisible()
    visit.screen = Home()
    stage.bridge.tick()
    assert not night.isVisible()
    stage.close()
