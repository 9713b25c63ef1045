"""What the pages of classes lead to: a seat in two touches, a day that has something, dates in a phone."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from classrooms import Classroom
from halls import TODAY, TestHall
from hands import Hands
from PIL import Image
from zxingcpp import read_barcodes

from ui.samples.classes import CALENDAR
from ui.shots import Shot, grab, stage_for


@pytest.fixture
def room(hall: TestHall) -> Classroom:
    return Classroom(hall)


@pytest.fixture
def hands(hall: TestHall, room: Classroom) -> Iterator[Hands]:
    room.course("photo", evenings=2)
    room.course("yoga", minute=18 * 60, kind="exercise")
    hall.scan("zhang")
    made = Hands(hall)
    made.bridge.lessons.programme("", "", False)
    yield made
    made.close()
    assert hall.store.differences() == {}


@pytest.mark.parametrize("line", ["19:00 photo", "19:00 11月28日 周六 photo"], ids=["today", "a week later"])
def test_two_touches_to_a_seat(hands: Hands, line: str) -> None:
    hands.touch(line)
    assert hands.page == "CourseDetail" and {"余 3 席", "共 3 席"} <= hands.said
    hands.touch("报名")
    assert hands.page == "Enrolled" and {"报好了", "photo"} <= hands.said
    assert hands.hall.facts == ["SeatConfirmed"]


def test_a_day_without_anything_offers_the_next_that_has_something(hands: Hands) -> None:
    hands.touch("11月24日 星期二")
    assert "11月24日 星期二没有安排" in hands.said
    hands.touch("看看11月28日 星期六")
    assert "11月28日 星期六，共 1 场" in hands.said and "photo" in hands.said


def test_a_kind_and_the_evening_are_chosen_together(hands: Hands) -> None:
    hands.touch("每周一练")
    assert "yoga" in hands.said and "photo" not in hands.said
    hands.touch("下班以后")
    assert "yoga" in hands.said and hands.bridge.fields["afterWork"] is True
    hands.touch("所有种类")
    assert {"yoga", "photo"} <= hands.said and hands.bridge.fields["afterWork"] is True


def test_what_is_on_now_is_said_once(hands: Hands, room: Classroom) -> None:
    room.at("18:30")
    hands.hall.scan("zhang")
    hands.bridge.lessons.programme("", "", False)
    hands.pass_by(0)
    assert "正在进行" in hands.said and "余 3 席" in hands.said


def test_large_print_shows_one_at_a_time(hands: Hands) -> None:
    hands.bridge.toggleCare()
    hands.pass_by(0)
    assert {"第 1 场，共 3 场", "yoga"} <= hands.said and "photo" not in hands.said
    hands.touch("下一场")
    assert {"第 2 场，共 3 场", "photo"} <= hands.said
    hands.touch("看这一场")
    assert hands.page == "CourseDetail"


def test_the_door_leads_on_or_ends(hands: Hands, room: Classroom) -> None:
    room.seat("photo", 1000)
    room.at("18:52")
    hands.scan("zhang")
    assert hands.page == "CheckedIn"
    assert {"18:52 到 · 早 8 分钟", "一共 2 次，您来了 1 次。", "下一位可以直接扫码。"} <= hands.said
    hands.touch("借书、看记录")
    assert hands.page == "Basket"


def test_who_has_missed_an_evening_sees_it(hands: Hands, room: Classroom) -> None:
    room.seat("photo", 1000)
    room.at("18:52", TODAY + timedelta(days=7))
    hands.scan("zhang")
    assert "一共 2 次，您来了 1 次。这是最后一次。" in hands.said
    hands.touch("知道了")
    assert hands.page == "Attract"


@pytest.mark.parametrize("sample", ["enrolled", "enrolled-clash"])
@pytest.mark.parametrize("night", [False, True], ids=["paper", "night"])
@pytest.mark.parametrize("wide", [False, True], ids=["portrait", "landscape"])
def test_a_phone_reads_the_dates(sample: str, wide: bool, night: bool, tmp_path: Path) -> None:
    stage = stage_for(Shot(sample, wide=wide, night=night))
    try:
        image = Image.open(grab(stage, tmp_path / "code.png"))
        assert [code.text.splitlines() for code in read_barcodes(image)] == [CALENDAR.splitlines()]
    finally:
        stage.close()
