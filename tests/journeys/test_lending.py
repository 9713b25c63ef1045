"""Journeys of lending: scan, tap, tick, and the screen that follows; each also proves rows == facts."""

from collections.abc import Iterator
from datetime import date

import pytest
from halls import BOOKS, TestHall, codes, copy

from kiosk.domain.facts import (
    CardIssued,
    CardReportedLost,
    CopyDamaged,
    CopyLost,
    CopyWithdrawn,
    HoldPlaced,
    MemberBlocked,
)
from kiosk.visit.screens import Answers, Attract, Basket, Home, IdleWarning, Record, Refusal, Returned, ReturnOrRenew


@pytest.fixture(autouse=True)
def rows_follow_from_facts(hall: TestHall) -> Iterator[None]:
    yield
    assert hall.store.differences() == {}


def test_card_then_books(hall: TestHall) -> None:
    screen = hall.scan("zhang")
    assert screen == Basket(most=5, left=5)
    screen = hall.scan("hlm")
    assert isinstance(screen, Basket) and hall.facts == ["BookBorrowed"]
    assert [row.book.title for row in screen.rows] == ["红楼梦"] and screen.fresh == screen.rows[0].loan
    assert screen.rows[0].due.on == date(2026, 12, 22)  # 21 December is a Monday: closed
    assert screen.rows[0].due.moved_by == ("closed",)
    screen = hall.scan("tg")
    assert [row.book.title for row in screen.rows] == ["机械制图手册", "红楼梦"] and screen.left == 3
    screen = hall.tap("undo")
    assert hall.facts == ["BorrowUndone"] and [row.book.title for row in screen.rows] == ["红楼梦"]
    assert isinstance(hall.tap("finish"), Attract)
    screen = hall.scan("hlm")
    assert isinstance(screen, Returned) and hall.facts == ["BookReturned"]


def test_book_then_card(hall: TestHall) -> None:
    screen = hall.scan("hlm")
    assert isinstance(screen, Basket) and not hall.facts and [b.title for b in screen.waiting] == ["红楼梦"]
    screen = hall.scan("tg")
    assert [b.title for b in screen.waiting] == ["机械制图手册", "红楼梦"]
    screen = hall.scan("zhang")
    assert hall.facts == ["BookBorrowed", "BookBorrowed"]
    assert [row.book.title for row in screen.rows] == ["机械制图手册", "红楼梦"] and not screen.waiting


def test_undo_of_any_row(hall: TestHall) -> None:
    hall.scan("zhang")
    first = hall.scan("hlm").rows[0].loan
    hall.scan("tg")
    screen = hall.tap("undo", loan=first)
    assert [row.book.title for row in screen.rows] == ["机械制图手册"]
    assert codes(hall.tap("undo", loan=first)) == ["L-19"]


def test_own_book_asks_return_or_renew(hall: TestHall) -> None:
    loan = borrowed(hall, "zhang", "hlm")
    hall.pass_days(10)
    hall.scan("zhang")
    screen = hall.scan("hlm")
    assert isinstance(screen, ReturnOrRenew) and screen.renewed_due and not hall.facts
    assert screen.renewed_due.on == date(2026, 12, 31)
    screen = hall.tap("renew", loan=loan)
    assert isinstance(screen, Record) and hall.facts == ["LoanRenewed"] and screen.fresh == (loan,)
    assert screen.loans[0].due.on == date(2026, 12, 31) and screen.loans[0].renewals_left == 1
    hall.pass_by(5)
    hall.scan("hlm")
    screen = hall.tap("give_back", loan=loan)
    assert isinstance(screen, Returned) and hall.facts == ["BookReturned"]


def test_return_without_card_then_own_card_asks(hall: TestHall) -> None:
    loan = borrowed(hall, "zhang", "hlm")
    hall.pass_days(10)
    assert isinstance(hall.scan("hlm"), Returned)
    screen = hall.scan("zhang")
    assert isinstance(screen, ReturnOrRenew) and screen.already_returned
    screen = hall.tap("renew", loan=loan)
    assert hall.facts == ["ReturnUndone", "LoanRenewed"] and isinstance(screen, Record)
    assert [row.loan for row in screen.loans] == [loan]


def test_return_without_card_then_own_card_keeps_the_return(hall: TestHall) -> None:
    loan = borrowed(hall, "zhang", "hlm")
    hall.scan("hlm")
    hall.scan("zhang")
    assert isinstance(hall.tap("give_back", loan=loan), Returned) and not hall.facts
    assert hall.tap("basket") == Basket(most=5, left=5)


def test_returns_come_before_loans(hall: TestHall) -> None:
    loan = borrowed(hall, "zhang", "hlm")
    hall.scan("hlm")
    hall.scan("tg")
    assert isinstance(hall.scan("zhang"), ReturnOrRenew)
    screen = hall.tap("give_back", loan=loan)
    assert isinstance(screen, Basket) and hall.facts == ["BookBorrowed"]


