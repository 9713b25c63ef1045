"""Waiting lists and pauses at the window: one touch for who, one for why."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from classrooms import Classroom
from colleagues import PIN, card_of
from halls import TODAY, TestHall
from hands import Hands

from kiosk.domain.facts import EnrolmentPaused, SeatRequested


@pytest.fixture
def hands(hall: TestHall) -> Iterator[Hands]:
    room = Classroom(hall)
    course = room.course("photo", title="摄影夜校", seats=1)
    room.seat("photo", 1000)
    hall.tell(SeatRequested(course, 1001, waiting=True), EnrolmentPaused(1002, TODAY + timedelta(days=9), 3))
    made = Hands(hall)
    made.burst(card_of(hall, "organiser"))
    made.bridge.enter(PIN)
    made.wait_for("Desk")
    yield made
    made.close()


def test_a_chair_more(hands: Hands) -> None:
    hands.touch("课程", "候补和停约", "加座 李*")
    assert "给这位加一个座位，为什么？" in hands.said
    hands.touch("确有困难")
    assert hands.hall.facts == ["CourseSet", "SeatPromoted", "AnswerGiven"] and "留了座，还没告诉" in hands.said


def test_a_pause_is_lifted_or_left(hands: Hands) -> None:
    hands.press("课程")
    hands.press("候补和停约")
    hands.press("暂停（1）")
    hands.press("解除 欧阳*")
    hands.press("返回")
    assert not hands.hall.facts and "到11月30日" in hands.said
    hands.touch("解除 欧阳*", "生病或家里有事")
    assert hands.hall.facts == ["EnrolmentPauseLifted"] and "现在没有人被暂停。" in hands.said
