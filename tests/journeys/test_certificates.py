"""Journeys of certificates: the passport, the sheet, the PIN, the printer; any certificate scanned anywhere."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from graduates import School, school
from halls import HALL, NOON, TestHall, codes
from journeys.test_entry import PIN, with_pin
from msgspec.structs import replace

from kiosk.documents.certificate import print_certificates
from kiosk.documents.certificate_sheet import sheet_of
from kiosk.domain.facts import CourseSet, HallSet, MemberForgotten
from kiosk.domain.members import MemberDetails
from kiosk.domain.policy import Policy
from kiosk.domain.printing import PrintState, Way
from kiosk.domain.refusals import Refused
from kiosk.storage import print_jobs, programme
from kiosk.storage.sealed import sealing
from kiosk.visit.screens import Basket, CertificatePreview, Passport, PinEntry, Printing, Refusal, Verified


class House:
    """A print room that says what a test tells it."""

    def __init__(self) -> None:
        self.way: Way = "queued"
        self.calls = 0

    def call(self) -> None:
        self.calls += 1

    def state(self, job: str) -> PrintState | None:
        return PrintState(job, "certificate", "", self.way, "", "a", "服务台旁", "一楼", 1, NOON)


@pytest.fixture
def finished(hall: TestHall) -> Iterator[School]:
    yield school(hall)
    assert hall.store.differences() == {}


def preview(hall: TestHall, number: str) -> CertificatePreview:
    hall.scan("zhang")
    screen = hall.tap("certificate", number=number)
    assert isinstance(screen, CertificatePreview)
    return screen


def typed(hall: TestHall, pin: str = PIN) -> object:
    hall.tap("enter", text=pin)
    return hall.visit.settle()


def test_the_passport_says_what_was_earned_and_what_is_missing(hall: TestHall, finished: School) -> None:
    hall.scan("zhang")
    screen = hall.tap("passport")
    assert isinstance(screen, Passport)
    assert (screen.hours, screen.evenings, screen.books) == (18, 9, 0)
    assert [(row.title, row.state, row.missing) for row in screen.courses] == [("智能手机摄影", "earned", 0)]
    number = finished.given("photo")
    screen = hall.tap("passport")
    assert [(row.number, row.state) for row in screen.certificates] == [(number, "valid")]
    assert screen.courses[0].state == "issued"
    hall.tap("finish")
    hall.scan("li")
    (row,) = hall.tap("passport").courses
    assert (row.state, row.hours, row.missing) == ("over", 10, 6)


def test_a_certificate_is_looked_at_proved_and_printed_once(hall: TestHall, finished: School) -> None:
    house = hall.visit.house = House()
    with_pin(hall)
    number = finished.given("photo")
    shown = preview(hall, number)
    assert shown.pin and shown.certificate.name == "张*三" and not shown.why_not
    assert "张小三" not in "".join(shown.certificate.lines)
    screen = hall.tap("print_certificate", number=number)
    assert isinstance(screen, PinEntry) and (screen.purpose, screen.stage) == ("certificate", "pin")
    screen = typed(hall)
    assert isinstance(screen, Printing) and screen.job and screen.way == "queued" and house.calls == 1
    house.way = "paper_out"
    assert hall.tick(1).way == "paper_out"
    house.way = "done"
    assert hall.tick(1).way == "done" and hall.visit.screen.place == "服务台旁"
    (job,) = print_jobs.unfinished(hall.db)
    assert job.what == number and print_jobs.sheet(hall.db, job.id).startswith(b"%PDF")
    again = hall.tap("print_certificate", number=number)
    assert isinstance(again, Printing) and again.job == screen.job, "it is on its way already"
    assert len(print_jobs.unfinished(hall.db)) == 1


def test_a_wrong_pin_prints_nothing(hall: TestHall, finished: School) -> None:
    with_pin(hall)
    number = finished.given("photo")
    preview(hall, number)
    hall.tap("print_certificate", number=number)
    screen = typed(hall, "000000")
    assert isinstance(screen, PinEntry) and codes(screen) == ["L-20"] and screen.stage == "pin"
    assert print_jobs.unfinished(hall.db) == []
    assert isinstance(typed(hall), Printing), "the second try is asked for in the same place"


def test_a_hall_may_print_without_the_pin_and_without_a_printer(finished: School) -> None:
    hall = finished.hall
    hall.visit.rules = replace(hall.visit.rules, policies=(Policy(policy="default", certificate_pin=False),))
    number = finished.given("photo")
    assert not preview(hall, number).pin
    hall.tap("print_certificate", number=number)
    screen = hall.visit.settle()
    assert isinstance(screen, Printing) and (screen.way, screen.reason) == ("waiting", "new")
    stopped = hall.tap("decide_print", what="cancel")
    assert stopped.way == "cancelled" and print_jobs.unfinished(hall.db) == []


def test_whoever_leaves_while_it_is_drawn_still_gets_it(finished: School) -> None:
    hall = finished.hall
    hall.visit.rules = replace(hall.visit.rules, policies=(Policy(policy="default", certificate_pin=False),))
    number = finished.given("photo")
    preview(hall, number)
    hall.tap("print_certificate", number=number)
    assert hall.visit.drawing
    hall.tap("finish")
    hall.visit.settle()
    assert [job.what for job in print_jobs.unfinished(hall.db)] == [number]


def test_the_passport_is_printed_too(finished: School) -> None:
    hall = finished.hall
    with_pin(hall)
    hall.scan("zhang")
    hall.tap("print_passport")
    screen = typed(hall)
    assert isinstance(screen, Printing) and screen.purpose == "passport" and screen.job


def test_nobody_sees_or_prints_anothers(hall: TestHall, finished: School) -> None:
    number = finished.given("photo")
    hall.scan("li")
    for action in ("certificate", "print_certificate"):
        screen = hall.tap(action, number=number)
        if isinstance(screen, PinEntry):
            with_pin(hall, "li")
            screen = typed(hall)
        assert isinstance(screen, Refusal) and codes(screen) == ["C-10"]
    assert print_jobs.unfinished(hall.db) == []


def test_one_that_no_longer_holds_is_shown_and_not_printed(hall: TestHall, finished: School) -> None:
    with_pin(hall)
    number = finished.given("photo")
    assert finished.revoke(number) is None
    shown = preview(hall, number)
    assert [reason.code for reason in shown.why_not] == ["C-11"]
    hall.tap("print_certificate", number=number)
    screen = typed(hall)
    assert isinstance(screen, Refusal) and codes(screen) == ["C-11"]


def test_a_reprint_is_the_same_to_the_last_byte(hall: TestHall, finished: School) -> None:
    """Name, course, hall and rule were edited since; what was frozen is not."""
    number = finished.given("photo")

    def drawn() -> object:
        sheet = sheet_of(hall.db, number)
        assert sheet is not None
        return print_certificates([sheet], number)  # type: ignore[list-item]

    first = drawn()
    course = programme.course(hall.db, 71)
    assert course
    hall.tell(CourseSet(replace(course, title="另一门课")), HallSet(replace(HALL, name="另一个馆")))
    hall.tell(sealing(hall.db, MemberDetails(1000, "另一个人")))
    assert isinstance(first, bytes) and first == drawn()


def test_any_certificate_on_any_screen(hall: TestHall, finished: School) -> None:
    number = finished.given("photo")
    text = finished.code(number)
    screen = hall.scan(text)
    assert isinstance(screen, Verified) and screen.verdict == "valid" and screen.listed_here
    assert screen.facts and (screen.facts.name, screen.facts.number, screen.facts.hours) == ("张小三", number, 18)
    hall.tap("back")
    hall.scan("li")
    assert isinstance(hall.scan(text), Verified)
    assert isinstance(hall.tap("back"), Basket), "whoever was signed in still is"
    new = finished.supersede(number, template="bilingual-1")
    screen = hall.scan(text)
    assert (screen.verdict, codes(screen)) == ("superseded", ["C-12"])
    assert isinstance(new, str) and finished.revoke(new) is None
    screen = hall.scan(finished.code(new))
    assert (screen.verdict, codes(screen)) == ("revoked", ["C-11"])
    screen = hall.scan(text[:-1] + str((int(text[-1]) + 1) % 10))
    assert (screen.verdict, codes(screen), screen.facts) == ("altered", ["C-13"], None)
    hall.db.execute("delete from keys where role = 'issuer'")
    hall.tap("finish")
    screen = hall.scan(text)
    assert (screen.verdict, codes(screen), screen.facts) == ("unknown_issuer", ["C-14"], None)


def test_a_genuine_one_of_another_register_says_what_is_not_known(hall: TestHall, finished: School) -> None:
    text = finished.code(finished.given("photo"))
    elsewhere = TestHall()
    screen = elsewhere.scan(text)
    assert (screen.verdict, codes(screen), screen.listed_here) == ("unlisted", ["C-15"], False)
    elsewhere.store.close()


def test_a_forgotten_members_certificate_still_verifies_and_is_not_printed(hall: TestHall, finished: School) -> None:
    number = finished.given("photo")
    text = finished.code(number)
    hall.tell(MemberForgotten(1000))
    refused = sheet_of(hall.db, number)
    assert isinstance(refused, Refused) and [r.code for r in refused.reasons] == ["C-06"]
    assert hall.scan(text).verdict == "valid"
    assert hall.db.execute("select count(*) from certificate_holders").fetchone() == (0,)


def test_a_verified_certificate_is_not_left_on_the_screen(hall: TestHall, finished: School) -> None:
    hall.scan(finished.code(finished.given("photo")))
    for _ in range(2):
        screen = hall.tick(timedelta(seconds=61).total_seconds())
    assert type(screen).__name__ == "Attract"


def test_a_disk_that_fails_while_it_is_drawn_is_a_fault_and_no_crash(finished: School) -> None:
    hall = finished.hall
    hall.visit.rules = replace(hall.visit.rules, policies=(Policy(policy="default", certificate_pin=False),))
    number = finished.given("photo")
    preview(hall, number)
    hall.tap("print_certificate", number=number)
    hall.db.execute("alter table print_jobs rename to print_jobs_gone")
    screen = hall.visit.settle()
    assert type(screen).__name__ == "Fault"
    hall.db.execute("alter table print_jobs_gone rename to print_jobs")
