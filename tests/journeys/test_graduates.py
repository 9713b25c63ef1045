"""An organiser at the kiosk: who has earned a certificate, marks, issuing, the batch on paper, the register."""

import pytest
from colleagues import on_duty
from graduates import School, school
from halls import TestHall, codes

from kiosk.domain.certificates import CertificateRule
from kiosk.domain.facts import CertificateNumbersLeased, CertificatePrinted, CertificateRuleSet, MemberForgotten
from kiosk.domain.staff import Role
from kiosk.storage import certificates, print_jobs
from kiosk.visit.screens import CertificateRegister, Desk, Graduates, Home, Printing, Verified

ZHANG, LI = "1000", "1001"


@pytest.fixture
def taught(hall: TestHall) -> School:
    return school(hall)


def opened(taught: School, **more: str) -> Graduates:
    screen = taught.hall.tap("graduates", course="71", **more)
    assert isinstance(screen, Graduates)
    return screen


def sheets(hall: TestHall) -> list[str]:
    return [job.what for job in print_jobs.unfinished(hall.db)]


def test_the_courses_and_who_may_have_one_and_what_the_others_miss(taught: School) -> None:
    assert isinstance(on_duty(taught.hall, "organiser"), Desk)
    screen = taught.hall.tap("graduates")
    assert screen.course is None and [(c.title, c.over) for c in screen.courses] == [("智能手机摄影", True)]
    screen = opened(taught)
    assert [(g.name, g.number_tail, g.hours, g.came, g.sessions) for g in screen.rows] == [
        ("张*三", "0000", 18.0, 9, 10)
    ]
    assert (screen.earned, screen.missing, screen.issued) == (1, 1, 0)
    (li,) = opened(taught, view="missing").rows
    assert codes(li) == ["C-02"] and li.state == "missing"
    (other,) = opened(taught, view="earned", kind="hours").rows[:1]
    assert other.state == "earned", "hours alone are earned by whoever came"


def test_work_handed_in_is_noted_and_opens_the_way(taught: School) -> None:
    hall = taught.hall
    hall.tell(CertificateRuleSet(CertificateRule(71, mark="handed_in")))
    on_duty(hall, "organiser")
    assert codes(opened(taught, member=ZHANG).chosen) == ["C-04"]
    after = hall.tap("mark_work", course="71", member=ZHANG, mark="handed_in")
    assert hall.facts == ["WorkMarked"] and hall.visit.facts[0].actor == "S001"
    assert after.chosen and (after.chosen.state, after.chosen.mark) == ("earned", "handed_in")
    hall.tap("mark_work", course="71", member="1002", mark="passed")
    assert not hall.facts, "never came"


def test_all_who_have_earned_one_get_one_and_nobody_gets_two(taught: School) -> None:
    hall = taught.hall
    on_duty(hall, "organiser")
    after = hall.tap("issue_certificates", course="71")
    assert hall.facts == ["CertificateIssued"] and hall.visit.facts[0].actor == "S001"
    assert (after.view, after.given, after.issued, after.unprinted) == ("issued", 1, 1, 1)
    assert after.rows[0].certificate == "2026-0001-000001"
    again = hall.tap("issue_certificates", course="71")
    assert not hall.facts and again.given == 0
    assert hall.store.differences() == {}


def test_one_alone_and_numbers_from_the_block(taught: School) -> None:
    hall = taught.hall
    hall.tell(CertificateNumbersLeased(1, 500, 1))
    taught.came("photo", "ou", 10)
    on_duty(hall, "organiser")
    refused = hall.tap("issue_certificates", course="71")
    assert codes_of(refused.why_not) == ["C-09"] and not hall.facts, "two have earned one, one number is left"
    after = hall.tap("issue_certificates", course="71", member="1002")
    assert [row.certificate for row in after.rows] == ["2026-0001-000500"] and hall.facts == ["CertificateIssued"]
    hall.tap("issue_certificates", course="71", member=LI)
    assert not hall.facts, "has not earned one"


def test_a_batch_that_stops_goes_on_at_its_sheet(taught: School) -> None:
    hall = taught.hall
    taught.came("photo", "ou", 10)
    on_duty(hall, "organiser")
    hall.tap("issue_certificates", course="71")
    screen = hall.tap("print_batch", course="71")
    assert isinstance(screen, Printing) and screen.way == "drawing" and screen.staff
    screen = hall.visit.settle()
    first, second = "2026-0001-000001", "2026-0001-000002"
    assert sheets(hall) == [first, second] and (screen.sheets, screen.out, screen.at) == (2, 0, first)
    job = print_jobs.print_job(hall.db, screen.job)
    assert job
    print_jobs.finished(hall.db, job, "done", "", hall.clock.now().at)
    hall.tell(CertificatePrinted(first))
    screen = hall.tick(1)
    assert (screen.out, screen.at) == (1, second) and screen.way == "waiting"
    back = hall.tap("leave_paper")
    assert isinstance(back, Graduates) and back.course and back.unprinted == 0, "the second is on its way"
    again = hall.tap("print_batch", course="71")
    again = hall.visit.settle()
    assert sheets(hall) == [second] and (again.way, codes_of(again.why_not)) == ("rejected", ["Z-02"])


def test_a_batch_that_nobody_wants_any_more_is_cancelled_whole(taught: School) -> None:
    hall = taught.hall
    taught.came("photo", "ou", 10)
    on_duty(hall, "organiser")
    hall.tap("issue_certificates", course="71")
    hall.tap("print_batch", course="71")
    hall.visit.settle()
    screen = hall.tap("decide_print", what="cancel")
    assert screen.way == "cancelled" and sheets(hall) == []
    assert opened(taught).unprinted == 2, "another day"


