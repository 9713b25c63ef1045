"""Rows 10 to 13, 19, 20 and 22 of the conflict table: seats, presence and certificates, told by several kiosks."""

from datetime import timedelta
from pathlib import Path

import pytest
from cities import City, Kiosk
from halls import TODAY, number_of
from msgspec.structs import replace
from quarrels import cases
from seats import PHOTO, answers, at_hub, every, give_back, people, photo, seats_of, settled, state, wish

from kiosk.domain.attendance import Attendance
from kiosk.domain.certificates import Certificate, Earned, Frozen, Holder
from kiosk.domain.classes import Session, to_utc
from kiosk.domain.enrolling import cancel
from kiosk.domain.enrolments import Enrolment
from kiosk.domain.facts import AttendanceCorrected, AttendanceEntered, CertificateIssued, CourseSet, SessionSet
from kiosk.storage import programme as stored
from kiosk.storage.sealed import sealed

EVENING = 7100
ZHANG, LI = number_of("zhang"), number_of("li")


@pytest.fixture
def city(tmp_path: Path) -> City:
    return City(tmp_path)


@pytest.fixture
def pair(city: City) -> tuple[Kiosk, Kiosk]:
    first, second = city.add("first"), city.add("second")
    first.begin()
    settled(city)
    return first, second


def shared(city: City, kiosk: Kiosk, seats: int, count: int) -> list[int]:
    kiosk.tell(photo(seats))
    who = list(people(kiosk, count))
    settled(city)
    return who


def test_row_10_outside_the_leases_by_arrival_and_the_rest_wait(city: City, pair: tuple[Kiosk, Kiosk]) -> None:
    first, second = pair
    who = shared(city, first, 2, 6)
    assert (wish(first, who[0]), wish(second, who[1])) == ("confirmed", "confirmed")
    assert [wish(second, m) for m in who[2:4]] == [wish(first, m) for m in who[4:]] == ["requested"] * 2
    city.send(second)
    city.send(first)
    settled(city)
    assert [e.member for e in stored.queue(first.db, PHOTO)] == who[2:]
    assert answers(second, who[2]) == ["seat_waiting"] and at_hub(city).confirmed == 2


def test_row_11_one_member_asks_twice_and_has_one_seat(city: City, pair: tuple[Kiosk, Kiosk]) -> None:
    first, second = pair
    who = shared(city, first, 4, 3)
    assert wish(first, who[0]) == wish(second, who[0]) == "confirmed"
    settled(city)
    assert at_hub(city).confirmed == 1 and list(seats_of(city)) == [who[0]]
    assert [wish(first, who[1]), wish(second, who[2])] == ["confirmed"] * 2
    settled(city)
    assert (at_hub(city).confirmed, at_hub(city).seats) == (3, 4)


@pytest.mark.parametrize("apart", [False, True])
def test_row_11_two_classes_at_one_time_are_both_kept_and_the_member_hears_of_it(
    city: City, pair: tuple[Kiosk, Kiosk], apart: bool
) -> None:
    """Who was warned on the screen is not told again."""
    first, second = pair
    other = photo(4).course
    first.tell(photo(4), CourseSet(replace(other, course=72, title="剪纸")))
    first.tell(SessionSet(evening()), SessionSet(replace(evening(), session=7200, course=72)))
    settled(city)
    assert wish(first, ZHANG) == "confirmed"
    if not apart:
        settled(city)
    assert wish(second, ZHANG, 72) == "confirmed"
    settled(city)
    assert {key.course for key in every(city, Enrolment) if key.state == "confirmed"} == {PHOTO, 72}
    assert answers(first, ZHANG) == (["time_clash"] if apart else [])


def test_row_12_by_arrival_and_a_seat_given_back_goes_to_the_list(city: City, pair: tuple[Kiosk, Kiosk]) -> None:
    first, second = pair
    who = shared(city, first, 2, 4)
    assert (wish(first, who[0]), wish(second, who[1])) == ("confirmed", "confirmed")
    settled(city)
    assert wish(second, who[2]) == "waiting"
    assert give_back(first, who[0]) == "withdrawn"
    city.send(first)
    settled(city)
    assert state(second, who[2]) == "offered"
    assert wish(first, who[0]) == "waiting"
    assert at_hub(city).confirmed + at_hub(city).offered == 2


