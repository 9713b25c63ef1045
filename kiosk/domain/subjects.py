"""Subjects: what each fact and each row belongs to, and whose facts are folded together in one order."""

from typing import Any, get_args

from msgspec import Struct

from kiosk.domain import facts as f
from kiosk.domain.attendance import Attendance
from kiosk.domain.books import Copy, NumberBlock, Title
from kiosk.domain.cases import Case
from kiosk.domain.certificates import Certificate, CertificateBlock, CertificateRule, Holder, Marked
from kiosk.domain.chores import Chore
from kiosk.domain.classes import Course, Session
from kiosk.domain.enrolments import Enrolment, Pause
from kiosk.domain.halls import Hall, Notice, SpecialDay
from kiosk.domain.holds import Hold
from kiosk.domain.loans import Loan
from kiosk.domain.members import Answer, Consent, Member, MemberDetails, Suspension
from kiosk.domain.policy import Policy
from kiosk.domain.reporting import ClosedQuarter
from kiosk.domain.staff import Staff, StaffDetails
from kiosk.domain.stock import Gift, Handover, Sighting, Stocktake

# Of each row: the kind of its subject, and the field that names it.
OF_ROW: dict[type[Struct], tuple[str, str]] = {
    Hall: ("hall", "hall"),
    SpecialDay: ("special_day", "special_day"),
    Notice: ("notice", "notice"),
    Chore: ("chore", "chore"),
    Policy: ("policy", "policy"),
    ClosedQuarter: ("quarter", "quarter"),
    Staff: ("staff", "staff"),
    StaffDetails: ("staff", "staff"),
    Member: ("member", "member"),
    MemberDetails: ("member", "member"),
    Suspension: ("member", "member"),
    Consent: ("member", "member"),
    Answer: ("member", "member"),
    Pause: ("member", "member"),
    Title: ("title", "title"),
    Copy: ("copy", "copy"),
    Loan: ("copy", "copy"),
    Handover: ("copy", "copy"),
    Gift: ("copy", "copy"),
    Sighting: ("copy", "copy"),
    Stocktake: ("stocktake", "stocktake"),
    NumberBlock: ("block", "block"),
    CertificateBlock: ("block", "block"),
    Hold: ("hold", "hold"),
    Course: ("course", "course"),
    Enrolment: ("course", "course"),
    CertificateRule: ("course", "course"),
    Marked: ("course", "course"),
    Session: ("session", "session"),
    Attendance: ("session", "session"),
    Certificate: ("certificate", "certificate"),
    Holder: ("certificate", "certificate"),
    Case: ("case", "key"),
}
# Of each fact: the kind of its subject, and the way to its name; no way: the fact itself begins it.
OF_FACT: dict[Any, tuple[str, str]] = {
    f.HallSet: ("hall", "hall.hall"),
    f.SpecialDaySet: ("special_day", "day.special_day"),
    f.SpecialDayDropped: ("special_day", "special_day"),
    f.PolicySet: ("policy", "policy.policy"),
    f.StaffAdded: ("staff", "staff.staff"),
    f.StaffDetailsSet | f.StaffCardLost | f.StaffCardIssued | f.StaffLeft: ("staff", "staff"),
    f.NoticePosted: ("notice", "notice.notice"),
    f.NoticeWithdrawn: ("notice", "notice"),
    f.ChoreTicked: ("chore", "chore"),
    f.QuarterClosed: ("quarter", "closed.quarter"),
    f.MemberAdded | f.VisitorAdmitted: ("member", "member.member"),
    f.MemberFact: ("member", "member"),
    f.PauseFact: ("member", "member"),
    f.TitleFact: ("title", "title.title"),
    f.CopyAdded: ("copy", "copy.copy"),
    f.CopyFact | f.StandFact: ("copy", "copy"),
    f.StockTakeBegun: ("stocktake", ""),
    f.StockTakeClosed: ("stocktake", "stocktake"),
    f.NumbersFact: ("block", ""),
    f.CertificateNumbersLeased: ("block", ""),
    f.HoldPlaced: ("hold", ""),
    f.HoldRestored: ("hold", "hold.hold"),
    f.HoldFact: ("hold", "hold"),
    f.CourseSet: ("course", "course.course"),
    f.CourseFact: ("course", "course"),
    f.CertificateRuleSet: ("course", "rule.course"),
    f.WorkMarked: ("course", "course"),
    f.SessionSet: ("session", "session.session"),
    f.SessionFact: ("session", "session"),
    f.CertificateIssued: ("certificate", "frozen.certificate"),
    f.CertificateStoryFact: ("certificate", "certificate"),
    f.CaseFact: ("case", "case"),
}
# The narrower entries stand first, and the first that names a kind of fact decides.
WAYS = {kind: way for kinds, way in reversed(OF_FACT.items()) for kind in get_args(kinds) or (kinds,)}


class Subject(Struct, frozen=True, order=True):
    """One thing in the world: "copy" and its number, "course" and its id."""

    kind: str
    name: str

    def __str__(self) -> str:
        return f"{self.kind} {self.name}"


def subject_of(fact: f.Fact) -> Subject:
    kind, way = WAYS[type(fact.p)]
    named: Any = fact.p if way else fact.id
    for field in way.split(".") if way else ():
        named = getattr(named, field)
    return Subject(kind, str(named))


def subject_of_row(row: Struct) -> Subject:
    kind, field = OF_ROW[type(row)]
    return Subject(kind, str(getattr(row, field)))


def rows_of(kind: str) -> tuple[tuple[type[Struct], str], ...]:
    """Which rows such a subject has, and the field that names it in each."""
    return tuple((struct, field) for struct, (of, field) in OF_ROW.items() if of == kind)
