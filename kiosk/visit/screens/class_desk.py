"""Screens of who waits for a seat, and of who may not enrol for a while."""

from datetime import date

from msgspec import Struct


class Waiter(Struct, frozen=True):
    """A member on the list of a course, under a masked name."""

    course: str
    member: str
    title: str
    name: str
    number_tail: str
    place: int = 0  # on the list, from 1; 0: a seat is kept
    until: date | None = None  # the last day to answer, once the member knows


class PausedMember(Struct, frozen=True):
    """Reserved and did not come, too often."""

    member: str
    name: str
    number_tail: str
    until: date
    count: int


class ClassDesk(Struct, frozen=True):
    """候补与暂停: who waits for a seat, or who may not enrol until when."""

    waiters: tuple[Waiter, ...] = ()
    paused: tuple[PausedMember, ...] = ()
    pauses: bool = False  # those paused are looked at
