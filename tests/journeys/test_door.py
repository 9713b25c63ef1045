"""Journeys at the door of a session: in by one scan, out by another, standby, posters, a clock that jumps."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from classrooms import Classroom, LostClock
from halls import TODAY, TestHall, codes

from kiosk.domain.facts import SessionCancelled
from kiosk.visit.screens import (
    Attract,
    Basket,
    CheckedIn,
    CheckedOut,
    ChooseSession,
    CourseDetail,
    Progress,
    Rating,
    Refusal,
)

ZHANG, LI, OU = 1000, 1001, 1002


@pytest.fixture
def room(hall: TestHall) -> Classroom:
    return Classroom(hall)


@pytest.fixture(autouse=True)
def rows_follow_from_facts(hall: TestHall) -> Iterator[None]:
    yield
    assert hall.store.differences() == {}


def test_one_scan_checks_in_and_the_next_one_out(hall: TestHall, room: Classroom) -> None:
    room.course("photo")
    room.seat("photo", ZHANG)
    assert isinstance(hall.scan("zhang"), Basket)  # at noon no door is open
    room.at("18:45")
    screen = hall.scan("zhang")
    assert isinstance(screen, CheckedIn) and hall.facts == ["AttendanceEntered"]
    assert (screen.entered, screen.late, screen.present) == ("18:45", False, 1)
    assert isinstance(hall.scan("zhang"), CheckedIn) and not hall.facts  # the same event
    assert isinstance(hall.scan("hlm"), Basket) and hall.facts == ["BookBorrowed"]
    hall.tap("finish")
    room.at("20:31")
    screen = hall.scan("zhang")
    assert isinstance(screen, CheckedOut) and hall.facts == ["AttendanceLeft"]
    assert (screen.minutes, screen.hours, screen.hours_total) == (90, 2.0, 2.0)
    assert hall.scan("zhang") == screen and not hall.facts


def test_the_door_tells_how_far_a_course_has_come(hall: TestHall, room: Classroom) -> None:
    room.course("photo", evenings=3)
    room.seat("photo", ZHANG, LI)
    room.at("18:52")
    screen = hall.scan("zhang")
    assert isinstance(screen, CheckedIn) and screen.early_min == 8
    assert screen.progress == Progress(("came", "coming", "coming"), 1, 1)
    room.at("19:14", TODAY + timedelta(days=7))
    screen = hall.scan("li")
    assert isinstance(screen, CheckedIn) and screen.late and screen.early_min == 0
    assert screen.progress == Progress(("missed", "came", "coming"), 2, 1)
    room.at("20:31", TODAY + timedelta(days=7))
    screen = hall.scan("li")
    assert isinstance(screen, CheckedOut) and screen.progress == Progress(("missed", "came", "coming"), 2, 1)


def test_the_next_person_need_not_wait(hall: TestHall, room: Classroom) -> None:
    room.course("photo")
    room.seat("photo", ZHANG, LI, OU)
    room.at("19:15")
    for name in ("zhang", "li", "ou"):
        screen = hall.scan(name)
        assert isinstance(screen, CheckedIn) and screen.late and hall.facts == ["AttendanceEntered"]


def test_several_open_doors_ask(hall: TestHall, room: Classroom) -> None:
    room.course("photo")
    room.course("erhu", minute=19 * 60 + 10)
    room.seat("photo", ZHANG)
    room.seat("erhu", ZHANG)
    room.at("18:50")
    screen = hall.scan("zhang")
    assert isinstance(screen, ChooseSession) and len(screen.sessions) == 2 and not hall.facts
    screen = hall.tap("check_in", session=screen.sessions[1].session)
    assert isinstance(screen, CheckedIn) and screen.session.title == "erhu"


def test_back_from_a_break(hall: TestHall, room: Classroom) -> None:
    room.course("photo")
    room.seat("photo", ZHANG)
    room.at("19:00")
    hall.scan("zhang")
    hall.tap("finish")
    room.at("19:20")
    assert hall.scan("zhang").minutes == 20
    hall.tap("finish")
    room.at("19:30")
    assert isinstance(hall.scan("zhang"), CheckedIn)
    hall.tap("finish")
    room.at("20:30")
    assert hall.scan("zhang").minutes == 80


def test_the_poster_after_the_card_and_before_it(hall: TestHall, room: Classroom) -> None:
    room.course("talk", walk_ins=True, seats=1, kind="lecture")
    room.at("18:40")
    assert isinstance(hall.scan(room.poster("talk")), CourseDetail)
    screen = hall.scan("zhang")
    assert isinstance(screen, CheckedIn) and screen.how == "walk_in"
    hall.tap("finish")
    hall.scan("li")
    screen = hall.scan(room.poster("talk"))
    assert codes(screen) == ["E-15", "E-16"] and hall.facts == ["StandbyJoined", "CheckInRefused"]
    assert codes(hall.scan(room.poster("talk", TODAY + timedelta(days=1)))) == ["E-19"]


def test_too_early_too_late_and_not_on_the_list(hall: TestHall, room: Classroom) -> None:
    room.course("photo")
    hall.scan("zhang")
    screen = hall.scan(room.poster("photo"))
    assert isinstance(screen, Refusal) and codes(screen) == ["E-11", "E-10", "E-16"]
    assert hall.facts == ["CheckInRefused"]
    room.at("20:00")
    hall.scan("li")
    room.seat("photo", LI)
    assert codes(hall.scan(room.poster("photo"))) == ["E-12"]
    hall.tell(SessionCancelled(room.session("photo"), "the teacher is ill"))
    assert codes(hall.tap("check_in", session=room.session("photo"))) == ["E-13"]


def test_unclaimed_seats_go_in_order_of_presence(hall: TestHall, room: Classroom) -> None:
    room.course("photo", seats=1)
    room.seat("photo", ZHANG)
    room.at("18:55")
    for name in ("li", "ou"):
        hall.scan(name)
        assert "E-16" in codes(hall.scan(room.poster("photo")))
        hall.tap("finish")
    room.at("19:12")
    hall.scan("ou")
    assert codes(hall.scan(room.poster("photo"))) == ["E-10"]  # the one seat is the other's
    hall.scan("li")
    screen = hall.scan(room.poster("photo"))
    assert isinstance(screen, CheckedIn) and screen.how == "standby"


def test_a_missing_exit_costs_nothing_and_waits_for_staff(hall: TestHall, room: Classroom) -> None:
    room.course("photo", evenings=2)
    room.seat("photo", ZHANG, LI)
    room.at("19:00")
    hall.scan("zhang")
    hall.tap("finish")
    room.at("22:00")
    hall.tick(61)
    hall.tick(61)
    rows = hall.db.execute("select member, result, minutes from attendance order by member").fetchall()
    assert rows == [(ZHANG, "unsettled", 90), (LI, "absent", 0)]
    assert isinstance(hall.visit.screen, Attract)


def test_check_out_without_check_in(hall: TestHall, room: Classroom) -> None:
    hall.scan("zhang")
    assert codes(hall.tap("check_out")) == ["E-21"]


def test_three_seats_not_used_pause_new_ones(hall: TestHall, room: Classroom) -> None:
    room.course("photo", evenings=3)
    key = room.course("erhu", closes_on=TODAY + timedelta(days=60))
    room.seat("photo", ZHANG)
    for _ in range(3):
        hall.pass_days(7)
        hall.tick(61)
    hall.scan("zhang")
    screen = hall.tap("enrol", course=key)
    assert codes(screen) == ["E-06"] and screen.reasons[0].values["count"] == 3


def test_a_rating_is_given_once_by_whoever_was_there(hall: TestHall, room: Classroom) -> None:
    room.course("photo")
    room.seat("photo", ZHANG)
    room.at("19:00")
    hall.scan("zhang")
    hall.tap("finish")
    room.at("22:00")
    hall.tick(61)
    hall.tick(61)
    hall.scan("zhang")
    rating = {"session": room.session("photo"), "faces": 5, "line": "讲得清楚"}
    hall.tap("rate", **rating)
    assert hall.facts == ["RatingGiven"]
    assert codes(hall.tap("rate", **rating)) == ["E-21"]


def evening_passed(hall: TestHall, room: Classroom) -> None:
    room.course("photo")
    room.seat("photo", ZHANG)
    room.at("19:00")
    hall.scan("zhang")
    hall.tap("finish")
    room.at("22:00")
    hall.tick(61)
    hall.tick(61)


def test_a_rating_is_asked_for_at_the_next_visit_and_given_in_one_touch(hall: TestHall, room: Classroom) -> None:
    evening_passed(hall, room)
    asked = hall.scan("zhang")
    assert isinstance(asked, Rating) and asked.session.title == "photo" and hall.facts == ["RatingAsked"]
    assert isinstance(hall.tap("rate", session=asked.session.session, faces=4), Basket)
    assert hall.facts == ["RatingGiven"] and hall.store.differences() == {}
    hall.tap("finish")
    assert isinstance(hall.scan("zhang"), Basket)


@pytest.mark.parametrize("passed", ["go_on", "basket", "finish"])
def test_a_rating_that_is_passed_over_is_not_asked_for_again(hall: TestHall, room: Classroom, passed: str) -> None:
    evening_passed(hall, room)
    hall.scan("zhang")
    hall.tap(passed)
    assert not hall.facts
    hall.tap("finish")
    assert isinstance(hall.scan("zhang"), Basket)


def test_a_book_and_a_door_come_before_a_rating(hall: TestHall, room: Classroom) -> None:
    evening_passed(hall, room)
    hall.scan("hlm")
    assert isinstance(hall.scan("zhang"), Basket), "the book that waited for a card"
    hall.tap("finish")
    room.course("erhu", minute=22 * 60 + 30)
    room.seat("erhu", ZHANG)
    assert isinstance(hall.scan("zhang"), CheckedIn)
    assert isinstance(hall.tap("go_on"), Basket), "others stand behind"


# A clock that jumps


@pytest.mark.parametrize("year", [2001, 2099])
def test_a_clock_that_is_set_loses_nothing(hall: TestHall, room: Classroom, year: int) -> None:
    room.course("photo")
    room.seat("photo", ZHANG, LI)
    room.at("19:00")
    hall.scan("zhang")
    hall.tap("finish")
    room.wrong_clock(year)
    screen = hall.scan("li")
    assert isinstance(screen, CheckedIn) and screen.entered == "19:00" and [r.code for r in screen.notices] == ["E-20"]
    hall.tap("finish")
    hall.pass_by(90 * 60)
    screen = hall.scan("zhang")
    assert isinstance(screen, CheckedOut) and screen.minutes == 90
    hall.tap("finish")
    room.right_clock()
    screen = hall.scan("li")
    assert isinstance(screen, CheckedOut) and screen.minutes == 89 and not screen.notices


def test_without_any_clock_the_member_chooses(hall: TestHall, room: Classroom) -> None:
    room.course("photo")
    room.seat("photo", ZHANG)
    hall.visit.clock = LostClock()
    screen = hall.scan("zhang")
    assert isinstance(screen, ChooseSession) and [r.code for r in screen.notices] == ["E-20"]
    screen = hall.tap("check_in", session=screen.sessions[0].session)
    assert isinstance(screen, CheckedIn) and screen.entered == ""
