"""Practice at the window: behind 更多, make-believe cards and books are scanned by a touch, and one button ends it."""

from collections.abc import Iterator

import pytest
from colleagues import PIN, card_of
from halls import TestHall
from hands import Hands

from kiosk.upkeep.practising import PracticeRoom
from kiosk.visit.practised import Practised
from ui.bridge import Bridge


@pytest.fixture
def hands(hall: TestHall) -> Iterator[Hands]:
    practised = Practised(hall.visit, PracticeRoom(hall.clock.now))
    made = Hands(hall, lambda _, words: Bridge(practised, words))
    made.burst(card_of(hall, "librarian"))
    made.bridge.enter(PIN)
    made.wait_for("Desk")
    yield made
    made.close()
    practised.close()


def test_a_loan_is_practised_and_everything_is_thrown_away(hands: Hands) -> None:
    before = len(list(hands.hall.store.facts()))
    hands.touch("更多", "练习", "开始练习")
    hands.wait_for("Desk")
    assert hands.bridge.frame["duty"]["practice"] and "练习" in hands.said
    hands.touch("练习卡和书", "赵练习")
    assert hands.page == "Counter"
    hands.touch("练习卡和书", "练习本：江边的早晨")
    assert {"练习本：江边的早晨", "借好了"} <= hands.said
    hands.touch("结束练习")
    assert hands.page == "PracticeDoor" and "练完了，都已扔掉" in hands.said
    assert len(list(hands.hall.store.facts())) == before
