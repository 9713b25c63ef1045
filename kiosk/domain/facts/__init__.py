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
    LoanMoved as LoanMoved,
    LoanRenewed as LoanRenewed,
    NumbersFact as NumbersFact,
    RenewalUndone as RenewalUndone,
    ReturnUndone as ReturnUndone,
    Term as Term,
    TitleAdded as TitleAdded,
    TitleFact as TitleFact,
)
from kiosk.domain.facts.cases import (
    CaseCarriedOut as CaseCarriedOut,
    CaseClosed as CaseClosed,
    CaseFact as CaseFact,
    CaseOpened as CaseOpened,
    CaseReopened as CaseReopened,
    CaseSettled as CaseSettled,
)
from kiosk.domain.facts.certificates import (
    CertificateFact as CertificateFact,
    CertificateIssued as CertificateIssued,
    CertificateNumbersLeased as CertificateNumbersLeased,
    CertificatePrinted as CertificatePrinted,
    CertificateRevoked as CertificateRevoked,
    CertificateRuleSet as CertificateRuleSet,
    CertificateStoryFact as CertificateStoryFact,
    CertificateSuperseded as CertificateSuperseded,
    RuleFact as RuleFact,
    WorkMarked as WorkMarked,
)
from kiosk.domain.facts.classes import (
    AttendanceCorrected as AttendanceCorrected,
    AttendanceEntered as AttendanceEntered,
    AttendanceLeft as AttendanceLeft,
    CheckInRefused as CheckInRefused,
    CourseCancelled as CourseCancelled,
    CourseFact as CourseFact,
    CourseSet as CourseSet,
    EnrolmentPaused as EnrolmentPaused,
    EnrolmentPauseLifted as EnrolmentPauseLifted,
    ExitMissed as ExitMissed,
    GuestCounted as GuestCounted,
    NoShowLifted as NoShowLifted,
    NoShowMarked as NoShowMarked,
    PauseFact as PauseFact,
    PresenceFact as PresenceFact,
    RatingAsked as RatingAsked,
    RatingGiven as RatingGiven,
    SeatCancelled as SeatCancelled,
    SeatConfirmed as SeatConfirmed,
    SeatFact as SeatFact,
    SeatLapsed as SeatLapsed,
    SeatMissed as SeatMissed,
    SeatOfferTold as SeatOfferTold,
    SeatPromoted as SeatPromoted,
    SeatQueued as SeatQueued,
    SeatRequested as SeatRequested,
    SeatsLeased as SeatsLeased,
    SeatWithdrawn as SeatWithdrawn,
    SessionCancelled as SessionCancelled,
    SessionClosed as SessionClosed,
    SessionFact as SessionFact,
    SessionMoved as SessionMoved,
    SessionSet as SessionSet,
    StandbyJoined as StandbyJoined,
)
from kiosk.domain.facts.halls import (
    ChoreTicked as ChoreTicked,
    HallFact as HallFact,
    HallSet as HallSet,
    NoticePosted as NoticePosted,
    NoticeWithdrawn as NoticeWithdrawn,
    PolicySet as PolicySet,
    QuarterClosed as QuarterClosed,
    SpecialDayDropped as SpecialDayDropped,
    SpecialDaySet as SpecialDaySet,
    StaffAdded as StaffAdded,
    StaffCardIssued as StaffCardIssued,
    StaffCardLost as StaffCardLost,
    StaffDetailsSet as StaffDetailsSet,
    StaffLeft as StaffLeft,
)
from kiosk.domain.facts.holds import (
    HoldCancelled as HoldCancelled,
    HoldExpired as HoldExpired,
    HoldFact as HoldFact,
    HoldFilled as HoldFilled,
    HoldPlaced as HoldPlaced,
    HoldReadied as HoldReadied,
    HoldRequeued as HoldRequeued,
    HoldRestored as HoldRestored,
    HoldResumed as HoldResumed,
    HoldSuspended as HoldSuspended,
)
from kiosk.domain.facts.members import (
    AnswerGiven as AnswerGiven,
    AnswerTold as AnswerTold,
    AnswerWithdrawn as AnswerWithdrawn,
    CardIssued as CardIssued,
    CardReportedLost as CardReportedLost,
    ConsentGiven as ConsentGiven,
    ConsentWithdrawn as ConsentWithdrawn,
    GuardianSet as GuardianSet,
    MemberAdded as MemberAdded,
    MemberBlocked as MemberBlocked,
    MemberDetailsSet as MemberDetailsSet,
    MemberFact as MemberFact,
    MemberForgotten as MemberForgotten,
    MemberShown as MemberShown,
    MembersMerged as MembersMerged,
    MembersParted as MembersParted,
    MemberSuspended as MemberSuspended,
    MemberUnblocked as MemberUnblocked,
    SuspensionLifted as SuspensionLifted,
    TierSet as TierSet,
    VisitorAdmitted as VisitorAdmitted,
)
from kiosk.domain.facts.stock import (
    CopyDonated as CopyDonated,
    CopyMended as CopyMended,
    CopyMoved as CopyMoved,
    CopyReceived as CopyReceived,
    CopySeen as CopySeen,
    CopySent as CopySent,
    CopySetAdrift as CopySetAdrift,
    CopyUnlisted as CopyUnlisted,
    StandFact as StandFact,
    StockTakeBegun as StockTakeBegun,
    StockTakeClosed as StockTakeClosed,
    StocktakeFact as StocktakeFact,
)
from kiosk.domain.moment import Clock

BookFact = TitleFact | NumbersFact | CopyFact | HoldFact | StandFact | StocktakeFact
Happening = HallFact | MemberFact | BookFact | CourseFact | SessionFact | PauseFact | CertificateFact | CaseFact


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
    base: int | None = None  # how far this kiosk had heard its hub: what it knew, and what it could not know
    actor: str | None = None  # staff who acted; none: the member at the kiosk
    told_before: bool = False  # under another device's name, before this one had to begin anew
    v: int = 1
