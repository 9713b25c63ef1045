"""Membership as a table: which change tells what, which reasons stand against it, and what takes it back."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from msgspec.structs import replace

from kiosk.domain import facts as f
from kiosk.domain.enrolments import Enrolment
from kiosk.domain.joining import JoinDraft, reasons_against, said
from kiosk.domain.loans import Loan
from kiosk.domain.members import Member, MemberDetails, Suspension
from kiosk.domain.membership import CARD_DAYS, CHANGES, WHYS, Because, Known, Wanted, taken_back, told
from kiosk.domain.merging import Open, may_merge, moved, moved_back
from kiosk.domain.people import member_after
from kiosk.domain.refusals import Refused

TODAY, AT = date(2026, 11, 21), datetime(2026, 11, 21, 4, tzinfo=UTC)
ENDS = date(2027, 6, 30)
ANN = Member(1, "100001", 1, "member", 3, ENDS)
LOST, STOPPED = replace(ANN, card_lost_at=AT), replace(ANN, blocked_why="damaged")
PAUSED = Suspension("s1", 1, TODAY + timedelta(days=3), "overdue")
OVER = Suspension("s0", 1, TODAY - timedelta(days=3), "overdue")
FATHER = Member(2, "100002", 1, "member", 1, ENDS)
DETAILS = MemberDetails(1, "王小芳", unit="造船厂")


def known(member: Member = ANN, *suspensions: Suspension, loans: int = 0) -> Known:
    return Known(member, DETAILS, suspensions, loans, TODAY)


def fact(p: Any) -> f.Fact:
    return f.Fact("f1", "d", 1, 1, "b", 0, AT, "ok", AT, p, actor="S001")


def wanted(change: Any, **fields: Any) -> Wanted:
    return Wanted(change, Because(WHYS[change][0]), **fields)


@pytest.mark.parametrize(
    ("state", "change", "kinds"),
    [
        (known(), wanted("block", days=7), ["MemberSuspended"]),
        (known(), wanted("block"), ["MemberBlocked"]),
        (known(STOPPED, PAUSED, OVER), wanted("lift"), ["SuspensionLifted", "MemberUnblocked"]),
        (known(), wanted("lost"), ["CardReportedLost"]),
        (known(LOST), wanted("found"), ["CardIssued"]),
        (known(LOST), wanted("reissue"), ["CardIssued"]),
        (known(), wanted("renew"), ["CardIssued"]),
        (known(), wanted("tier", tier="retired"), ["TierSet"]),
        (known(), wanted("family", guardian=FATHER), ["GuardianSet"]),
        (known(replace(ANN, guardian=2)), wanted("part"), ["GuardianSet"]),
        (known(), wanted("forget"), ["MemberForgotten"]),
    ],
)
def test_a_change_is_told_and_taken_back_by_the_same_steps(state: Known, change: Wanted, kinds: list[str]) -> None:
    happenings = told(state, change)
    assert not isinstance(happenings, Refused) and [type(p).__name__ for p in happenings] == kinds
    assert {getattr(p, "why", None) for p in happenings} == {change.because.why}
    backs = [back for p in happenings for back in taken_back(state, fact(p))]
    member = state.member
    for p in (*happenings, *backs):
        member = member_after(member, fact(p), p) or member  # type: ignore[arg-type]
    final = change.change in ("reissue", "forget")
    assert final == (not backs) and (final or len(backs) == len(happenings))
    assert final or replace(member, card_lost_at=state.member.card_lost_at) == state.member
    assert (member.card_lost_at is None) == (state.member.card_lost_at is None or final)


def test_days_that_come_early_are_not_lost_and_a_card_that_is_over_begins_anew() -> None:
    over = known(replace(ANN, card_expires_on=TODAY - timedelta(days=9)))
    ends = [told(state, wanted(change))[0].expires_on for state in (known(), over) for change in ("renew", "reissue")]  # type: ignore
    assert ends == [ENDS + timedelta(days=CARD_DAYS), ENDS, *[TODAY + timedelta(days=CARD_DAYS)] * 2]


@pytest.mark.parametrize(
    ("state", "change", "codes"),
    [
        (known(), Wanted("lift", Because("")), ["G-05", "S-08"]),
        (known(), Wanted("block", Because("other")), ["G-05"]),
        (known(LOST), wanted("lost"), ["S-08"]),
        (known(LOST), wanted("renew"), ["L-01"]),
        (known(), wanted("tier", tier="king"), ["S-08"]),
        (known(), wanted("name"), ["G-01"]),
        (known(), wanted("unit", text="造船厂"), ["S-08"]),
        (known(), wanted("family", guardian=ANN), ["G-06"]),
        (known(), wanted("family", guardian=replace(FATHER, guardian=1)), ["G-06"]),
        (known(loans=2), wanted("forget"), ["G-07"]),
    ],
)
def test_every_reason_against_it_is_said(state: Known, change: Wanted, codes: list[str]) -> None:
    refused = told(state, change)
    assert isinstance(refused, Refused) and [reason.code for reason in refused.reasons] == codes


def test_each_change_has_reasons_and_the_last_is_said_in_a_line() -> None:
    assert set(WHYS) == set(CHANGES) and all(whys[-1] == "other" and len(whys) <= 5 for whys in WHYS.values())


def test_a_new_member_is_said_word_by_word() -> None:
    draft = JoinDraft()
    for field, text in (("name", " 王  小芳 "), ("phone", "138-0000-1234"), ("born", "1968年"), ("tier", "king")):
        draft = said(draft, field, text)
    assert (draft.name, draft.phone, draft.born, draft.tier) == ("王 小芳", "13800001234", "1968", "member")
    assert reasons_against(draft, (), TODAY) == () and said(draft, "nonsense", "1") == draft
    assert [r.code for r in reasons_against(JoinDraft(phone="1", born="1850"), (), TODAY)] == ["G-01", "G-02", "G-03"]


def test_what_is_open_goes_over_and_comes_back_and_nobody_sits_on_two_seats() -> None:
    loan = Loan("l1", "c1", 1, 1, AT, TODAY, "default")
    seats = (Enrolment("7 1", 7, 1, "confirmed", 1, AT), Enrolment("8 1", 8, 1, "confirmed", 1, AT))
    theirs = Open(seats=(Enrolment("8 2", 8, 2, "confirmed", 2, AT),))
    went = moved(1, 2, Open((loan,), (), seats, (PAUSED,), (5,)), theirs)
    assert [type(p).__name__ for p in went] == [
        *("LoanMoved", "SeatWithdrawn", "SeatWithdrawn", "SeatConfirmed"),
        *("MemberSuspended", "SuspensionLifted", "GuardianSet"),
    ]
    now = Open((replace(loan, member=2),), (), (*theirs.seats, Enrolment("7 2", 7, 2, "confirmed", 3, AT)))
    back = moved_back(1, 2, now, went)
    assert back == (
        f.LoanMoved("c1", "l1", 1),
        f.SeatWithdrawn(7, 2, "merged"),
        f.SeatConfirmed(7, 1),
        f.GuardianSet(5, 1, "merged"),
    )
    assert may_merge(ANN, FATHER) and not may_merge(ANN, ANN) and not may_merge(replace(ANN, merged_into=2), FATHER)
