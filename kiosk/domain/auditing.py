"""Auditing: which deeds of staff are looked at afterwards, what takes each back, and what became otherwise by it."""

from collections.abc import Iterable
from typing import Literal

from msgspec import Struct
from msgspec.structs import asdict

from kiosk.domain import facts as f
from kiosk.domain.facts import Fact
from kiosk.domain.rules import Change

Undone = Literal["undone", "again", "can", "never"]
# What is looked at one by one: overrides, corrections, merges, blocks, undoings, rules, answers, revocations.
# After each kind stand those that take it back; its own kind: it can be said anew; nothing: it cannot be taken back.
WATCHED: dict[type[Struct], tuple[type[Struct], ...]] = {
    f.HallSet: (f.HallSet,),
    f.SpecialDaySet: (f.SpecialDayDropped, f.SpecialDaySet),
    f.SpecialDayDropped: (f.SpecialDaySet,),
    f.PolicySet: (f.PolicySet,),
    f.StaffAdded: (f.StaffLeft,),
    f.StaffDetailsSet: (f.StaffDetailsSet,),
    f.StaffCardLost: (f.StaffCardIssued,),
    f.StaffCardIssued: (f.StaffCardIssued,),
    f.StaffLeft: (f.StaffCardIssued,),
    f.NoticePosted: (f.NoticeWithdrawn,),
    f.NoticeWithdrawn: (),
    f.MemberForgotten: (),
    f.MembersMerged: (f.MembersParted,),
    f.MembersParted: (f.MembersMerged,),
    f.MemberDetailsSet: (f.MemberDetailsSet,),
    f.MemberBlocked: (f.MemberUnblocked,),
    f.MemberUnblocked: (f.MemberBlocked,),
    f.CardReportedLost: (f.CardIssued,),
    f.CardIssued: (f.CardIssued,),
    f.MemberSuspended: (f.SuspensionLifted,),
    f.SuspensionLifted: (),
    f.CopyLost: (f.CopyFound,),
    f.CopyDamaged: (f.CopyMended,),
    f.CopyWithdrawn: (),
    f.BorrowUndone: (),
    f.ReturnUndone: (),
    f.CopySetAdrift: (f.CopyReceived, f.CopyFound),
    f.CopyUnlisted: (),
    f.StockTakeClosed: (),
    f.HoldCancelled: (),
    f.CourseCancelled: (),
    f.SeatPromoted: (f.SeatWithdrawn,),
    f.SeatWithdrawn: (f.SeatConfirmed,),
    f.SessionMoved: (f.SessionMoved,),
    f.SessionCancelled: (),
    f.AttendanceEntered: (f.AttendanceCorrected,),
    f.AttendanceLeft: (f.AttendanceCorrected,),
    f.AttendanceCorrected: (f.AttendanceCorrected,),
    f.NoShowLifted: (),
    f.EnrolmentPauseLifted: (),
    f.CertificateRuleSet: (f.CertificateRuleSet,),
    f.WorkMarked: (f.WorkMarked,),
    f.CertificateIssued: (f.CertificateRevoked, f.CertificateSuperseded),
    f.CertificateRevoked: (),
    f.CertificateSuperseded: (),
    f.CaseSettled: (f.CaseReopened,),
    f.CaseReopened: (f.CaseSettled,),
    f.MemberShown: (),
    f.TierSet: (f.TierSet,),
    f.GuardianSet: (f.GuardianSet,),
    f.RenewalUndone: (),
    f.QuarterClosed: (),
}
# The day's work: told when everything is asked for, or when somebody gave a reason for it.
ROUTINE: dict[type[Struct], tuple[type[Struct], ...]] = {
    f.MemberAdded: (f.MemberForgotten,),
    f.ConsentGiven: (f.ConsentWithdrawn,),
    f.ConsentWithdrawn: (f.ConsentGiven,),
    f.TitleAdded: (f.TitleAdded,),
    f.CopyAdded: (f.CopyUnlisted,),
    f.CopyFound: (f.CopyLost,),
    f.CopyNumbersReserved: (),
    f.BookBorrowed: (f.BorrowUndone,),
    f.BookReturned: (f.ReturnUndone,),
    f.LoanRenewed: (f.RenewalUndone,),
    f.CopyMoved: (f.CopyMoved,),
    f.CopySent: (f.CopyReceived,),
    f.CopyReceived: (),
    f.CopyDonated: (),
    f.CopyMended: (f.CopyDamaged,),
    f.CopySeen: (),
    f.StockTakeBegun: (),
    f.HoldPlaced: (f.HoldCancelled,),
    f.HoldSuspended: (f.HoldResumed,),
    f.HoldResumed: (f.HoldSuspended,),
    f.CourseSet: (f.CourseSet,),
    f.SeatRequested: (f.SeatWithdrawn,),
    f.SeatConfirmed: (f.SeatWithdrawn,),
    f.SessionSet: (f.SessionSet,),
    f.SessionClosed: (),
    f.GuestCounted: (),
    f.ChoreTicked: (f.ChoreTicked,),
}
# What nobody does by itself: it follows from another deed, or only the centre tells it.
FOLLOWS: tuple[type[Struct], ...] = (
    *(f.VisitorAdmitted, f.AnswerGiven, f.AnswerTold, f.AnswerWithdrawn, f.LoanMoved),
    *(f.HoldReadied, f.HoldFilled, f.HoldExpired, f.HoldRequeued, f.HoldRestored),
    *(f.SeatsLeased, f.SeatQueued, f.SeatOfferTold, f.SeatLapsed, f.SeatMissed, f.SeatCancelled),
    *(f.ExitMissed, f.StandbyJoined, f.CheckInRefused, f.NoShowMarked, f.RatingAsked, f.RatingGiven),
    *(f.EnrolmentPaused, f.CertificateNumbersLeased, f.CertificatePrinted),
    *(f.CaseOpened, f.CaseClosed, f.CaseCarriedOut),
)
COUNTERS = {**WATCHED, **ROUTINE}
# Facts that name the very fact which they take back, by this field.
NAMES_FACT = {f.BorrowUndone: "loan", f.ReturnUndone: "returned", f.SuspensionLifted: "suspension"}
UNTOLD = ("seen_at", "last_loan", "pin_hash", "reading", "author_reading", "mono_ms", "boot")


