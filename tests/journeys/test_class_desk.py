"""An organiser looks after those who wait for a seat, and those whom a pause keeps away."""

import pytest
from classrooms import Classroom
from colleagues import on_duty
from halls import TODAY, TestHall

from kiosk.domain.facts import EnrolmentPaused, SeatPromoted, SeatRequested
from kiosk.domain.staff import Role
from kiosk.storage import programme
from kiosk.visit.screens import Answers, ClassDesk, Desk, Home

ZHANG, LI, OU = 1000, 1001, 1002


@pytest.fixture
def room(hall: TestHall) -> Classroom:
    """One seat, taken; two wait for it."""
    made = Classroom(hall)
    course = made.course("photo", title="摄影夜校", seats=1)
    made.seat("photo", ZHANG)
    hall.tell(SeatRequested(course, LI, waiting=True), SeatRequested(course, OU, waiting=True))
    return made


def test_who_waits_and_for_whom_a_seat_is_kept(room: Classroom) -> None:
    hall = room.hall
    assert isinstance(on_duty(hall, "organiser"), Desk)
    screen = hall.tap("class_desk")
    assert isinstance(screen, ClassDesk) and not screen.pauses
    assert [(w.name, w.number_tail, w.place) for w in screen.waiters] == [("李*", "0001", 1), ("欧阳*", "0002", 2)]
    hall.tell(SeatPromoted(71, LI))
    assert [(w.place, w.until) for w in hall.tap("class_desk").waiters] == [(0, None), (1, None)]


def test_a_chair_more_is_kept_out_of_turn_and_nobody_loses_a_seat(room: Classroom) -> None:
    hall = room.hall
    on_duty(hall, "organiser")
    after = hall.tap("extra_chair", course="71", member=str(OU), why="needs_it")
    assert hall.facts == ["CourseSet", "SeatPromoted", "AnswerGiven"]
    assert hall.visit.facts[1].p.why == "needs_it" and hall.visit.facts[0].actor == "S001"
    assert [(w.name, w.place) for w in after.waiters] == [("李*", 1), ("欧阳*", 0)]
    course = programme.course(hall.db, 71)
    assert course and (course.seats, course.confirmed, course.offered) == (2, 1, 1)
    hall.tap("extra_chair", course="71", member=str(OU), why="needs_it")
    assert not hall.facts, "a seat is kept already"
    hall.tap("finish")
    told = hall.scan("ou")
    assert isinstance(told, Answers) and [item.kind for item in told.items] == ["seat_free"]
    assert hall.store.differences() == {}


def test_a_pause_is_lifted_with_a_reason(room: Classroom) -> None:
    hall = room.hall
    hall.tell(EnrolmentPaused(LI, TODAY.replace(month=12), 3))
    on_duty(hall, "manager")
    screen = hall.tap("class_desk", pauses=True)
    (row,) = screen.paused
    assert (row.name, row.until, row.count) == ("李*", TODAY.replace(month=12), 3)
    assert hall.tap("lift_pause", member=row.member).paused and not hall.facts, "a reason is always chosen"
    assert hall.tap("lift_pause", member=row.member, why="was_ill").paused == ()
    assert hall.facts == ["EnrolmentPauseLifted"] and hall.visit.facts[0].p.why == "was_ill"


@pytest.mark.parametrize(
    "said", [{"course": "71", "member": "9"}, {"course": "9", "member": "1001"}, {"course": "71", "member": "1000"}]
)
def test_nonsense_changes_nothing(room: Classroom, said: dict[str, str]) -> None:
    hall = room.hall
    on_duty(hall, "organiser")
    assert isinstance(hall.tap("extra_chair", **said, why="needs_it"), ClassDesk) and not hall.facts
    assert isinstance(hall.tap("lift_pause", member=said["member"], why="was_ill"), ClassDesk) and not hall.facts


@pytest.mark.parametrize("role", ["volunteer", "librarian", "technician", "city"])
def test_it_is_not_there_for_other_roles(room: Classroom, role: Role) -> None:
    on_duty(room.hall, role)
    assert isinstance(room.hall.tap("class_desk"), Desk)
    assert isinstance(room.hall.tap("extra_chair", course="71", member=str(OU), why="needs_it"), Desk)


def test_it_is_not_there_for_members(room: Classroom) -> None:
    room.hall.scan("zhang")
    assert isinstance(room.hall.tap("class_desk"), Home)
