"""What staff did at the counter is taken back with all it moved, until the day is over."""

import pytest
from counters import lent, shown, whats
from duties import on_duty
from halls import TestHall, codes, copy, number_of

from kiosk.domain.facts import CopyLost
from kiosk.storage import queries


@pytest.fixture
def desk(hall: TestHall) -> TestHall:
    on_duty(hall, "librarian")
    hall.tap("counter")
    return hall


def test_a_hold_let_pass_waits_again_and_is_kept_again_after_an_undo(desk: TestHall) -> None:
    desk.scan("li")
    desk.scan("hlm")
    desk.tap("finish")
    desk.scan("zhang")
    desk.tap("place_hold", title="1")
    desk.tap("finish")
    on_duty(desk, "librarian")
    (returned,) = shown(desk.scan("hlm")).pile
    assert (returned.notes[0].key, returned.notes[0].values) == ("hold", {"name": "张*三", "tail": "0000"})
    desk.scan("ou")
    stopped = shown(desk.scan("hlm")).stopped
    assert stopped and codes(stopped) == ["L-11"] and stopped.choices[0] == "holder_agrees"
    desk.tap("counter_why", why="holder_agrees")
    desk.tap("counter_pass")
    assert desk.facts == ["BookBorrowed", "HoldRequeued", "AnswerWithdrawn"] and lent(desk, "hlm") == number_of("ou")
    desk.tap("counter_undo")
    assert desk.facts == ["BorrowUndone", "HoldReadied", "AnswerGiven"] and lent(desk, "hlm") is None
    assert desk.store.differences() == {}


def test_what_was_missing_is_found_and_shelved_or_lent(desk: TestHall) -> None:
    desk.tell(CopyLost(copy("hlm"), missing=True), CopyLost(copy("tg")))
    (row,) = shown(desk.scan("hlm")).pile
    assert (row.what, row.notes[0].key) == ("found", "was_missing") and desk.facts == ["CopyFound"]
    desk.tap("counter_undo", key=row.key)
    found = queries.on_desk(desk.db, copy("hlm"))
    assert found and found.copy.condition == "missing"
    desk.scan("zhang")
    screen = shown(desk.scan("tg"))
    assert desk.facts == ["CopyFound", "BookBorrowed"]
    assert screen.pile[0].notes[0].key == "was_lost"


def test_a_damage_is_noted_with_a_line_and_taken_back(desk: TestHall) -> None:
    desk.scan("hlm")
    assert shown(desk.tap("counter_damage")).way == "damage"
    screen = shown(desk.tap("counter_damage_say", text="第 31 页撕口"))
    assert screen.way == "pile" and screen.pile[0].what == "damaged"
    (fact,) = desk.visit.facts
    assert (fact.actor, fact.p.note) == ("S001", "第 31 页撕口")  # type: ignore[union-attr]
    desk.tap("counter_undo")
    assert desk.facts == ["CopyMended"]
    desk.scan("zhang")
    desk.scan("hlm")
    desk.tap("counter_damage")
    stopped = shown(desk.tap("counter_damage_say", text="")).stopped
    assert stopped and codes(stopped) == ["S-06"] and stopped.choices == ()


def test_one_loan_or_all_are_renewed_and_taken_back(desk: TestHall) -> None:
    desk.scan("zhang")
    for book in ("hlm", "tg", "food"):
        desk.scan(book)
    desk.tap("counter_done")
    desk.pass_by(9 * 86400)
    on_duty(desk, "librarian")
    desk.scan("zhang")
    loans = shown(desk.tap("counter_loans")).loans
    assert len(loans) == 3 and all(row.renewable for row in loans)
    before = queries.loan(desk.db, loans[0].loan)
    screen = shown(desk.tap("counter_renew", loan=loans[0].loan))
    assert whats(screen) == ["renewed"] and desk.facts == ["LoanRenewed"]
    desk.tap("counter_undo")
    assert desk.facts == ["RenewalUndone"] and queries.loan(desk.db, loans[0].loan) == before
    assert shown(desk.tap("counter_renew_all")).counts.renewed == 3
    assert desk.store.differences() == {}


def test_a_renewal_that_is_refused_is_let_pass(desk: TestHall) -> None:
    desk.scan("zhang")
    desk.scan("hlm")
    desk.pass_by(40 * 86400)
    on_duty(desk, "librarian")
    desk.scan("zhang")
    (row,) = shown(desk.tap("counter_loans")).loans
    stopped = shown(desk.tap("counter_renew", loan=row.loan)).stopped
    assert stopped and codes(stopped) == ["L-16"] and stopped.action == "renew"
    desk.tap("counter_why", why="for_a_group")
    screen = shown(desk.tap("counter_pass"))
    assert whats(screen) == ["renewed"] and desk.visit.facts[0].p.lifted == ("L-16",)  # type: ignore[union-attr]


def test_all_of_the_day_is_taken_back_until_the_day_is_over(desk: TestHall) -> None:
    desk.scan("zhang")
    desk.scan("hlm")
    desk.scan("tg")
    desk.tap("counter_done")
    desk.scan("hlm")
    desk.tap("finish")
    on_duty(desk, "librarian")
    rows = shown(desk.tap("counter_day")).pile
    assert [(row.what, row.copy) for row in rows] == [("returned", copy("hlm")), ("lent", copy("tg"))]
    screen = shown(desk.tap("counter_undo", key=rows[0].key))
    assert lent(desk, "hlm") == number_of("zhang") and [row.what for row in screen.pile] == ["lent", "lent"]
    late = screen.pile[0].key
    desk.pass_by(86400)
    on_duty(desk, "librarian")
    assert shown(desk.tap("counter_day")).pile == ()
    stopped = shown(desk.tap("counter_undo", key=late)).stopped
    assert stopped and codes(stopped) == ["L-19"] and not desk.facts


def test_a_late_return_taken_back_lifts_the_pause(desk: TestHall) -> None:
    desk.scan("zhang")
    desk.scan("hlm")
    desk.pass_by(45 * 86400)
    on_duty(desk, "librarian")
    screen = shown(desk.scan("hlm"))
    assert desk.facts == ["BookReturned", "MemberSuspended"] and screen.pile[0].notes[0].key == "paused"
    desk.tap("counter_undo")
    assert desk.facts == ["ReturnUndone", "SuspensionLifted"] and lent(desk, "hlm") == number_of("zhang")
