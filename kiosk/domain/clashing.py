"""Clashing: who else has the room or the teacher at the time of a new series."""

from typing import Literal

from msgspec import Struct

from kiosk.domain.classes import Course, Session

Shared = Literal["room", "teacher"]


class Clash(Struct, frozen=True):
    """One evening of the series, and the course that is there already."""

    number: int  # of the evening, from 1
    session: Session
    shared: Shared
    title: str


def clashes(mine: tuple[Session, ...], others: tuple[tuple[Course, Session], ...]) -> tuple[Clash, ...]:
    """Each evening once, the room before the teacher."""
    found = []
    for number, session in enumerate(mine, 1):
        for course, other in others:
            shared = shares(session, course, other)
            if shared:
                found.append(Clash(number, session, shared, course.title))
                break
    return tuple(found)


def shares(mine: Session, course: Course, other: Session) -> Shared | None:
    if other.state != "planned" or course.cancelled_why is not None or not mine.overlaps(other):
        return None
    if mine.room and mine.room == (other.room or course.room):
        return "room"
    return "teacher" if mine.teacher and mine.teacher == (other.teacher or course.teacher) else None
