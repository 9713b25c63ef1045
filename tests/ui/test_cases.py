"""Cases at the window: five settled by keyboard alone, with every key counted; another way, put off, taken back."""

from collections.abc import Iterator

import pytest
from colleagues import PIN, card_of
from halls import TestHall
from hands import Hands
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from stories import FIRST_AND_THEN, open_case

from ui.shots import settle

KINDS = tuple(FIRST_AND_THEN)
BOOKS = ("hlm", "tg", "food", "city", "law")


@pytest.fixture
def hands(hall: TestHall) -> Iterator[Hands]:
    for kind, book in zip(KINDS, BOOKS, strict=True):
        open_case(hall, kind, book)
    made = Hands(hall)
    made.burst(card_of(hall, "librarian"))
    made.bridge.enter(PIN)
    made.wait_for("Desk")
    yield made
    made.close()
    assert hall.store.differences() == {}


def settled(hands: Hands) -> list[tuple[str, str]]:
    found = (fact.p for fact in hands.hall.store.facts() if type(fact.p).__name__ == "CaseSettled")
    return [(p.answer, p.why) for p in found]  # type: ignore[union-attr]


def keys(hands: Hands, *names: str) -> int:
    for name in names:
        if name == "F6":
            hands.strike(Qt.Key.Key_F6)
        elif name == "Ctrl+Z":
            QTest.keyClick(hands.stage.window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        else:
            hands.type(name)
        settle()
    return len(names)


def test_five_cases_take_six_keys(hands: Hands) -> None:
    """F6 opens the pile, and Enter five times takes what is proposed: the next case opens by itself."""
    assert keys(hands, "F6") and hands.page == "Cases"
    used = 1 + keys(hands, *["\r"] * 5)
    assert used == 6 and len(settled(hands)) == 5
    assert "没有要核的事" in hands.said


def test_another_way_takes_three_keys_and_is_taken_back_with_one(hands: Hands) -> None:
    keys(hands, "F6")
    keys(hands, "2")
    assert "换成哪一种？" in hands.said
    keys(hands, "1")
    assert "为什么这样办？" in hands.said and not settled(hands)
    keys(hands, "1")
    assert [why for _, why in settled(hands)] == ["looked"]
    keys(hands, "Ctrl+Z")
    assert hands.hall.facts == ["CaseReopened"]
    keys(hands, "2", "\x1b", "3")
    assert len(settled(hands)) == 1 and "先放着" in hands.said
