"""按纸条补录: a sheet written by hand is told line by line, with the time written there and no other."""

from datetime import date, timedelta
from typing import Any

import pytest
from counters import lent, shown, whats
from duties import on_duty
from halls import NOON, TODAY, TestHall, codes, number_of

from kiosk.storage import queries


@pytest.fixture
def desk(hall: TestHall) -> TestHall:
    on_duty(hall, "librarian")
    return hall


@pytest.fixture
def later(hall: TestHall) -> TestHall:
    """Nine days after the copies were listed, at noon on the 30th."""
    hall.pass_by(9 * 86400)
    on_duty(hall, "librarian")
    return hall


def test_from_paper_with_the_time_written_there(later: TestHall) -> None:
    paper = shown(later.tap("counter_paper")).paper
    assert paper and (paper.what, paper.day, paper.time) == ("lent", TODAY + timedelta(days=9), "")
    later.tap("counter_paper_say", field="day", text="11-25")
    later.tap("counter_paper_say", field="time", text="1630")
    later.scan("zhang")
    assert whats(shown(later.scan("hlm"))) == ["lent"]
    assert whats(shown(later.scan("tg"))) == ["lent", "lent"], "the blanks stay"
    (loan, _) = (o.loan for o in queries.borrower(later.db, member(later)).loans)
    assert loan.borrowed_at == NOON + timedelta(days=4, hours=4, minutes=30) and loan.due_on == date(2026, 12, 25)
    assert later.visit.facts[0].p.why == "paper"  # type: ignore[union-attr]
    later.tap("counter_paper_say", field="what", text="returned")
    later.tap("counter_paper_say", field="day", text="28")
    assert shown(later.scan("hlm")).pile[0].what == "returned"
    ended = queries.loan(later.db, loan.loan)
    assert ended and ended.ended_at == NOON + timedelta(days=7, hours=4, minutes=30)
    later.tap("counter_undo", key=shown(later.tap("counter_day")).pile[0].key)
    assert later.facts == ["ReturnUndone"] and lent(later, "hlm") == number_of("zhang")
    assert later.store.differences() == {}


def member(hall: TestHall) -> Any:
    return queries.member(hall.db, number_of("zhang"))


@pytest.mark.parametrize(
    ("day", "time", "code"),
    [("11-30", "23:00", "T-01"), ("8-1", "9", "T-02"), ("11-30", "9:00", "T-03")],
)
def test_a_line_that_cannot_be_is_refused(later: TestHall, day: str, time: str, code: str) -> None:
    later.scan("zhang")
    later.scan("hlm")
    later.tap("counter_done")
    later.scan("hlm")
    later.tap("counter_paper")
    later.tap("counter_paper_say", field="day", text=day)
    later.tap("counter_paper_say", field="time", text=time)
    later.scan("li")
    stopped = shown(later.scan("hlm")).stopped
    assert stopped and code in codes(stopped) and not later.facts and stopped.choices == ()


def test_a_return_of_a_book_that_is_not_out_is_no_line(later: TestHall) -> None:
    later.tap("counter_paper_say", field="what", text="returned")
    later.tap("counter_paper_say", field="time", text="9")
    stopped = shown(later.scan("hlm")).stopped
    assert stopped and codes(stopped) == ["L-18"] and not later.facts


def test_a_blank_that_says_nothing_changes_nothing(desk: TestHall) -> None:
    before = shown(desk.tap("counter_paper")).paper
    for field, text in (("day", "32"), ("time", "25:00"), ("member", "0"), ("copy", "x"), ("nonsense", "1")):
        screen = shown(desk.tap("counter_paper_say", field=field, text=text))
        assert screen.paper == before and screen.stopped and not desk.facts
    assert codes(shown(desk.scan("hlm")).stopped) == ["T-04"], "without a time no line is whole"
