"""What a fact writes of courses, seats, sessions, presence and pauses."""

from kiosk.domain import facts as f
from kiosk.domain.attendance import Attendance, Roll, attendance_key, roll_after, session_after
from kiosk.domain.classes import Course, Session
from kiosk.domain.enrolments import (
    Enrolment,
    Pause,
    Seat,
    course_after,
    course_of,
    enrolment_key,
    pause_after,
    seat_after,
)
from kiosk.domain.facts import Fact
from kiosk.storage.apply.rows import change, get, put
from kiosk.storage.database import Connection


def step_course(db: Connection, fact: Fact, p: f.CourseFact) -> None:
    course = get(db, Course, course_of(p))
    match p:
        case f.CourseSet() | f.CourseCancelled() | f.SeatsLeased():
            put(db, course_after(course, p))
        case _ if course:
            was = Seat(course, get(db, Enrolment, enrolment_key(p.course, p.member)))
            now = seat_after(was, fact, p)
            change(db, was.course, now.course)
            if now.enrolment is not None:
                change(db, was.enrolment, now.enrolment)


def step_session(db: Connection, fact: Fact, p: f.SessionFact) -> None:
    session = get(db, Session, p.session.session if isinstance(p, f.SessionSet) else p.session)
    match p:
        case f.SessionSet() | f.SessionMoved() | f.SessionCancelled() | f.SessionClosed() | f.GuestCounted():
            put(db, session_after(session, p))
        case _ if session:
            was = Roll(session, get(db, Attendance, attendance_key(p.session, p.member)))
            now = roll_after(was, fact, p)
            change(db, was.session, now.session)
            if now.attendance is not None:
                change(db, was.attendance, now.attendance)


def step_pause(db: Connection, fact: Fact, p: f.PauseFact) -> None:
    key = p.pause if isinstance(p, f.EnrolmentPauseLifted) else fact.id
    put(db, pause_after(get(db, Pause, key), fact, p))
