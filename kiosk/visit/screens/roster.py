"""Screens of one evening's seats, as they fill."""

from msgspec import Struct

from kiosk.visit.screens.classes import SessionShown


class RosterSeat(Struct, frozen=True):
    """One seat under a masked name, to be read from the teacher's desk."""

    member: str
    name: str
    state: str  # in, late, left, expected, standby, excused, absent, unsettled
    at: str = ""  # HH:MM, when the member came
    minutes: int = 0
    number_tail: str = ""


class RosterCounts(Struct, frozen=True):
    """The evening in numbers."""

    seats: int = 0  # reserved
    present: int = 0
    expected: int = 0
    late: int = 0
    excused: int = 0
    unsettled: int = 0
    waiting: int = 0  # for a seat of the course


class Roster(Struct, frozen=True):
    """签到名单: who is there and who is missing; one seat may be taken in hand."""

    session: SessionShown | None = None  # none: nothing is on today
    seats: tuple[RosterSeat, ...] = ()
    standby: tuple[RosterSeat, ...] = ()
    counts: RosterCounts = RosterCounts()
    others: tuple[SessionShown, ...] = ()  # all of today
    chosen: RosterSeat | None = None
    revealed: str = ""  # the whole name of the one chosen, after it was asked for
