"""Certificates: what is missing for one, which number comes next, and codes of which no digit can be changed."""

from datetime import date, timedelta

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from halls import ISSUER, KEY_ID, NOON, TODAY
from hypothesis import given, settings, strategies as st
from msgspec.structs import replace

from kiosk.domain.attendance import Attendance
from kiosk.domain.certificate_codes import CertificateCode, certificate_text, fits_code
from kiosk.domain.certificates import (
    CertificateBlock,
    CertificateKind,
    CertificateRule,
    Mark,
    Subject,
    number_of,
    plain_number,
)
from kiosk.domain.classes import Course, Session
from kiosk.domain.codes import UnknownCode, parse
from kiosk.domain.eligibility import Case, missing, title_reasons
from kiosk.domain.policy import Policy
from kiosk.domain.refusals import Refused
from kiosk.domain.register import Numbers, serials

COURSE = Course(71, 1, "class", "智能手机摄影", 30, TODAY, TODAY)
SUBJECT = Subject(
    hall=1,
    year=2026,
    serial=318,
    kind="completion",
    name="张䶮𫖯",
    course="书法入门（楷书）",
    issuer="临江市工人文化宫",
    half_hours=44,
    from_on=date(2026, 3, 2),
    until_on=date(2026, 7, 18),
    issued_on=date(2026, 7, 18),
)
FORGER = Ed25519PrivateKey.from_private_bytes(b"f" * 32)
ISSUERS = {KEY_ID: ISSUER.public_key().public_bytes_raw()}
TEXT = certificate_text(SUBJECT, KEY_ID, ISSUER.sign)
TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc", "Cn", "Co")), max_size=40).filter(
    fits_code
)
DAYS = st.dates(date(2020, 1, 1), date(2120, 1, 1))


def evening(n: int, state: str = "closed") -> Session:
    at = NOON - timedelta(days=70 - 7 * n)
    return Session(7100 + n, 71, at, at + timedelta(minutes=90), 30, state=state)  # type: ignore[arg-type]


def case(came: int = 8, evenings: int = 10, **fields: object) -> Case:
    sessions = tuple(evening(n) for n in range(evenings))
    here = tuple(Attendance(f"{s.session} 1000", s.session, 1000, "present", minutes=90) for s in sessions[:came])
    plain = Case(COURSE, sessions, here, Policy(policy="default"), CertificateRule(71), 1000, name="张小三")
    return replace(plain, **fields)


def why(found: Case, kind: CertificateKind = "completion") -> list[str]:
    return [reason.code for reason in missing(found, kind)]


@pytest.mark.parametrize(
    ("found", "codes"),
    [
        (case(8), []),
        (case(7), ["C-02"]),
        (case(0), ["C-02"]),
        (case(7, rule=CertificateRule(71, share_pct=70)), []),
        (case(7, rule=CertificateRule(71, half_hours=28)), []),
        (case(7, rule=CertificateRule(71, half_hours=29)), ["C-01"]),
        (case(8, name=""), ["C-06"]),
        (case(8, rule=CertificateRule(71, mark="passed")), ["C-04"]),
        (case(8, rule=CertificateRule(71, mark="passed"), mark="handed_in"), ["C-04"]),
        (case(8, rule=CertificateRule(71, mark="handed_in"), mark="passed"), []),
        (case(7, sessions=tuple(evening(n, "planned") for n in range(10)), name=""), ["C-06", "C-03", "C-02"]),
        (case(8, course=replace(COURSE, title="电工职业资格培训")), ["C-07"]),
        (case(8, course=replace(COURSE, title="长" * 41)), ["C-08"]),
    ],
)
def test_everything_that_is_missing_is_said_at_once(found: Case, codes: list[str]) -> None:
    assert why(found) == codes


def test_whoever_was_excused_is_not_measured_by_that_evening() -> None:
    found = case(7, evenings=9)
    away = tuple(Attendance(f"{7100 + n} 1000", 7100 + n, 1000, "excused") for n in (7, 8))
    assert why(found) == ["C-02"]
    assert why(replace(found, attendance=(*found.attendance, *away))) == []


def test_a_cancelled_evening_counts_for_nobody() -> None:
    gone = tuple(evening(n, "cancelled" if n >= 5 else "closed") for n in range(10))
    assert why(case(4, sessions=gone)) == []


