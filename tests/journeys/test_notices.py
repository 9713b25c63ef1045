"""Notices for passers-by: from their first day to their last, in turn, and only while nobody is there."""

from datetime import timedelta

from halls import TODAY, TestHall

from kiosk.domain.facts import NoticePosted, NoticeWithdrawn
from kiosk.domain.halls import Notice
from kiosk.domain.policy import NOTICE_TURN_S
from kiosk.visit.screens import Attract, Basket, HallNotice


def hang(hall: TestHall, title: str, *, first: int = 0, last: int = 3) -> None:
    days = TODAY + timedelta(days=first), TODAY + timedelta(days=last)
    hall.tell(NoticePosted(Notice(title, 1, title, "正文", *days)))


def titles(hall: TestHall, turns: int) -> list[str]:
    seen = []
    for _ in range(turns):
        screen = hall.tick(NOTICE_TURN_S)
        assert isinstance(screen, Attract)
        seen.append(screen.notice.title if screen.notice else "")
    return seen


def test_each_has_its_turn_and_the_window_too(hall: TestHall) -> None:
    hang(hall, "甲", first=-1)
    hang(hall, "乙")
    assert titles(hall, 6) == ["乙", "甲", "", "乙", "甲", ""]


def test_only_what_hangs_today_is_told(hall: TestHall) -> None:
    hang(hall, "明天", first=1)
    hang(hall, "昨天", first=-3, last=-1)
    hang(hall, "取下")
    hall.tell(NoticeWithdrawn("取下"))
    hall.tell(NoticeWithdrawn("从没挂过"))
    assert titles(hall, 3) == ["", "", ""]
    assert hall.store.differences() == {}


def test_a_card_ends_the_notices(hall: TestHall) -> None:
    hang(hall, "甲")
    hall.tick(NOTICE_TURN_S)
    assert isinstance(hall.scan("zhang"), Basket)
    hall.tap("finish")
    assert hall.visit.screen == Attract() and hall.tick(1) == Attract()
    assert hall.tick(NOTICE_TURN_S) == Attract(HallNotice("甲", "正文"))
