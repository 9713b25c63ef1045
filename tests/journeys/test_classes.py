"""Journeys of courses: the programme, a seat, the waiting list, the door, the way out."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from classrooms import Classroom
from halls import TODAY, TestHall, codes

from kiosk.domain.facts import SeatsLeased, SessionCancelled
from kiosk.visit.screens import (
    Answers,
    Attract,
    Basket,
    CheckedIn,
    CheckedOut,
    ChooseSession,
    CourseDetail,
    Enrolled,
    Home,
    Programme,
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
    assert isinstance(screen, Enrolled) and screen.state == "confirmed" and hall.facts == ["SeatConfirmed"]
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
    assert screen.state == "confirmed" and [r.code for r in screen.notices] == ["E-07"]


def test_the_waiting_list_moves_up_in_order(hall: TestHall, room: Classroom) -> None:
    key = room.course("photo", seats=1, evenings=5, minute=9 * 60)
    for name, state, ahead in (("zhang", "confirmed", 0), ("li", "waiting", 0), ("ou", "waiting", 1)):
        hall.scan(name)
        screen = hall.tap("enrol", course=key)
        assert (screen.state, screen.ahead) == (state, ahead)
    assert [r.code for r in screen.notices] == ["E-01"]
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
    assert hall.tap("enrol", course=key).state == "confirmed"


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


def test_outside_the_lease_it_is_only_a_wish(hall: TestHall, room: Classroom) -> None:
    key = room.course("photo", seats=10)
    hall.tell(SeatsLeased(key, 1))
    hall.scan("zhang")
    assert hall.tap("enrol", course=key).state == "confirmed"
    hall.scan("li")
    screen = hall.tap("enrol", course=key)
    assert (screen.state, hall.facts, screen.calendar) == ("requested", ["SeatRequested"], "")
    assert [r.code for r in screen.notices] == ["E-08"] and screen.course.known == "leased"


# The door


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
    assert codes(hall.tap("check_in", session=room.session("photo"))) == ["E-13", "E-12"][:1]


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
    hall.clock.clock.boot_after = None  # type: ignore[attr-defined]
    room.wrong_clock(2001)
    hall.clock.now = lambda now=hall.clock.now: type(now())(now().at, "another boot", now().mono_ms)  # type: ignore[method-assign,misc]
    screen = hall.scan("zhang")
    assert isinstance(screen, ChooseSession) and [r.code for r in screen.notices] == ["E-20"]
    screen = hall.tap("check_in", session=screen.sessions[0].session)
    assert isinstance(screen, CheckedIn) and screen.entered == ""
