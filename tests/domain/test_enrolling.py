"""Rules of a seat and of the door as tables: every reason at once, order kept, nobody passed."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from halls import HALL
from msgspec.structs import replace

from kiosk.domain.attendance import Attendance
from kiosk.domain.changing import call_off, move
from kiosk.domain.classes import Course, Session
from kiosk.domain.desk import HallRules
from kiosk.domain.door import Door, check_in, turned_away
from kiosk.domain.enrolling import Wish, cancel, enrol, enrol_notices, lapse, withdraw
from kiosk.domain.enrolments import Enrolment, Pause
from kiosk.domain.facts import (
    AnswerGiven,
    AttendanceEntered,
    CheckInRefused,
    CourseCancelled,
    SeatCancelled,
    SeatConfirmed,
    SeatLapsed,
    SeatPromoted,
    SeatRequested,
    SeatWithdrawn,
    SessionCancelled,
    SessionMoved,
    StandbyJoined,
)
from kiosk.domain.halls import Calendar
from kiosk.domain.members import Member
from kiosk.domain.moment import Moment
from kiosk.domain.policy import Policy
from kiosk.domain.refusals import Refused

START = datetime(2026, 11, 21, 11, 0, tzinfo=UTC)  # 19:00 in the hall
NOON = datetime(2026, 11, 20, 4, 0, tzinfo=UTC)
COURSE = Course(7, 1, "class", "智能手机摄影", 3, date(2026, 11, 1), date(2026, 12, 1), term="2026-2")
SESSION = Session(70, 7, START, START + timedelta(minutes=90), 3)
RULES = HallRules(HALL, (Policy(policy="default"),), Calendar())
MEMBER = Member(1, "100001", 1, "member", 1, date(2028, 1, 1))
PLAIN = Wish(RULES, NOON, COURSE, MEMBER, (SESSION,))


def seat(member: int, state: Any = "confirmed", **fields: Any) -> Enrolment:
    return replace(Enrolment(f"7 {member}", 7, member, state, member, NOON), **fields)


def outcome(wish: Wish) -> Any:
    found = enrol(wish)
    return [reason.code for reason in found.reasons] if isinstance(found, Refused) else found


PAUSE = Pause("p", 1, NOON, date(2026, 12, 20), 3)


@pytest.mark.parametrize(
    ("fields", "codes"),
    [
        ({"course": replace(COURSE, cancelled_why="ill")}, ["E-17"]),
        ({"of_term": 3}, ["E-02"]),
        ({"enrolment": seat(1)}, ["E-03"]),
        ({"enrolment": seat(1, "waiting")}, ["E-03"]),
        ({"enrolment": seat(1, "requested"), "of_term": 3}, ["E-03"]),  # this very course is one of the three
        ({"course": replace(COURSE, opens_on=date(2026, 11, 21))}, ["E-04"]),
        ({"course": replace(COURSE, closes_on=date(2026, 11, 19))}, ["E-05"]),
        ({"pauses": (PAUSE,)}, ["E-06"]),
        ({"member": replace(MEMBER, card_expires_on=date(2026, 1, 1), blocked_why="staff")}, ["L-03", "L-04"]),
        (
            {"of_term": 3, "pauses": (PAUSE,), "course": replace(COURSE, closes_on=date(2026, 1, 1))},
            ["E-02", "E-05", "E-06"],
        ),
    ],
)
def test_every_reason_why_not(fields: dict[str, Any], codes: list[str]) -> None:
    assert outcome(replace(PLAIN, **fields)) == codes


@pytest.mark.parametrize(
    ("fields", "what"),
    [
        ({}, SeatConfirmed(7, 1)),
        ({"enrolment": seat(1, "withdrawn")}, SeatConfirmed(7, 1)),
        ({"pauses": (replace(PAUSE, lifted_why="ill"), replace(PAUSE, until=date(2026, 11, 19)))}, SeatConfirmed(7, 1)),
        ({"enrolment": seat(1, "waiting", offered=True), "of_term": 9}, SeatConfirmed(7, 1)),
        ({"course": replace(COURSE, confirmed=3)}, SeatRequested(7, 1, waiting=True)),
        ({"course": replace(COURSE, confirmed=2, offered=1)}, SeatRequested(7, 1, waiting=True)),
        ({"course": replace(COURSE, confirmed=2, waiting=1)}, SeatRequested(7, 1, waiting=True)),  # nobody is passed
        ({"course": replace(COURSE, leased=1, confirmed=1)}, SeatRequested(7, 1)),
    ],
)
def test_a_seat_or_a_wish(fields: dict[str, Any], what: Any) -> None:
    assert outcome(replace(PLAIN, **fields)) == (what,)


def test_what_had_better_be_known() -> None:
    busy = replace(PLAIN, busy=(("二胡入门", replace(SESSION, session=9, starts_at=START + timedelta(minutes=60))),))
    assert [reason.code for reason in enrol_notices(busy)] == ["E-07"]
    full = replace(busy, course=replace(COURSE, confirmed=3))
    assert [reason.code for reason in enrol_notices(full)] == ["E-01", "E-07"]
    assert [reason.code for reason in enrol_notices(replace(PLAIN, course=replace(COURSE, leased=0)))] == ["E-08"]


QUEUE = (seat(2, "waiting"), seat(3, "waiting"))
TO_SECOND = (SeatPromoted(7, 2), AnswerGiven(2, "seat_free", course=7))


@pytest.mark.parametrize(
    ("mine", "course", "told"),
    [
        (seat(1), replace(COURSE, confirmed=3, waiting=2), (SeatWithdrawn(7, 1), *TO_SECOND)),
        (seat(1, "waiting", offered=True), replace(COURSE, confirmed=2, offered=1), (SeatWithdrawn(7, 1), *TO_SECOND)),
        (seat(1, "waiting"), replace(COURSE, confirmed=3, waiting=3), (SeatWithdrawn(7, 1),)),
    ],
)
def test_the_first_who_waits_gets_what_is_given_back(mine: Enrolment, course: Course, told: Any) -> None:
    wish = replace(PLAIN, enrolment=mine, course=course, now=NOON - timedelta(days=2))
    assert withdraw(wish, QUEUE) == told


def test_too_late_to_give_back() -> None:
    found = withdraw(replace(PLAIN, enrolment=seat(1), now=START - timedelta(hours=23)), ())
    assert isinstance(found, Refused) and [r.code for r in found.reasons] == ["E-09"]
    assert found.reasons[0].values == {"on": date(2026, 11, 20), "time": "19:00"}
    assert withdraw(replace(PLAIN, enrolment=seat(1), now=START + timedelta(hours=3)), ()) == (SeatWithdrawn(7, 1),)


def test_an_offer_lapses_and_goes_on() -> None:
    told = lapse(replace(COURSE, confirmed=2, offered=1), seat(1, "waiting", offered=True), QUEUE)
    assert told == (SeatLapsed(7, 1), AnswerGiven(1, "seat_lapsed", course=7), *TO_SECOND)


def test_all_are_told_of_what_changes() -> None:
    seats = (seat(1), seat(2, "waiting"), seat(3, "withdrawn"))
    assert cancel(COURSE, seats, "ill")[0] == CourseCancelled(7, "ill")
    assert [p.member for p in cancel(COURSE, seats, "ill") if isinstance(p, SeatCancelled)] == [1, 2]
    to = START + timedelta(days=1)
    moved = move(SESSION, seats, (to, to.date()), room="302", why="ill")
    assert moved[0] == SessionMoved(70, to, to + timedelta(minutes=90), "302", "ill")
    assert moved[1:] == (AnswerGiven(1, "session_moved", until=to.date(), course=7),)
    assert call_off(SESSION, seats, START.date(), "ill")[0] == SessionCancelled(70, "ill")


# The door


def door(minutes: int, **fields: Any) -> Door:
    now = START + timedelta(minutes=minutes)
    return replace(Door(Moment(now, "boot", 0), now, 480, SESSION, COURSE, 1, seat(1)), **fields)


WALK_IN = replace(COURSE, walk_ins=True)


@pytest.mark.parametrize(
    ("at", "fields", "codes"),
    [
        (-31, {}, ["E-11"]),
        (46, {}, ["E-12"]),
        (0, {"session": replace(SESSION, state="cancelled")}, ["E-13"]),
        (0, {"session": replace(SESSION, state="closed")}, ["E-14"]),
        (0, {"enrolment": None}, ["E-10", "E-16"]),
        (0, {"enrolment": seat(1, "waiting")}, ["E-10", "E-16"]),
        (15, {"enrolment": None, "inside": 3}, ["E-10"]),
        (15, {"enrolment": None, "inside": 2, "ahead": 1}, ["E-10"]),
        (-40, {"enrolment": None, "session": replace(SESSION, state="cancelled")}, ["E-13", "E-11", "E-10"]),
        (0, {"enrolment": None, "course": replace(WALK_IN, confirmed=3)}, ["E-15", "E-16"]),
        (0, {"enrolment": None, "course": replace(WALK_IN, confirmed=2), "unseated": 1}, ["E-15", "E-16"]),
    ],
)
def test_every_reason_at_the_door(at: int, fields: dict[str, Any], codes: list[str]) -> None:
    found = check_in(door(at, **fields), "card")
    assert isinstance(found, Refused) and [r.code for r in found.reasons] == codes


@pytest.mark.parametrize(
    ("at", "fields", "how", "late"),
    [
        (-30, {}, "card", False),
        (10, {}, "card", False),
        (11, {}, "card", True),
        (45, {}, "card", True),
        (0, {"enrolment": None, "course": replace(WALK_IN, confirmed=2)}, "walk_in", False),
        (10, {"enrolment": None, "inside": 2}, "standby", False),
        (12, {"enrolment": None, "inside": 1, "ahead": 1}, "standby", True),
    ],
)
def test_who_enters_and_how(at: int, fields: dict[str, Any], how: str, late: bool) -> None:
    assert check_in(door(at, **fields), "card") == (AttendanceEntered(70, 1, how, late),)  # type: ignore[arg-type]


def test_without_a_clock_nobody_is_late() -> None:
    assert check_in(door(9999, now=None), "card") == (AttendanceEntered(70, 1, "card", False, None),)


def test_who_is_turned_away_keeps_the_place_at_the_door() -> None:
    here = door(0, enrolment=None)
    found = check_in(here, "poster")
    assert isinstance(found, Refused)
    told = CheckInRefused(70, 1, ("E-10", "E-16"))
    assert turned_away(here, found) == (StandbyJoined(70, 1), told)
    waits = Attendance("70 1", 70, 1, "standby", standby=1)
    assert turned_away(replace(here, attendance=waits), found) == (told,)
