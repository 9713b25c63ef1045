"""An organiser at the kiosk opens a course over two holidays."""

from datetime import date

import pytest
from classrooms import Classroom
from colleagues import on_duty
from halls import TestHall

from kiosk.domain.facts import SpecialDaySet
from kiosk.domain.halls import SpecialDay
from kiosk.domain.staff import Role
from kiosk.storage import programme
from kiosk.visit.screens import Desk, Home, SeriesEditor

STOCKTAKE, FESTIVAL = date(2027, 1, 2), date(2027, 2, 6)


@pytest.fixture
def room(hall: TestHall) -> Classroom:
    """A course was held on Saturdays, and the hall closes on two of those to come."""
    made = Classroom(hall)
    made.course("photo", title="摄影夜校", teacher="沈年", evenings=12)
    for day, why in ((STOCKTAKE, "盘点"), (FESTIVAL, "春节")):
        hall.tell(SpecialDaySet(SpecialDay(f"1 {day}", 1, day, closed=True, why=why)))
    hall.visit.finish()  # the calendar is read anew
    return made


def test_a_course_like_an_earlier_one_is_made(room: Classroom) -> None:
    hall = room.hall
    assert isinstance(on_duty(hall, "organiser"), Desk)
    blank = hall.tap("series")
    assert isinstance(blank, SeriesEditor) and blank.lacks == ("title",)
    assert [course.title for course in blank.earlier] == ["摄影夜校"]
    draft = hall.tap("series_like", course=blank.earlier[0].course)
    assert (draft.said.title, draft.said.teacher, draft.said.room) == ("摄影夜校", "沈年", "301")
    assert (draft.said.starts, draft.said.ends, draft.said.count, draft.lacks) == ("19:00", "20:30", 12, ())
    made = hall.tap("series_make")
    assert made.made == "摄影夜校" and hall.facts == ["CourseSet", *["SessionSet"] * 12]
    assert {fact.actor for fact in hall.visit.facts} == {"S001"}
    course = hall.visit.facts[0].p.course
    assert course.term == "2027-1" and len(programme.sessions_of(hall.db, course.course)) == 12
    assert hall.store.differences() == {}
    assert hall.tap("series_make").made == "" and not hall.facts, "a second touch makes no second course"


def test_days_fall_out_with_their_reason_and_the_end_moves(room: Classroom) -> None:
    hall = room.hall
    on_duty(hall, "organiser")
    hall.tap("series")
    draft = hall.tap("series_write", field="weekday", text="6")
    draft = hall.tap("series_write", field="weekday", text="7")
    assert draft.said.first == date(2026, 11, 28) and draft.said.weekdays == "6"
    out = {day.on: day.why for day in draft.days if day.number == 0}
    assert out == {STOCKTAKE: "盘点", FESTIVAL: "春节"}
    assert (draft.said.last, draft.usual_last) == (date(2027, 2, 27), date(2027, 2, 13))
    assert [day.number for day in draft.days if day.number] == list(range(1, 13))


def test_whoever_is_there_already_is_named_and_the_day_left_out(room: Classroom) -> None:
    hall = room.hall
    on_duty(hall, "manager")
    hall.tap("series")
    hall.tap("series_write", field="title", text="楷书入门")
    hall.tap("series_write", field="weekday", text="7")
    hall.tap("series_write", field="weekday", text="6")
    draft = hall.tap("series_write", field="room", text="301")
    assert [(c.number, c.shared, c.title) for c in draft.clashes[:1]] == [(1, "room", "摄影夜校")]
    first = draft.clashes[0].on
    fewer = hall.tap("series_skip", day=str(first))
    assert fewer.said.count == 12 and {d.why for d in fewer.days if d.on == first} == {"skipped"}
    elsewhere = hall.tap("series_write", field="room", text="302")
    assert elsewhere.clashes == ()


def test_numbers_go_up_and_down_and_nonsense_changes_nothing(room: Classroom) -> None:
    hall = room.hall
    on_duty(hall, "organiser")
    before = hall.tap("series")
    assert hall.tap("series_step", field="seats", by=10).said.seats == 40
    assert hall.tap("series_step", field="seats", by=-10).said == before.said
    for nonsense in ({"field": "price", "by": 1}, {"field": "seats"}):
        assert hall.tap("series_step", **nonsense).said == before.said
    assert hall.tap("series_write", field="price", text="1").said == before.said
    assert hall.tap("series_like", course="999").said == before.said
    assert hall.tap("series_skip", day="soon").said == before.said
    assert hall.tap("series_make").made == "" and not hall.facts, "without a title nothing is made"


def test_the_draft_is_kept_while_somebody_is_on_duty_and_no_longer(room: Classroom) -> None:
    hall = room.hall
    on_duty(hall, "organiser")
    hall.tap("series")
    hall.tap("series_write", field="title", text="楷书入门")
    assert isinstance(hall.tap("back"), Desk)
    assert hall.tap("series").said.title == "楷书入门"
    hall.tap("finish")
    on_duty(hall, "organiser")
    assert hall.tap("series").said.title == ""


@pytest.mark.parametrize("role", ["volunteer", "librarian", "technician", "city"])
def test_it_is_not_there_for_other_roles(room: Classroom, role: Role) -> None:
    on_duty(room.hall, role)
    assert isinstance(room.hall.tap("series_make"), Desk) and not room.hall.facts


def test_it_is_not_there_for_members(room: Classroom) -> None:
    room.hall.scan("li")
    assert isinstance(room.hall.tap("series"), Home)
