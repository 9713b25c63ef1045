"""Every journey through the accessibility tree alone: each page can be heard, and all on it can be pressed."""

from collections.abc import Iterator
from unicodedata import normalize

import pytest
from ears import PRESS, PRESSED_BY, heard, press
from halls import TestHall
from hands import Hands
from looking import pressables, texts
from people import PIN, librarian, with_pin
from PySide6.QtGui import QAccessible

from kiosk.domain.codes import PRACTICE_BOOK, PRACTICE_CARD

WAKE = "轻触屏幕，开始使用"


class Listener:
    """Hears each page whole before it presses anything, and after."""

    def __init__(self, hall: TestHall) -> None:
        self.hands = Hands(hall)
        self.page_is_heard()

    def press(self, *names: str) -> str:
        for name in names:
            press(self.hands, name)
            self.page_is_heard()
        return self.hands.page

    def scan(self, *codes: str) -> str:
        for code in codes:
            self.hands.scan(code)
            self.page_is_heard()
        return self.hands.page

    def page_is_heard(self) -> None:
        told, page = heard(self.hands), self.hands.page
        names = {plain(thing.name) for thing in told}
        for text in texts(self.hands.stage):
            assert text.picture or plain(text.text) in names, f"{text} on {page} cannot be heard"
        pressed = {thing.name: thing for thing in told if thing.role in PRESSED_BY}
        for seen in pressables(self.hands.stage):
            assert seen.pressable and seen.pressable in pressed, f"{seen.kind} {seen.pressable!r} on {page}"
            assert PRESS in pressed[seen.pressable].actions
            assert pressed[seen.pressable].enabled == seen.enabled, seen.pressable
        assert pressed


def plain(text: str) -> str:
    """What stands upright has a letter on each line, and punctuation of its own."""
    return normalize("NFKC", text.replace("\n", ""))


@pytest.fixture
def listener(hall: TestHall) -> Iterator[Listener]:
    QAccessible.setActive(True)
    made = Listener(hall)
    yield made
    made.hands.close()
    QAccessible.setActive(False)
    assert hall.store.differences() == {}


def lend(listener: Listener, *books: str) -> None:
    """Loans of an earlier visit, ten days old."""
    for code in ("zhang", *books):
        listener.hands.hall.scan(code)
    listener.hands.hall.tap("finish")
    listener.hands.hall.pass_days(10)
    listener.hands.pass_by(0)


def test_borrow_two_undo_one_receipt_finish(listener: Listener) -> None:
    assert listener.press(WAKE) == "Home"
    assert listener.scan("zhang", "hlm", "tg") == "Basket"
    listener.press("撤销 红楼梦")
    assert listener.hands.hall.facts == ["BorrowUndone"]
    assert listener.press("凭条") == "Receipt"
    assert listener.press("返回") == "Basket"
    assert listener.press("完成") == "Attract"


def test_return_without_a_card_and_undo(listener: Listener) -> None:
    lend(listener, "hlm")
    assert listener.scan("hlm") == "Returned"
    assert listener.press("撤销 红楼梦") == "Basket"
    assert listener.hands.hall.facts == ["ReturnUndone"]


def test_record_renew_one_and_all(listener: Listener) -> None:
    lend(listener, "hlm", "tg", "food")
    listener.scan("zhang")
    assert listener.press("我的在借") == "Record"
    listener.press("续借 机械制图手册")
    assert listener.hands.hall.facts == ["LoanRenewed"]
    listener.press("全部续借")
    assert listener.hands.hall.facts == ["LoanRenewed", "LoanRenewed"]
    assert listener.press("继续借书") == "Basket"


@pytest.mark.parametrize(("door", "page"), [("还书", "Returned"), ("续借", "Record"), ("先不办，返回", "Basket")])
def test_ones_own_book_each_way(listener: Listener, door: str, page: str) -> None:
    lend(listener, "hlm")
    assert listener.scan("zhang", "hlm") == "ReturnOrRenew"
    assert listener.press(door) == page


def test_what_cannot_be_pressed_is_not(listener: Listener) -> None:
    """A book borrowed today cannot be kept longer: its button is there, is said to be off, and does nothing."""
    listener.scan("zhang", "hlm")
    assert listener.press("我的在借", "不可续 红楼梦") == "Record"
    assert listener.hands.hall.facts == []


def test_a_refusal_and_back(listener: Listener) -> None:
    assert listener.scan("zhang", "no such code") == "Refusal"
    assert listener.press("返回") == "Basket"


def test_number_and_pin(listener: Listener) -> None:
    with_pin(listener.hands.hall)
    assert listener.press(WAKE, "没带卡") == "PinEntry"
    listener.press(*"9", "退格", *"9", "重输", *"100000", "确定", *PIN)
    press(listener.hands, "确定")
    listener.hands.wait_for("Basket")
    listener.page_is_heard()
    assert listener.press("结束使用") == "Attract"


def test_practice_and_help(listener: Listener) -> None:
    assert listener.press(WAKE, "帮助") == "Help"
    assert listener.press("跟我练") == "Practice"
    listener.scan(PRACTICE_CARD, PRACTICE_BOOK, PRACTICE_BOOK)
    assert listener.hands.bridge.fields["step"] == 3
    assert listener.press("再练一次", "结束练习") == "Attract"


def test_the_foot_bar(listener: Listener) -> None:
    listener.press(WAKE, "大字·语音")
    assert listener.hands.bridge.care
    listener.press("标准字号", "黑底白字")
    assert listener.hands.bridge.choices.night and not listener.hands.bridge.care
    listener.press("中 / EN")
    assert listener.hands.bridge.language == "en"
    listener.press("EN / 中", "找工作人员")
    assert listener.hands.bridge.aside.key
    assert listener.press("请到服务台") == "Home"
    assert not listener.hands.bridge.aside.key


def test_in_large_print(listener: Listener) -> None:
    assert listener.press(WAKE, "大字·语音", "帮助", "看下一条", "返回") == "Home"
    assert listener.scan("zhang", "hlm", "tg") == "Basket"
    assert listener.press("看前一本", "不借这本") == "Basket"
    assert listener.hands.hall.facts == ["BorrowUndone"]
    assert listener.press("借完了") == "Attract"


def test_the_warning_and_staying(listener: Listener) -> None:
    listener.scan("zhang")
    listener.hands.pass_by(61)
    listener.page_is_heard()
    assert listener.hands.page == "IdleWarning"
    assert listener.press("继续使用") == "Basket"


def test_staff(listener: Listener) -> None:
    assert listener.scan(librarian(listener.hands.hall)) == "PinEntry"
    listener.press(*PIN)
    press(listener.hands, "确定")
    listener.hands.wait_for("Desk")
    assert listener.press("结束使用") == "Attract"
