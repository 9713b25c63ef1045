"""Putting a series together: each touch gives a series that could be held, and stops where it must."""

from datetime import UTC, date, datetime, timedelta

import pytest
from msgspec.structs import replace

from kiosk.domain import drafting
from kiosk.domain.clashing import clashes
from kiosk.domain.classes import Course, Session
from kiosk.domain.desk import HallRules
from kiosk.domain.drafting import DRAFT_COUNT_MAX
from kiosk.domain.halls import Calendar, Hall
from kiosk.domain.policy import DEFAULT
from kiosk.domain.series import Series, course_of, days, sessions_of

TODAY = date(2026, 11, 21)  # a Saturday
FESTIVAL = {date(2027, 2, 10) + timedelta(days=n): True for n in range(3)}
RULES = HallRules(Hall(1, "临江市工人文化宫", "palace", closed_weekdays="1"), (DEFAULT,), Calendar("1", FESTIVAL))
WEDNESDAYS = Series("摄影夜校", "class", "3", "18:30", date(2026, 11, 25), count=12, teacher="沈年", room="205")


def test_a_new_one_begins_on_the_next_open_day() -> None:
    draft = drafting.fresh(RULES, TODAY)
    assert (draft.first, draft.weekdays, draft.count) == (date(2026, 11, 22), "7", 12)
    assert drafting.fresh(RULES, date(2026, 11, 22)).first == date(2026, 11, 24), "closed on Mondays"
    assert drafting.lacks(draft, RULES) == ("title",)


def test_the_next_one_of_its_kind_begins_when_the_last_has_ended() -> None:
    course = course_of(WEDNESDAYS, RULES, 7, TODAY)
    sessions = sessions_of(WEDNESDAYS, RULES, 7, lambda: 0)
    draft = drafting.like(course, sessions, RULES, TODAY)
    assert (draft.title, draft.teacher, draft.room, draft.time) == ("摄影夜校", "沈年", "205", "18:30")
    assert (draft.weekdays, draft.count, draft.length_min, draft.seats) == ("3", 12, 90, 30)
    assert draft.first == days(WEDNESDAYS, RULES)[-1] + timedelta(days=7)
    assert drafting.like(course, sessions, RULES, date(2027, 6, 1)).first == date(2027, 6, 2)
    assert drafting.like(course, (), RULES, TODAY).title == "摄影夜校"


@pytest.mark.parametrize(
    ("field", "by", "name", "value"),
    [
        ("time", 15, "time", "18:45"),
        ("time", -60, "time", "17:30"),
        ("time", 360, "time", "18:30"),  # not into the next day
        ("length", 30, "length_min", 120),
        ("length", -600, "length_min", 10),
        ("seats", 10, "seats", 40),
        ("seats", -60, "seats", 1),
        ("count", 5, "count", 17),
        ("count", 60, "count", DRAFT_COUNT_MAX),
        ("count", -60, "count", 1),
        ("first", 1, "first", date(2026, 12, 2)),
        ("first", -1, "first", date(2026, 11, 25)),  # not into the past
    ],
)
def test_a_step(field: drafting.Stepped, by: int, name: str, value: object) -> None:
    assert getattr(drafting.stepped(WEDNESDAYS, field, by, RULES, TODAY), name) == value


def test_the_last_day_says_how_many() -> None:
    assert days(WEDNESDAYS, RULES)[-1] == date(2027, 2, 17), "the festival moves the end by a week"
    shorter = drafting.stepped(WEDNESDAYS, "last", -1, RULES, TODAY)
    assert (shorter.count, shorter.until, len(days(shorter, RULES))) == (None, date(2027, 2, 3), 11)
    longer = drafting.stepped(shorter, "last", 4, RULES, TODAY)
    assert len(days(longer, RULES)) == 15
    assert len(days(drafting.stepped(shorter, "last", -60, RULES, TODAY), RULES)) == 1
    assert drafting.stepped(shorter, "last", 60, RULES, TODAY) == shorter, "more than a page can show"
    counted = drafting.stepped(shorter, "count", 1, RULES, TODAY)
    assert (counted.count, counted.until) == (12, None)


def test_words_are_taken_and_cut() -> None:
    assert drafting.written(WEDNESDAYS, "title", " 楷书 ").title == "楷书"
    assert len(drafting.written(WEDNESDAYS, "teacher", "沈" * 99).teacher) == 40
    assert drafting.written(WEDNESDAYS, "kind", "talk").kind == "class"
    assert drafting.written(WEDNESDAYS, "kind", "lecture").kind == "lecture"
    both = drafting.written(WEDNESDAYS, "weekday", "6")
    assert both.weekdays == "36" and drafting.written(both, "weekday", "3").weekdays == "6"
    none = drafting.written(WEDNESDAYS, "weekday", "3")
    assert drafting.lacks(none, RULES) == ("weekdays",)
    assert drafting.stepped(none, "last", 1, RULES, TODAY) == none
    mondays = drafting.written(none, "weekday", "1")
    assert drafting.lacks(mondays, RULES) == ("evenings",), "the hall is closed on all of them"


def test_a_day_left_out_moves_the_end_and_keeps_the_count() -> None:
    fewer = drafting.skipped(WEDNESDAYS, date(2027, 1, 13))
    held = days(fewer, RULES)
    assert len(held) == 12 and date(2027, 1, 13) not in held and held[-1] == date(2027, 2, 24)


@pytest.mark.parametrize(
    ("day", "term"),
    [(date(2026, 8, 1), "2026-2"), (date(2027, 1, 31), "2026-2"), (date(2027, 2, 1), "2027-1")],
)
def test_terms(day: date, term: str) -> None:
    assert drafting.term_of(day) == term


def test_clashes_name_the_room_or_the_teacher() -> None:
    mine = sessions_of(WEDNESDAYS, RULES, 7, lambda: 0)
    talk = Course(8, 1, "lecture", "每周一讲", 60, TODAY, TODAY, teacher="沈年", room="剧场")
    at = datetime(2026, 12, 2, 11, tzinfo=UTC)
    evening = Session(81, 8, at, at + timedelta(hours=1), 60)

    def found(course: Course, session: Session) -> list[tuple[int, str]]:
        return [(clash.number, clash.shared) for clash in clashes(mine, ((course, session),))]

    assert found(talk, evening) == [(2, "teacher")]
    assert found(talk, replace(evening, teacher="周敏")) == []
    assert found(talk, replace(evening, room="205")) == [(2, "room")]
    assert found(talk, replace(evening, state="cancelled")) == []
    assert found(replace(talk, cancelled_why="x"), evening) == []
    later = at + timedelta(hours=3)
    assert found(talk, replace(evening, starts_at=later, ends_at=later + timedelta(hours=1))) == []
