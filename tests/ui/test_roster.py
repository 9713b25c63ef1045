"""A roster at the window: one seat is put right in two touches, all missing exits in one."""

from collections.abc import Iterator

import pytest
from classrooms import Classroom
from colleagues import PIN, card_of
from halls import TestHall
from hands import Hands


@pytest.fixture
def hands(hall: TestHall) -> Iterator[Hands]:
    room = Classroom(hall)
    room.course("photo", title="摄影夜校", seats=5)
    room.seat("photo", 1000, 1001)
    room.at("18:55")
    hall.scan("zhang")
    hall.tap("finish")
    made = Hands(hall)
    yield made
    made.close()


def open_roster(hands: Hands) -> None:
    hands.burst(card_of(hands.hall, "organiser"))
    hands.bridge.enter(PIN)
    hands.wait_for("Desk")
    hands.touch("课程", "名单")
    assert hands.page == "Roster"


def test_one_seat_in_two_touches(hands: Hands) -> None:
    open_roster(hands)
    assert {"张*三", "李*", "摄影夜校"} <= hands.said
    hands.touch("李* 未到")
    hands.touch("请过假")
    assert hands.named("李* 请假").enabled and hands.hall.facts == ["AttendanceCorrected"]


def test_missing_exits_in_one_touch(hands: Hands) -> None:
    hands.hall.pass_by(4 * 3600)
    hands.hall.tick(61)
    open_roster(hands)
    hands.touch("1人没扫离场")
    assert hands.hall.facts == ["AttendanceCorrected"]
    assert "待确认" not in hands.said


def test_a_name_stands_whole_only_for_a_moment(hands: Hands) -> None:
    open_roster(hands)
    hands.press("李* 未到")
    hands.press("显示姓名")
    assert "李四" in hands.said
    hands.press("返回")
    assert "李四" not in hands.said and "李*" in hands.said
