"""Checking in: a card or a poster at the door of a session, in and out."""

from datetime import datetime

from msgspec.structs import replace

from kiosk.domain.attendance import Attendance, half_hours, hours
from kiosk.domain.classes import Course, Session, local, minutes_between
from kiosk.domain.codes import SessionPoster
from kiosk.domain.door import Door, check_in, check_out, same_event, turned_away
from kiosk.domain.enrolments import is_confirmed
from kiosk.domain.facts.classes import How
from kiosk.domain.refusals import CLOCK_DOUBTFUL, NOT_CHECKED_IN, POSTER_OF_ANOTHER_DAY, Reason, Refused
from kiosk.storage import programme as stored
from kiosk.visit import showing
from kiosk.visit.programme import course_detail, known_now, number, session_shown, unknown
from kiosk.visit.screens import CheckedIn, CheckedOut, ChooseSession, Progress
from kiosk.visit.sitting import Place, Sitting, Step


def at_card(place: Place, sitting: Sitting) -> Step | None:
    """A card in the window of one session enters it, once more it leaves; several windows ask; none: no door."""
    assert sitting.member is not None
    now, about = place.now, known_now(place)
    if sitting.poster is not None:
        return enter(place, replace(sitting, poster=None), sitting.poster, "poster")
    found = stored.entered(place.db, sitting.member, about)
    if found and (step := passed_again(place, sitting, found, now)):
        return step
    mine = stored.at_hand(place.db, sitting.member, about)
    doors = [s for s in mine if now is None or s.is_open(now)]
    if len(doors) > 1 or (doors and now is None):
        return choose(place, sitting, tuple(doors))
    return enter(place, sitting, doors[0].session, "card") if doors else None


def passed_again(
    place: Place, sitting: Sitting, found: tuple[Session, Attendance], now: datetime | None
) -> Step | None:
    """The same event, or the exit; who has left and comes back enters like anybody."""
    session, row = found
    course = stored.course(place.db, session.course)
    assert course
    if same_event(row, place.moment, now, place.rules.policy("member", course.kind).re_entry_min):
        shown = came(place, course, session, row) if row.inside else went(place, course, session, row.member)
        return Step(sitting, shown)
    return leave(place, sitting, session.session) if row.inside else None


def choose(place: Place, sitting: Sitting, doors: tuple[Session, ...]) -> Step:
    shown = [(stored.course(place.db, s.course), s) for s in doors]
    rows = tuple(session_shown(place, c, s, "confirmed") for c, s in shown if c)
    return Step(sitting, ChooseSession(rows, doubts(place)))


def door_of(place: Place, session: Session, course: Course, member: int) -> Door:
    """Who has a seat of their own need not count the others."""
    row, seat = stored.attendance(place.db, session.session, member), stored.enrolment(place.db, course.course, member)
    own = is_confirmed(seat)
    inside, unseated = (0, 0) if own else stored.seated(place.db, session.session)
    return Door(
        moment=place.moment,
        now=place.now,
        utc_offset_min=place.rules.hall.utc_offset_min,
        session=session,
        course=course,
        member=member,
        enrolment=seat,
        attendance=row,
        inside=inside,
        unseated=unseated,
        ahead=0 if own else stored.ahead(place.db, session.session, row.standby if row else 0),
    )


def enter(place: Place, sitting: Sitting, key: object, how: How) -> Step:
    """The entry, or every reason; a scan that failed is kept too."""
    assert sitting.member is not None
    with place.store.transaction():
        session = stored.session(place.db, number(key))
        course = stored.course(place.db, session.course) if session else None
        if session is None or course is None:
            return unknown(sitting)
        door = door_of(place, session, course, sitting.member)
        if door.attendance and door.attendance.inside:
            return Step(sitting, came(place, course, session, door.attendance))
        outcome = check_in(door, how)
        if isinstance(outcome, Refused):
            facts = place.record(*turned_away(door, outcome))
            return Step(sitting, showing.refusal("check_in", outcome.reasons), facts)
        facts = place.record(*outcome)
    row = stored.attendance(place.db, session.session, sitting.member)
    assert row, "just recorded"
    return Step(sitting, came(place, course, session, row), facts)


