"""Reports at the window: a number is touched, its list opens, another span is chosen, and the report goes to paper."""

from collections.abc import Iterator

import pytest
from colleagues import PIN, card_of
from halls import BOOKS, TestHall
from hands import Hands
from waiting import until


@pytest.fixture
def hands(hall: TestHall) -> Iterator[Hands]:
    for what in ("zhang", "hlm"):
        hall.scan(what)
    hall.tap("finish")
    made = Hands(hall)
    made.burst(card_of(hall, "manager"))
    made.bridge.enter(PIN)
    made.wait_for("Desk")
    made.touch("报表")
    yield made
    hall.visit.settle()
    made.pass_by(0)
    made.close()


def test_a_number_opens_its_list_and_the_report_is_printed(hands: Hands) -> None:
    assert hands.bridge.page == "Reports" and {"2026年11月", "还没有过完，数字会变"} <= set(hands.said)
    hands.press("借出 1 册次 1 人")
    assert hands.bridge.page == "ReportList" and BOOKS["hlm"][0] in hands.said
    hands.press("回报表")
    hands.press("日")
    assert "2026年11月21日" in hands.said
    hands.press("往前")
    assert "2026年11月20日" in hands.said
    hands.press("季")
    hands.press("往前")
    assert "2026年第三季度" in hands.said
    hands.press("定稿")
    assert hands.bridge.fields["closedOn"] == "2026-11-21"
    hands.press("存 Excel")
    until(lambda: hands.bridge.fields["way"] == "refused")
    hands.press("打印")
    hands.wait_for("Printing")
    until(lambda: hands.pass_by(0.1) or hands.bridge.fields["way"] == "waiting")  # type: ignore[func-returns-value]
    hands.press("返回")
    assert hands.bridge.page == "Reports"
