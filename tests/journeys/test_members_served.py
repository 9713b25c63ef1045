"""What the desk does for a member besides changes: served without a card, a hold given up, told by telephone."""

import pytest
from duties import on_duty
from halls import TODAY, TestHall

from kiosk.domain.facts import AnswerGiven, ConsentGiven, HoldPlaced
from kiosk.visit.screens import Answers, Counter, MemberDesk, ToTell

ZHANG, LI = "1000", "1001"


@pytest.fixture
def desk(hall: TestHall) -> TestHall:
    on_duty(hall, "librarian")
    return hall


def opened(hall: TestHall, member: str = ZHANG) -> MemberDesk:
    screen = hall.tap("member", member=member)
    assert isinstance(screen, MemberDesk)
    return screen


def test_somebody_without_a_card_is_served_at_the_counter(desk: TestHall) -> None:
    opened(desk, LI)
    counter = desk.tap("counter_with", member=LI)
    assert isinstance(counter, Counter) and counter.person and counter.person.name == "李*"
    assert desk.scan("hlm").pile[0].member == int(LI) and desk.visit.facts[0].actor == "S001"
    assert desk.tap("counter_with", member=LI).counts.lent == 1
    assert desk.tap("counter_with", member="nobody").person.taken == 1
    assert desk.tap("counter_with", member=ZHANG).counts.lent == 0


@pytest.mark.parametrize(("why", "told"), [("asked", []), ("not_to_be_had", ["AnswerGiven"])])
def test_a_hold_is_given_up_with_a_reason(desk: TestHall, why: str, told: list[str]) -> None:
    """Whoever asked for it needs no answer; anybody else is told at the next scan."""
    (key,) = desk.tell(HoldPlaced(1, int(ZHANG), 1))
    assert opened(desk).holds[0].hold == key
    asked = desk.tap("member_ask", change="hold", hold=key)
    assert asked.asking.book.title == "红楼梦" and asked.asking.final
    refused = desk.tap("member_do", why="other")
    assert [reason.code for reason in refused.asking.why_not] == ["G-05"] and not desk.facts
    after = desk.tap("member_do", why=why)
    assert after.holds == () and after.told == "hold" and not after.undo
    assert desk.facts == ["HoldCancelled", *told] and desk.visit.facts[0].p.why == why
    assert desk.tap("member_ask", change="hold", hold=key).asking is None
    opened(desk, LI)
    assert desk.tap("member_ask", change="hold", hold=key).asking is None
    assert desk.store.differences() == {}


def test_whoever_was_told_on_the_telephone_is_told_no_more(desk: TestHall) -> None:
    desk.tell(AnswerGiven(int(LI), "hold_expired", 1, TODAY), AnswerGiven(int(ZHANG), "hold_expired", 1, TODAY))
    desk.tell(ConsentGiven(int(ZHANG), "messages", 1))
    waiting = desk.tap("job", job="to_tell")
    assert isinstance(waiting, ToTell) and [one.may_call for one in waiting.people] == [False, True]
    one = desk.tap("to_tell", member=LI).chosen
    assert one.name == "李*" and [(a.kind, a.book.title) for a in one.answers] == [("hold_expired", "红楼梦")]
    after = desk.tap("told_them", member=LI)
    assert after.told == "李*" and [one.member for one in after.people] == [ZHANG]
    assert desk.facts == ["AnswerTold"] and desk.visit.facts[0].actor == "S001"
    assert desk.tap("told_them", member=LI).chosen is None and not desk.facts
    desk.tap("finish")
    assert not isinstance(desk.scan("li"), Answers) and isinstance(desk.scan("zhang"), Answers)
    assert desk.store.differences() == {}
