"""Timetable: what to know before a new series: courses like it, what is on meanwhile, days that fall out."""

from datetime import date, datetime

from kiosk.domain.classes import Course, Session
from kiosk.domain.enrolments import Enrolment
from kiosk.domain.halls import SpecialDay
from kiosk.storage.database import Connection
from kiosk.storage.programme import COURSE_WIDTH, DATED, Dated
from kiosk.storage.queries import rows
from kiosk.storage.tables import from_row, select

COURSES_LOOKED_AT = 200
ON_MEANWHILE_MAX = 5000
WAITING_LISTED_MAX = 500
WAITING = f"""select {select(Course, "c")}, {select(Enrolment, "e")} from enrolments e
    join courses c on c.course = e.course where c.hall = ? and e.state = 'waiting'
    order by c.title, c.course, e.place limit ?"""


def latest_courses(db: Connection, hall: int) -> tuple[Course, ...]:
    """The latest first; those called off are nobody's model."""
    where = "where hall = ? and cancelled_why is null order by closes_on desc, course desc limit ?"
    return rows(db, Course, where, hall, COURSES_LOOKED_AT)


def on_meanwhile(db: Connection, hall: int, first: datetime, last: datetime) -> tuple[Dated, ...]:
    """What takes place in the hall from the one time to the other."""
    where = "where c.hall = ? and s.starts_at between ? and ? order by s.starts_at, s.session limit ?"
    found = db.execute(f"{DATED} {where}", (hall, first.isoformat(), last.isoformat(), ON_MEANWHILE_MAX))
    return tuple((from_row(Course, row[:COURSE_WIDTH]), from_row(Session, row[COURSE_WIDTH:])) for row in found)


def closed_because(db: Connection, hall: int) -> dict[date, str]:
    """Days on which the hall is closed against its habit, and why."""
    return {d.day: d.why for d in rows(db, SpecialDay, "where hall = ? and closed", hall)}


def waiting(db: Connection, hall: int) -> tuple[tuple[Course, Enrolment], ...]:
    """Who waits for a seat, by course, in the order of asking; those for whom one is kept are among them."""
    found = db.execute(WAITING, (hall, WAITING_LISTED_MAX))
    return tuple((from_row(Course, row[:COURSE_WIDTH]), from_row(Enrolment, row[COURSE_WIDTH:])) for row in found)
