"""Programme: courses and evenings as values for the screen, read from the rows."""

from datetime import date, datetime, timedelta

from kiosk.domain.classes import KINDS, Course, Session, local, to_utc
from kiosk.domain.desk import HallRules
from kiosk.domain.enrolling import Wish, enrol_notices, enrol_reasons, withdraw_until
from kiosk.domain.enrolments import Enrolment
from kiosk.domain.leases import decides_here, free_here, held_at, nothing_free
from kiosk.domain.members import Member
from kiosk.domain.policy import PROGRAMME_DAYS
from kiosk.domain.refusals import COURSE_UNKNOWN, Reason
from kiosk.storage import programme as stored, queries
from kiosk.storage.hub_line import half_heard
from kiosk.visit import showing
from kiosk.visit.days import day_line, next_day, other_week, week_of
from kiosk.visit.screens import CourseDetail, CourseShown, Programme, SessionShown, When
from kiosk.visit.sitting import Place, Sitting, Step

SHOWN_SESSIONS = 4  # of one course


def known_now(place: Place) -> datetime:
    """The best guess; only the door asks for more."""
    return place.now or place.store.surely_past()


def when(rules: HallRules, starts_at: datetime, ends_at: datetime) -> When:
    starts, ends = (local(at, rules.hall.utc_offset_min) for at in (starts_at, ends_at))
    return When(starts.date(), f"{starts:%H:%M}", f"{ends:%H:%M}")


def session_shown(place: Place, course: Course, session: Session, mine: str = "") -> SessionShown:
    return SessionShown(
        session=str(session.session),
        course=str(course.course),
        title=course.title,
        kind=course.kind,
        when=when(place.rules, session.starts_at, session.ends_at),
        room=session.room or course.room,
        teacher=session.teacher or course.teacher,
        topic=session.topic,
        issue=session.issue,
        state=session_state(course, session, known_now(place)),
        free=free_here(course),
        mine=mine,
    )


def session_state(course: Course, session: Session, now: datetime) -> str:
    if session.state == "cancelled" or course.cancelled_why is not None:
        return "cancelled"
    if session.state == "closed" or now > session.ends_at:
        return "past"
    if session.is_open(now):
        return "open"
    return "full" if free_here(course) == 0 else "upcoming"


def programme(place: Place, sitting: Sitting, chosen: tuple[str, str, bool]) -> Step:
    """Of one day, or of the days to come; of one kind; after work."""
    day, kind = day_of(chosen[0]), chosen[1] if chosen[1] in KINDS else ""
    today = local(known_now(place), place.rules.hall.utc_offset_min).date()
    of_all, found = coming(place, today, ""), coming(place, today, kind)
    if chosen[2]:
        found = [dated for dated in found if after_work(place, dated, kind)]
    mine = states(place, sitting)
    rows = tuple(session_shown(place, c, s, mine.get(c.course, "")) for c, s in found)
    days = tuple(dict.fromkeys(row.when.on for row in rows))
    week = week_of(today, day)
    screen = Programme(
        rows=tuple(row for row in rows if day in (None, row.when.on)),
        days=days,
        day=day,
        kind=kind,
        after_work=chosen[2],
        week=week,
        other_week=other_week(today, week[0]),
        kinds=tuple(one for one in KINDS if any(c.kind == one for c, _ in of_all)),
        next_day=next_day(days, day),
        day_line=day_line([s for _, s in found], rows, today, known_now(place)),
    )
    return Step(sitting, screen)


def coming(place: Place, today: date, kind: str) -> list[stored.Dated]:
    """What is not over yet in this hall."""
    now, offset = known_now(place), place.rules.hall.utc_offset_min
    first, last = to_utc(today, 0, offset), to_utc(today + timedelta(days=PROGRAMME_DAYS), 0, offset)
    found = stored.between(place.db, first, last, kind)
    return [(c, s) for c, s in found if s.ends_at > now and c.hall == place.rules.hall.hall]


def after_work(place: Place, dated: stored.Dated, kind: str) -> bool:
    begins = place.rules.policy("member", kind or "class").after_work_h
    return local(dated[1].starts_at, place.rules.hall.utc_offset_min).hour >= begins