def test_hours_may_be_told_while_the_course_goes_on_taking_part_only_after() -> None:
    under_way = case(2, sessions=tuple(evening(n, "closed" if n < 2 else "planned") for n in range(10)))
    assert why(under_way, "hours") == [] and why(under_way, "participation") == ["C-03"]
    assert why(case(0), "hours") == ["C-01"] and why(case(1), "participation") == []


def test_hours_still_to_come_are_counted_down() -> None:
    assert case(6).half_hours_missing == 32 - 24
    assert case(9).half_hours_missing == 0


@pytest.mark.parametrize(
    ("title", "mark", "codes"),
    [
        ("养老护理职业技能等级培训", "", ["C-07"]),
        ("全国书法大赛", "", ["C-07"]),
        ("焊工岗位合格班", "", ["C-07"]),
        ("焊工考核合格班", "handed_in", ["C-07"]),
        ("焊工考核合格班", "passed", []),
        ("智能手机摄影", "", []),
    ],
)
def test_no_title_imitates_the_state(title: str, mark: Mark, codes: list[str]) -> None:
    assert [reason.code for reason in title_reasons(title, mark)] == codes


def block(first: int, count: int) -> CertificateBlock:
    return CertificateBlock(f"{first}", 1, first, count, NOON)


@pytest.mark.parametrize(
    ("numbers", "count", "given"),
    [
        (Numbers(0), 3, (1, 2, 3)),
        (Numbers(7), 2, (8, 9)),
        (Numbers(0, (block(100, 3),)), 2, (100, 101)),
        (Numbers(101, (block(100, 3), block(500, 10))), 3, (102, 500, 501)),
        (Numbers(0, (block(500, 10), block(100, 1))), 2, (100, 500)),
    ],
)
def test_numbers_follow_each_other(numbers: Numbers, count: int, given: tuple[int, ...]) -> None:
    assert serials(numbers, count) == given


@pytest.mark.parametrize("numbers", [Numbers(999_999), Numbers(102, (block(100, 3),))])
def test_numbers_that_are_used_up_are_not_given_again(numbers: Numbers) -> None:
    refused = serials(numbers, 1)
    assert isinstance(refused, Refused) and [r.code for r in refused.reasons] == ["C-09"]


def test_a_number_is_read_with_and_without_its_lines() -> None:
    assert plain_number("20260001000318") == plain_number(" 2026-0001-000318") == number_of(1, 2026, 318)
    assert plain_number("hello") == "hello"


@given(TEXTS, TEXTS, TEXTS, st.tuples(DAYS, DAYS, DAYS), st.integers(0, 65535))
@settings(max_examples=60)
def test_a_code_says_what_was_signed(
    name: str, course: str, issuer: str, days: tuple[date, date, date], half_hours: int
) -> None:
    first, last, issued = days
    told = replace(SUBJECT, name=name, course=course, issuer=issuer, half_hours=half_hours)
    told = replace(told, from_on=first, until_on=last, issued_on=issued)
    code = parse(certificate_text(told, KEY_ID, ISSUER.sign), ISSUERS)
    assert code == CertificateCode(KEY_ID, told)


def test_no_digit_can_be_changed() -> None:
    """Each of them, to each other digit that is tried: never a subject."""
    for at in range(1, len(TEXT)):
        other = TEXT[:at] + str((int(TEXT[at]) + 1 + at % 8) % 10) + TEXT[at + 1 :]
        code = parse(other, ISSUERS)
        assert isinstance(code, CertificateCode) and code.subject is None and code.doubt, at
        assert code.doubt.code in ("C-13", "C-14")


def test_another_key_is_not_believed() -> None:
    forged = parse(certificate_text(SUBJECT, KEY_ID, FORGER.sign), ISSUERS)
    strange = parse(certificate_text(SUBJECT, b"nobo", FORGER.sign), ISSUERS)
    assert isinstance(forged, CertificateCode) and forged.doubt and forged.doubt.code == "C-13"
    assert isinstance(strange, CertificateCode) and strange.doubt and strange.doubt.code == "C-14"
    assert forged.subject is None and strange.subject is None


@given(st.text("0123456789", max_size=1200))
@settings(max_examples=300)
def test_any_digits_give_a_value(digits: str) -> None:
    code = parse(f"5{digits}", ISSUERS)
    assert isinstance(code, UnknownCode) or (isinstance(code, CertificateCode) and code.subject is None)
