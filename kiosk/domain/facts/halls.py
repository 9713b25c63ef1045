"""Facts of what the hall says of itself: rules, days, staff, notices."""

from datetime import date

from msgspec import Struct

from kiosk.domain.chores import ChoreName
from kiosk.domain.halls import Hall, Notice, SpecialDay
from kiosk.domain.policy import Policy
from kiosk.domain.staff import Staff


class HallSet(Struct, frozen=True, tag=True, omit_defaults=True):
    hall: Hall


class SpecialDaySet(Struct, frozen=True, tag=True, omit_defaults=True):
    day: SpecialDay


class PolicySet(Struct, frozen=True, tag=True, omit_defaults=True):
    policy: Policy


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


class ChoreTicked(Struct, frozen=True, tag=True, omit_defaults=True):
    """Somebody on duty has seen to it; or has taken the tick back."""

    chore: str
    hall: int
    day: date
    what: ChoreName
    done: bool = True


HallFact = (
    HallSet | SpecialDaySet | PolicySet | StaffAdded | StaffDetailsSet | NoticePosted | NoticeWithdrawn | ChoreTicked
)