def test_somebody_elses_copy_is_taken_in_then_lent(hall: TestHall) -> None:
    borrowed(hall, "li", "hlm")
    hall.scan("zhang")
    screen = hall.scan("hlm")
    assert hall.facts == ["BookReturned", "BookBorrowed"] and len(screen.rows) == 1
    hall.tap("undo")
    assert hall.facts == ["BorrowUndone"]
    hall.tap("finish")
    assert hall.scan("li") == Basket(most=5, left=5)  # the return stands: the book is here


def test_somebody_elses_copy_is_taken_in_even_if_the_loan_is_refused(hall: TestHall) -> None:
    borrowed(hall, "li", "hlm")
    hall.tell(MemberBlocked(1000, "staff"))
    hall.scan("zhang")
    screen = hall.scan("hlm")
    assert hall.facts == ["BookReturned"] and codes(screen) == ["L-04"]


def test_undo_of_a_return_lifts_its_pause(hall: TestHall) -> None:
    borrowed(hall, "zhang", "hlm")
    hall.pass_days(40)
    screen = hall.scan("hlm")
    assert hall.facts == ["BookReturned", "MemberSuspended"] and screen.rows[0].overdue_days == 9
    hall.tap("undo")
    assert sorted(hall.facts) == ["ReturnUndone", "SuspensionLifted"]
    hall.tap("finish")
    screen = hall.scan("zhang")
    assert [r.code for r in screen.notices] == ["L-07"]


def test_late_return_pauses_the_next_loan(hall: TestHall) -> None:
    borrowed(hall, "zhang", "hlm")
    hall.pass_days(40)
    hall.scan("hlm")
    hall.tap("finish")
    assert codes(hall.scan("zhang")) == ["L-05"]
    screen = hall.scan("tg")
    assert codes(screen) == ["L-05"] and screen.reasons[0].values["until"] == date(2027, 1, 9)
    hall.pass_days(10)
    assert isinstance(hall.scan("zhang"), Basket)


def test_all_reasons_at_once(hall: TestHall) -> None:
    for name in ("hlm", "tg", "food", "city", "law"):
        borrowed(hall, "zhang", name)
    hall.pass_days(40)
    hall.join("zhang", card_expires_on=date(2026, 12, 1), blocked_why="staff")
    screen = hall.scan("zhang")
    assert isinstance(screen, Refusal) and codes(screen) == ["L-03", "L-04", "L-07", "L-08"]
    assert codes(hall.scan("san")) == ["L-03", "L-04", "L-07", "L-08"]


def test_a_card_that_names_nobody_shows_nothing(hall: TestHall) -> None:
    hall.tell(CardReportedLost(1000, 1))
    assert codes(hall.scan("zhang")) == ["L-01"] and hall.visit.frame().member == ""
    hall.tell(CardIssued(1000, 2, date(2028, 1, 1)))
    assert codes(hall.scan("zhang")) == ["L-02"]
    assert isinstance(hall.scan(hall.card("zhang", version=2)), Basket)
    assert hall.visit.frame().member == "张*三"


def test_lost_copy_is_found_and_lent(hall: TestHall) -> None:
    hall.tell(CopyLost(copy("hlm")))
    hall.scan("zhang")
    assert isinstance(hall.scan("hlm"), Basket) and hall.facts == ["CopyFound", "BookBorrowed"]
    hall.tell(CopyLost(copy("tg"), missing=True))
    hall.tap("finish")
    assert isinstance(hall.scan("tg"), Basket) and hall.facts == ["CopyFound"]


@pytest.mark.parametrize(("mark", "code"), [(CopyWithdrawn(copy("hlm")), "L-12"), (CopyDamaged(copy("hlm")), "L-13")])
def test_a_copy_that_nobody_may_borrow(hall: TestHall, mark: CopyWithdrawn | CopyDamaged, code: str) -> None:
    hall.tell(mark)
    assert codes(hall.scan("hlm")) == [code]  # said without a card
    hall.scan("zhang")
    assert codes(hall.scan("hlm")) == [code]


