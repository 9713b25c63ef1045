"""Enrolments: what a fact does to a course and to one member's seat in it, and to a pause of enrolling."""

from datetime import date, datetime
from typing import Annotated, Literal

from msgspec import Struct
from msgspec.structs import replace

from kiosk.domain.classes import Course
from kiosk.domain.facts import (
    CourseCancelled,
    CourseFact,
    CourseSet,
    EnrolmentPaused,
    EnrolmentPauseLifted,
    Fact,
    SeatCancelled,
    SeatConfirmed,
    SeatFact,
    SeatLapsed,
    SeatMissed,
    SeatOfferTold,
    SeatPromoted,
    SeatQueued,
    SeatRequested,
    SeatsLeased,
    SeatWithdrawn,
)
from kiosk.domain.members import LookedUp

EnrolmentState = Literal["requested", "waiting", "confirmed", "withdrawn", "no_show", "cancelled"]
ACTIVE: tuple[EnrolmentState, ...] = ("requested", "waiting", "confirmed")


class Enrolment(Struct, frozen=True):
    """One member's seat, or place on the list, in one course."""

    enrolment: str  # "77 123456": the course and the member
    course: Annotated[int, LookedUp]
    member: Annotated[int, LookedUp]
    state: EnrolmentState
    place: int  # in the order of asking
    since: datetime
    why: str = ""
    offered: bool = False  # waiting, and a seat is kept
    confirm_by: datetime | None = None

    @property
    def active(self) -> bool:
        return self.state in ACTIVE


class Pause(Struct, frozen=True):
    """No new enrolments until the day has passed; lifted by the clock or by staff."""

    pause: str
    member: Annotated[int, LookedUp]
    since: datetime
    until: date
    count: int
    lifted_why: str | None = None


class Seat(Struct, frozen=True):
    """A course and one member's enrolment in it: all that one fact of a seat can touch."""

    course: Course
    enrolment: Enrolment | None = None


def enrolment_key(course: int, member: int) -> str:
    return f"{course} {member}"


def course_after(course: Course | None, p: CourseSet | CourseCancelled | SeatsLeased) -> Course | None:
    match p:
        case CourseSet(course=described):
            return described if course is None else described_anew(course, described)
        case CourseCancelled(why=why) if course:
            return replace(course, cancelled_why=why)
        case SeatsLeased(seats=seats) if course:
            return replace(course, leased=seats)
    return course


def described_anew(course: Course, described: Course) -> Course:
    """A new description changes what the course is, never who sits in it."""
    kept = {
        name: getattr(course, name) for name in ("leased", "leased_until", "confirmed", "offered", "waiting", "asked")
    }
    return replace(described, **kept)


def seat_after(seat: Seat, fact: Fact, p: SeatFact) -> Seat:
    """Total: a fact that contradicts the state changes nothing, and the first of two wishes counts."""
    enrolment = enrolment_after(seat, fact, p)
    if enrolment == seat.enrolment or enrolment is None:
        return seat
    course, was = seat.course, seat.enrolment
    freed = max(holds_seat(was) - holds_seat(enrolment), 0)
    return Seat(
        replace(
            course,
            # Under a hub, a seat that was given back is the hub's to give: others may have given it back as well.
            leased=course.leased - freed if course.leased is not None else None,
            confirmed=course.confirmed + is_confirmed(enrolment) - is_confirmed(was),
            offered=course.offered + is_offered(enrolment) - is_offered(was),
            waiting=course.waiting + is_waiting(enrolment) - is_waiting(was),
            asked=max(course.asked, enrolment.place),
        ),
        enrolment,
    )


def is_confirmed(enrolment: Enrolment | None) -> bool:
    return enrolment is not None and enrolment.state == "confirmed"


def is_offered(enrolment: Enrolment | None) -> bool:
    return enrolment is not None and enrolment.offered


def holds_seat(enrolment: Enrolment | None) -> bool:
    return is_confirmed(enrolment) or is_offered(enrolment)


def is_waiting(enrolment: Enrolment | None) -> bool:
    """Waiting with nothing kept."""
    return enrolment is not None and enrolment.state == "waiting" and not enrolment.offered


def enrolment_after(seat: Seat, fact: Fact, p: SeatFact) -> Enrolment | None:
    enrolment = seat.enrolment
    if enrolment is None or not enrolment.active:
        return asked(seat, fact, p)
    match p:
        case SeatConfirmed() if enrolment.state != "confirmed":
            return settled(enrolment, fact, "confirmed")
        case SeatQueued() if enrolment.state == "requested":
            return replace(enrolment, state="waiting")
        case SeatPromoted() if is_waiting(enrolment):
            return replace(enrolment, offered=True)
        case SeatOfferTold(confirm_by=by) if enrolment.offered and enrolment.confirm_by is None:
            return replace(enrolment, confirm_by=by)
        case SeatLapsed() if enrolment.offered:
            return settled(enrolment, fact, "withdrawn", "lapsed")
        case SeatWithdrawn(why=why):
            return settled(enrolment, fact, "withdrawn", why)
        case SeatMissed() if enrolment.state == "confirmed":
            return settled(enrolment, fact, "no_show")
        case SeatCancelled(why=why):
            return settled(enrolment, fact, "cancelled", why)
    return enrolment


def asked(seat: Seat, fact: Fact, p: SeatFact) -> Enrolment | None:
    """A new wish goes to the end of the list, whoever sat here before."""
    match p:
        case SeatConfirmed(course=course, member=member):
            state: EnrolmentState = "confirmed"
        case SeatRequested(course=course, member=member, waiting=waiting):
            state = "waiting" if waiting else "requested"
        case _:
            return seat.enrolment
    return Enrolment(enrolment_key(course, member), course, member, state, seat.course.asked + 1, fact.at)


def settled(enrolment: Enrolment, fact: Fact, state: EnrolmentState, why: str = "") -> Enrolment:
    return replace(enrolment, state=state, since=fact.at, why=why, offered=False, confirm_by=None)


def pause_after(pause: Pause | None, fact: Fact, p: EnrolmentPaused | EnrolmentPauseLifted) -> Pause | None:
    match p:
        case EnrolmentPaused():
            return Pause(fact.id, p.member, fact.at, p.until, p.count)
        case EnrolmentPauseLifted(why=why) if pause:
            return replace(pause, lifted_why=why)
    return pause


def course_of(p: CourseFact) -> int:
    return p.course.course if isinstance(p, CourseSet) else p.course
