"""Foreseen: which rows the steps of a segment will ask for, so that they are read together; a guess, never a rule."""

from collections.abc import Iterable
from typing import Any, get_args

from msgspec import Struct

from kiosk.domain.attendance import Attendance, attendance_key
from kiosk.domain.books import Copy
from kiosk.domain.cases import Case
from kiosk.domain.certificates import Certificate
from kiosk.domain.classes import Course, Session
from kiosk.domain.enrolments import Enrolment, enrolment_key
from kiosk.domain.facts import PresenceFact, SeatFact
from kiosk.domain.holds import Hold
from kiosk.domain.loans import Loan
from kiosk.domain.members import Member
from kiosk.domain.subjects import Subject
from kiosk.hub.rows import HallRows, typed_key

OF_KIND: dict[str, type[Struct]] = {
    "copy": Copy,
    "member": Member,
    "hold": Hold,
    "course": Course,
    "session": Session,
    "certificate": Certificate,
    "case": Case,
}
SEATS, PRESENCES = frozenset(get_args(SeatFact)), frozenset(get_args(PresenceFact))


def foresee(rows: HallRows, told: Iterable[tuple[Subject, Any]]) -> None:
    wanted: dict[type[Struct], list[Any]] = {}
    for subject, p in told:
        if struct := OF_KIND.get(subject.kind):
            wanted.setdefault(struct, []).append(typed_key(struct, subject.name))
        if type(p) in SEATS:
            wanted.setdefault(Enrolment, []).append(enrolment_key(p.course, p.member))
        elif type(p) in PRESENCES:
            wanted.setdefault(Attendance, []).append(attendance_key(p.session, p.member))
    for struct, keys in wanted.items():
        rows.load(struct, keys)
    copies = (rows.get(Copy, key) for key in wanted.get(Copy, ()))
    rows.load(Loan, [copy.last_loan for copy in copies if copy and copy.last_loan])