def test_the_list_of_names_goes_to_the_printer(taught: School) -> None:
    hall = taught.hall
    on_duty(hall, "organiser")
    hall.tap("print_names", course="71")
    screen = hall.visit.settle()
    (job,) = print_jobs.unfinished(hall.db)
    assert (job.purpose, job.what, screen.way) == ("list", "71", "waiting")
    assert print_jobs.sheet(hall.db, job.id).startswith(b"%PDF")


def test_the_register_is_searched_by_the_letters_of_a_name_and_by_number(taught: School) -> None:
    hall, number = taught.hall, taught.given("photo")
    on_duty(hall, "organiser")
    screen = hall.tap("certificate_register")
    assert isinstance(screen, CertificateRegister) and screen.count == 1 and "Z" in screen.leading
    assert [(r.number, r.name, r.state) for r in screen.rows] == [(number, "张*三", "valid")]
    assert hall.tap("certificate_register", typed="zx").count == 1
    assert hall.tap("certificate_register", typed="zx").leading == "S"
    assert hall.tap("certificate_register", typed="l").rows == ()
    assert hall.tap("certificate_register", typed="0001").count == 1
    assert hall.tap("certificate_register", typed="777").count == 0
    hall.tell(MemberForgotten(1000))
    forgotten = hall.tap("certificate_register")
    assert [(r.number, r.name) for r in forgotten.rows] == [(number, "")], "the number stays"


def test_a_whole_name_is_shown_when_asked_for_and_it_is_known_to_whom(taught: School) -> None:
    hall, number = taught.hall, taught.given("photo")
    on_duty(hall, "manager")
    assert hall.tap("registered_reveal", number=number).revealed == "张小三"
    assert hall.tap("graduate_reveal", course="71", member=LI).revealed == "李四"
    assert [(type(fact.p).__name__, fact.actor) for fact in hall.visit.facts] == [("MemberShown", "S001")]
    assert hall.tap("graduate_reveal", course="71", member="1002").revealed == "", "not on this list"
    assert not hall.facts


def test_a_certificate_is_revoked_with_a_reason_that_whoever_verifies_it_reads(taught: School) -> None:
    hall, number = taught.hall, taught.given("photo")
    on_duty(hall, "organiser")
    assert not hall.tap("revoke_certificate", number=number, why="bored").chosen.revoked_on, "one of the reasons"
    after = hall.tap("revoke_certificate", number=number, why="name_wrong", note="应为张晓三")
    assert hall.facts == ["CertificateRevoked"] and hall.visit.facts[0].actor == "S001"
    assert after.chosen and (after.chosen.state, after.chosen.revoked_why) == ("revoked", "姓名登记有误：应为张晓三")
    assert codes_of(hall.tap("revoke_certificate", number=number, why="name_wrong").why_not) == ["C-11"]
    assert codes_of(hall.tap("print_registered", number=number).why_not) == ["C-11"]
    hall.tap("finish")
    seen = hall.scan(taught.code(number))
    assert isinstance(seen, Verified) and seen.verdict == "revoked" and "应为张晓三" in str(seen.reasons)


def test_a_new_certificate_takes_the_place_of_the_old(taught: School) -> None:
    hall, number = taught.hall, taught.given("photo")
    on_duty(hall, "organiser")
    assert codes_of(hall.tap("supersede_certificate", number=number).why_not) == ["C-19"], "nothing has changed"
    taught.came("photo", "zhang", 10)
    after = hall.tap("supersede_certificate", number=number)
    assert hall.facts == ["CertificateIssued", "CertificateSuperseded"]
    assert after.chosen and (after.chosen.replaces, after.chosen.state) == (number, "valid")
    old = certificates.certificate(hall.db, number)
    assert old and old.superseded_by == after.chosen.number


def test_one_is_printed_again_from_the_register(taught: School) -> None:
    hall, number = taught.hall, taught.given("photo")
    taught.printed(number)
    on_duty(hall, "organiser")
    assert hall.tap("print_registered", number=number).reprint == 1
    screen = hall.visit.settle()
    assert sheets(hall) == [number] and screen.way == "waiting"
    assert hall.tap("print_registered", number=number).job == screen.job, "never twice silently"
    back = hall.tap("leave_paper")
    assert isinstance(back, CertificateRegister) and back.chosen and back.chosen.number == number


@pytest.mark.parametrize("role", ["volunteer", "librarian", "technician", "city"])
def test_it_is_not_there_for_other_roles(taught: School, role: Role) -> None:
    hall, number = taught.hall, taught.given("photo")
    on_duty(hall, role)
    for tap in ("graduates", "certificate_register", "issue_certificates", "print_batch", "print_names"):
        assert isinstance(hall.tap(tap, course="71"), Desk)
    assert isinstance(hall.tap("revoke_certificate", number=number, why="name_wrong"), Desk) and not hall.facts


def test_it_is_not_there_for_members(taught: School) -> None:
    taught.hall.scan("zhang")
    assert isinstance(taught.hall.tap("graduates", course="71"), Home)


@pytest.mark.parametrize("said", [{}, {"course": "9"}, {"course": "x", "member": "71"}])
def test_nonsense_changes_nothing(taught: School, said: dict[str, str]) -> None:
    hall = taught.hall
    on_duty(hall, "organiser")
    for tap in ("mark_work", "issue_certificates", "graduate_reveal", "revoke_certificate", "supersede_certificate"):
        assert isinstance(hall.tap(tap, **said), Graduates | CertificateRegister) and not hall.facts


def codes_of(reasons: object) -> list[str]:
    return [reason.code for reason in reasons]  # type: ignore[attr-defined]
