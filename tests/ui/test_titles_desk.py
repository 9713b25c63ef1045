"""Titles at the window, by keyboard and scanner alone: found, a line of the card written, a copy moved, withdrawn."""

from collections.abc import Iterator

import pytest
from colleagues import PIN, card_of
from halls import BOOKS, TestHall, copy
from hands import Hands
from PySide6.QtCore import Qt
from waiting import until

from kiosk.domain.books import Title
from kiosk.domain.facts import TitleAdded
from kiosk.storage import queries

ISBN = "9787020002207"


@pytest.fixture
def hands(hall: TestHall) -> Iterator[Hands]:
    hall.tell(TitleAdded(Title(1, *BOOKS["hlm"], reading="hong lou meng")))
    hall.gather()
    made = Hands(hall)
    made.burst(card_of(hall, "librarian"))
    made.bridge.enter(PIN)
    made.wait_for("Desk")
    made.strike(Qt.Key.Key_F4)
    made.type("1")
    made.wait_for("Titles")
    yield made
    made.close()


def test_a_card_is_written_by_keys_and_by_the_scanner(hands: Hands) -> None:
    hands.type("hlm")
    assert hands.bridge.fields["typed"] == "hlm"
    hands.type("\r")
    assert hands.page == "TitleDesk" and "红楼梦" in hands.said
    hands.press("分类号 I242.4")
    hands.type("/3")
    hands.type("\r")
    assert hands.hall.facts == ["TitleAdded"] and "I242.4/3" in hands.said and "改过" in hands.said
    hands.press("ISBN ")
    hands.scan(ISBN)
    assert ISBN in hands.said and hands.hall.facts == []
    hands.type("\r")
    title = queries.title(hands.hall.db, 1)
    assert title and (title.class_mark, title.isbn) == ("I242.4/3", ISBN)
    hands.press("书名 红楼梦")
    hands.type("meng ")
    until(lambda: len(hands.said & {"红楼梦梦"}) == 1)
    hands.type("\x1b")
    assert hands.bridge.fields["writing"] is None and hands.hall.facts == []
    hands.press("撤销")
    assert hands.hall.facts == ["TitleAdded"] and queries.title(hands.hall.db, 1).isbn is None  # type: ignore[union-attr]


def test_a_copy_is_damaged_mended_and_withdrawn_with_a_reason(hands: Hands) -> None:
    hands.scan("tg")
    assert hands.page == "TitleDesk" and hands.bridge.fields["chosen"] == copy("tg")
    hands.type("2\r")
    assert hands.hall.facts == ["CopyDamaged"]
    hands.press("撤销")
    assert hands.hall.facts == ["CopyMended"]
    hands.press("剔旧")
    hands.type("\r")
    assert hands.hall.facts == [] and any("不能撤销" in said for said in hands.said)
    hands.type("1\r")
    assert hands.hall.facts == ["CopyWithdrawn"] and "已剔旧" in hands.said
    hands.type("+")
    assert hands.hall.facts == ["CopyAdded"] and hands.bridge.fields["count"] == 2
    hands.type("\x1b")
    assert hands.page == "Titles"
