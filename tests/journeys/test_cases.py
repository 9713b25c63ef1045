"""A librarian reads cases as stories, settles them, puts one off, chooses another way, and changes their mind."""

from datetime import date
from pathlib import Path

import pytest
from cities import City
from colleagues import on_duty
from halls import NOON, TestHall
from quarrels import BOOK, loans, pair_of, the_copy
from stories import open_case

from kiosk.domain.facts import StaffAdded
from kiosk.domain.staff import Role, Staff
from kiosk.storage import cases as stored
from kiosk.visit.screens import Cases, Desk, Home
from kiosk.visit.sitting import OnDuty, Sitting
from kiosk.visit.visit import Visit


def test_a_story_has_lanes_times_and_says_where_it_breaks(hall: TestHall) -> None:
    key = open_case(hall, "lent_twice", "hlm")
    on_duty(hall, "librarian")
    screen = hall.tap("cases")
    assert isinstance(screen, Cases) and screen.told and not screen.joined
    told = screen.told
    assert (told.row.key, told.row.book and told.row.book.title, told.first, told.last) == (
        key,
        "红楼梦",
        "张*三",
        "李*",
    )
    assert [place.kind for place in told.places] == ["here", "beside"]
    assert [(e.what, e.time, e.lane, e.breaks) for e in told.events] == [
        ("BookBorrowed", "11:00", 0, False),
        ("BookBorrowed", "11:30", 1, True),
        ("met", "12:00", 0, False),
    ]
    assert told.events[0].alone == (1,), "the second kiosk could not know of the first loan"
    assert [e.answer for e in told.endings] == ["later_has_it", "earlier_has_it", "on_shelf"]
    assert [(c.who, c.before, c.after) for c in told.endings[1].changes] == [
        ("李*", "on_loan", "undone"),
        ("张*三", "given_back", "on_loan"),
    ]
    assert screen.weeks[-1].count == 1 and screen.weeks[0].count == 0 and len(screen.weeks) == 8


def test_as_proposed_is_one_step_and_the_next_opens(hall: TestHall) -> None:
    first, second = open_case(hall, "lent_twice", "hlm"), open_case(hall, "lost_but_lent", "tg")
    on_duty(hall, "librarian")
    chosen = hall.tap("cases").told.row.key
    after = hall.tap("case_settle")
    assert hall.facts == ["CaseSettled"] and hall.visit.facts[0].actor == "S001"
    assert {chosen, after.told.row.key} == {first, second} and len(after.waiting) == 1
    assert [(row.key, row.by, row.at_hub) for row in after.settled] == [(chosen, "周*", False)]
    assert hall.store.differences() == {}


def test_another_way_wants_its_reason(hall: TestHall) -> None:
    key = open_case(hall, "lent_twice", "hlm")
    on_duty(hall, "librarian")
    hall.tap("cases")
    assert hall.tap("case_other").choosing == "way"
    assert hall.tap("case_other", answer="burn_it").choosing == "way"
    asked = hall.tap("case_other", answer="on_shelf")
    assert (asked.choosing, asked.answer, asked.whys) == (
        "why",
        "on_shelf",
        ("looked", "asked_member", "asked_colleague", "paper", "other"),
    )
    assert hall.tap("case_settle").waiting and not hall.facts, "a reason is always chosen"
    assert hall.tap("case_settle", why="because").waiting and not hall.facts
    assert hall.tap("case_settle", why="other", note=" ").waiting and not hall.facts
    assert hall.tap("case_settle", why="other", note="长" * 300).waiting and not hall.facts
    assert not hall.tap("case_settle", why="other", note=" 书在还书车上 ").waiting
    fact = hall.visit.facts[0].p
    assert (fact.case, fact.answer, fact.why, fact.note) == (key, "on_shelf", "other", "书在还书车上")


def test_what_is_put_off_waits_at_the_end_of_the_pile_and_nothing_is_written(hall: TestHall) -> None:
    first, second = open_case(hall, "lent_twice", "hlm"), open_case(hall, "lost_but_lent", "tg")
    on_duty(hall, "librarian")
    chosen = hall.tap("cases").told.row.key
    after = hall.tap("case_later")
    assert not hall.facts and after.told.row.key != chosen
    assert [(row.key, row.put_off) for row in after.waiting][-1] == (chosen, True)
    assert hall.tap("case_later").told is None, "both can wait"
    assert hall.tap("case_choose", key=first).told.row.key == first
    assert {row.key for row in hall.tap("cases").waiting} == {first, second}


def test_a_decision_is_taken_back(hall: TestHall) -> None:
    key = open_case(hall, "lost_but_lent", "tg")
    on_duty(hall, "manager")
    hall.tap("cases")
    hall.tap("case_settle")
    again = hall.tap("case_reopen", key=key)
    assert hall.facts == ["CaseReopened"] and again.told.row.key == key and again.settled == ()
    assert hall.tap("case_reopen", key=key).told and not hall.facts, "it is open already"
    assert hall.tap("case_reopen", key="no-such").told and not hall.facts


@pytest.mark.parametrize("role", ["volunteer", "organiser", "technician", "city"])
def test_it_is_not_there_for_other_roles(hall: TestHall, role: Role) -> None:
    open_case(hall, "lent_twice", "hlm")
    on_duty(hall, role)
    for action in ("cases", "case_settle", "case_reopen"):
        assert isinstance(hall.tap(action), Desk) and not hall.facts


def test_it_is_not_there_for_members(hall: TestHall) -> None:
    hall.scan("zhang")
    assert isinstance(hall.tap("cases"), Home)


def test_what_a_kiosk_answers_the_hub_carries_out_and_the_page_says_when(tmp_path: Path) -> None:
    city = City(tmp_path)
    first, second = pair_of(city)
    first.tell(StaffAdded(Staff(9, "S001", "", "librarian", 1, 1, date(2030, 1, 1))))
    for kiosk, who in ((first, "zhang"), (second, "li")):
        kiosk.lend(BOOK, who)
        city.pass_by(60)
    city.sync()
    visit = Visit(first.store, first.clock)
    visit.sitting = Sitting(on_duty=OnDuty(9, "周敏", "librarian"))
    visit.tap("cases")
    visit.tap("case_other")
    visit.tap("case_other", {"answer": "on_shelf"})
    visit.tap("case_settle", {"why": "looked"})
    assert isinstance(visit.screen, Cases) and [row.at_hub for row in visit.screen.settled] == [False]
    assert the_copy(first).on_loan, "here nothing is carried out"
    city.sync()
    screen = visit.tap("cases")
    assert isinstance(screen, Cases) and [row.at_hub for row in screen.settled] == [True]
    assert not the_copy(second).on_loan and len(loans(second)) == 2
    case = stored.case(second.db, screen.settled[0].key)
    assert case and case.decided_by == "S001" and case.decided_at and case.decided_at > NOON
