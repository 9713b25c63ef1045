"""Facts of what the hall says of itself: rules, days, staff, notices."""

from msgspec import Struct

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
    staff: Staff


HallFact = HallSet | SpecialDaySet | PolicySet | StaffAdded | NoticePosted | NoticeWithdrawn
