"""Passport: one page with what a member borrowed, learned and earned."""

from collections import Counter
from datetime import UTC, datetime

from kiosk.domain.certificates import Certificate
from kiosk.domain.classes import to_utc
from kiosk.domain.eligibility import Case, missing
from kiosk.storage import certificates, passport as counted
from kiosk.visit import showing
from kiosk.visit.screens import CertificateRow, KindHours, Passport, PassportCourse, RecordRow
from kiosk.visit.sitting import Place, Sitting, Step

COURSES_SHOWN_MAX = 12


def passport(place: Place, sitting: Sitting) -> Step:
    assert sitting.member is not None
    return Step(sitting, shown(place, sitting.member, showing.record(place, sitting).loans))


def shown(place: Place, member: int, loans: tuple[RecordRow, ...]) -> Passport:
    since = year_begin(place)
    evenings = counted.half_hours_since(place.db, member, since)
    by_kind: Counter[str] = Counter()
    for kind, half in evenings:
        by_kind[kind] += half
    return Passport(
        loans=loans,
        books=counted.books_since(place.db, member, since),
        evenings=len(evenings),
        hours=by_kind.total() / 2,
        by_kind=tuple(KindHours(kind, half / 2) for kind, half in by_kind.most_common()),
        courses=courses(place, member),
        certificates=tuple(row(c) for c in certificates.of_member(place.db, member)),
    )


def year_begin(place: Place) -> datetime:
    day = place.today.replace(month=1, day=1)
    return to_utc(day, 0, place.rules.hall.utc_offset_min).astimezone(UTC)


def courses(place: Place, member: int) -> tuple[PassportCourse, ...]:
    found = certificates.courses_came_to(place.db, member)[:COURSES_SHOWN_MAX]
    return tuple(course_row(certificates.case(place.db, place.rules, course, member)) for course in found)


def course_row(case: Case) -> PassportCourse:
    return PassportCourse(
        course=str(case.course.course),
        title=case.course.title,
        kind=case.course.kind,
        hours=case.half_hours / 2,
        missing=case.half_hours_missing / 2,
        state=state(case),
    )


def state(case: Case) -> str:
    if any(c.kind == "completion" and c.valid for c in case.certificates):
        return "issued"
    if not missing(case, "completion"):
        return "earned"
    return "over" if case.over else "on"


def row(certificate: Certificate) -> CertificateRow:
    standing = "revoked" if certificate.revoked_on else "superseded" if certificate.superseded_by else "valid"
    return CertificateRow(
        number=certificate.certificate,
        kind=certificate.kind,
        title=certificate.course_title,
        issued_on=certificate.issued_on,
        state=standing,
        printed=certificate.printed,
    )
