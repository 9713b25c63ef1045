"""Tidying: while nobody stands there, a session that is over closes and a seat that was not answered for goes on."""

from kiosk.domain.classes import Session, local
from kiosk.domain.closing import Ending, close, is_over, paused
from kiosk.domain.enrolling import lapse, promote
from kiosk.domain.facts import Fact, NoShowMarked
from kiosk.storage import programme as stored, queries
from kiosk.visit.sitting import Place

AT_ONCE = 1  # of each: a step must be over before the next person comes


def tidy(place: Place) -> tuple[Fact, ...]:
    """Nothing while the clock is doubtful: whoever set it wrong must not close an evening."""
    if place.now != place.moment.at:
        return ()
    with place.store.transaction():
        ended = stored.over(place.db, place.moment.at, AT_ONCE)
        facts = tuple(fact for session in ended if over(place, session) for fact in closed(place, session))
        return facts + lapsed(place) + moved_up(place)


def over(place: Place, session: Session) -> bool:
    course = stored.course(place.db, session.course)
    return course is not None and is_over(session, place.moment.at, place.rules.policy("member", course.kind))


def closed(place: Place, session: Session) -> tuple[Fact, ...]:
    course = stored.course(place.db, session.course)
    assert course, "a session belongs to a course"
    coming = [s for s in stored.sessions_of(place.db, course.course) if s.state == "planned"]
    ending = Ending(
        session=session,
        course=course,
        day=local(session.starts_at, place.rules.hall.utc_offset_min).date(),
        enrolments=stored.enrolments_in(place.db, course.course),
        attendance=stored.roll(place.db, session.session),
        is_last=len(coming) == 1,
        came_before=stored.came_to(place.db, course.course),
    )
    facts = place.record(*close(ending))
    return facts + tuple(fact for marked in facts for fact in pauses(place, ending, marked))


def pauses(place: Place, ending: Ending, marked: Fact) -> tuple[Fact, ...]:
    """Whoever missed too many seats is paused, and only then."""
    if not isinstance(marked.p, NoShowMarked):
        return ()
    member = queries.member(place.db, marked.p.member)
    policy = place.rules.policy(member.tier if member else "member", ending.course.kind)
    return place.record(*paused(marked.p.member, stored.marks(place.db, marked.p.member), policy, ending.day))


def moved_up(place: Place) -> tuple[Fact, ...]:
    """Seats that came by themselves, since the course or the lease has grown."""
    facts: tuple[Fact, ...] = ()
    for course in stored.courses_with_room(place.db, AT_ONCE):
        facts += place.record(*promote(course, stored.queue(place.db, course.course)))
    return facts


def lapsed(place: Place) -> tuple[Fact, ...]:
    facts: tuple[Fact, ...] = ()
    for late in stored.offers_over(place.db, place.moment.at, AT_ONCE):
        course = stored.course(place.db, late.course)
        assert course, "a seat is one of a course"
        facts += place.record(*lapse(course, late, stored.queue(place.db, late.course)))
    return facts
