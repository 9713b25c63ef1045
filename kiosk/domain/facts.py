"""Facts: what happened, in the past tense, never changed; each has one subject."""

from datetime import date, datetime

from msgspec import Struct

from kiosk.domain.books import Copy, Title
from kiosk.domain.halls import Hall, Notice, SpecialDay
from kiosk.domain.holds import Hold
from kiosk.domain.members import Member
from kiosk.domain.moment import Clock
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


class MemberAdded(Struct, frozen=True, tag=True, omit_defaults=True):
    member: Member


class VisitorAdmitted(Struct, frozen=True, tag=True, omit_defaults=True):
    """A card of another hall was shown here for the first time; its signature is all that is known."""

    member: Member


class MemberForgotten(Struct, frozen=True, tag=True, omit_defaults=True):
    """The member's key is destroyed, and with it who the member was; the pseudonym stays."""

    member: int


class ConsentGiven(Struct, frozen=True, tag=True, omit_defaults=True):
    member: int
    purpose: str
    version: int


class ConsentWithdrawn(Struct, frozen=True, tag=True, omit_defaults=True):
    member: int
    purpose: str


class AnswerGiven(Struct, frozen=True, tag=True, omit_defaults=True):
    """Something was decided for a member who was not there."""

    member: int
    about: str
    title: int | None = None
    until: date | None = None


class AnswerTold(Struct, frozen=True, tag=True, omit_defaults=True):
    member: int
    answer: str


class AnswerWithdrawn(Struct, frozen=True, tag=True, omit_defaults=True):
    """What it told of was undone before the member came."""

    member: int
    answer: str


class MemberDetailsSet(Struct, frozen=True, tag=True, omit_defaults=True):
    """Who the member is, sealed with the member's own key: destroying the key erases the person."""

    member: int
    sealed: bytes


class MemberBlocked(Struct, frozen=True, tag=True, omit_defaults=True):
    member: int
    why: str


class MemberUnblocked(Struct, frozen=True, tag=True, omit_defaults=True):
    member: int
    why: str


class CardIssued(Struct, frozen=True, tag=True, omit_defaults=True):
    member: int
    version: int
    expires_on: date


class CardReportedLost(Struct, frozen=True, tag=True, omit_defaults=True):
    member: int
    version: int


class MemberSuspended(Struct, frozen=True, tag=True, omit_defaults=True):
    member: int
    until: date
    why: str


class SuspensionLifted(Struct, frozen=True, tag=True, omit_defaults=True):
    member: int
    suspension: str
    why: str


class TitleAdded(Struct, frozen=True, tag=True, omit_defaults=True):
    title: Title


class CopyAdded(Struct, frozen=True, tag=True, omit_defaults=True):
    copy: Copy


class CopyLost(Struct, frozen=True, tag=True, omit_defaults=True):
    """Reported lost by a member, or missed at a stock-take."""

    copy: str
    missing: bool = False


class CopyFound(Struct, frozen=True, tag=True, omit_defaults=True):
    copy: str


class CopyDamaged(Struct, frozen=True, tag=True, omit_defaults=True):
    copy: str
    note: str = ""


class CopyWithdrawn(Struct, frozen=True, tag=True, omit_defaults=True):
    copy: str
    why: str = ""


class BookBorrowed(Struct, frozen=True, tag=True, omit_defaults=True):
    copy: str
    member: int
    hall: int
    due_on: date
    policy: str
    moved_by: tuple[str, ...] = ()


class BookReturned(Struct, frozen=True, tag=True, omit_defaults=True):
    copy: str
    hall: int


class LoanRenewed(Struct, frozen=True, tag=True, omit_defaults=True):
    copy: str
    loan: str
    due_on: date
    policy: str
    moved_by: tuple[str, ...] = ()


class BorrowUndone(Struct, frozen=True, tag=True, omit_defaults=True):
    copy: str
    loan: str


class ReturnUndone(Struct, frozen=True, tag=True, omit_defaults=True):
    copy: str
    returned: str


class HoldPlaced(Struct, frozen=True, tag=True, omit_defaults=True):
    title: int
    member: int
    pickup_hall: int


class HoldReadied(Struct, frozen=True, tag=True, omit_defaults=True):
    hold: str
    title: int
    copy: str
    until: date


class HoldFilled(Struct, frozen=True, tag=True, omit_defaults=True):
    hold: str
    title: int


class HoldCancelled(Struct, frozen=True, tag=True, omit_defaults=True):
    hold: str
    title: int


class HoldRestored(Struct, frozen=True, tag=True, omit_defaults=True):
    """The loan or return that moved the hold was undone: it is again as it was."""

    hold: Hold


HallFact = HallSet | SpecialDaySet | PolicySet | StaffAdded | NoticePosted | NoticeWithdrawn
MemberFact = (
    MemberAdded
    | MemberDetailsSet
    | MemberBlocked
    | MemberUnblocked
    | CardIssued
    | CardReportedLost
    | MemberSuspended
    | SuspensionLifted
    | VisitorAdmitted
    | MemberForgotten
    | ConsentGiven
    | ConsentWithdrawn
    | AnswerGiven
    | AnswerTold
    | AnswerWithdrawn
)
TitleFact = TitleAdded
CopyFact = (
    CopyAdded
    | CopyLost
    | CopyFound
    | CopyDamaged
    | CopyWithdrawn
    | BookBorrowed
    | BookReturned
    | LoanRenewed
    | BorrowUndone
    | ReturnUndone
)
HoldFact = HoldPlaced | HoldReadied | HoldFilled | HoldCancelled | HoldRestored
Happening = HallFact | MemberFact | TitleFact | CopyFact | HoldFact


class Fact(Struct, frozen=True, omit_defaults=True):
    """A happening with its place in the device's own chain, and all that is known of its time.

    What is as by default is left out of its text, so a default may never change.
    """

    id: str
    device: str
    generation: int
    seq: int
    boot: str
    mono_ms: int
    at: datetime
    clock: Clock
    floor: datetime  # the latest time that was surely past
    p: Happening
    base: dict[int, int] = {}  # hall -> the hub's last number that was known here
    actor: str | None = None  # staff who acted; none: the member at the kiosk
    v: int = 1
