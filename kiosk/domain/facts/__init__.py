"""Facts: what happened, in the past tense, never changed; each has one subject."""

from datetime import datetime

from msgspec import Struct

from kiosk.domain.facts.books import (
    BookBorrowed as BookBorrowed,
    BookReturned as BookReturned,
    BorrowUndone as BorrowUndone,
    CopyAdded as CopyAdded,
    CopyDamaged as CopyDamaged,
    CopyFact as CopyFact,
    CopyFound as CopyFound,
    CopyLost as CopyLost,
    CopyNumbersReserved as CopyNumbersReserved,
    CopyWithdrawn as CopyWithdrawn,
    LoanRenewed as LoanRenewed,
    NumbersFact as NumbersFact,
    ReturnUndone as ReturnUndone,
    TitleAdded as TitleAdded,
    TitleFact as TitleFact,
)
from kiosk.domain.facts.halls import (
    HallFact as HallFact,
    HallSet as HallSet,
    NoticePosted as NoticePosted,
    NoticeWithdrawn as NoticeWithdrawn,
    PolicySet as PolicySet,
    SpecialDaySet as SpecialDaySet,
    StaffAdded as StaffAdded,
)
from kiosk.domain.facts.holds import (
    HoldCancelled as HoldCancelled,
    HoldFact as HoldFact,
    HoldFilled as HoldFilled,
    HoldPlaced as HoldPlaced,
    HoldReadied as HoldReadied,
    HoldRestored as HoldRestored,
)
from kiosk.domain.facts.members import (
    AnswerGiven as AnswerGiven,
    AnswerTold as AnswerTold,
    AnswerWithdrawn as AnswerWithdrawn,
    CardIssued as CardIssued,
    CardReportedLost as CardReportedLost,
    ConsentGiven as ConsentGiven,
    ConsentWithdrawn as ConsentWithdrawn,
    MemberAdded as MemberAdded,
    MemberBlocked as MemberBlocked,
    MemberDetailsSet as MemberDetailsSet,
    MemberFact as MemberFact,
    MemberForgotten as MemberForgotten,
    MemberSuspended as MemberSuspended,
    MemberUnblocked as MemberUnblocked,
    SuspensionLifted as SuspensionLifted,
    VisitorAdmitted as VisitorAdmitted,
)
from kiosk.domain.moment import Clock

Happening = HallFact | MemberFact | TitleFact | NumbersFact | CopyFact | HoldFact


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
