"""Members at the window, by keyboard alone: joined and the card printed, found, stopped with a reason, taken back."""

from collections.abc import Iterator

import pytest
from colleagues import PIN, card_of
from halls import ISSUER, KEY_ID, TestHall
from hands import Hands
from PySide6.QtCore import Qt
from waiting import until

from kiosk.storage import people, print_jobs


@pytest.fixture
def hands(hall: TestHall) -> Iterator[Hands]:
    hall.db.execute("update keys set private = ? where key_id = ?", (ISSUER.private_bytes_raw(), KEY_ID))
    made = Hands(hall)
    made.burst(card_of(hall, "librarian"))
    made.bridge.enter(PIN)
    made.wait_for("Desk")
    made.strike(Qt.Key.Key_F3)
    made.wait_for("Members")
    yield made
    hall.visit.settle()
    made.pass_by(0)
    made.close()


def test_somebody_joins_and_the_card_is_printed_without_a_touch(hands: Hands) -> None:
    hands.type("+")
    assert hands.page == "MemberNew"
    hands.type("wang ")
    until(lambda: len(hands.bridge.fields["draft"]["name"]) == 1)
    hands.type("\r")
    assert hands.hall.facts == ["MemberAdded", "MemberDetailsSet", "ConsentGiven"]
    assert len(hands.bridge.fields["pin"]) == 6 and hands.bridge.fields["added"]["numberTail"] == "0003"
    hands.type("\r")
    hands.wait_for("Printing")
    hands.hall.visit.settle()
    assert [job.purpose for job in print_jobs.unfinished(hands.hall.db)] == ["card"]


def test_somebody_is_found_stopped_with_a_reason_and_free_again(hands: Hands) -> None:
    hands.type("zx")
    assert hands.bridge.fields["typed"] == "zx"
    hands.type("\r")
    assert hands.page == "MemberDesk" and "张*三" in hands.said and "张小三" not in hands.said
    hands.type("1")
    hands.type("2\r")
    assert hands.hall.facts == ["MemberSuspended"] and "书或设备损坏还没有处理" in " ".join(hands.said)
    hands.type("v")
    assert hands.hall.facts == ["MemberShown"] and "张小三" in hands.said
    hands.press("恢复借阅")
    hands.type("2\r")
    assert hands.hall.facts == ["SuspensionLifted"]
    hands.press("撤销")
    assert len([s for s in people.suspensions(hands.hall.db, 1000) if not s.lifted_why]) == 1