def day_of(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        return None


def states(place: Place, sitting: Sitting) -> dict[int, str]:
    found = stored.enrolments_of(place.db, sitting.member) if sitting.member is not None else ()
    return {e.course: state_of(e) for e in found}


def state_of(enrolment: Enrolment | None) -> str:
    if enrolment is None:
        return ""
    return "offered" if enrolment.offered else enrolment.state


def as_leased(place: Place, course: Course) -> Course:
    """Seats that are known to be this kiosk's to give, now; of a hub that was not heard to the end, none is."""
    if course.leased is None and half_heard(place.db):
        return nothing_free(course)
    return held_at(course, place.now)


def course_shown(place: Place, course: Course, enrolment: Enrolment | None) -> CourseShown:
    course = as_leased(place, course)
    coming = coming_sessions(place, course)
    queue = stored.queue(place.db, course.course) if enrolment and enrolment.state == "waiting" else ()
    mine = state_of(enrolment)
    return CourseShown(
        course=str(course.course),
        title=course.title,
        kind=course.kind,
        teacher=course.teacher,
        room=course.room,
        summary=course.summary,
        seats=course.seats,
        free=free_here(course),
        waiting=course.waiting,
        known="here" if decides_here(course) else "leased",
        state=mine,
        ahead=sum(e.place < enrolment.place for e in queue) if enrolment else 0,
        confirm_by=moment_shown(place, enrolment.confirm_by if enrolment else None),
        walk_ins=course.walk_ins,
        sessions=tuple(session_shown(place, course, s, mine) for s in coming[:SHOWN_SESSIONS]),
        count=len(coming),
    )


def coming_sessions(place: Place, course: Course) -> tuple[Session, ...]:
    now = known_now(place)
    found = stored.sessions_of(place.db, course.course)
    return tuple(s for s in found if s.state == "planned" and s.ends_at > now)


def moment_shown(place: Place, at: datetime | None) -> When | None:
    return when(place.rules, at, at) if at else None


def course_detail(place: Place, sitting: Sitting, key: object) -> Step:
    course = stored.course(place.db, number(key))
    if course is None:
        return unknown(sitting)
    if sitting.member is None:
        return Step(sitting, CourseDetail(course_shown(place, course, None), "card"))
    wish = wish_of(place, course, sitting.member)
    mine = wish.enrolment
    reasons = () if mine and mine.active else enrol_reasons(wish)
    shown = course_shown(place, course, mine)
    return Step(
        sitting,
        CourseDetail(
            course=shown,
            may=may(wish, reasons),
            why_not=reasons,
            notices=enrol_notices(wish) if not reasons else (),
            withdraw_until=moment_shown(place, withdraw_until(wish)) if shown.state == "confirmed" else None,
        ),
    )


def may(wish: Wish, reasons: tuple[Reason, ...]) -> str:
    """The one step that is open."""
    enrolment = wish.enrolment
    if enrolment and enrolment.active:
        return "confirm" if enrolment.offered else "withdraw"
    if reasons:
        return ""
    return "enrol" if free_here(wish.course) and not wish.course.waiting else "wait"


def wish_of(place: Place, course: Course, member: int) -> Wish:
    now = known_now(place)
    found: Member | None = queries.member(place.db, member)
    assert found, "whoever signed in is a member"
    return Wish(
        rules=place.rules,
        now=now,
        course=as_leased(place, course),
        member=found,
        sessions=coming_sessions(place, course),
        enrolment=stored.enrolment(place.db, course.course, member),
        busy=stored.busy(place.db, member, course.course, now),
        of_term=stored.of_term(place.db, member, course.term) if course.term else 0,
        pauses=stored.pauses(place.db, member),
    )


def unknown(sitting: Sitting) -> Step:
    return Step(sitting, showing.refusal("class", (COURSE_UNKNOWN.because(),)))


def number(key: object) -> int:
    """A button sends text, a program a number; what is neither is no course."""
    text = str(key)
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 19 else 0
