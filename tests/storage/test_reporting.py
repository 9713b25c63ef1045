"""Reports of a small hall: what was undone, what belongs to one visit, who was forgotten, and the past."""

import random
from datetime import timedelta

import pytest
from classrooms import COURSES, Classroom
from halls import BOOKS, MEMBERS, TODAY, TestHall, copy, number_of
from reports import Book

from kiosk.domain import facts as f
from kiosk.domain.members import MemberDetails
from kiosk.domain.refusals import Refused
from kiosk.domain.reporting import Report, closed, span_of
from kiosk.storage import queries, reporting
from kiosk.storage.as_of import as_of
from kiosk.storage.database import Connection
from kiosk.storage.hub_line import HubLine, write_line
from kiosk.storage.sealed import sealing

YEAR = span_of("year", TODAY)
STEPS = 160


def report(hall: TestHall, db: Connection | None = None) -> Report:
    db = db or hall.db
    return reporting.report(db, queries.hall_rules(db, 1), YEAR, hall.clock.now().at)


def counted(hall: TestHall) -> dict[str, int]:
    """By the queries; a second count has to find the same."""
    found = report(hall).figures.numbers
    book = Book(body for (body,) in hall.db.execute("select body from facts order by position"))
    assert found == book.numbers(YEAR.first, YEAR.last, hall.clock.now().at)
    return found


def test_what_was_undone_never_was_and_what_follows_within_the_hour_is_one_visit(hall: TestHall) -> None:
    for what in ("zhang", "hlm", "tg"):
        hall.scan(what)
    hall.tap("undo")
    hall.tap("finish")
    hall.pass_by(1800)
    hall.scan("hlm")
    found = counted(hall)
    assert (found["loans"], found["returns"], found["visits"], found["visitors"]) == (1, 1, 1, 1)
    hall.pass_by(3700)
    for what in ("zhang", "tg"):
        hall.scan(what)
    assert counted(hall)["visits"] == 2


def told(hall: TestHall, chance: random.Random) -> f.Happening:
    """Anything that may be told, in any order, sense or no sense."""
    name, who = chance.choice(list(BOOKS)), number_of(chance.choice(list(MEMBERS)))
    evening = COURSES["photo"] * 100 + chance.randrange(3)
    last = queries.on_desk(hall.db, copy(name))
    loan = last.copy.last_loan if last else None
    ended = queries.loan(hall.db, loan) if loan else None
    back = hall.clock.now().at - timedelta(days=chance.randrange(40))
    due = TODAY + timedelta(days=60)
    return chance.choice(
        [
            f.BookBorrowed(copy(name), who, 1, due, "default"),
            f.BookBorrowed(copy(name), who, 1, due, "default", borrowed_at=back),
            f.BookReturned(copy(name), 1),
            f.BookReturned(copy(name), 1),
            f.BorrowUndone(copy(name), loan or "none"),
            f.ReturnUndone(copy(name), ended.ended_by if ended and ended.ended_by else "none"),
            f.AttendanceEntered(evening, who, late=chance.random() < 0.2),
            f.AttendanceLeft(evening, who, chance.randrange(100)),
            f.ExitMissed(evening, who, 90),
            f.AttendanceCorrected(evening, who, chance.choice(["present", "excused", "absent"]), 45, "staff"),
            f.GuestCounted(evening, chance.randrange(1, 5)),
        ]
    )


@pytest.mark.parametrize("seed", range(4))
def test_any_story_is_counted_alike_in_two_ways_and_its_past_comes_back(hall: TestHall, seed: int) -> None:
    chance = random.Random(seed)
    Classroom(hall).course("photo", evenings=3)
    printed = []
    for n in range(STEPS):
        hall.tell(told(hall, chance))
        hall.pass_by(chance.choice([5, 600, 3600, 3601, 30000]))
        if n % 40 == 20:
            printed.append((report(hall), hall.clock.now().at))
            hall.pass_by(1)
    assert counted(hall)["loans"] > 0
    for then, at in printed:
        with as_of(hall.db, at) as by_time, as_of(hall.db, at, then.known.facts) as by_entry:
            assert not isinstance(by_time, Refused) and not isinstance(by_entry, Refused)
            for db in (by_time, by_entry):
                again = reporting.report(db, queries.hall_rules(db, 1), YEAR, at)
                assert again == then


def test_who_was_forgotten_is_counted_and_no_longer_known(hall: TestHall) -> None:
    for name in MEMBERS:
        hall.tell(sealing(hall.db, MemberDetails(number_of(name), name, unit="临江机床厂", born=1980)))
        hall.scan(name)
        hall.scan(dict(zip(MEMBERS, BOOKS, strict=False))[name])
    known = report(hall).figures
    assert [g.names for g in known.units] == [("临江机床厂",)] and [g.names for g in known.ages] == [("35",)]
    hall.tell(*(f.MemberForgotten(number_of(name)) for name in MEMBERS))
    gone = report(hall).figures
    assert [g.names for g in gone.units] == [("",)] and gone.numbers == known.numbers
    assert [(g.names, g.people) for g in gone.ages] == [(("unknown",), 3)]


def test_the_first_closing_of_a_quarter_counts(hall: TestHall) -> None:
    rules, quarter = queries.hall_rules(hall.db, 1), span_of("quarter", TODAY)
    first = closed(1, reporting.report(hall.db, rules, quarter, hall.clock.now().at))
    hall.tell(f.QuarterClosed(first))
    hall.scan("zhang")
    hall.scan("hlm")
    hall.tell(f.QuarterClosed(closed(1, reporting.report(hall.db, rules, quarter, hall.clock.now().at))))
    assert reporting.handed_in(hall.db, 1, quarter) == first and not hall.store.differences()


def test_under_a_centre_the_past_is_the_centre_s(hall: TestHall) -> None:
    write_line(hall.db, HubLine(hub="https://hub"))
    with as_of(hall.db, hall.clock.now().at) as then:
        assert isinstance(then, Refused) and [reason.code for reason in then.reasons] == ["B-01"]
    assert report(hall).known.all == 0
