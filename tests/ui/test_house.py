"""The pages of whoever runs the house, pressed through the real window: a rule is set, a notice is written."""

from collections.abc import Iterator

import pytest
from colleagues import PIN, card_of
from halls import TestHall
from hands import Hands


@pytest.fixture
def hands(hall: TestHall) -> Iterator[Hands]:
    made = Hands(hall)
    made.burst(card_of(hall, "manager"))
    made.bridge.enter(PIN)
    made.wait_for("Desk")
    made.touch("更多")
    yield made
    hall.visit.settle()
    made.pass_by(0)
    made.close()


def test_a_rule_is_set_by_touch(hands: Hands) -> None:
    hands.touch("借阅规则", "一般会员", "可借册数 5", "−1 可借册数")
    assert not hands.named("选一个原因，再定下来").enabled
    hands.touch("先试行", "就这样定")
    assert hands.bridge.fields["saved"] and hands.bridge.fields["rows"][0]["loansMax"] == 4


def test_a_rule_is_set_by_keys(hands: Hands) -> None:
    hands.type("1")
    hands.touch("一般会员", "可借册数 5", "+1 可借册数")
    hands.type("3\r")
    assert hands.bridge.fields["saved"] and hands.bridge.fields["rows"][0]["loansMax"] == 6


def test_another_reason_is_written_in_a_line(hands: Hands) -> None:
    hands.touch("借阅规则", "一般会员", "可借册数 5", "+1 可借册数")
    hands.type("5")
    assert not hands.named("还差一句原因").enabled
    hands.type("ting")
    hands.touch("停")
    hands.type("\r")
    assert hands.bridge.fields["saved"] and hands.hall.visit.facts[0].p.why_said == "停"


def test_a_notice_is_typed_seen_and_hung_up(hands: Hands) -> None:
    hands.touch("告示", "标题 ")
    hands.type("ting")
    hands.touch("停", "好了", "内容 ")
    hands.type("dian")
    hands.touch("电", "好了", "截止 11月28日", "+7 天", "好了")
    assert {"停", "电"} <= hands.said
    hands.touch("挂出去")
    fields = hands.bridge.fields
    assert fields["saved"] and [(n["title"], n["text"], n["untilOn"]) for n in fields["rows"]] == [
        ("停", "电", "2026-12-05")
    ]
    hands.touch("取下")
    assert hands.bridge.fields["rows"] == [] and hands.hall.facts == ["NoticeWithdrawn"]
