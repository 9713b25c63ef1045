"""Labels at the window: a word is touched and changed, the sheet is drawn anew, and it goes to the printer."""

from collections.abc import Iterator

import pytest
from colleagues import PIN, card_of
from halls import TestHall
from hands import Hands
from waiting import until

from kiosk.storage.numbers import next_serial


@pytest.fixture
def hands(hall: TestHall) -> Iterator[Hands]:
    made = Hands(hall)
    made.burst(card_of(hall, "librarian"))
    made.bridge.enter(PIN)
    made.wait_for("Desk")
    made.touch("书目", "打印标签")
    yield made
    hall.visit.settle()
    made.pass_by(0)
    made.close()


def drawn(hands: Hands) -> bool:
    return hands.bridge.fields["way"] == "seen"


def test_new_numbers_are_typed_seen_and_printed(hands: Hands) -> None:
    until(lambda: drawn(hands))
    hands.press("要多少个新号 24")
    for digit in "30":
        hands.press(digit)
    hands.press("好了")
    until(lambda: drawn(hands))
    assert hands.bridge.fields["sheet"].startswith("data:application/pdf") and {"30", "2"} <= set(hands.said)
    hands.press("打印")
    hands.wait_for("Printing")
    assert next_serial(hands.hall.db, 1) == 37
    until(lambda: hands.pass_by(0.1) or hands.bridge.fields["way"] == "waiting")  # type: ignore[func-returns-value]
    hands.press("返回")
    assert hands.bridge.page == "LabelDesk"


def test_a_sheet_is_chosen_and_begun_in_its_middle(hands: Hands) -> None:
    hands.press("标签纸 A4 纸 24 枚（70×37）")
    hands.press("65枚 38.1×21.2")
    hands.press("好了")
    hands.press("从第几枚开始 1")
    hands.press("+5 枚标签")
    said = hands.bridge.fields["said"]
    assert (said["sheet"], said["startAt"]) == ("5x13-38.1x21.2", 6)
