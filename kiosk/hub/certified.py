"""Certified: certificates whose attendance was told otherwise since; staff are told, and nothing becomes void."""

from collections.abc import Iterable
from datetime import datetime

from kiosk.domain.attendance import Attendance, attendance_key
from kiosk.domain.cases import Evidence
from kiosk.domain.certificates import Certificate
from kiosk.domain.classes import Course, Session
from kiosk.domain.contradictions import Contradiction
from kiosk.domain.still_earned import still_earned
from kiosk.domain.subjects import Subject
from kiosk.hub.cases import reconcile
from kiosk.hub.rows import HallRows
from kiosk.hub.tables import table_of
from kiosk.hub.turn import Turn


def review(turn: Turn, now: datetime) -> None:
    """Whichever is heard of first, the certificate or what changes it."""
    turn.settle()
    for hall, rows in list(turn.rows.items()):
        for certificate in looked_at(rows):
            found = tuple(against(rows, hall, certificate, now))
            subject = Subject("certificate", certificate.certificate)
            reconcile(turn, hall, subject, (found, ("earned_otherwise",)), now)


def looked_at(rows: HallRows) -> list[Certificate]:
    present = [row for (of, key) in rows.touched if of is Attendance and (row := rows.get(Attendance, key))]
    courses = {s.course for one in present if (s := rows.get(Session, one.session))}
    if courses:
        rows.take(Certificate, table_of(Certificate).c.course.in_(courses))
    whose = {one.member for one in present}
    issued = {key for of, key in rows.touched if of is Certificate}
    known = [row for row in rows.known.values() if isinstance(row, Certificate)]
    mine = [c for c in known if c.certificate in issued or (c.course in courses and c.member in whose)]
    return sorted((c for c in mine if c.valid and not c.sample), key=lambda c: c.certificate)


def against(rows: HallRows, hall: int, certificate: Certificate, now: datetime) -> Iterable[Contradiction]:
    """Where the course's evenings are in another book, nobody can say."""
    course = rows.get(Course, certificate.course)
    rows.take(Session, table_of(Session).c.course == certificate.course)
    sessions = [r for r in rows.known.values() if isinstance(r, Session) and r.course == certificate.course]
    if course is None or not sessions:
        return
    keys = [attendance_key(s.session, certificate.member) for s in sessions]
    rows.load(Attendance, keys)
    attendance = [row for key in keys if (row := rows.get(Attendance, key))]
    if not still_earned(certificate, course, sessions, attendance):
        name = f"certificate {certificate.certificate}"
        shown = Evidence(name, "CertificateIssued", now, now, "", hall, certificate.member)
        yield Contradiction("earned_otherwise", (shown,))
