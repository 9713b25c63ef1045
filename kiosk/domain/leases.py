"""Leases: how many seats of a course this kiosk may give away without asking anybody."""

from datetime import datetime

from msgspec.structs import replace

from kiosk.domain.classes import Course


def seats_here(course: Course) -> int:
    """Alone, a kiosk holds all seats; under a hub, those that were leased to it."""
    return course.seats if course.leased is None else max(min(course.leased, course.seats), 0)


def free_here(course: Course) -> int:
    """Seats neither confirmed nor kept for somebody who was told."""
    return max(seats_here(course) - course.confirmed - course.offered, 0)


def decides_here(course: Course) -> bool:
    """Whether a full course is known to be full: others may hold seats of a course that is leased in parts."""
    return course.leased is None or course.leased >= course.seats


def held_at(course: Course, now: datetime | None) -> Course:
    """As it may be given away now: a lease that is over, or whose end nobody can tell, gives no seat away."""
    if course.leased is None or course.leased_until is None or (now is not None and now <= course.leased_until):
        return course
    return nothing_free(course)


def nothing_free(course: Course) -> Course:
    """What was given stays given; every further seat is a wish."""
    taken = course.confirmed + course.offered
    return replace(course, leased=taken if course.leased is None else min(course.leased, taken))
