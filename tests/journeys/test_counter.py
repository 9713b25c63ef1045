"""借还: lending for others with the scanner alone, and everything that can be taken back again."""

from datetime import timedelta
from typing import Any

import pytest
from counters import lent, shown, whats
from duties import on_duty
from halls import TODAY, TestHall, codes, copy, number_of

from kiosk.domain.books import Copy, Title
from kiosk.domain.codes import copy_number
from kiosk.domain.facts import CopyAdded, MemberBlocked, TitleAdded
from kiosk.domain.policy import Policy
from kiosk.visit.screens import Basket, Desk

MANY = 50


@pytest.fixture
def desk(hall: TestHall) -> TestHall:
    on_duty(hall, "librarian")
    hall.tap("counter")
    return hall


def shelves(hall: TestHall, count: int) -> list[str]:
    numbers = [copy_number(1, 100 + n) for n in range(count)]
    for n, number in enumerate(numbers):
        hall.tell(TitleAdded(Title(100 + n, f"书 {n}", "", "I")), CopyAdded(Copy(number, 100 + n, 1, 1)))
    return numbers


def test_a_card_books_and_the_next_card_without_a_touch(hall: TestHall) -> None:
    hall = TestHall(policies=(Policy(policy="default", loans_max=12),))
    books = shelves(hall, 10)
    on_duty(hall, "volunteer")
    person = shown(hall.scan("zhang")).person
    assert person and (person.name, person.tail, person.taken, person.most) == ("张*三", "0000", 0, 12)
    for number in books:
        screen = shown(hall.scan(number))
        assert screen.pile[0].what == "lent" and screen.pile[0].copy == number and hall.facts == ["BookBorrowed"]
    assert screen.person and screen.person.taken == 10 and screen.counts.lent == 10
    assert hall.visit.facts[0].actor == "S001" and {lent(hall, number) for number in books} == {number_of("zhang")}
    after = shown(hall.scan("li"))
    assert after.person and after.person.name == "李*" and after.pile == ()
    assert hall.store.differences() == {}


def test_a_pile_of_fifty_is_returned_without_a_touch(hall: TestHall) -> None:
    hall = TestHall(policies=(Policy(policy="default", loans_max=MANY),))
    books = shelves(hall, MANY)
    hall.scan("zhang")
    for number in books:
        hall.scan(number)
    hall.tap("finish")
    on_duty(hall, "volunteer")
    for number in books:
        screen = shown(hall.scan(number))
        assert hall.facts == ["BookReturned"] and screen.person is None
    assert screen.counts.returned == MANY and not any(lent(hall, number) for number in books)
    assert shown(hall.scan(books[0])).pile[0].what == "here" and not hall.facts


def test_a_book_scanned_twice_is_neither_taken_back_nor_lent_again(desk: TestHall) -> None:
    desk.scan("zhang")
    desk.scan("hlm")
    assert whats(shown(desk.scan("hlm"))) == ["lent"] and not desk.facts
    desk.tap("counter_done")
    desk.scan("zhang")
    assert whats(shown(desk.scan("hlm"))) == ["returned"]
    assert whats(shown(desk.scan("hlm"))) == ["here", "returned"] and not desk.facts
    desk.scan("tg")
    assert shown(desk.scan("hlm")).pile[0].what == "here", "a pile that is scanned again is lent to nobody"
    assert shown(desk.scan("hlm")).pile[0].what == "lent", "once more, after it was said: it is wanted"


def test_a_book_of_somebody_else_is_returned_whoever_stands_there(desk: TestHall) -> None:
    desk.scan("li")
    desk.scan("hlm")
    desk.scan("zhang")
    screen = shown(desk.scan("hlm"))
    assert whats(screen) == ["returned"] and lent(desk, "hlm") is None
    assert whats(shown(desk.scan("hlm"))) == ["here", "returned"] and not desk.facts
    assert whats(shown(desk.scan("hlm"))) == ["lent", "returned"] and lent(desk, "hlm") == number_of("zhang")


def test_what_stops_a_loan_is_let_pass_with_a_reason_that_is_kept(desk: TestHall) -> None:
    desk.tell(MemberBlocked(number_of("zhang"), "staff"))
    desk.scan("zhang")
    stopped = shown(desk.scan("hlm")).stopped
    assert (
        stopped and codes(stopped) == ["L-04"] and stopped.choices == ("card_seen", "settled", "head_agrees", "other")
    )
    assert shown(desk.tap("counter_pass")).stopped and not desk.facts, "no reason, no book"
    assert shown(desk.tap("counter_why", why="nonsense")).stopped == stopped
    desk.tap("counter_why", why="settled")
    screen = shown(desk.tap("counter_pass"))
    assert screen.stopped is None and whats(screen) == ["lent"] and lent(desk, "hlm") == number_of("zhang")
    (fact,) = desk.visit.facts
    assert (fact.actor, fact.p.why, fact.p.lifted) == ("S001", "settled", ("L-04",))  # type: ignore[union-attr]
    assert screen.pile[0].notes[0].key == "let_pass"


