"""Journeys of courses: the programme, a seat, the waiting list, the door, the way out."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from classrooms import Classroom
from halls import TODAY, TestHall, codes

from kiosk.domain.facts import SeatsLeased
from kiosk.visit.screens import (
    Answers,
    CourseDetail,
    Enrolled,
    Home,
    Programme,
)

ZHANG, LI, OU = 1000, 1001, 1002


@pytest.fixture
def room(hall: TestHall) -> Classroom:
    return Classroom(hall)


@pytest.fixture(autouse=True)
def rows_follow_from_facts(hall: TestHall) -> Iterator[None]:
    yield
    assert hall.store.differences() == {}


# The programme


def test_the_programme_by_day_kind_and_after_work(hall: TestHall, room: Classroom) -> None:
    room.course("photo", evenings=3)
    room.course("talk", minute=10 * 60, kind="lecture")
    room.course("yoga", minute=15 * 60, kind="exercise")
    screen = hall.tap("programme")
    assert isinstance(screen, Programme) and [row.title for row in screen.rows] == ["yoga", "photo", "photo"]
    assert screen.days == (TODAY, TODAY + timedelta(days=7)) and screen.rows[0].when.starts == "15:00"
    assert [row.title for row in hall.tap("programme", kind="exercise").rows] == ["yoga"]
    assert [row.title for row in hall.tap("programme", after_work=True).rows] == ["photo", "photo"]
    assert [row.title for row in hall.tap("programme", day=str(TODAY)).rows] == ["yoga", "photo"]
    assert hall.tap("programme", day="no day", kind="no kind").rows == screen.rows


def test_the_programme_has_a_week_to_choose_from_and_the_line_of_today(hall: TestHall, room: Classroom) -> None:
    room.course("photo", evenings=3)
    room.course("yoga", minute=18 * 60, kind="exercise")
    screen = hall.tap("programme")
    assert (screen.week[0], len(screen.week), screen.other_week) == (TODAY, 7, TODAY + timedelta(days=7))
    assert screen.kinds == ("class", "exercise") == hall.tap("programme", kind="class").kinds
    assert [row.title for row in screen.day_line.sessions] == ["yoga", "photo"] and screen.day_line.now_at == 0
    room.at("18:30")
    assert hall.tap("programme").day_line.now_at == 0.25  # half of the way to the next start
    room.at("19:01")
    assert hall.tap("programme").day_line.now_at == 0.51  # it has just begun, and is seen to have begun
    later = hall.tap("programme", day=str(TODAY + timedelta(days=8)))
    assert (later.rows, later.week[0], later.other_week) == ((), TODAY + timedelta(days=7), TODAY)
    assert later.next_day == TODAY  # nothing later is known: the first day that has anything
    assert hall.tap("programme", day=str(TODAY + timedelta(days=3))).next_day == TODAY + timedelta(days=7)
    assert hall.tap("programme", day=str(TODAY)).next_day is None


def test_a_course_for_everybody_and_for_a_member(hall: TestHall, room: Classroom) -> None:
    key = room.course("photo", evenings=6)
    screen = hall.tap("course", course=key)
    assert isinstance(screen, CourseDetail) and (screen.may, screen.course.free, screen.course.count) == ("card", 3, 6)
    assert len(screen.course.sessions) == 4
    hall.scan("zhang")
    assert hall.tap("course", course=str(key)).may == "enrol"
    assert codes(hall.tap("course", course="nothing")) == ["E-18"]


# A seat


def test_enrol_and_withdraw(hall: TestHall, room: Classroom) -> None:
    key = room.course("photo", minute=20 * 60 + 30, evenings=2)
    hall.pass_by(86400)
    hall.scan("zhang")
    screen = hall.tap("enrol", course=key)
    assert isinstance(screen, Enrolled) and screen.outcome == "confirmed" and hall.facts == ["SeatConfirmed"]
    assert screen.calendar.count("BEGIN:VEVENT") == 1 and "DTSTART:20261128T123000Z" in screen.calendar
    assert codes(hall.tap("enrol", course=key)) == ["E-03"] and not hall.facts
    screen = hall.tap("withdraw", course=key)
    assert isinstance(screen, CourseDetail) and screen.course.state == "withdrawn" and hall.facts == ["SeatWithdrawn"]
    assert screen.may == "enrol" and screen.course.free == 3
    assert codes(hall.tap("withdraw", course=key)) == ["E-10"]


def test_without_a_card_nothing_is_taken(hall: TestHall, room: Classroom) -> None:
    key = room.course("photo")
    for action in ("enrol", "withdraw", "check_in", "check_out", "rate"):
        assert isinstance(hall.tap(action, course=key, session="1"), Home) and not hall.facts


def test_every_reason_at_once(hall: TestHall, room: Classroom) -> None:
    key = room.course("photo", opens_on=TODAY + timedelta(days=2))
    for name in ("erhu", "talk", "yoga"):
        room.course(name, minute=8 * 60)
        room.seat(name, ZHANG)
    hall.join("zhang", card_expires_on=TODAY - timedelta(days=1), blocked_why="staff")
    hall.scan("zhang")
    assert codes(hall.tap("enrol", course=key)) == ["E-02", "E-04", "L-03", "L-04"]
    detail = hall.tap("course", course=key)
    assert [r.code for r in detail.why_not] == ["E-02", "E-04", "L-03", "L-04"] and detail.may == ""


def test_a_clash_is_said_and_forbids_nothing(hall: TestHall, room: Classroom) -> None:
    key = room.course("photo")
    room.course("erhu", minute=20 * 60)
    room.seat("erhu", ZHANG)
    hall.scan("zhang")
    screen = hall.tap("enrol", course=key)
    assert screen.outcome == "confirmed" and [r.code for r in screen.notices] == ["E-07"]


def test_the_waiting_list_moves_up_in_order(hall: TestHall, room: Classroom) -> None:
    key = room.course("photo", seats=1, evenings=5, minute=9 * 60)
    for name, state, ahead in (("zhang", "confirmed", 0), ("li", "waiting", 0), ("ou", "waiting", 1)):
        hall.scan(name)
        screen = hall.tap("enrol", course=key)
        assert (screen.outcome, screen.ahead) == (state, ahead)
    assert not screen.notices  # that it was full the outcome says
    hall.scan("zhang")
    hall.tap("withdraw", course=key)
    assert hall.facts == ["SeatWithdrawn", "SeatPromoted", "AnswerGiven"]
    hall.scan("ou")
    assert codes(hall.tap("enrol", course=key)) == ["E-03"]
    screen = hall.scan("li")
    assert isinstance(screen, Answers) and [a.kind for a in screen.items] == ["seat_free"]
    assert hall.facts == ["AnswerTold", "SeatOfferTold"]
    assert screen.items[0].until == TODAY + timedelta(days=2)
    assert hall.tap("course", course=key).may == "confirm"
    assert hall.tap("enrol", course=key).outcome == "confirmed"


def test_an_offer_that_nobody_answers_goes_on(hall: TestHall, room: Classroom) -> None:
    key = room.course("photo", seats=1, evenings=5, minute=9 * 60)
    for name in ("zhang", "li", "ou"):
        hall.scan(name)
        hall.tap("enrol", course=key)
    hall.scan("zhang")
    hall.tap("withdraw", course=key)
    hall.pass_days(9)  # not told yet: nothing lapses
    assert isinstance(hall.scan("li"), Answers)
    hall.tap("finish")
    hall.pass_days(3)
    screen = hall.scan("ou")
    assert isinstance(screen, Answers) and [a.kind for a in screen.items] == ["seat_free"]
    screen = hall.scan("li")
    assert [a.kind for a in screen.items] == ["seat_lapsed"]


def test_more_seats_go_to_those_who_wait(hall: TestHall, room: Classroom) -> None:
    key = room.course("photo", seats=1, evenings=5)
    for name in ("zhang", "li"):
        hall.scan(name)
        hall.tap("enrol", course=key)
    room.course("photo", seats=2)
    hall.tap("finish")
    hall.tick(61)
    assert [a.kind for a in hall.scan("li").items] == ["seat_free"]


def test_outside_the_lease_it_is_only_a_wish(hall: TestHall, room: Classroom) -> None:
    key = room.course("photo", seats=10)
    hall.tell(SeatsLeased(key, 1))
    hall.scan("zhang")
    assert hall.tap("enrol", course=key).outcome == "confirmed"
    hall.scan("li")
    screen = hall.tap("enrol", course=key)
    assert (screen.outcome, hall.facts, screen.calendar) == ("requested", ["SeatRequested"], "")
    assert not screen.notices and screen.course.known == "leased"