def test_hold_is_ready_at_return_and_only_its_member_gets_it(hall: TestHall) -> None:
    borrowed(hall, "li", "hlm")
    hall.tell(HoldPlaced(1, 1000, 1))
    hall.scan("li")
    assert codes(hall.tap("renew", loan=hall.tap("record").loans[0].loan)) == ["L-15", "L-17"]
    hall.tap("finish")
    screen = hall.scan("hlm")
    assert hall.facts == ["BookReturned", "HoldReadied", "AnswerGiven"] and screen.rows[0].hold_waiting
    hall.scan("ou")
    screen = hall.scan("hlm")
    assert codes(screen) == ["L-11"] and screen.reasons[0].values["until"] == date(2026, 11, 24)
    screen = hall.scan("zhang")
    assert isinstance(screen, Answers) and hall.facts == ["AnswerTold"]
    assert [(a.kind, a.book.title) for a in screen.items if a.book] == [("hold_ready", "红楼梦")]
    assert isinstance(hall.tap("go_on"), Basket)
    hall.scan("hlm")
    assert hall.facts == ["BookBorrowed", "HoldFilled"]
    hall.tap("undo")
    assert hall.facts == ["BorrowUndone", "HoldRestored"]
    hall.scan("ou")
    assert codes(hall.scan("hlm")) == ["L-11"]


def test_undo_of_a_return_lets_the_hold_wait_again(hall: TestHall) -> None:
    borrowed(hall, "li", "hlm")
    hall.tell(HoldPlaced(1, 1000, 1))
    hall.scan("hlm")
    hall.tap("undo")
    assert hall.facts == ["ReturnUndone", "HoldRestored", "AnswerWithdrawn"]
    hall.scan("hlm")
    assert hall.facts == ["BookReturned", "HoldReadied", "AnswerGiven"]


def test_renewals_run_out(hall: TestHall) -> None:
    loan = borrowed(hall, "zhang", "hlm")
    for _ in range(2):
        hall.pass_days(20)
        hall.scan("zhang")
        assert isinstance(hall.tap("renew", loan=loan), Record)
    hall.scan("zhang")
    hall.tap("record")
    assert codes(hall.tap("renew", loan=loan)) == ["L-14", "L-17"]
    hall.pass_days(60)
    hall.scan("zhang")
    assert codes(hall.tap("renew", loan=loan)) == ["L-14", "L-16"]


def test_renew_all_renews_what_it_can(hall: TestHall) -> None:
    borrowed(hall, "zhang", "hlm")
    borrowed(hall, "zhang", "tg")
    hall.tell(HoldPlaced(2, 1001, 1))
    hall.pass_days(10)
    hall.scan("zhang")
    screen = hall.tap("renew_all")
    assert hall.facts == ["LoanRenewed"] and len(screen.fresh) == 1
    assert [[r.code for r in row.why_not] for row in screen.loans] == [["L-17"], ["L-15"]]


def test_another_card_ends_the_visit(hall: TestHall) -> None:
    hall.scan("zhang")
    hall.scan("hlm")
    assert hall.scan("li") == Basket(most=5, left=5)
    assert hall.visit.frame().member == "李*"
    assert codes(hall.tap("undo")) == ["L-19"]


def test_the_same_scan_at_once_is_the_same_scan(hall: TestHall) -> None:
    hall.scan("zhang")
    screen = hall.scan("hlm")
    assert hall.visit.scan(copy("hlm")) is screen and not hall.facts
    hall.pass_by(2.5)
    again = hall.visit.scan(copy("hlm"))
    assert again.fresh == screen.fresh and not hall.facts  # borrowed in this visit: only pointed at


def test_idle(hall: TestHall) -> None:
    hall.scan("zhang")
    screen = hall.scan("hlm")
    assert hall.tick(59) is screen
    assert hall.tick(2) == IdleWarning(14)
    assert hall.tap("stay") == screen
    assert hall.tick(61) == IdleWarning(14)
    assert isinstance(hall.scan("tg"), Basket) and hall.facts == ["BookBorrowed"]
    hall.tick(70)
    assert isinstance(hall.tick(10), Attract) and hall.visit.frame().member == ""


def test_touch_wakes_and_nothing_more(hall: TestHall) -> None:
    assert isinstance(hall.tap("wake"), Home)
    assert isinstance(hall.tick(60), Attract)
    assert isinstance(hall.tap("record"), Home)  # nobody is signed in


@pytest.mark.parametrize(
    "text", ["", "hello", "你好", "1" * 3000, "\x00\x1b[2J", "6901234567892", "9787020002207", "2"]
)
def test_any_text_on_any_screen(hall: TestHall, text: str) -> None:
    for prepare in ((), ("zhang",), ("zhang", "hlm"), ("hlm",)):
        for what in prepare:
            hall.scan(what)
        before = hall.visit.sitting
        assert isinstance(hall.scan(text), Refusal) and not hall.facts and hall.visit.sitting == before
        hall.tap("back")
        hall.tap("finish")


def borrowed(hall: TestHall, member: str, book: str) -> str:
    """A loan made in a visit of its own."""
    assert book in BOOKS
    hall.tap("finish")
    hall.scan(member)
    screen = hall.scan(book)
    hall.tap("finish")
    assert isinstance(screen, Basket), screen
    return str(screen.fresh)
