"""The table of conflicts, row by row: what state results, who is told, and which case a librarian finds."""

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from cities import City, Kiosk
from halls import NOON, TODAY, copy, number_of
from msgspec.structs import replace
from sqlalchemy import select

from kiosk.domain import facts as f
from kiosk.domain.books import Copy, Title
from kiosk.domain.cases import Case
from kiosk.domain.certificates import Certificate, Earned, Frozen, number_of as certificate_number
from kiosk.domain.codes import copy_number
from kiosk.domain.loans import Loan
from kiosk.domain.members import Answer, Member, MemberDetails, Suspension
from kiosk.hub.tables import devices, events, quarantine
from kiosk.storage.queries import rows
from kiosk.storage.sealed import sealing
from kiosk.sync.messages import Segment
from kiosk.sync.outbox import next_segment

BOOK = copy("hlm")


@pytest.fixture
def city(tmp_path: Path) -> City:
    return City(tmp_path)


@pytest.fixture
def pair(city: City) -> tuple[Kiosk, Kiosk]:
    first, second = city.add("first"), city.add("second")
    first.begin()
    city.sync()
    city.pass_by(60)
    return first, second


@pytest.fixture
def away(city: City, pair: tuple[Kiosk, Kiosk]) -> Kiosk:
    """A kiosk of another hall, with one book of its own."""
    kiosk = city.add("away", hall=2)
    kiosk.tell(f.TitleAdded(Title(77, "城市的味道", "周敏 著", "I267")), f.CopyAdded(Copy(copy_number(2, 1), 77, 2, 2)))
    city.sync()
    return kiosk


def cases(kiosk: Kiosk) -> list[Case]:
    return sorted(rows(kiosk.db, Case), key=lambda case: case.key)


def kinds(kiosk: Kiosk) -> list[str]:
    return [case.kind for case in cases(kiosk)]


def loans(kiosk: Kiosk) -> dict[str, Loan]:
    return {loan.loan: loan for loan in rows(kiosk.db, Loan)}


def the_copy(kiosk: Kiosk, number: str = BOOK) -> Copy:
    return rows(kiosk.db, Copy, "where copy = ?", number)[0]


def answers(kiosk: Kiosk, who: str) -> list[str]:
    return [a.about for a in rows(kiosk.db, Answer, "where member = ? and closed_at is null", number_of(who))]


def test_row_01_one_copy_lent_at_two_kiosks(city: City, pair: tuple[Kiosk, Kiosk]) -> None:
    """Both loans stand, the later scan proves where the book was; whichever is heard of first, there is one case."""
    first, second = pair
    early = first.lend(BOOK, "zhang")
    city.pass_by(60)
    late = second.lend(BOOK, "li")
    city.pass_by(60)
    city.sync(second, first)
    city.sync()
    assert [loans(first)[key].ended for key in (early, late)] == ["implied", None]
    assert rows(first.db, Suspension) == ()
    (case,) = cases(first)
    assert (case.kind, case.subject, case.proposed) == ("lent_twice", f"copy {BOOK}", "later_has_it")
    assert [(e.fact, e.member, e.hall) for e in case.evidence] == [
        (early, number_of("zhang"), 1),
        (late, number_of("li"), 1),
    ]
    assert cases(first) == cases(second)


def test_row_01_who_knew_of_the_loan_makes_no_case(city: City, pair: tuple[Kiosk, Kiosk]) -> None:
    """Whoever brings a book that another has borrowed is in the right: that is how books go round."""
    first, second = pair
    first.lend(BOOK, "zhang")
    city.sync()
    city.pass_by(60)
    second.lend(BOOK, "li")
    city.sync()
    city.pass_by(60)
    second.lend(BOOK, "ou")
    city.sync()
    assert cases(first) == []


def test_row_01_a_return_that_is_told_later_closes_the_case(city: City, pair: tuple[Kiosk, Kiosk]) -> None:
    first, second = pair
    third = city.add("third")
    city.sync()
    first.lend(BOOK, "zhang")
    city.pass_by(60)
    third.take_back(BOOK)
    city.pass_by(60)
    second.lend(BOOK, "li")
    city.sync(first, second)
    assert [(case.kind, case.state) for case in cases(first)] == [("lent_twice", "open")]
    city.sync()
    assert [(case.kind, case.state) for case in cases(first)] == [("lent_twice", "closed")]