def is_told(fact: Fact, *, everything: bool) -> bool:
    """Whether a deed of staff stands in the list; whatever has a reason always does."""
    kind = type(fact.p)
    if fact.actor is None or kind in FOLLOWS:
        return False
    return everything or kind not in ROUTINE or bool(why_of(fact)[0])


def why_of(fact: Fact) -> tuple[str, str]:
    """The reason and its line, as every kind of fact names them; some have a note only, a day its own words."""
    if isinstance(fact.p, f.SpecialDaySet):
        return "", fact.p.day.why
    found = {name: getattr(fact.p, name, "") for name in ("why", "why_said", "note")}
    return str(found["why"]), str(found["why_said"] or found["note"])


def taken_back_by(fact: Fact, later: Iterable[Fact]) -> Fact | None:
    """The first of the subject's later facts that takes it back, or says it anew."""
    counters = COUNTERS.get(type(fact.p), ())
    return next((other for other in later if isinstance(other.p, counters) and same_thing(fact, other)), None)


def same_thing(fact: Fact, other: Fact) -> bool:
    """One subject may have many members, loans and days in it."""
    named = NAMES_FACT.get(type(other.p))
    if named:
        return bool(getattr(other.p, named) == fact.id)
    both = (getattr(fact.p, "member", None), getattr(other.p, "member", None))
    return both[0] == both[1] or not all(isinstance(member, int) for member in both)


def undone(fact: Fact, by: Fact | None) -> Undone:
    if by is not None:
        return "again" if type(by.p) is type(fact.p) else "undone"
    return "can" if COUNTERS.get(type(fact.p)) else "never"


def row_changes(before: Struct | None, after: Struct | None) -> tuple[Change, ...]:
    """Field by field; a row that comes or goes is said by the deed itself."""
    if before is None or after is None:
        return ()
    old, new = asdict(before), asdict(after)
    return tuple(Change(name, old[name], now) for name, now in new.items() if name not in UNTOLD and old[name] != now)
