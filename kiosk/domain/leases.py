"""Leases: how many seats of a course this kiosk may give away without asking anybody."""

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
