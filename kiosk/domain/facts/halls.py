"""Facts of what the hall says of itself: rules, days, staff, notices."""

from datetime import date

from msgspec import Struct

from kiosk.domain.chores import ChoreName
from kiosk.domain.halls import Hall, Notice, SpecialDay
from kiosk.domain.policy import Policy
from kiosk.domain.reporting import ClosedQuarter
from kiosk.domain.staff import Staff


class HallSet(Struct, frozen=True, tag=True, omit_defaults=True):
    hall: Hall
    why: str = ""
    why_said: str = ""


class SpecialDaySet(Struct, frozen=True, tag=True, omit_defaults=True):
    day: SpecialDay


class SpecialDayDropped(Struct, frozen=True, tag=True, omit_defaults=True):
    """The hall keeps its weekly habit on that day after all."""

    special_day: str


class PolicySet(Struct, frozen=True, tag=True, omit_defaults=True):
    policy: Policy
    why: str = ""
    why_said: str = ""


class NoticePosted(Struct, frozen=True, tag=True, omit_defaults=True):
    notice: Notice


class NoticeWithdrawn(Struct, frozen=True, tag=True, omit_defaults=True):
    notice: str


class StaffAdded(Struct, frozen=True, tag=True, omit_defaults=True):
    """Nameless; who it is, the next fact says."""

    staff: Staff


class StaffDetailsSet(Struct, frozen=True, tag=True, omit_defaults=True):
    """Who the colleague is, sealed with a key of their own."""

    staff: int
    sealed: bytes


class StaffCardLost(Struct, frozen=True, tag=True, omit_defaults=True):
    """From now on this version of the card opens nothing."""

    staff: int
    version: int


class StaffCardIssued(Struct, frozen=True, tag=True, omit_defaults=True):
    staff: int
    version: int
    expires_on: date


class StaffLeft(Struct, frozen=True, tag=True, omit_defaults=True):
    """The colleague works here no longer: after its last day the card opens nothing."""

    staff: int
    last_on: date


class ChoreTicked(Struct, frozen=True, tag=True, omit_defaults=True):
    """Somebody on duty has seen to it; or has taken the tick back."""

    chore: str
    hall: int
    day: date
    what: ChoreName
    done: bool = True


class QuarterClosed(Struct, frozen=True, tag=True, omit_defaults=True):
    """The figures of a quarter were handed in; the first to close it counts, whatever is told later."""

    closed: ClosedQuarter


HallFact = (
    HallSet
    | SpecialDaySet
    | SpecialDayDropped
    | PolicySet
    | StaffAdded
    | StaffDetailsSet
    | StaffCardLost
    | StaffCardIssued
    | StaffLeft
    | NoticePosted
    | NoticeWithdrawn
    | ChoreTicked
    | QuarterClosed
)
