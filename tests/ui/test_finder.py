"""A title is typed for at the window: by touch, by keyboard, in characters; what is typed is remembered by nobody."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from halls import TestHall
from hands import Hands
from PySide6.QtTest import QTest

from kiosk.domain.books import Copy, Title
from kiosk.domain.codes import copy_number
from kiosk.domain.facts import CopyAdded, TitleAdded
from kiosk.upkeep.readings import read

TITLES = ("红楼梦", "红楼梦魇", "寒假读本", "机械原理", "1984")


@pytest.fixture
def hands(hall: TestHall) -> Iterator[Hands]:
    for n, name in enumerate(TITLES, 50):
        hall.tell(
            TitleAdded(read(Title(n, name, "某人 著", "I24"))), CopyAdded(Copy(copy_number(1, n), n, 1, 1, "一架"))
        )
    hall.gather()
    made = Hands(hall)
    made.bridge.wake()
    made.bridge.finder.open("letters")
    yield made
    made.close()


def typed(hands: Hands) -> str:
    return str(hands.bridge.fields["typed"])


def test_letters_are_touched_and_those_that_lead_nowhere_cannot_be(hands: Hands) -> None:
    for letter in "HLM":
        hands.touch(letter)
    assert typed(hands) == "hlm" and {"红楼梦", "红楼梦魇"} <= hands.said
    assert not hands.named("Q").enabled and hands.named("Y").enabled
    hands.touch("Q")
    assert typed(hands) == "hlm"
    hands.touch("退格")
    hands.touch("重输")
    assert typed(hands) == ""


def test_letters_are_typed_and_tab_goes_on(hands: Hands) -> None:
    hands.type("h")
    hands.type("l")
    hands.type("\b")
    assert typed(hands) == "h"
    hands.type("\x1b")
    assert typed(hands) == ""
    hands.press("汉字")
    assert hands.bridge.fields["way"] == "words"


def test_a_book_scanned_while_somebody_types_is_a_scan(hands: Hands) -> None:
    hands.type("h")
    hands.scan("hlm")
    assert hands.page == "Basket"


def choose(hands: Hands, word: str) -> None:
    QTest.qWait(30)
    hands.touch(word)


def test_characters_by_pinyin(hands: Hands) -> None:
    hands.bridge.finder.open("words")
    for letter in "HONGLOU":
        hands.touch(letter)
    assert typed(hands) == "honglou" and "红楼梦" in hands.said
    choose(hands, "红楼")
    assert typed(hands) == "红楼"
    for letter in "MENG":
        hands.touch(letter)
    hands.touch("退格")
    assert typed(hands) == "红楼men"
    hands.touch("重输")
    assert typed(hands) == ""


def test_digits_and_the_keyboard_in_characters(hands: Hands) -> None:
    hands.bridge.finder.open("words")
    hands.touch("123")
    for digit in "1984":
        hands.touch(digit)
    assert typed(hands) == "1984" and "1984" in hands.said
    hands.touch("重输")
    hands.touch("ABC")
    hands.type("j")
    hands.type("x")
    assert typed(hands) == "jx"


def test_what_was_typed_is_not_learned(hands: Hands) -> None:
    """A choice far down the list does not come up for the next person."""

    def offered() -> list[str]:
        hands.bridge.finder.open("words")
        for letter in "HANJIA":
            hands.touch(letter)
        QTest.qWait(30)
        words = [name for name in hands.said if name and all("\u4e00" <= c <= "\u9fff" for c in name)]
        return sorted(words)

    first = offered()
    for _ in range(3):
        choose(hands, "含")
        choose(hands, "家")
        hands.bridge.finish()
        hands.bridge.wake()
        assert offered() == first
    kept = Path(os.environ["XDG_CONFIG_HOME"]) / "qtvirtualkeyboard"
    assert not [file for file in kept.rglob("*") if file.is_file()]


def test_to_the_shelf_in_two_touches(hands: Hands) -> None:
    hands.type("h")
    hands.type("l")
    hands.touch("详情、预约")
    assert hands.page == "TitleDetail" and "某人 著" in hands.said
    hands.touch("带我去找")
    assert hands.page == "ShelfSlip" and "一架" in hands.said
    hands.touch("回去接着找")
    assert hands.page == "Finder" and typed(hands) == "hl"
