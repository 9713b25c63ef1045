"""Certificates: the register as it is read, what a member has earned, and numbers that are never given twice."""

from collections import defaultdict

from msgspec.structs import replace

from kiosk.domain.attendance import Attendance
from kiosk.domain.certificates import (
    Certificate,
    CertificateBlock,
    CertificateRule,
    Holder,
    Mark,
    Marked,
    marked_key,
)
from kiosk.domain.classes import Course, Session
from kiosk.domain.desk import HallRules
from kiosk.domain.eligibility import Case
from kiosk.domain.members import MemberDetails
from kiosk.domain.policy import CERTIFICATES_A_BATCH_MAX, CERTIFICATES_LISTED_MAX, DEFAULT
from kiosk.domain.register import Numbers
from kiosk.storage import programme, queries
from kiosk.storage.apply.rows import get
from kiosk.storage.database import Connection
from kiosk.storage.hub_line import has_hub
from kiosk.storage.queries import rows
from kiosk.storage.store import Store
from kiosk.storage.tables import from_row, select

OF_MEMBER = f"where member = ? order by issued_on desc, serial desc limit {CERTIFICATES_LISTED_MAX}"
CAME = f"""select {select(Attendance, "a")} from attendance a join sessions s on s.session = a.session
    where s.course = ? order by s.starts_at, a.attendance"""


def certificate(db: Connection, number: str) -> Certificate | None:
    return get(db, Certificate, number)


def holder(db: Connection, number: str) -> Holder | None:
    """None once the member has been forgotten."""
    return get(db, Holder, number)


def of_member(db: Connection, member: int) -> tuple[Certificate, ...]:
    return rows(db, Certificate, OF_MEMBER, member)


def register(db: Connection, course: int | None = None) -> tuple[Certificate, ...]:
    if course is None:
        return rows(db, Certificate, "order by hall, serial")
    return rows(db, Certificate, "where course = ? order by hall, serial", course)


def numbers(store: Store) -> Numbers:
    """Alone, whatever comes after the last; under a hub, what is left of this device's own blocks."""
    db, hall = store.db, store.device.hall
    if has_hub(db):
        own = rows(db, CertificateBlock, "where hall = ? and device = ? order by first", hall, store.device.device)
        return Numbers(0, tuple(rest_of(db, block) for block in own), alone=False)
    (used,) = db.execute("select max(serial) from certificates where hall = ?", (hall,)).fetchone()
    return Numbers(used or 0, rows(db, CertificateBlock, "where hall = ? order by first", hall))


def rest_of(db: Connection, block: CertificateBlock) -> CertificateBlock:
    sql = "select max(serial) from certificates where hall = ? and serial between ? and ?"
    end = block.first + block.count
    (used,) = db.execute(sql, (block.hall, block.first, end - 1)).fetchone()
    first = used + 1 if used else block.first
    return replace(block, first=first, count=end - first)


def rule(db: Connection, course: int) -> CertificateRule:
    return get(db, CertificateRule, course) or CertificateRule(course)


def mark(db: Connection, course: int, member: int) -> Mark:
    found = get(db, Marked, marked_key(course, member))
    return found.mark if found else ""


def case(db: Connection, rules: HallRules, course: Course, member: int) -> Case:
    """One member's; of a whole course, `cases` asks far less often."""
    mine = tuple(from_row(Attendance, row) for row in db.execute(CAME, (course.course,)))
    return made(db, rules, (course, programme.sessions_of(db, course.course)), (member, mine))


def cases(db: Connection, rules: HallRules, course: Course) -> tuple[Case, ...]:
    """Everybody who ever came, in the order of their numbers."""
    here: dict[int, list[Attendance]] = defaultdict(list)
    for row in db.execute(CAME, (course.course,)):
        one = from_row(Attendance, row)
        here[one.member].append(one)
    told = (course, programme.sessions_of(db, course.course))
    return tuple(
        made(db, rules, told, (member, tuple(mine)))
        for member, mine in sorted(here.items())
        if any(row.came for row in mine)
    )


def made(
    db: Connection,
    rules: HallRules,
    course: tuple[Course, tuple[Session, ...]],
    who: tuple[int, tuple[Attendance, ...]],
) -> Case:
    (course_row, sessions), (key, here) = course, who
    member, details = queries.member(db, key), get(db, MemberDetails, key)
    return Case(
        course=course_row,
        sessions=sessions,
        attendance=tuple(row for row in here if row.member == key),
        policy=rules.policy(member.tier, course_row.kind) if member else DEFAULT,
        rule=rule(db, course_row.course),
        member=key,
        number=member.number if member else "",
        mark=mark(db, course_row.course, key),
        name=details.name if details else "",
        utc_offset_min=rules.hall.utc_offset_min,
        certificates=rows(db, Certificate, "where course = ? and member = ?", course_row.course, key),
    )


def courses_came_to(db: Connection, member: int) -> tuple[Course, ...]:
    """The newest last evening first."""
    sql = f"""select {select(Course, "c")} from attendance a join sessions s on s.session = a.session
        join courses c on c.course = s.course where a.member = ? and a.entered_at is not null
        group by c.course order by max(s.starts_at) desc, c.course"""
    return tuple(from_row(Course, row) for row in db.execute(sql, (member,)))


def moving_of_course(db: Connection, course: int) -> tuple[tuple[str, str], ...]:
    """The same of all of a course: each with its certificate's number, in the order in which they were wanted."""
    sql = """select j.id, j.what from print_jobs j join certificates c on c.certificate = j.what
        where j.purpose = 'certificate' and c.course = ? and j.state not in ('done', 'cancelled')
        order by j.made_at, j.id"""
    return tuple((job, number) for job, number in db.execute(sql, (course,)))


def unprinted(db: Connection, course: int) -> tuple[str, ...]:
    """Those that hold, are not on paper and not on their way to it, in the order of their numbers."""
    moving = {number for _, number in moving_of_course(db, course)}
    held = (c for c in register(db, course) if c.valid and not c.printed)
    return tuple(c.certificate for c in held if c.certificate not in moving)[:CERTIFICATES_A_BATCH_MAX]


def named(db: Connection) -> tuple[tuple[str, str], ...]:
    """Every number of the register with the name on it, the newest first; without a name once it was forgotten."""
    sql = """select c.certificate, coalesce(h.name, '') from certificates c
        left join certificate_holders h on h.certificate = c.certificate order by c.issued_on desc, c.serial desc"""
    return tuple((number, name) for number, name in db.execute(sql))


def moving_jobs(db: Connection, number: str) -> tuple[str, ...]:
    """Sheets of this certificate on their way to paper, or waiting for somebody to decide."""
    sql = "select id from print_jobs where purpose = 'certificate' and what = ? and state not in ('done', 'cancelled')"
    return tuple(job for (job,) in db.execute(f"{sql} order by made_at, id", (number,)))