def test_row_13_a_class_cancelled_meanwhile_voids_what_was_claimed(city: City, pair: tuple[Kiosk, Kiosk]) -> None:
    """Who came in was there all the same."""
    first, second = pair
    who = shared(city, first, 4, 2)
    course = stored.course(first.db, PHOTO)
    assert course
    first.tell(SessionSet(evening()))
    city.sync()
    first.tell(*cancel(course, (), "老师病了"))
    city.send(first)
    assert wish(second, who[0]) == "confirmed"
    second.tell(AttendanceEntered(EVENING, who[0]))
    settled(city)
    assert seats_of(city)[who[0]].state == "cancelled" and answers(second, who[0]) == ["course_cancelled"]
    assert [(a.member, a.how) for a in every(city, Attendance)] == [(who[0], "card")]


def evening() -> Session:
    starts_at = to_utc(TODAY, 19 * 60, 480)
    return Session(EVENING, PHOTO, starts_at, starts_at + timedelta(minutes=90), 3)


def test_row_19_checked_in_at_two_kiosks_is_there_once_from_the_earlier_time(
    city: City, pair: tuple[Kiosk, Kiosk]
) -> None:
    first, second = pair
    first.tell(photo(3), SessionSet(evening()))
    settled(city)
    early = second.clock.now().at
    second.tell(AttendanceEntered(EVENING, ZHANG))
    city.pass_by(60)
    first.tell(AttendanceEntered(EVENING, ZHANG), AttendanceEntered(EVENING, LI))
    city.send(first)
    city.send(second)
    settled(city)
    there = {a.member: a for a in every(city, Attendance)}
    assert set(there) == {ZHANG, LI} and there[ZHANG].entered_at == early
    assert first.rows()["attendance"] == second.rows()["attendance"]


def test_row_20_checked_in_before_the_seat_is_heard_of(city: City, pair: tuple[Kiosk, Kiosk]) -> None:
    """It is kept, and stands beside the seat when that arrives."""
    first, second = pair
    first.tell(SessionSet(evening()), photo(4))
    settled(city)
    assert wish(first, ZHANG) == "confirmed"
    second.tell(AttendanceEntered(EVENING, ZHANG, "walk_in"), AttendanceEntered(EVENING, LI, "walk_in"))
    city.send(second)
    assert {a.member for a in every(city, Attendance)} == {ZHANG, LI} and not seats_of(city)
    settled(city)
    assert {m: e.state for m, e in seats_of(city).items()} == {ZHANG: "confirmed"}
    assert {a.member for a in every(city, Attendance)} == {ZHANG, LI}


def test_row_22_a_certificate_outlives_what_it_was_earned_by(city: City, pair: tuple[Kiosk, Kiosk]) -> None:
    """What was issued is never made void by a machine."""
    first, second = pair
    first.tell(photo(4), SessionSet(evening()))
    settled(city)
    wish(second, ZHANG)
    second.tell(AttendanceEntered(EVENING, ZHANG))
    holder = Holder(frozen().certificate, ZHANG, "张小三", "", "")
    first.tell(CertificateIssued(frozen(), sealed(first.db, ZHANG, holder)))
    second.tell(AttendanceCorrected(EVENING, ZHANG, "absent", 0, "not_there"))
    city.send(first)
    settled(city)
    (certificate,) = every(city, Certificate)
    assert certificate.revoked_on is None and not certificate.superseded_by
    assert [(a.member, a.result) for a in every(city, Attendance)] == [(ZHANG, "absent")]
    assert first.rows()["certificates"] == second.rows()["certificates"]
    (case,) = cases(first)
    number = frozen().certificate
    assert (case.kind, case.subject, case.proposed) == ("earned_otherwise", f"certificate {number}", "stands")
    second.tell(AttendanceCorrected(EVENING, ZHANG, "present", 90, "was_there"))
    settled(city)
    assert [case.state for case in cases(first)] == ["closed"]


def test_row_22_whichever_is_heard_of_first(city: City, pair: tuple[Kiosk, Kiosk]) -> None:
    first, second = pair
    first.tell(photo(4), SessionSet(evening()))
    settled(city)
    second.tell(AttendanceEntered(EVENING, ZHANG), AttendanceCorrected(EVENING, ZHANG, "absent", 0, "not_there"))
    city.send(second)
    holder = Holder(frozen().certificate, ZHANG, "张小三", "", "")
    first.tell(CertificateIssued(frozen(), sealed(first.db, ZHANG, holder)))
    settled(city)
    assert [(case.kind, case.state) for case in cases(first)] == [("earned_otherwise", "open")]


def frozen() -> Frozen:
    return Frozen(
        certificate="2026-0001-000001",
        hall=1,
        year=2026,
        serial=1,
        kind="completion",
        member=ZHANG,
        course=PHOTO,
        course_title="智能手机摄影",
        issuer="临江市工人文化宫",
        half_hours=4,
        from_on=TODAY,
        until_on=TODAY,
        issued_on=TODAY,
        template="completion-1",
        key_id=b"hall",
        earned=Earned(1, 1, 4, 80),
    )
