"""Journeys of people of every kind: families, book boxes, other halls, practice, receipts, answers."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from halls import ISSUER, TODAY, TestHall, codes
from msgspec.structs import replace

from kiosk.domain.codes import PRACTICE_BOOK, PRACTICE_CARD, SignedCard, card_text
from kiosk.domain.facts import HoldPlaced, MemberAdded
from kiosk.domain.members import Member
from kiosk.domain.policy import Policy
from kiosk.visit.screens import (
    Answers,
    Attract,
    Basket,
    Help,
    Home,
    Practice,
    Receipt,
    Refusal,
    ReturnOrRenew,
)

OTHER_HALL = Ed25519PrivateKey.from_private_bytes(b"o" * 32)


@pytest.fixture(autouse=True)
def rows_follow_from_facts(hall: TestHall) -> Iterator[None]:
    yield
    assert hall.store.differences() == {}


# A family


def test_a_childs_card_joins_the_fathers_visit(hall: TestHall) -> None:
    hall.join("li", tier="family", guardian=1000)
    hall.scan("zhang")
    hall.scan("hlm")
    screen = hall.scan("li")
    assert isinstance(screen, Basket) and [(c.name, c.active) for c in screen.cards] == [
        ("张*三", False),
        ("李*", True),
    ]
    screen = hall.scan("tg")
    assert [(row.book.title, row.card) for row in screen.rows] == [("机械制图手册", "李*"), ("红楼梦", "张*三")]
    members = hall.db.execute("select copy, member from loans where ended is null order by loan").fetchall()
    assert [member for _, member in members] == [1000, 1001]
    screen = hall.scan("zhang")
    assert [c.active for c in screen.cards] == [True, False]
    hall.tap("undo", loan=screen.rows[0].loan)
    assert hall.facts == ["BorrowUndone"]


def test_a_strangers_card_never_joins(hall: TestHall) -> None:
    hall.join("li", tier="family", guardian=1002)
    hall.scan("zhang")
    hall.scan("hlm")
    screen = hall.scan("li")
    assert screen == Basket(most=5, left=5) and hall.visit.frame().member == "李*"


def test_brothers_and_sisters_share_a_visit(hall: TestHall) -> None:
    hall.join("li", tier="family", guardian=1000)
    hall.join("ou", tier="family", guardian=1000)
    hall.scan("li")
    assert len(hall.scan("ou").cards) == 2


def test_the_childs_own_book_asks_within_the_family(hall: TestHall) -> None:
    hall.join("li", tier="family", guardian=1000)
    hall.scan("li")
    loan = hall.scan("hlm").fresh
    hall.tap("finish")
    hall.scan("zhang")
    hall.scan("li")
    screen = hall.scan("hlm")
    assert isinstance(screen, ReturnOrRenew) and screen.loan == loan


# A work team's book box


def test_a_team_borrows_thirty_books_in_one_go() -> None:
    hall = TestHall(policies=(Policy(policy="default"), Policy(policy="team", tier="team", loans_max=40, loan_days=60)))
    hall.join("zhang", tier="team")
    from kiosk.domain.books import Copy
    from kiosk.domain.codes import copy_number
    from kiosk.domain.facts import CopyAdded

    hall.tell(*(CopyAdded(Copy(copy_number(1, 100 + n), 1 + n % 6, 1, 1)) for n in range(30)))
    screen = hall.scan("zhang")
    assert screen.batch and screen.most == 40
    for n in range(30):
        screen = hall.scan(copy_number(1, 100 + n))
    assert len(screen.rows) == 30 and screen.left == 10 and screen.rows[0].due.on >= TODAY + timedelta(days=60)
    receipt = hall.tap("receipt")
    assert len(receipt.lines) == 30  # the one list to sign
    assert hall.store.differences() == {}
    hall.store.close()


# A card of another hall


def strangers_card(hall: TestHall, **fields: Any) -> str:
    public = OTHER_HALL.public_key().public_bytes_raw()
    hall.db.execute("insert or ignore into keys (key_id, role, public) values (?, 'issuer', ?)", (b"othr", public))
    hall.visit.issuers = {**hall.visit.issuers, b"othr": public}
    plain = SignedCard("member", b"othr", 77001234, 2, 0, TODAY + timedelta(days=300), 1)
    return card_text(replace(plain, **fields), OTHER_HALL.sign)


def test_a_rider_from_another_district_borrows_two(hall: TestHall) -> None:
    card = strangers_card(hall)
    screen = hall.scan(card)
    assert hall.facts == ["VisitorAdmitted"] and [r.code for r in screen.notices] == ["L-22"] and screen.left == 2
    assert hall.visit.frame().member == "···1234"
    hall.scan("hlm")
    hall.scan("tg")
    assert hall.facts == ["BookBorrowed"]
    assert codes(hall.scan("food")) == ["L-08"] and not hall.facts
    hall.tap("finish")
    hall.scan(card)
    assert not hall.facts  # known by now


def test_a_riders_number_that_somebody_here_has_stops_nobody(hall: TestHall) -> None:
    """A list that was read in gave it away."""
    hall.tell(MemberAdded(Member(5, "2-77001234", 1, "member", 1, date(2028, 1, 1))))
    assert hall.scan(strangers_card(hall)).left == 2
    assert hall.facts == ["VisitorAdmitted"] and hall.visit.frame().member == "···1234"
    hall.scan("hlm")
    assert hall.facts == ["BookBorrowed"]


def test_strangers_cards_that_are_not_good(hall: TestHall) -> None:
    assert codes(hall.scan(strangers_card(hall, expires_on=TODAY - timedelta(days=1)))) == ["L-03"]
    hall.scan(strangers_card(hall, version=3))
    assert hall.facts == ["VisitorAdmitted"]
    assert codes(hall.scan(strangers_card(hall, version=2))) == ["L-02"]
    hall.scan(strangers_card(hall, version=4))
    assert hall.facts == ["CardIssued"]
    forged = card_text(SignedCard("member", b"othr", 5, 2, 0, date(2028, 1, 1), 1), ISSUER.sign)
    assert codes(hall.scan(forged)) == ["K-05"]
    assert codes(hall.scan(hall.card("zhang", holder=424242))) == ["L-06"]  # this hall's key, nobody's card


# Practice


def test_practice_leaves_no_trace(hall: TestHall) -> None:
    before = hall.db.execute("select count(*) from facts").fetchone()
    steps = [hall.tap("practice"), *(hall.scan(c) for c in (PRACTICE_CARD, PRACTICE_BOOK, PRACTICE_BOOK))]
    assert steps == [Practice(0), Practice(1), Practice(2), Practice(3)]
    assert hall.scan("zhang") == Basket(most=5, left=5)  # a real card ends it
    hall.tap("finish")
    assert hall.scan(PRACTICE_CARD) == Practice(1)
    assert hall.scan("hlm") == Practice(1) and not hall.facts  # a real book changes nothing here
    assert isinstance(hall.tap("finish"), Attract)
    assert hall.db.execute("select count(*) from facts").fetchone() == before


def test_practice_never_begins_on_somebodys_card(hall: TestHall) -> None:
    hall.scan("zhang")
    assert hall.scan(PRACTICE_CARD) == Practice(1) and hall.visit.frame().member == ""


# Help, receipts, answers


def test_help_and_back(hall: TestHall) -> None:
    assert isinstance(hall.tap("help"), Help) and isinstance(hall.tap("back"), Home)
    hall.scan("zhang")
    hall.tap("help")
    assert isinstance(hall.tap("back"), Basket)


def test_a_receipt_tells_later_where_things_stand(hall: TestHall) -> None:
    hall.scan("zhang")
    hall.scan("hlm")
    hall.scan("tg")
    hall.tap("undo")
    hall.scan("food")
    receipt = hall.tap("receipt")
    assert isinstance(receipt, Receipt) and receipt.confirmed is None and len(receipt.code) == 37
    assert [(line.book.title, line.now) for line in receipt.lines] == [
        ("红楼梦", "open"),
        ("机械制图手册", "undone"),
        ("家庭食疗一百方：四季篇", "open"),
    ]
    hall.tap("finish")
    hall.scan("hlm")
    hall.tap("finish")
    later = hall.scan(receipt.code)
    assert later.later and [line.now for line in later.lines] == ["returned", "undone", "open"]
    assert "张" not in repr(later)


def test_altered_receipts_are_refused(hall: TestHall) -> None:
    hall.scan("zhang")
    hall.scan("hlm")
    code = hall.tap("receipt").code
    for place in range(2, len(code)):
        digit = "0" if code[place] != "0" else "1"
        screen = hall.scan(code[:place] + digit + code[place + 1 :])
        assert isinstance(screen, Refusal) and codes(screen)[0] in ("K-12", "K-05")


def test_without_anything_done_there_is_no_receipt(hall: TestHall) -> None:
    hall.scan("zhang")
    assert isinstance(hall.tap("receipt"), Basket)


def test_answers_are_told_once(hall: TestHall) -> None:
    hall.scan("li")
    hall.scan("hlm")
    hall.tap("finish")
    hall.tell(HoldPlaced(1, 1000, 1))
    hall.scan("hlm")
    hall.tap("finish")
    assert isinstance(hall.scan("zhang"), Answers) and hall.facts == ["AnswerTold"]
    hall.tap("finish")
    assert isinstance(hall.scan("zhang"), Basket)


def test_care_mode_doubles_patience_and_ends_with_the_visit(hall: TestHall) -> None:
    hall.scan("zhang")
    hall.tap("care", on=True)
    assert isinstance(hall.tick(119), Basket)
    assert hall.tick(2).left_s == 29
    assert isinstance(hall.tick(30), Attract) and not hall.visit.sitting.care
