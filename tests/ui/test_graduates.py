"""Certificates at the window: issued for a course, revoked with a reason and a line of one's own."""

from collections.abc import Iterator

import pytest
from colleagues import PIN, card_of
from graduates import School, school
from halls import TestHall
from hands import Hands

from kiosk.storage import certificates


@pytest.fixture
def taught(hall: TestHall) -> School:
    return school(hall)


@pytest.fixture
def hands(taught: School) -> Iterator[Hands]:
    made = Hands(taught.hall)
    made.burst(card_of(taught.hall, "organiser"))
    made.bridge.enter(PIN)
    made.wait_for("Desk")
    yield made
    made.close()


def test_issued_and_seen_in_the_register(hands: Hands) -> None:
    hands.touch("课程", "结业证书", "查看 智能手机摄影", "全部签发（1）")
    assert hands.hall.facts == ["CertificateIssued"] and "发好了 1 张，编号已登记。" in hands.said
    hands.touch("查看 张*三", "显示姓名")
    assert "张小三" in hands.said and "还没有打印" in " ".join(hands.said)


def test_revoked_with_a_reason_or_left(taught: School, hands: Hands) -> None:
    number = taught.given("photo")
    hands.touch("课程", "结业证书", "登记册", "查看 张*三", "作废", "返回", "作废", "姓名登记有误", "就这样作废")
    found = certificates.certificate(taught.hall.db, number)
    assert found and (found.revoked_why, found.revoked_by) == ("姓名登记有误", "S001")


def test_what_somebody_misses_is_turned_page_by_page(taught: School, hands: Hands) -> None:
    hands.touch("课程", "结业证书", "查看 智能手机摄影", "还不够（1）", "查看 李*")
    assert "到课次数还不够" in hands.said
    hands.touch("考核合格")
    assert taught.hall.facts == ["WorkMarked"] and "已登记：考核合格" in hands.said