def leave(place: Place, sitting: Sitting, key: object = None) -> Step:
    """Out of the session named, else of the one the member is in."""
    assert sitting.member is not None
    found = stored.entered(place.db, sitting.member, known_now(place))
    session = stored.session(place.db, number(key)) if key is not None else (found[0] if found else None)
    course = stored.course(place.db, session.course) if session else None
    row = stored.attendance(place.db, session.session, sitting.member) if session else None
    if session is None or course is None or row is None or not row.inside:
        return Step(sitting, showing.refusal("check_out", (NOT_CHECKED_IN.because(),)))
    facts = place.record(check_out(door_of(place, session, course, sitting.member)))
    return Step(sitting, went(place, course, session, sitting.member), facts)


def poster_scanned(place: Place, sitting: Sitting, poster: SessionPoster) -> Step:
    """After a card it checks in; before one it shows what the door leads to, and waits for the card."""
    now = place.now
    today = local(now, place.rules.hall.utc_offset_min).date() if now else poster.valid_on
    if poster.valid_on != today:
        return Step(sitting, showing.refusal("check_in", (POSTER_OF_ANOTHER_DAY.because(on=poster.valid_on),)))
    if sitting.member is not None:
        return enter(place, sitting, poster.session, "poster")
    session = stored.session(place.db, poster.session)
    if session is None:
        return unknown(sitting)
    return course_detail(place, replace(sitting, poster=poster.session), session.course)


def came(place: Place, course: Course, session: Session, row: Attendance) -> CheckedIn:
    return CheckedIn(
        session=session_shown(place, course, session, "confirmed"),
        entered=time_of(place, row.came_at),
        late=row.late,
        how=row.how,
        early_min=early(place, session, row),
        present=stored.seated(place.db, session.session)[0],
        hours=hours(course, stored.minutes_of(place.db, course.course, row.member)),
        progress=progress(place, session, row.member),
        notices=doubts(place),
    )


def went(place: Place, course: Course, session: Session, member: int) -> CheckedOut:
    row = stored.attendance(place.db, session.session, member)
    assert row, "whoever left was there"
    return CheckedOut(
        session=session_shown(place, course, session, "confirmed"),
        entered=time_of(place, row.entered_at),
        left_at=time_of(place, row.left_at),
        minutes=row.minutes,
        hours=half_hours(course, row.minutes) / 2,
        hours_total=hours(course, stored.minutes_of(place.db, course.course, member)),
        progress=progress(place, session, member),
        notices=doubts(place),
    )


def early(place: Place, session: Session, row: Attendance) -> int:
    """How long before the start; nothing where nobody knows the time."""
    return max(minutes_between(row.came_at, session.starts_at), 0) if row.came_at and place.now else 0


def progress(place: Place, session: Session, member: int) -> Progress:
    """What was called off is not counted; what lies before this evening is over."""
    held = [s for s in stored.sessions_of(place.db, session.course) if s.state != "cancelled"]
    been = stored.attended(place.db, session.course, member)
    marks = tuple(mark(s, session, been) for s in held)
    return Progress(marks, sum(s.starts_at <= session.starts_at for s in held), marks.count("came"))


def mark(one: Session, this: Session, been: frozenset[int]) -> str:
    if one.session in been:
        return "came"
    return "missed" if one.starts_at < this.starts_at else "coming"


def doubts(place: Place) -> tuple[Reason, ...]:
    """The clock of this machine is wrong: what is recorded stands, and staff are told to set it."""
    return (CLOCK_DOUBTFUL.because(),) if place.now != place.moment.at else ()


def time_of(place: Place, at: datetime | None) -> str:
    """Where nobody knows the time, none is said."""
    if at is None or place.now is None:
        return ""
    return f"{local(at, place.rules.hall.utc_offset_min):%H:%M}"
