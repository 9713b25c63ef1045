"""Today: the first page of the desk, what waits and what is on."""

from datetime import date, datetime, timedelta

from kiosk.domain import names
from kiosk.domain.classes import Course, Session, local, to_utc
from kiosk.domain.leases import free_here
from kiosk.domain.policy import STAFF_IDLE_TIMEOUT_S
from kiosk.domain.staff import MAY, Role
from kiosk.storage import programme as stored, today as kept
from kiosk.storage.today import Todays, Waiting
from kiosk.visit.contact import light_of, told
from kiosk.visit.programme import known_now, session_state
from kiosk.visit.screens import Desk, Job, Lesson
from kiosk.visit.sitting import OnDuty, Place

LESSONS_MAX = 8
# What a plate is about, and what a role needs to have it.
NEEDS = {"to_tell": "members", "cases": "cases", "ready": "holds_shelf", "overdue": "lend", "due": "lend"}


def desk(place: Place, who: OnDuty) -> Desk:
    return Desk(
        name=names.masked(who.name),
        role=who.role,
        may=MAY[who.role],
        left_s=STAFF_IDLE_TIMEOUT_S,
        light=light_of(place),
        jobs=jobs(place, who.role),
        lessons=lessons(place),
        done=done(place),
    )


def jobs(place: Place, role: Role) -> tuple[Job, ...]:
    """The most pressing first; none is ever hidden from whoever may do it, so that its place is learned."""
    found = kept.todays(place.db, place.rules.hall.hall, place.today)
    every = (
        Job("to_tell", found.to_tell.many),
        Job("cases", found.cases.many, {"since": since(place, found.cases)}),
        Job("ready", found.ready.many, until(found.ready)),
        Job("overdue", found.overdue.many, late(place, found)),
        Job("due", found.due.many, {"people": str(found.due.people)}),
    )
    return tuple(job for job in every if NEEDS[job.key] in MAY[role])


def since(place: Place, waiting: Waiting) -> str:
    moment = datetime.fromisoformat(waiting.since) if waiting.since else None
    return told(moment, place.rules.hall, place.moment)


def until(waiting: Waiting) -> dict[str, str]:
    return {"until": waiting.since}


def late(place: Place, found: Todays) -> dict[str, str]:
    days = (place.today - date.fromisoformat(found.overdue.since)).days if found.overdue.since else 0
    return {"days": str(days), "people": str(found.overdue.people)}


def lessons(place: Place) -> tuple[Lesson, ...]:
    """All of today's sessions, those that are over too: who sits at the desk looks back as well."""
    first = midnight(place)
    found = stored.between(place.db, first, first + timedelta(days=1), "")
    here = [(course, session) for course, session in found if course.hall == place.rules.hall.hall]
    return tuple(lesson(place, course, session) for course, session in here[:LESSONS_MAX])


def lesson(place: Place, course: Course, session: Session) -> Lesson:
    offset = place.rules.hall.utc_offset_min
    starts, ends = local(session.starts_at, offset), local(session.ends_at, offset)
    return Lesson(
        session=str(session.session),
        title=course.title,
        starts=f"{starts:%H:%M}",
        begins=starts.hour + starts.minute / 60,
        ends=ends.hour + ends.minute / 60,
        room=session.room or course.room,
        state=session_state(course, session, known_now(place)),
        free=free_here(course),
        taken=course.confirmed,
        seats=course.seats,
    )


def done(place: Place) -> dict[str, int]:
    counted = kept.done(place.db, midnight(place))
    return {"lent": counted.lent, "given_back": counted.given_back, "came": counted.came}


def midnight(place: Place) -> datetime:
    return to_utc(place.today, 0, place.rules.hall.utc_offset_min)
