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
from kiosk.storage.apply.rows import Rows


def step_course(rows: Rows, fact: Fact, p: f.CourseFact) -> None:
    course = rows.get(Course, course_of(p))
    match p:
        case f.CourseSet() | f.CourseCancelled() | f.SeatsLeased():
            rows.put(course_after(course, p))
        case _ if course:
            was = Seat(course, rows.get(Enrolment, enrolment_key(p.course, p.member)))
            now = seat_after(was, fact, p)
            rows.change(was.course, now.course)
            if now.enrolment is not None:
                rows.change(was.enrolment, now.enrolment)


def step_session(rows: Rows, fact: Fact, p: f.SessionFact) -> None:
    session = rows.get(Session, p.session.session if isinstance(p, f.SessionSet) else p.session)
    match p:
        case f.SessionSet() | f.SessionMoved() | f.SessionCancelled() | f.SessionClosed() | f.GuestCounted():
            rows.put(session_after(session, p))
        case _ if session:
            was = Roll(session, rows.get(Attendance, attendance_key(p.session, p.member)))
            now = roll_after(was, fact, p)
            rows.change(was.session, now.session)
            if now.attendance is not None:
                rows.change(was.attendance, now.attendance)


def step_pause(rows: Rows, fact: Fact, p: f.PauseFact) -> None:
    key = p.pause if isinstance(p, f.EnrolmentPauseLifted) else fact.id
    rows.put(pause_after(rows.get(Pause, key), fact, p))