def test_row_02_no_clock_tells_who_came_later(city: City, pair: tuple[Kiosk, Kiosk]) -> None:
    first, second = pair
    second.clock.pass_by(-9000 * 86400)
    doubtful = second.lend(BOOK, "li")
    second.clock = replace_boot(second)
    city.pass_by(60)
    first.lend(BOOK, "zhang")
    city.pass_by(60)
    city.sync(second, first)
    city.sync()
    found = {case.kind: case for case in cases(first)}
    assert set(found) == {"order_uncertain", "clock_wrong"}
    assert found["order_uncertain"].proposed == "on_shelf"
    first_told = found["order_uncertain"].evidence[0]
    assert first_told.fact == doubtful and first_told.latest > first_told.at
    assert sum(loan.ended is None for loan in loans(first).values()) == 1


def replace_boot(kiosk: Kiosk) -> Any:
    """The machine was switched off and on, and somebody has set its clock."""
    from kiosk.devices.clock import MovedClock, StoppedClock

    clock = MovedClock(StoppedClock(NOON))
    moment = clock.now()

    class Fresh(MovedClock):
        def now(self) -> Any:
            return replace(super().now(), boot="another boot")

    assert moment.boot != "another boot"
    fresh = Fresh(StoppedClock(NOON))
    fresh.pass_by(60)
    return fresh


def test_row_03_one_member_and_the_same_copy_twice(city: City, pair: tuple[Kiosk, Kiosk]) -> None:
    first, second = pair
    first.lend(BOOK, "zhang")
    city.pass_by(60)
    late = second.lend(BOOK, "zhang")
    city.sync()
    assert [key for key, loan in loans(first).items() if loan.ended is None] == [late]
    assert cases(first) == [] and answers(first, "zhang") == []


def test_row_04_a_return_that_arrives_before_its_loan(city: City, pair: tuple[Kiosk, Kiosk]) -> None:
    first, second = pair
    loan = first.lend(BOOK, "zhang")
    city.pass_by(60)
    back = second.take_back(BOOK)
    city.send(second)
    city.pass_by(60)
    city.sync()
    assert (loans(second)[loan].ended, loans(second)[loan].ended_by) == ("returned", back)
    assert not the_copy(second).on_loan and cases(second) == []


def test_row_05_a_return_of_a_copy_that_nobody_has(city: City, pair: tuple[Kiosk, Kiosk]) -> None:
    first, second = pair
    second.take_back(BOOK)
    city.sync()
    assert the_copy(first).seen_at == second.clock.now().at
    assert loans(first) == {} and cases(first) == []


@pytest.mark.parametrize("gone", [f.CopyLost(BOOK), f.CopyLost(BOOK, missing=True), f.CopyWithdrawn(BOOK)])
def test_row_06_lent_though_lost_or_withdrawn(city: City, pair: tuple[Kiosk, Kiosk], gone: Any) -> None:
    """It has been in somebody's hands: it is found, and the member hears that all is well."""
    first, second = pair
    first.tell(gone)
    city.pass_by(60)
    second.lend(BOOK, "li")
    city.sync()
    (case,) = cases(first)
    assert (case.kind, case.proposed) == ("lost_but_lent", "in_stock")
    assert the_copy(first).on_loan and the_copy(first).condition != "lost"
    assert answers(second, "li") == ["found_again"]


def test_row_06_missed_while_it_was_lent_elsewhere(city: City, pair: tuple[Kiosk, Kiosk]) -> None:
    first, second = pair
    second.lend(BOOK, "li")
    city.pass_by(60)
    first.tell(f.CopyLost(BOOK, missing=True))
    city.sync()
    assert kinds(first) == ["lost_but_lent"]


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
    assert rows(first.db, Member, "where member = ?", number_of("zhang"))[0].number == "100000"


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


def frozen() -> Frozen:
    number = certificate_number(1, 2026, 1)
    days = {"from_on": TODAY, "until_on": TODAY, "issued_on": TODAY}
    earned = Earned(sessions=1, came=1, half_hours_all=2, share_pct=80)
    plain = {"kind": "completion", "member": number_of("zhang"), "course": 71, "course_title": "剪纸"}
    paper = {"issuer": "临江市工人文化宫", "half_hours": 2, "template": "completion-1", "key_id": b"hall"}
    return Frozen(certificate=number, hall=1, year=2026, serial=1, earned=earned, **plain, **paper, **days)  # type: ignore[arg-type]


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


def test_row_24_a_clock_that_is_years_behind(city: City, pair: tuple[Kiosk, Kiosk]) -> None:
    """The member never sees it; somebody is asked to change the battery, once."""
    first, second = pair
    second.clock.pass_by(-9000 * 86400)
    back = second.lend(BOOK, "li"), second.take_back(BOOK)
    city.sync()
    assert kinds(first) == ["clock_wrong"]
    assert loans(first)[back[0]].borrowed_at == city.clock.now().at


