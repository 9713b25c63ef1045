"""Forty people in a row at the window: each card is one scan, and the next may come before the greeting ends."""

from collections.abc import Iterator
from datetime import date

import pytest
from classrooms import Classroom
from halls import ISSUER, KEY_ID, TestHall
from hands import Hands

from kiosk.domain.codes import SignedCard, card_text
from kiosk.domain.facts import MemberAdded
from kiosk.domain.members import TIERS, Member

PEOPLE, ENDS = 40, date(2028, 1, 1)


def queue(hall: TestHall) -> list[str]:
    """Their cards; all of them have a seat tonight."""
    room = Classroom(hall)
    room.course("photo", seats=PEOPLE)
    members = range(2000, 2000 + PEOPLE)
    hall.tell(*(MemberAdded(Member(m, f"2{m}", 1, "member", 1, ENDS)) for m in members))
    room.seat("photo", *members)
    room.at("18:45")
    return [card_text(SignedCard("member", KEY_ID, m, 1, TIERS.index("member"), ENDS, 1), ISSUER.sign) for m in members]


@pytest.fixture
def hands(hall: TestHall) -> Iterator[Hands]:
    made = Hands(hall)
    yield made
    made.close()


def test_forty_in_a_row(hands: Hands) -> None:
    cards = queue(hands.hall)
    for number, card in enumerate(cards, 1):
        hands.hall.pass_by(1)
        hands.burst(card)
        assert hands.page == "CheckedIn" and hands.hall.facts == ["AttendanceEntered"]
        assert hands.bridge.fields["present"] == number
    hands.hall.pass_by(1)
    hands.burst(cards[0])  # comes back: still one entry
    assert "AttendanceEntered" not in hands.hall.facts
    assert hands.hall.store.differences() == {}
