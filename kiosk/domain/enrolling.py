"""Enrolling: the rules of a seat, a wish, the waiting list and the way out; every reason at once."""

from datetime import date, datetime, timedelta

from msgspec import Struct
from msgspec.structs import replace

from kiosk.domain.classes import Course, Session, local
from kiosk.domain.desk import HallRules
from kiosk.domain.enrolments import Enrolment, Pause, is_confirmed, is_offered
from kiosk.domain.facts import (
    AnswerGiven,
    CourseCancelled,
    CourseSet,
    Happening,
    SeatCancelled,
    SeatConfirmed,
    SeatLapsed,
    SeatPromoted,
    SeatRequested,
    SeatWithdrawn,
)
from kiosk.domain.leases import decides_here, free_here
from kiosk.domain.members import Member, standing_reasons
from kiosk.domain.policy import Policy
from kiosk.domain.refusals import (
    ALREADY_ENROLLED,
    ANSWER_LATER,
    COURSE_CANCELLED,
    COURSE_FULL,
    ENROLMENT_NOT_OPEN,
    ENROLMENT_OVER,
    NO_SHOW_PAUSE,
    NOT_ENROLLED,
    TERM_LIMIT_REACHED,
    TIME_CLASH,
    WITHDRAWAL_TOO_LATE,
    Reason,
    Refused,
)

Outcome = tuple[Happening, ...] | Refused


class Wish(Struct, frozen=True):
    """Everything that a rule of enrolling looks at; `now` is what the kiosk takes for the time."""

    rules: HallRules
    now: datetime
    course: Course
    member: Member
    sessions: tuple[Session, ...] = ()  # of the course, those still to come
    enrolment: Enrolment | None = None
    busy: tuple[tuple[str, Session], ...] = ()  # the member's other evenings, with their course
    of_term: int = 0  # the member's courses in this term
    pauses: tuple[Pause, ...] = ()

    @property
    def today(self) -> date:
        return local(self.now, self.rules.hall.utc_offset_min).date()

    @property
    def policy(self) -> Policy:
        return self.rules.policy(self.member.tier, self.course.kind)


def enrol(wish: Wish) -> Outcome:
    """A seat, where this kiosk has one to give; else a place on the list."""
    course, member = wish.course, wish.member.member
    if is_offered(wish.enrolment):
        return (SeatConfirmed(course.course, member),)
    if reasons := enrol_reasons(wish):
        return Refused(reasons)
    if gives_seat(course):
        return (SeatConfirmed(course.course, member),)
    return (SeatRequested(course.course, member, waiting=decides_here(course)),)


def gives_seat(course: Course) -> bool:
    """Nobody passes those who wait."""
    return free_here(course) > 0 and course.waiting == 0


def enrol_reasons(wish: Wish) -> tuple[Reason, ...]:
    """Why not, all of it."""
    course, policy, reasons = wish.course, wish.policy, []
    if course.cancelled_why is not None:
        reasons.append(COURSE_CANCELLED.because(course=course.title))
    if wish.enrolment and wish.enrolment.active:
        reasons.append(ALREADY_ENROLLED.because(course=course.title))
    elif course.term and wish.of_term >= policy.courses_max:
        reasons.append(TERM_LIMIT_REACHED.because(taken=wish.of_term, most=policy.courses_max))
    if wish.today < course.opens_on:
        reasons.append(ENROLMENT_NOT_OPEN.because(on=course.opens_on))
    if wish.today > course.closes_on:
        reasons.append(ENROLMENT_OVER.because(on=course.closes_on))
    return (*reasons, *standing_reasons(wish.member, (), wish.today), *pause_reasons(wish.pauses, wish.today))


def pause_reasons(pauses: tuple[Pause, ...], today: date) -> tuple[Reason, ...]:
    running = [p for p in pauses if p.lifted_why is None and p.until >= today]
    if not running:
        return ()
    last = max(running, key=lambda p: p.until)
    return (NO_SHOW_PAUSE.because(until=last.until, days=(last.until - today).days + 1, count=last.count),)


def enrol_notices(wish: Wish) -> tuple[Reason, ...]:
    """What had better be known before, and forbids nothing."""
    notices, course = [], wish.course
    if not is_confirmed(wish.enrolment) and not is_offered(wish.enrolment) and not gives_seat(course):
        full = decides_here(course)
        notices.append(
            COURSE_FULL.because(seats=course.seats, waiting=course.waiting) if full else ANSWER_LATER.because()
        )
    clashing = {title for title, busy in wish.busy for session in wish.sessions if busy.overlaps(session)}
    if clashing:
        notices.append(TIME_CLASH.because(courses=[{"title": title} for title in sorted(clashing)]))
    return tuple(notices)


def withdraw_until(wish: Wish) -> datetime | None:
    """Until then the next session can still be given to somebody else."""
    coming = [s.starts_at for s in wish.sessions if s.state == "planned" and s.starts_at > wish.now]
    return min(coming) - timedelta(hours=wish.policy.withdraw_until_h) if coming else None


def withdraw(wish: Wish, queue: tuple[Enrolment, ...]) -> Outcome:
    """The way out, and who moves up."""
    enrolment, course = wish.enrolment, wish.course
    if enrolment is None or not enrolment.active:
        return Refused((NOT_ENROLLED.because(course=course.title),))
    until = withdraw_until(wish)
    if is_confirmed(enrolment) and until and wish.now > until:
        at = local(until, wish.rules.hall.utc_offset_min)
        return Refused((WITHDRAWAL_TOO_LATE.because(on=at.date(), time=f"{at:%H:%M}"),))
    freed = is_confirmed(enrolment) or is_offered(enrolment)
    others = tuple(e for e in queue if e.member != enrolment.member)
    gone = SeatWithdrawn(course.course, enrolment.member)
    return (gone, *(promote(course, others, freed) if freed else ()))


def promote(course: Course, queue: tuple[Enrolment, ...], freed: int = 0) -> tuple[Happening, ...]:
    """Free seats are kept for those who wait, in the order in which they asked; under a hub, the hub does that."""
    if course.leased is not None:
        return ()
    free = free_here(course) + freed
    return tuple(
        p
        for e in queue[: max(free, 0)]
        for p in (SeatPromoted(e.course, e.member), AnswerGiven(e.member, "seat_free", course=e.course))
    )


def extra_chair(course: Course, enrolment: Enrolment, why: str) -> tuple[Happening, ...]:
    """Out of turn, for a reason: one seat more, kept for this member; nobody else waits longer for it."""
    if enrolment.state != "waiting" or enrolment.offered:
        return ()
    more = CourseSet(replace(course, seats=course.seats + 1))
    kept = SeatPromoted(course.course, enrolment.member, why)
    return (more, kept, AnswerGiven(enrolment.member, "seat_free", course=course.course))


def lapse(course: Course, late: Enrolment, queue: tuple[Enrolment, ...]) -> tuple[Happening, ...]:
    """Told, and not answered in time: the seat goes on."""
    told = AnswerGiven(late.member, "seat_lapsed", course=late.course)
    return (SeatLapsed(late.course, late.member), told, *promote(course, queue, 1))


def cancel(course: Course, enrolments: tuple[Enrolment, ...], why: str) -> tuple[Happening, ...]:
    """The hall cancels: everybody who had a seat or a hope is told."""
    found: list[Happening] = [CourseCancelled(course.course, why)]
    for e in enrolments:
        if e.active:
            found += [
                SeatCancelled(e.course, e.member, why),
                AnswerGiven(e.member, "course_cancelled", course=e.course),
            ]
    return tuple(found)
