"""The window under fingers, keys and a scanner: what is pressed at its release, what wakes, what keeps its place."""

from collections.abc import Iterator
from typing import Any

import pytest
from hands import draw, named, standing
from looking import pressables, texts
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtQuick import QQuickWindow
from PySide6.QtTest import QTest

from kiosk.devices.settings import Machine, Settings
from kiosk.visit.screens import Attract, Home, IdleWarning, Screen
from kiosk.words import read
from ui.app import Stage, run
from ui.bridge import Bridge
from ui.samples import GUEST, SAMPLES, Standing
from ui.shots import PORTRAIT, settle

LEFT = Qt.MouseButton.LeftButton
WOKEN: dict[str, Screen] = {"wake": Home(), "stay": Home()}


class Told(Standing):
    """A visit that notes what it was told, and wakes."""

    def __init__(self, screen: Screen, frame: Any = GUEST) -> None:
        super().__init__(screen, frame)
        self.told: list[str] = []

    def scan(self, text: str) -> Screen:
        self.told.append(text)
        return self.screen

    def tap(self, action: str, arguments: dict[str, Any]) -> Screen:
        self.told.append(action)
        if isinstance(self.screen, Attract | IdleWarning):
            self.screen = WOKEN.get(action, self.screen)
        return self.screen


class Leaver(Told):
    """Whoever is done leaves the waiting picture."""

    def tap(self, action: str, arguments: dict[str, Any]) -> Screen:
        self.screen = Attract() if action == "finish" else self.screen
        return super().tap(action, arguments)


def opened(visit: Told) -> Stage:
    stage = Stage(Bridge(visit, read), size=PORTRAIT, still=True)
    stage.window.show()
    stage.window.requestActivate()
    settle()
    return stage


@pytest.fixture
def basket() -> Iterator[tuple[Stage, Told]]:
    visit = Told(*SAMPLES["basket-full"])
    stage = opened(visit)
    yield stage, visit
    stage.close()


def strike(stage: Stage, *keys: tuple[Qt.Key, str]) -> None:
    for key, text in keys:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QCoreApplication.sendEvent(stage.window, QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, text))
    settle()


def test_a_press_counts_when_the_finger_is_lifted(basket: tuple[Stage, Told]) -> None:
    stage, visit = basket
    place = standing(stage, "完成")
    QTest.mousePress(stage.window, LEFT, pos=place)
    assert visit.told == []
    QTest.mouseRelease(stage.window, LEFT, pos=place)
    assert visit.told == ["finish"]


def test_a_finger_that_slides_off_presses_nothing(basket: tuple[Stage, Told]) -> None:
    stage, visit = basket
    QTest.mousePress(stage.window, LEFT, pos=standing(stage, "完成"))
    QTest.mouseMove(stage.window, QPoint(500, 900))
    QTest.mouseRelease(stage.window, LEFT, pos=QPoint(500, 900))
    assert visit.told == []


@pytest.mark.parametrize("screen", [Attract(), IdleWarning(15)], ids=lambda screen: type(screen).__name__)
def test_the_touch_that_wakes_presses_nothing_else(screen: Screen) -> None:
    visit = Told(screen)
    stage = opened(visit)
    stage.listen()
    draw(stage)
    QTest.mouseClick(stage.window, LEFT, pos=QPoint(150, 1850))  # where the foot bar comes up
    settle()
    assert set(visit.told) == {"wake" if isinstance(screen, Attract) else "stay"}
    assert stage.bridge.page == "Home"
    assert not stage.bridge.care
    stage.close()


def test_enter_and_space_press_what_has_the_frame(basket: tuple[Stage, Told]) -> None:
    stage, visit = basket
    for _ in range(20):
        strike(stage, (Qt.Key.Key_Tab, "\t"))
        if named(stage, "我的在借").focused:
            break
    strike(stage, (Qt.Key.Key_Return, "\r"), (Qt.Key.Key_Space, " "))
    assert visit.told == ["record", "record"]


def test_a_list_keeps_its_place_and_the_keyboards_when_it_is_told_anew() -> None:
    visit = Told(*SAMPLES["record-many"])
    stage = opened(visit)
    last = "续借 Python 编程从入门到实践"
    for _ in range(40):
        strike(stage, (Qt.Key.Key_Tab, "\t"))
        if any(item.pressable == last and item.focused for item in pressables(stage)):
            break
    before = named(stage, last).box
    stage.bridge.switchLanguage()
    stage.bridge.switchLanguage()
    settle()
    assert named(stage, last).focused
    assert named(stage, last).box == before
    stage.close()


def test_a_scanner_types_into_the_window(basket: tuple[Stage, Told]) -> None:
    stage, visit = basket
    stage.listen()
    strike(stage, *((Qt.Key(ord(digit)), digit) for digit in "2000100000012"), (Qt.Key.Key_Return, "\r"))
    assert visit.told == ["2000100000012"]


def test_a_smaller_window_shows_the_same_page_smaller() -> None:
    stage = Stage(Bridge(Standing(*SAMPLES["basket"]), read), size=(540, 960), still=True)
    stage.window.show()
    settle()
    assert all(text.box[0] + text.box[2] <= 541 for text in texts(stage) if not text.picture)
    assert named(stage, "完成").box[3] == pytest.approx(70)
    stage.close()


@pytest.mark.parametrize(
    ("turned", "where"),
    [
        (90, lambda x, y: QPoint(PORTRAIT[1] - y, x)),
        (180, lambda x, y: QPoint(PORTRAIT[0] - x, PORTRAIT[1] - y)),
        (270, lambda x, y: QPoint(y, PORTRAIT[0] - x)),
    ],
)
def test_on_a_turned_screen_the_picture_stands_upright_and_is_pressed_where_it_is_seen(
    basket: tuple[Stage, Told], turned: Any, where: Any
) -> None:
    upright, visit = standing(basket[0], "完成"), Told(*SAMPLES["basket-full"])
    settings = Settings(machine=Machine(turned=turned))
    stage = Stage(Bridge(visit, read, settings), size=PORTRAIT[::-1] if turned % 180 else PORTRAIT, still=True)
    stage.window.show()
    settle()
    QTest.mouseClick(stage.window, LEFT, pos=where(upright.x(), upright.y()))
    assert visit.told == ["finish"]
    stage.close()


def test_it_waits_in_the_language_of_its_settings() -> None:
    bridge = Bridge(Leaver(Home()), read, Settings(machine=Machine(language="en")))
    bridge.switchLanguage()
    assert bridge.language == "zh_CN"
    bridge.finish()
    assert bridge.language == "en"


def test_the_kiosk_runs_with_its_motion_and_ends_when_it_is_closed(app: QGuiApplication) -> None:
    visit = Told(Attract())

    def touch() -> None:
        window = next(w for w in app.allWindows() if isinstance(w, QQuickWindow))
        QTest.mouseClick(window, LEFT, pos=QPoint(200, 200))
        QTimer.singleShot(600, app.quit)

    QTimer.singleShot(300, touch)
    assert run(visit, read, window=(540, 960)) == 0
    assert visit.told[0] == "wake"
