"""Whoever looks after the machine, at the window: by card, by the held corner, and out of the program."""

from collections.abc import Iterator

import pytest
from colleagues import PIN, card_of
from halls import NOON, TestHall
from hands import Hands, draw
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from kiosk.domain.health import Check, found
from kiosk.storage.kept import Kept
from ui.shots import settle

HELD_MS = 3300
NAME = "kiosk-20261120-160000.backup"


class Keeper:
    """A caretaker who has looked already."""

    looking = False
    checks: tuple[Check, ...] = (found("printer", "paper"), found("fonts", "good", count=5))

    def __init__(self) -> None:
        self.wanted = ""

    def look(self) -> None: ...
    def note_damage(self) -> None: ...
    def mended(self) -> None: ...
    def mended_read(self) -> None: ...
    def rest(self) -> bool:
        return False

    def backups(self) -> tuple[Kept, ...]:
        return (Kept(NAME, NOON, 1_440_000),)

    def holds(self, name: str) -> int:
        return 12

    def want(self, name: str) -> bool:
        self.wanted = name
        return True

    def take_logs(self) -> str:
        return ""


@pytest.fixture
def hands(hall: TestHall) -> Iterator[Hands]:
    hall.visit.keeper = Keeper()
    made = Hands(hall)
    made.burst(card_of(hall, "technician"))
    made.bridge.enter(PIN)
    made.wait_for("Desk")
    yield made
    made.close()


def test_from_the_desk_to_a_backup_and_on(hands: Hands) -> None:
    closing: list[bool] = []
    hands.bridge.leaving.connect(closing.append)
    hands.touch("更多", "本机维护")
    assert "打印机缺纸" in hands.said and "加纸。等着的会自己接着打，一张不多，一张不少。" in hands.said
    hands.touch("日志到U盘")
    assert "没有找到U盘，或U盘满了。插上以后再点一次。" in hands.said
    hands.touch("备份恢复", "看这份 11月21日 12:00", "就用这份恢复")
    assert closing == [True] and hands.hall.visit.keeper.wanted == NAME


def test_out_of_the_program(hands: Hands) -> None:
    closing: list[bool] = []
    hands.bridge.leaving.connect(closing.append)
    hands.touch("更多", "本机维护", "退出程序")
    assert closing == [False]


def test_the_held_corner_is_a_door_and_a_short_touch_is_none(hands: Hands) -> None:
    hands.bridge.finish()
    hands.wait_for("Attract")
    corner = QPoint(20, 20)
    draw(hands.stage)
    QTest.mouseClick(hands.stage.window, Qt.MouseButton.LeftButton, pos=corner)
    settle()
    assert hands.page == "Attract"
    draw(hands.stage)
    QTest.mousePress(hands.stage.window, Qt.MouseButton.LeftButton, pos=corner)
    QTest.qWait(HELD_MS)
    QTest.mouseRelease(hands.stage.window, Qt.MouseButton.LeftButton, pos=corner)
    hands.wait_for("PinEntry")
    assert "请输入工号" in hands.said
