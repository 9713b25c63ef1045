"""Class papers: what stands on an evening's sign-in sheet and on the poster at its door."""

from kiosk.documents.poster import Poster
from kiosk.documents.sign_in_sheet import Sheet
from kiosk.domain.classes import Course, Session, local
from kiosk.domain.enrolments import is_confirmed
from kiosk.storage import programme, queries
from kiosk.storage.database import Connection
from kiosk.upkeep.cards import session_poster
from kiosk.words import Words


def sheet_of(db: Connection, session: Session, words: Words) -> Sheet:
    course = course_named(db, session)
    seats = [e for e in programme.enrolments_in(db, course.course) if is_confirmed(e)]
    people = [queries.member(db, e.member) for e in seats]
    names = tuple(queries.borrower(db, member).name for member in people if member)
    teacher, room = session.teacher or course.teacher, session.room or course.room
    return Sheet(heading(course, session, words), when(db, course, session, words), teacher, room, names)


def poster_of(db: Connection, session: Session, words: Words) -> Poster | None:
    course, code = course_named(db, session), session_poster(db, str(session.session))
    if code is None:
        return None
    room = session.room or course.room
    return Poster(
        hall=queries.hall_rules(db, course.hall).hall.name,
        heading=heading(course, session, words),
        lead=session.topic,
        facts=tuple(fact for fact in (when(db, course, session, words), room) if fact),
        code=code,
        code_title=words.say("roster.poster"),
        code_more=words.say("roster.poster_how"),
    )


def course_named(db: Connection, session: Session) -> Course:
    course = programme.course(db, session.course)
    assert course, "a session belongs to a course"
    return course


def heading(course: Course, session: Session, words: Words) -> str:
    return f"{course.title} {words.say('programme.issue', issue=session.issue)}" if session.issue else course.title


def when(db: Connection, course: Course, session: Session, words: Words) -> str:
    starts = local(session.starts_at, queries.hall_rules(db, course.hall).hall.utc_offset_min)
    weekday = words.table["format.weekday"][starts.weekday()]
    return words.say("class_paper.when", date=starts.date(), weekday=weekday, starts=f"{starts:%H:%M}")