def test_another_reason_is_written_in_one_line(desk: TestHall) -> None:
    desk.tell(MemberBlocked(number_of("zhang"), "staff"))
    desk.scan("zhang")
    desk.scan("hlm")
    desk.tap("counter_why", why="other")
    assert shown(desk.tap("counter_pass")).stopped
    desk.tap("counter_why_say", text="  馆长\n来过 " + "很" * 99)
    desk.tap("counter_pass")
    (fact,) = desk.visit.facts
    assert fact.p.why == "other" and fact.p.why_said.startswith("馆长 来过 很") and len(fact.p.why_said) == 60  # type: ignore[union-attr]


def test_the_next_scan_is_an_answer_and_the_stopped_copy_stays_stopped(desk: TestHall) -> None:
    desk.tell(MemberBlocked(number_of("zhang"), "staff"))
    desk.scan("zhang")
    desk.scan("hlm")
    after = shown(desk.scan("li"))
    assert after.stopped is None and [row.copy for row in after.undone] == [copy("hlm")] and lent(desk, "hlm") is None
    assert shown(desk.tap("counter_pass")).stopped is None and not desk.facts, "nothing is lent by accident"
    assert shown(desk.scan("hlm")).undone == (), "it was done after all"


def test_a_reason_that_nobody_read_still_stands(desk: TestHall) -> None:
    desk.tell(MemberBlocked(number_of("zhang"), "staff"))
    desk.scan("zhang")
    desk.scan("hlm")
    desk.tap("counter_why", why="settled")
    desk.tell(CopyAdded(Copy(copy("hlm"), 1, 1, 1, kind="reference")))
    screen = shown(desk.tap("counter_pass"))
    assert screen.stopped and codes(screen.stopped) == ["L-04", "L-10"] and not desk.facts
    assert screen.stopped.why == "", "they are asked anew"


def test_a_volunteer_lends_and_lets_nothing_pass(hall: TestHall) -> None:
    hall.tell(MemberBlocked(number_of("zhang"), "staff"))
    on_duty(hall, "volunteer")
    hall.scan("zhang")
    stopped = shown(hall.scan("hlm")).stopped
    assert stopped and stopped.choices == () and stopped.ask == "librarian"
    hall.tap("counter_why", why="settled")
    assert shown(hall.tap("counter_pass")).stopped and not hall.facts and lent(hall, "hlm") is None


@pytest.mark.parametrize("role", ["organiser", "technician", "city"])
def test_it_is_not_there_for_other_roles(hall: TestHall, role: Any) -> None:
    on_duty(hall, role)
    assert isinstance(hall.tap("counter"), Desk)
    assert isinstance(hall.scan("zhang"), Basket), "a card begins the member's own visit"


def test_a_card_that_ended_and_was_let_pass_cuts_no_due_day(hall: TestHall) -> None:
    hall.join("zhang", card_expires_on=TODAY - timedelta(days=1))
    on_duty(hall, "librarian")
    hall.scan("zhang")
    hall.scan("hlm")
    hall.tap("counter_why", why="card_seen")
    screen = shown(hall.tap("counter_pass"))
    assert screen.pile[0].due_on and screen.pile[0].due_on > TODAY + timedelta(days=29)


def test_a_slip_tells_of_this_pile_alone(desk: TestHall) -> None:
    desk.scan("li")
    desk.scan("tg")
    desk.scan("zhang")
    desk.scan("hlm")
    code = shown(desk.tap("counter_slip")).code
    desk.tap("finish")
    receipt: Any = desk.scan(code)
    assert [line.book.title for line in receipt.lines] == ["红楼梦"]


def test_a_card_that_is_not_taken_ends_the_person_before_it(desk: TestHall) -> None:
    desk.scan("zhang")
    screen = shown(desk.scan(desk.card("li", version=7)))
    assert screen.person is None and screen.stopped and codes(screen.stopped) == ["L-02"]
    assert whats(shown(desk.scan("hlm"))) == ["here"] and lent(desk, "hlm") is None


def test_an_unknown_copy_is_said_and_not_forgotten(desk: TestHall) -> None:
    desk.scan("zhang")
    screen = shown(desk.scan(copy_number(1, 999)))
    assert screen.stopped and codes(screen.stopped) == ["K-07"] and whats(screen) == ["stopped"]
