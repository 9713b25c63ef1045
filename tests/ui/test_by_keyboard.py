"""Every journey by keyboard alone: Tab brings the frame, Enter or Space presses, the scanner types."""

from collections.abc import Iterator

import pytest
from halls import TestHall
from hands import Hands
from people import PIN, librarian, with_pin

from kiosk.domain.codes import PRACTICE_BOOK, PRACTICE_CARD

SPACE = " "


@pytest.fixture
def hands(hall: TestHall) -> Iterator[Hands]:
    made = Hands(hall)
    yield made
    made.close()
    assert hall.store.differences() == {}


def lend(hands: Hands, *books: str) -> None:
    """Loans of an earlier visit, ten days old."""
    hands.hall.scan("zhang")
    for book in books:
        hands.hall.scan(book)
    hands.hall.tap("finish")
    hands.hall.pass_days(10)
    hands.pass_by(0)


@pytest.mark.parametrize("key", ["\r", SPACE], ids=["enter", "space"])
def test_a_key_wakes(hands: Hands, key: str) -> None:
    hands.press("轻触屏幕，开始使用", key)
    assert hands.page == "Home"


def test_borrow_two_undo_one_receipt_finish(hands: Hands) -> None:
    hands.press("轻触屏幕，开始使用")
    hands.scan("zhang")
    hands.scan("hlm")
    hands.scan("tg")
    assert hands.page == "Basket" and {"红楼梦", "机械制图手册"} <= hands.said
    hands.press("撤销 红楼梦", SPACE)
    assert hands.hall.facts == ["BorrowUndone"] and "红楼梦" not in hands.said
    hands.press("凭条")
    assert hands.page == "Receipt"
    hands.press("返回")
    assert hands.page == "Basket"
    hands.press("完成")
    assert hands.page == "Attract"


def test_return_without_a_card_and_undo(hands: Hands) -> None:
    lend(hands, "hlm")
    hands.scan("hlm")
    assert hands.page == "Returned" and hands.hall.facts == ["BookReturned"]
    hands.press("撤销 红楼梦")
    assert hands.hall.facts == ["ReturnUndone"]
    assert hands.page == "Basket" and "红楼梦" not in hands.said


def test_record_renew_one_and_all(hands: Hands) -> None:
    lend(hands, "hlm", "tg", "food")
    hands.scan("zhang")
    hands.press("我的在借")
    assert hands.page == "Record"
    hands.press("续借 机械制图手册", SPACE)
    assert hands.hall.facts == ["LoanRenewed"] and "刚刚续借" in hands.said
    hands.press("全部续借")
    assert hands.hall.facts == ["LoanRenewed", "LoanRenewed"]
    hands.press("继续借书")
    assert hands.page == "Basket"


@pytest.mark.parametrize(
    ("door", "page", "fact"), [("还书", "Returned", "BookReturned"), ("续借", "Record", "LoanRenewed")]
)
def test_ones_own_book_both_ways(hands: Hands, door: str, page: str, fact: str) -> None:
    lend(hands, "hlm")
    hands.scan("zhang")
    hands.scan("hlm")
    assert hands.page == "ReturnOrRenew"
    hands.press(door, SPACE)
    assert hands.page == page and hands.hall.facts == [fact]


def test_ones_own_book_neither_way(hands: Hands) -> None:
    lend(hands, "hlm")
    hands.scan("zhang")
    hands.scan("hlm")
    hands.press("先不办，返回")
    assert hands.page == "Basket" and hands.hall.facts == []


def test_a_refusal_and_back(hands: Hands) -> None:
    hands.scan("zhang")
    hands.scan("no such code")
    assert hands.page == "Refusal" and "没认出这个码" in hands.said
    hands.press("返回")
    assert hands.page == "Basket"


@pytest.mark.parametrize("typed_by", ["digits", "pad"])
def test_number_and_pin(hands: Hands, typed_by: str) -> None:
    with_pin(hands.hall)
    hands.press("轻触屏幕，开始使用")
    hands.press("没带卡")
    for text in ("100000", PIN):
        assert hands.page == "PinEntry"
        if typed_by == "digits":
            hands.type(text + "\r")
        else:
            for digit in text:
                hands.press(digit, SPACE)
            hands.press("确定")
    hands.wait_for("Basket")
    assert "张*三" in hands.said
    hands.press("结束使用")
    assert hands.page == "Attract"


def test_rubbing_out_and_going_back(hands: Hands) -> None:
    hands.press("轻触屏幕，开始使用")
    hands.press("没带卡")
    hands.type("1234\b")
    assert "123" in hands.said
    hands.press("重输")
    assert "123" not in hands.said
    hands.press("返回")
    assert hands.page == "Home"


def test_practice(hands: Hands) -> None:
    hands.press("轻触屏幕，开始使用")
    hands.press("跟我练")
    for step, code in enumerate((PRACTICE_CARD, PRACTICE_BOOK, PRACTICE_BOOK)):
        assert hands.bridge.fields["step"] == step
        hands.scan(code)
    assert "学会了" in hands.said
    hands.press("再练一次")
    assert hands.bridge.fields["step"] == 0
    hands.press("结束练习")
    assert hands.page == "Attract" and hands.hall.facts == []


def test_help(hands: Hands) -> None:
    hands.press("轻触屏幕，开始使用")
    hands.press("帮助")
    hands.press("返回")
    assert hands.page == "Home"
    hands.press("帮助")
    hands.press("跟我练")
    assert hands.page == "Practice"


def test_the_foot_bar(hands: Hands) -> None:
    hands.press("轻触屏幕，开始使用")
    hands.press("大字·语音")
    assert hands.bridge.care and hands.hall.visit.sitting.care
    hands.press("标准字号")
    hands.press("黑底白字", SPACE)
    assert hands.bridge.choices.night and not hands.bridge.care
    hands.press("中 / EN")
    assert hands.bridge.language == "en"
    hands.press("EN / 中")
    assert hands.bridge.language == "zh_CN"
    hands.press("找工作人员")
    assert "请到服务台，或请附近的工作人员帮忙" in hands.said
    hands.press("请到服务台")
    assert hands.bridge.aside.key == "" and hands.page == "Home"


@pytest.mark.parametrize("key", ["\t", "\r", SPACE, "x"], ids=["tab", "enter", "space", "letter"])
def test_any_key_stays_when_warned(hands: Hands, key: str) -> None:
    hands.scan("zhang")
    hands.scan("hlm")
    hands.pass_by(61)
    assert hands.page == "IdleWarning"
    hands.type(key)
    assert hands.page == "Basket"
    hands.pass_by(61)
    assert hands.page == "IdleWarning"
    hands.pass_by(20)
    assert hands.page == "Attract"


def test_staff(hands: Hands) -> None:
    hands.scan(librarian(hands.hall))
    assert hands.page == "PinEntry"
    hands.type(PIN + "\r")
    hands.wait_for("Desk")
    hands.press("结束使用")
    assert hands.page == "Attract"
