"""Rules that a hall writes anew: what fits a blank, whom a change meets, and a day of rest that makes nobody late."""

from datetime import UTC, date, datetime, timedelta

import pytest
from msgspec.structs import replace

from kiosk.domain.books import Copy, Title
from kiosk.domain.closing_days import Span, rest_weekly, set_apart
from kiosk.domain.desk import Borrower, Desk, HallRules, OnDesk, OpenLoan
from kiosk.domain.facts import BookReturned, HallSet, PolicySet
from kiosk.domain.halls import Calendar, Hall, Notice
from kiosk.domain.lending import give_back
from kiosk.domain.loans import Loan
from kiosk.domain.members import Member
from kiosk.domain.noticing import notice_reasons
from kiosk.domain.policy import Policy
from kiosk.domain.refusals import Refused
from kiosk.domain.rules import Standing, changes, decide, filled, met, written
from kiosk.domain.staff import Staff
from kiosk.domain.staffing import Joining, joining_reasons, leave

TODAY = date(2026, 11, 21)
HALL = Hall(1, "临江市工人文化宫", "palace", closed_weekdays="1")
ROW, MEDIA = Policy(policy="default"), Policy(policy="media", item_kind="media", kind_loans_max=2)
RULES = HallRules(HALL, (ROW, MEDIA), Calendar("1"))
MEMBER = Member(7, "100007", 1, "member", 1, date(2028, 1, 1))


def loan(n: int, *, due: int = 10, renewals: int = 0) -> Loan:
    return Loan(
        f"l{n}", f"c{n}", 7, 1, datetime(2026, 11, 1, tzinfo=UTC), TODAY + timedelta(due), "default", (), renewals
    )


def codes(outcome: object) -> list[str]:
    return [reason.code for reason in outcome.reasons] if isinstance(outcome, Refused) else []


@pytest.mark.parametrize(
    ("field", "text", "value"),
    [
        ("loans_max", "8", 8),
        ("loans_max", "0", 0),
        ("kind_loans_max", "-", None),
        ("certificate_pin", "no", False),
        ("loans_max", "201", "R-02"),
        ("loans_max", "-1", "R-02"),
        ("loan_days", "٣", "R-02"),
        ("loan_days", "9" * 5000, "R-02"),
        ("loans_max", "-", "R-02"),
        ("policy", "x", "R-01"),
        ("certificate_pin", "5", "R-01"),
    ],
)
def test_a_blank_takes_what_a_hall_can_mean(field: str, text: str, value: object) -> None:
    row = written(ROW, field, text)
    assert (codes(row) or [getattr(row, field)]) == [value]


def test_every_blank_that_does_not_fit_is_named() -> None:
    assert codes(filled(ROW, (("loans_max", "x"), ("loan_days", "20"), ("colour", "red")))) == ["R-02", "R-01"]


def test_a_change_needs_a_reason_and_a_change() -> None:
    after = replace(ROW, loans_max=6)
    assert decide(ROW, after, "other", "街道要求") == (PolicySet(after, "other", "街道要求"),)
    assert codes(decide(ROW, ROW, "")) == ["R-03", "S-08"]
    assert codes(decide(ROW, after, "other", "长" * 41)) == ["R-03"] == codes(decide(ROW, after, "trial", "又一句"))
    assert [(c.field, c.before, c.after) for c in changes(ROW, after)] == [("loans_max", 5, 6)]


@pytest.mark.parametrize(
    ("change", "standing", "expected"),
    [
        ({"loans_max": 1}, Standing(MEMBER, ((loan(1), "book"), (loan(2), "book"))), {"members_over": 1}),
        ({"loans_max": 2}, Standing(MEMBER, ((loan(1), "book"), (loan(2), "book"))), {}),
        ({"loan_days": 20}, Standing(MEMBER, ((loan(1), "book"), (loan(2), "media"))), {"loans_keep_day": 1}),
        ({"renewals_max": 1}, Standing(MEMBER, ((loan(1, renewals=1), "book"),)), {"loans_renewed_out": 1}),
        ({"overdue_block_days": 7}, Standing(MEMBER, ((loan(1, due=-3), "book"),)), {"members_let": 1}),
        ({"courses_max": 1}, Standing(MEMBER, seats=2), {"members_over_seats": 1}),
        ({"courses_max": 1}, Standing(replace(MEMBER, tier="model"), seats=1), {}),
    ],
)
def test_whom_a_change_meets(change: dict[str, int], standing: Standing, expected: dict[str, int]) -> None:
    found = met(RULES, replace(ROW, **change), (standing,), TODAY)
    assert {m.what: m.count for m in found} == expected


def test_a_rest_set_after_the_loan_makes_nobody_late() -> None:
    on_desk = OnDesk(Copy("c1", 1, 1, 1, on_loan=True), Title(1, "红楼梦", "", "I"), loan(1, due=-1))
    who = Borrower(MEMBER, "张小三", (OpenLoan(loan(1, due=-1), on_desk.copy, on_desk.title),))
    late = give_back(Desk(RULES, TODAY, on_desk, who))
    rested = replace(RULES, calendar=Calendar("1", {TODAY - timedelta(1): True}))
    assert len(late) == 2 and give_back(Desk(rested, TODAY, on_desk, who)) == (BookReturned("c1", 1),)


def test_days_of_rest() -> None:
    spring = Span(TODAY, TODAY + timedelta(2))
    assert [fact.day.day for fact in set_apart(HALL, spring, TODAY, closed=True, why="检修")] == list(spring.days)
    assert codes(set_apart(HALL, Span(TODAY - timedelta(1), TODAY), TODAY, closed=True, why="")) == ["R-05", "R-06"]
    assert codes(set_apart(HALL, Span(TODAY, TODAY + timedelta(31)), TODAY, closed=True, why="迁馆")) == ["R-05"]
    assert rest_weekly(HALL, "21", "trial") == (HallSet(replace(HALL, closed_weekdays="12"), "trial"),)
    assert codes(rest_weekly(HALL, "1234567", "")) == ["R-03", "R-07"] and codes(rest_weekly(HALL, "1", "trial"))


def test_a_notice_that_does_not_fit() -> None:
    bad = Notice("n", 1, " ", "文" * 61, TODAY, TODAY - timedelta(1))
    assert [reason.code for reason in notice_reasons(bad, TODAY)] == ["R-08", "R-09", "R-10"]


def test_whoever_lets_others_in_does_not_leave_last() -> None:
    boss = Staff(1, "S1", "甲", "manager", 1, 1, date(2028, 1, 1))
    other, gone = replace(boss, staff=2, number="S2"), replace(boss, staff=3, card_expires_on=TODAY - timedelta(1))
    assert codes(leave(boss, (boss, gone), TODAY)) == ["R-15"] and codes(leave(gone, (boss, gone), TODAY)) == ["S-08"]
    assert not codes(leave(boss, (boss, other), TODAY))
    refused = joining_reasons(Joining("S1", "", "volunteer", "12ab"), (boss,))
    assert [reason.code for reason in refused] == ["R-12", "R-13", "R-14"]
