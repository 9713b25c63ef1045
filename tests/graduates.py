"""A test hall whose members finish courses: `school.came("photo", "zhang", 9)`, `school.issue("photo")`."""

from datetime import timedelta
from typing import Any

from classrooms import COURSES, EVENING
from halls import ISSUER, KEY_ID, TODAY, TestHall, number_of

from kiosk.domain.certificates import CertificateKind
from kiosk.domain.classes import Course, Session, to_utc
from kiosk.domain.facts import (
    AttendanceEntered,
    AttendanceLeft,
    CertificatePrinted,
    CourseSet,
    SessionClosed,
    SessionSet,
)
from kiosk.domain.giving import Asked, Issued
from kiosk.domain.refusals import Refused
from kiosk.storage import certificates, programme, queries
from kiosk.upkeep.issuing import issue, revoke, supersede

ORGANISER = "S003"


class School:
    """Courses that are over; every evening was two hours of learning."""

    def __init__(self, hall: TestHall) -> None:
        self.hall = hall
        hall.db.execute("update keys set private = ? where key_id = ?", (ISSUER.private_bytes_raw(), KEY_ID))
        self.evenings: dict[str, int] = {}

    def course(self, name: str, evenings: int = 10, **fields: Any) -> int:
        key, first = COURSES[name], TODAY - timedelta(days=100)
        plain = {"title": name, "opens_on": first, "closes_on": TODAY, "kind": "class", "seats": 30}
        self.hall.tell(CourseSet(Course(course=key, hall=1, **plain | fields)))
        for n in range(evenings):
            starts_at = to_utc(first + timedelta(days=7 * n), EVENING, 480)
            session = Session(self.session(name, n), key, starts_at, starts_at + timedelta(minutes=90), 30)
            self.hall.tell(SessionSet(session))
        self.evenings[name] = evenings
        return key

    def session(self, name: str, n: int) -> int:
        return COURSES[name] * 100 + n

    def came(self, name: str, who: str, times: int) -> None:
        for n in range(times):
            found = programme.session(self.hall.db, self.session(name, n))
            assert found
            stay = (found.session, number_of(who))
            self.hall.tell(AttendanceEntered(*stay, "paper", entered_at=found.starts_at))
            self.hall.tell(AttendanceLeft(*stay, 90, "paper", found.ends_at))

    def over(self, name: str) -> None:
        self.hall.tell(*(SessionClosed(self.session(name, n)) for n in range(self.evenings[name])))

    def asked(self, kind: CertificateKind = "completion", **fields: Any) -> Asked:
        return Asked(kind, self.hall.clock.now(), ORGANISER, **fields)

    def cases(self, name: str) -> Any:
        course = programme.course(self.hall.db, COURSES[name])
        assert course
        return certificates.cases(self.hall.db, queries.hall_rules(self.hall.db, 1), course)

    def issue(self, name: str, kind: CertificateKind = "completion", **fields: Any) -> Issued | Refused:
        return issue(self.hall.store, self.cases(name), self.asked(kind, **fields))

    def given(self, name: str, kind: CertificateKind = "completion", **fields: Any) -> str:
        """The number of the only one."""
        done = self.issue(name, kind, **fields)
        assert isinstance(done, Issued) and len(done.numbers) == 1, done
        return done.numbers[0]

    def supersede(self, number: str, **fields: Any) -> str | Refused:
        return supersede(self.hall.store, number, self.asked(**fields))

    def revoke(self, number: str, why: str = "登记错了人") -> Refused | None:
        return revoke(self.hall.store, number, why, self.asked())

    def printed(self, number: str) -> None:
        found = certificates.certificate(self.hall.db, number)
        assert found
        self.hall.tell(CertificatePrinted(number, found.printed))

    def code(self, number: str) -> str:
        holder = certificates.holder(self.hall.db, number)
        assert holder
        return holder.code


def school(hall: TestHall) -> School:
    """zhang has finished photo, li has missed too much of it."""
    made = School(hall)
    made.course("photo", title="智能手机摄影")
    made.came("photo", "zhang", 9)
    made.came("photo", "li", 5)
    made.over("photo")
    return made
