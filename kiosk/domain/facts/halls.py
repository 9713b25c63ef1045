"""Facts of what the hall says of itself: rules, days, staff, notices."""

from msgspec import Struct

from kiosk.domain.halls import Hall, Notice, SpecialDay
from kiosk.domain.policy import Policy
from kiosk.domain.reporting import ClosedQuarter
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


class QuarterClosed(Struct, frozen=True, tag=True, omit_defaults=True):
    """The figures of a quarter were handed in; the first to close it counts, whatever is told later."""

    closed: ClosedQuarter


NoticeFact = NoticePosted | NoticeWithdrawn
HallFact = HallSet | SpecialDaySet | PolicySet | StaffAdded | StaffDetailsSet | NoticeFact | QuarterClosed
