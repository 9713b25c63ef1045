"""The table of conflicts, people, cards and certificates: the state that results, who is told, and the case."""

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from cities import City, Kiosk
from halls import HALL, TODAY, copy, number_of
from quarrels import BOOK, answers, away_of, cases, kinds, loans, pair_of

from kiosk.domain import facts as f
from kiosk.domain.certificates import Certificate, Earned, Frozen, number_of as certificate_number
from kiosk.domain.codes import copy_number
from kiosk.domain.desk import Desk, HallRules
from kiosk.domain.halls import Calendar
from kiosk.domain.lending import give_back
from kiosk.domain.members import Member, MemberDetails
from kiosk.storage import queries
from kiosk.storage.queries import rows
from kiosk.storage.sealed import sealing


@pytest.fixture
def city(tmp_path: Path) -> City:
    return City(tmp_path)


@pytest.fixture
def pair(city: City) -> tuple[Kiosk, Kiosk]:
    return pair_of(city)


@pytest.fixture
def away(city: City, pair: tuple[Kiosk, Kiosk]) -> Kiosk:
    return away_of(city)


def frozen() -> Frozen:
    number = certificate_number(1, 2026, 1)
    days = {"from_on": TODAY, "until_on": TODAY, "issued_on": TODAY}
    earned = Earned(sessions=1, came=1, half_hours_all=2, share_pct=80)
    plain = {"kind": "completion", "member": number_of("zhang"), "course": 71, "course_title": "剪纸"}
    paper = {"issuer": "临江市工人文化宫", "half_hours": 2, "template": "completion-1", "key_id": b"hall"}
    return Frozen(certificate=number, hall=1, year=2026, serial=1, earned=earned, **plain, **paper, **days)  # type: ignore[arg-type]


def test_row_14_a_suspension_that_the_kiosk_could_not_know(city: City, pair: tuple[Kiosk, Kiosk]) -> None:
    first, second = pair
    second.lend(BOOK, "zhang")  # before the order: it stands, and nobody has to look at it
    first.tell(f.MemberSuspended(number_of("zhang"), TODAY + timedelta(days=9), "staff"))
    city.sync(first)
    city.pass_by(60)
    loan = second.lend(copy("tg"), "zhang")
    city.sync()
    (case,) = cases(first)
    assert (case.kind, case.proposed, case.evidence[1].fact) == ("lent_while_suspended", "stands", loan)
    assert loans(first)[loan].ended is None


def test_row_14_who_knew_of_the_suspension_broke_a_rule(city: City, pair: tuple[Kiosk, Kiosk]) -> None:
    first, second = pair
    first.tell(f.MemberSuspended(number_of("zhang"), TODAY + timedelta(days=9), "staff"))
    city.sync()
    city.pass_by(60)
    second.lend(BOOK, "zhang")
    city.sync()
    assert kinds(first) == ["rule_broken"]


def test_row_14_what_was_lifted_stands_against_nobody(city: City, pair: tuple[Kiosk, Kiosk]) -> None:
    """Also where the hub hears late of what one kiosk has lifted and then lent."""
    first, second = pair
    member = number_of("zhang")
    (order,) = first.tell(f.MemberSuspended(member, TODAY + timedelta(days=9), "staff"))
    city.sync()
    city.pass_by(60)
    second.tell(f.SuspensionLifted(member, order, "staff"))
    second.lend(BOOK, "zhang")
    city.pass_by(60)
    city.sync()
    assert cases(first) == []


def test_row_15_a_lost_card_is_used_at_another_hall(city: City, pair: tuple[Kiosk, Kiosk], away: Kiosk) -> None:
    first, _ = pair
    first.tell(f.CardReportedLost(number_of("zhang"), 1))
    city.sync(first)
    city.pass_by(60)
    visitor = Member(number_of("zhang"), "1-1000", 1, "member", 1, date(2028, 1, 1))
    away.tell(f.VisitorAdmitted(visitor))
    loan = away.lend(copy_number(2, 1), "zhang")
    city.sync()
    assert kinds(away) == ["blocked_card_used"] == kinds(first)
    assert loans(first)[loan].ended is None
    assert answers(first, "zhang") == ["card_used"]
    assert open_loans(away) == () and give_back(disputed(away, copy_number(2, 1)))[1:] == ()
    city.pass_by(60)
    away.tell(f.CaseSettled(cases(away)[0].key, "theirs"))
    city.sync()
    assert len(open_loans(away)) == 1
    assert rows(first.db, Member, "where member = ?", number_of("zhang"))[0].number == "100000"


def open_loans(kiosk: Kiosk) -> tuple[Any, ...]:
    known = queries.member(kiosk.db, number_of("zhang"))
    assert known
    return queries.borrower(kiosk.db, known).loans


def disputed(kiosk: Kiosk, number: str) -> Desk:
    """Long after the book was due."""
    on_desk = queries.on_desk(kiosk.db, number)
    assert on_desk and on_desk.disputed
    return Desk(HallRules(HALL, (), Calendar()), TODAY + timedelta(days=99), on_desk)


def test_row_18_more_books_than_the_rules_allow(city: City, pair: tuple[Kiosk, Kiosk]) -> None:
    """Everything stands; the case closes itself when enough has come back."""
    first, second = pair
    for name in ("hlm", "tg", "food"):
        first.lend(copy(name), "zhang")
    for name in ("city", "law", "san"):
        second.lend(copy(name), "zhang")
    city.sync()
    (case,) = cases(first)
    assert (case.kind, case.subject, len(case.evidence)) == ("over_limit", f"member {number_of('zhang')}", 1)
    assert all(loan.ended is None for loan in loans(first).values())
    city.pass_by(60)
    first.take_back(copy("tg"))
    city.sync()
    assert [case.state for case in cases(first)] == ["closed"]


def test_row_21_a_certificate_printed_after_it_was_revoked(city: City, pair: tuple[Kiosk, Kiosk]) -> None:
    first, second = pair
    first.tell(f.CertificateIssued(frozen(), bytes(40)))
    city.sync()
    first.tell(f.CertificateRevoked(frozen().certificate, TODAY, "写错了"))
    city.sync(first)
    second.tell(f.CertificatePrinted(frozen().certificate))
    city.sync()
    (case,) = cases(first)
    assert (case.kind, case.proposed) == ("printed_after_revoked", "collected")
    (row,) = rows(second.db, Certificate)
    assert row.revoked_on == TODAY and row.printed == 1


def test_row_23_details_written_at_two_places(city: City, pair: tuple[Kiosk, Kiosk]) -> None:
    first, second = pair
    member = number_of("zhang")
    first.tell(sealing(first.db, MemberDetails(member, "张小三", unit="一车间")))
    city.pass_by(60)
    second.tell(sealing(second.db, MemberDetails(member, "张晓三")))
    city.sync()
    (case,) = cases(first)
    assert (case.kind, case.proposed) == ("details_twice", "newer")
    assert {d.name for k in pair for d in rows(k.db, MemberDetails, "where member = ?", member)} == {"张晓三"}
    city.pass_by(60)
    first.tell(sealing(first.db, MemberDetails(member, "张小三")))
    city.sync()
    assert kinds(first) == ["details_twice"]
