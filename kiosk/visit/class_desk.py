"""Class desk: who waits for a seat and whom a pause keeps away; an extra chair, and a pause that is lifted."""

from itertools import groupby
from typing import Any, Literal, get_args

from kiosk.domain import names
from kiosk.domain.classes import local
from kiosk.domain.enrolling import extra_chair
from kiosk.domain.facts import EnrolmentPauseLifted, Happening, NoShowLifted
from kiosk.storage import programme as stored, queries, timetable
from kiosk.visit.desk import on_duty
from kiosk.visit.programme import number
from kiosk.visit.roster import TAIL_DIGITS, actor, name_of
from kiosk.visit.screens import ClassDesk, PausedMember, Waiter
from kiosk.visit.sitting import Place, Sitting, Step

Arguments = dict[str, Any]
ChairWhy = Literal["needs_it", "was_promised"]
LiftWhy = Literal["was_ill", "our_mistake"]


def class_desk(place: Place, sitting: Sitting, *, pauses: bool) -> Step:
    return Step(sitting, ClassDesk(waiters(place), paused(place), pauses))


def waiters(place: Place) -> tuple[Waiter, ...]:
    found: list[Waiter] = []
    for _, group in groupby(timetable.waiting(place.db, place.rules.hall.hall), lambda row: row[0].course):
        at = 0
        for course, e in group:
            at += not e.offered
            until = local(e.confirm_by, place.rules.hall.utc_offset_min).date() if e.confirm_by else None
            who = (masked(place, e.member), tail(place, e.member))
            found.append(Waiter(str(e.course), str(e.member), course.title, *who, 0 if e.offered else at, until))
    return tuple(found)


def paused(place: Place) -> tuple[PausedMember, ...]:
    found = stored.running_pauses(place.db, place.today)
    return tuple(
        PausedMember(str(p.member), masked(place, p.member), tail(place, p.member), p.until, p.count) for p in found
    )


def masked(place: Place, member: int) -> str:
    return names.masked(name_of(place, member))


def tail(place: Place, member: int) -> str:
    known = queries.member(place.db, member)
    return known.number[-TAIL_DIGITS:] if known else ""


def chair(place: Place, sitting: Sitting, arguments: Arguments) -> Step:
    """Out of turn, and in nobody's way: the course gets one more seat."""
    course = stored.course(place.db, number(arguments.get("course")))
    enrolment = stored.enrolment(place.db, course.course, number(arguments.get("member"))) if course else None
    why = next((why for why in get_args(ChairWhy) if why == arguments.get("why")), "")
    happenings = extra_chair(course, enrolment, why) if course and enrolment and why else ()
    return told(place, sitting, happenings, pauses=False)


def lift(place: Place, sitting: Sitting, arguments: Arguments) -> Step:
    """The pause ends, and what led to it is forgiven."""
    member = number(arguments.get("member"))
    why = next((why for why in get_args(LiftWhy) if why == arguments.get("why")), "")
    running = [p for p in stored.running_pauses(place.db, place.today) if p.member == member]
    if not running or not why:
        return class_desk(place, sitting, pauses=True)
    lifted = [EnrolmentPauseLifted(member, p.pause, why) for p in running]
    forgiven = [NoShowLifted(session, member, why) for session in stored.missed(place.db, member)]
    return told(place, sitting, (*lifted, *forgiven), pauses=True)


def told(place: Place, sitting: Sitting, happenings: tuple[Happening, ...], *, pauses: bool) -> Step:
    facts = place.store.record(*happenings, moment=place.moment, actor=actor(place, sitting)) if happenings else ()
    return Step(sitting, class_desk(place, sitting, pauses=pauses).screen, facts)


TAPS = {
    "class_desk": on_duty("courses", lambda place, s, a: class_desk(place, s, pauses=bool(a.get("pauses")))),
    "extra_chair": on_duty("courses", chair),
    "lift_pause": on_duty("courses", lift),
}