def test_row_25_the_same_segment_again(city: City, pair: tuple[Kiosk, Kiosk]) -> None:
    first, second = pair
    first.lend(BOOK, "zhang")
    segment = next_segment(first.store, first.clock.now())
    city.pass_by(60)
    second.lend(BOOK, "li")
    city.sync()
    before = cases(first)
    assert segment and city.hub.push(segment).status == "ok"
    city.sync()
    assert cases(first) == before and len(before) == 1


def test_row_26_a_gap_is_answered_with_where_to_go_on(city: City, pair: tuple[Kiosk, Kiosk]) -> None:
    first, _ = pair
    known = first.store.head()[1]
    first.lend(BOOK, "zhang")
    left_out = next_segment(first.store, first.clock.now(), limit=1)
    first.take_back(BOOK)
    assert left_out
    whole = next_segment(first.store, first.clock.now())
    assert whole
    later = replace(whole, first=whole.first + 5)
    ack = city.hub.push(signed(first, later))
    assert (ack.status, ack.seq, ack.head) == ("gap", left_out.first - 1, known)
    city.sync()
    assert loans(first)[next(iter(loans(first)))].ended == "returned"


def signed(kiosk: Kiosk, segment: Segment) -> Segment:
    from kiosk.storage.keys import device_signer
    from kiosk.sync.messages import chain, signed_part

    return replace(segment, signature=device_signer(kiosk.db)(signed_part(segment, chain(segment)[-1])))


def test_row_27_two_stories_of_one_device(city: City, pair: tuple[Kiosk, Kiosk]) -> None:
    """Nothing of it takes effect, nothing is thrown away, and somebody is told."""
    first, second = pair
    first.lend(BOOK, "zhang")
    told = next_segment(first.store, first.clock.now())
    first.take_back(BOOK)
    both = next_segment(first.store, first.clock.now())
    assert told and both
    city.send(first)
    other = replace(both, bodies=(both.bodies[0] + " ", *both.bodies[1:]))
    assert city.hub.push(signed(first, other)).status == "fork"
    with city.engine.connect() as db:
        assert len(db.execute(select(quarantine)).fetchall()) == len(other.bodies)
    city.hear(second)
    assert kinds(second) == ["set_aside"]
    assert city.hub.push(signed(first, other)).status == "fork"
    city.hear(second)
    assert kinds(second) == ["set_aside"]


def test_row_28_a_device_that_was_revoked(city: City, pair: tuple[Kiosk, Kiosk]) -> None:
    first, second = pair
    with city.engine.begin() as db:
        db.execute(devices.update().where(devices.c.device == first.store.device.device).values(state="revoked"))
    first.lend(BOOK, "zhang")
    assert city.send(first).status == "revoked"  # type: ignore[union-attr]
    city.hear(second)
    assert loans(second) == {} and kinds(second) == ["set_aside"]


@pytest.mark.parametrize("kind", ["BookFlownAway"])
def test_row_29_a_kind_that_is_not_known_yet(city: City, pair: tuple[Kiosk, Kiosk], kind: str) -> None:
    """It is stored and acknowledged, and all behind it is heard."""
    first, second = pair
    first.lend(BOOK, "zhang")
    first.lend(copy("tg"), "zhang")
    segment = next_segment(first.store, first.clock.now())
    assert segment
    newer = replace(segment, bodies=(segment.bodies[0].replace("BookBorrowed", kind), *segment.bodies[1:]))
    assert city.hub.push(signed(first, newer)).status == "ok"
    city.hear(second)
    assert [loan.copy for loan in loans(second).values()] == [copy("tg")]
    assert parked(city) == [True, False]


def test_row_30_a_fact_that_no_step_can_take(city: City, pair: tuple[Kiosk, Kiosk]) -> None:
    first, second = pair
    ok = Member(2001, "200001", 1, "member", 1, date(2028, 1, 1))
    first.tell(f.MemberAdded(ok))
    second.tell(f.MemberAdded(replace(ok, member=2002)))  # the same number for somebody else
    second.lend(BOOK, "li")
    city.sync()
    assert parked(city, last=3) == [False, True, False]
    assert [m.member for m in rows(second.db, Member, "where number = '200001'")] == [2001]
    assert len(loans(first)) == 1


def parked(city: City, last: int = 2) -> list[bool]:
    with city.engine.connect() as db:
        found = db.execute(select(events.c.parked_why).where(events.c.device != "hub").order_by(events.c.number))
        return [why is not None for (why,) in found.fetchall()[-last:]]
