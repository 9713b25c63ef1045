"""Whoever keeps the door sees who is there and puts right what is wrong."""

import pytest
from classrooms import Classroom
from colleagues import on_duty
from halls import TestHall

from kiosk.domain.staff import Role
from kiosk.storage import print_jobs, programme
from kiosk.visit.screens import CheckedOut, Desk, Home, Printing, Roster

ZHANG, LI, OU = 1000, 1001, 1002


@pytest.fixture
def room(hall: TestHall) -> Classroom:
    made = Classroom(hall)
    made.course("photo", title="摄影夜校", seats=5)
    made.seat("photo", ZHANG, LI)
    return made


def states(screen: Roster) -> dict[str, str]:
    return {seat.name: seat.state for seat in screen.seats}


def key(room: Classroom) -> str:
    return str(room.session("photo"))


def test_the_room_as_it_fills(room: Classroom) -> None:
    hall = room.hall
    room.at("18:50")
    hall.scan("zhang")
    hall.tap("finish")
    assert isinstance(on_duty(hall, "organiser"), Desk)
    screen = hall.tap("roster")
    assert isinstance(screen, Roster) and screen.session and screen.session.title == "摄影夜校"
    assert states(screen) == {"张*三": "in", "李*": "expected"}
    counts = screen.counts
    assert (counts.seats, counts.present, counts.expected, counts.unsettled) == (2, 1, 1, 0)
    assert screen.seats[0].at == "18:50" and len(screen.others) == 1


def test_somebody_without_a_card_is_entered_and_leaves_by_a_scan(room: Classroom) -> None:
    hall = room.hall
    room.at("19:05")
    on_duty(hall, "organiser")
    screen = hall.tap("roster_seat", session=key(room), member=str(LI))
    assert screen.chosen and (screen.chosen.name, screen.chosen.number_tail) == ("李*", "0001")
    after = hall.tap("roster_correct", session=key(room), member=str(LI), why="no_card")
    assert hall.facts == ["AttendanceEntered"] and hall.visit.facts[0].actor == "S001"
    assert after.chosen is None and states(after)["李*"] == "in"
    hall.tap("finish")
    room.at("20:20")
    left = hall.scan("li")
    assert isinstance(left, CheckedOut) and left.minutes == 75
    assert hall.store.differences() == {}


def test_who_has_asked_off_and_who_did_not_come(room: Classroom) -> None:
    hall = room.hall
    room.at("19:30")
    on_duty(hall, "manager")
    hall.tap("roster_correct", session=key(room), member=str(ZHANG), why="asked_off")
    after = hall.tap("roster_correct", session=key(room), member=str(LI), why="not_there")
    assert states(after) == {"张*三": "excused", "李*": "absent"}
    assert hall.visit.facts[0].p.why == "not_there"
    assert (after.counts.excused, after.counts.expected) == (1, 1)


def test_missing_exits_are_settled_at_once_and_minutes_one_by_one(room: Classroom) -> None:
    hall = room.hall
    room.at("18:55")
    for who in ("zhang", "li"):
        hall.scan(who)
        hall.tap("finish")
    room.at("22:00")
    hall.tick(61)
    on_duty(hall, "organiser")
    screen = hall.tap("roster")
    assert states(screen) == {"张*三": "unsettled", "李*": "unsettled"} and screen.counts.unsettled == 2
    after = hall.tap("roster_exits", session=key(room))
    assert hall.facts == ["AttendanceCorrected"] * 2 and after.counts.unsettled == 0
    fewer = hall.tap("roster_minutes", session=key(room), member=str(LI), by=-30)
    assert fewer.chosen and fewer.chosen.minutes == 60
    assert hall.store.differences() == {}


def test_who_hopes_for_a_seat_stands_apart(room: Classroom) -> None:
    hall = room.hall
    room.at("19:00")
    hall.scan("ou")
    hall.tap("check_in", session=key(room))
    hall.tap("finish")
    on_duty(hall, "organiser")
    screen = hall.tap("roster")
    assert [seat.name for seat in screen.standby] == ["欧阳*"] and "欧阳*" not in states(screen)
    after = hall.tap("roster_correct", session=key(room), member=str(OU), why="no_card")
    assert after.standby == () and states(after)["欧阳*"] == "in"


def test_a_whole_name_is_shown_when_asked_for_and_it_is_known_to_whom(room: Classroom) -> None:
    hall = room.hall
    on_duty(hall, "organiser")
    assert hall.tap("roster_reveal", session=key(room), member=str(LI)).revealed == "李四"
    assert [(type(fact.p).__name__, fact.actor) for fact in hall.visit.facts] == [("MemberShown", "S001")]
    assert hall.tap("roster_seat", session=key(room), member=str(LI)).revealed == ""
    assert hall.tap("roster_reveal", session=key(room), member=str(OU)).revealed == "", "not on this list"


def test_the_sign_in_sheet_comes_from_the_printer_and_leads_back(room: Classroom) -> None:
    hall = room.hall
    on_duty(hall, "organiser")
    assert isinstance(hall.tap("roster_sheet", session=key(room)), Printing)
    shown = hall.visit.settle()
    (job,) = print_jobs.unfinished(hall.db)
    assert (job.purpose, job.what, shown.way, shown.staff) == ("list", key(room), "waiting", True)
    assert print_jobs.sheet(hall.db, job.id).startswith(b"%PDF")
    back = hall.tap("leave_paper")
    assert isinstance(back, Roster) and back.session and back.session.session == key(room)


def test_nonsense_changes_nothing(room: Classroom) -> None:
    hall = room.hall
    room.at("19:05")
    on_duty(hall, "organiser")
    for tap, more in (
        ("roster_correct", {"member": str(OU), "why": "no_card"}),
        ("roster_correct", {"member": str(LI), "why": "liked"}),
        ("roster_minutes", {"member": str(LI), "by": 5}),
        ("roster_exits", {}),
    ):
        assert isinstance(hall.tap(tap, session=key(room), **more), Roster) and not hall.facts


def test_a_day_without_classes(hall: TestHall) -> None:
    on_duty(hall, "organiser")
    assert hall.tap("roster") == Roster()


def test_a_card_ends_it(room: Classroom) -> None:
    hall = room.hall
    room.at("18:50")
    on_duty(hall, "organiser")
    hall.tap("roster")
    hall.scan("zhang")
    assert hall.facts == ["AttendanceEntered"], "the door is open to whoever comes"
    assert isinstance(hall.tap("roster"), Home)


@pytest.mark.parametrize("role", ["volunteer", "librarian", "technician", "city"])
def test_it_is_not_there_for_other_roles(room: Classroom, role: Role) -> None:
    on_duty(room.hall, role)
    assert isinstance(room.hall.tap("roster"), Desk)
    room.hall.tap("roster_correct", session=key(room), member=str(LI), why="not_there")
    assert programme.roll(room.hall.db, room.session("photo")) == ()
