"""People: what a fact does to a member, to a suspension and to a hold."""

from msgspec.structs import replace

from kiosk.domain.facts import (
    AnswerGiven,
    AnswerTold,
    AnswerWithdrawn,
    CardIssued,
    CardReportedLost,
    ConsentGiven,
    ConsentWithdrawn,
    Fact,
    GuardianSet,
    HoldCancelled,
    HoldExpired,
    HoldFact,
    HoldFilled,
    HoldPlaced,
    HoldReadied,
    HoldRequeued,
    HoldRestored,
    HoldResumed,
    HoldSuspended,
    MemberAdded,
    MemberBlocked,
    MemberFact,
    MemberShown,
    MembersMerged,
    MembersParted,
    MemberSuspended,
    MemberUnblocked,
    SuspensionLifted,
    TierSet,
    VisitorAdmitted,
)
from kiosk.domain.holds import Hold, back_in_line
from kiosk.domain.members import Answer, Consent, Member, Suspension, with_card


def member_after(member: Member | None, fact: Fact, p: MemberFact) -> Member | None:
    """Total, as every step: what is said of an unknown member changes nothing yet."""
    match p:
        case MemberAdded(member=added) | VisitorAdmitted(member=added):
            return added
        case MemberBlocked(why=why) if member:
            return replace(member, blocked_why=why)
        case MemberUnblocked() if member:
            return replace(member, blocked_why=None)
        case CardIssued(version=version, expires_on=expires_on) if member:
            return with_card(member, version, expires_on)
        case MembersMerged(into=into) if member and into != member.member:
            return replace(member, merged_into=into)
        case MembersParted() if member:
            return replace(member, merged_into=None)
        case TierSet(tier=tier) if member:
            return replace(member, tier=tier)
        case GuardianSet(guardian=guardian) if member and guardian != member.member:
            return replace(member, guardian=guardian)
        case MemberShown() if member:
            return replace(member, shown_at=fact.at, shown_to=fact.actor)
        case CardReportedLost(version=version) if member and member.card_version == version:
            return replace(member, card_lost_at=fact.at)
    return member


def suspension_after(suspension: Suspension | None, fact: Fact, p: MemberFact) -> Suspension | None:
    match p:
        case MemberSuspended():
            return Suspension(fact.id, p.member, p.until, p.why)
        case SuspensionLifted(why=why) if suspension:
            return replace(suspension, lifted_why=why)
    return suspension


def consent_after(consent: Consent | None, fact: Fact, p: ConsentGiven | ConsentWithdrawn) -> Consent | None:
    if isinstance(p, ConsentGiven):
        return Consent(consent_key(p), p.member, p.purpose, p.version, fact.at)
    return replace(consent, withdrawn_at=fact.at) if consent else None


def consent_key(p: ConsentGiven | ConsentWithdrawn) -> str:
    return f"{p.member} {p.purpose}"


def answer_after(answer: Answer | None, fact: Fact, p: AnswerGiven | AnswerTold | AnswerWithdrawn) -> Answer | None:
    if isinstance(p, AnswerGiven):
        return Answer(fact.id, p.member, p.about, p.title, p.until, course=p.course)
    return replace(answer, closed_at=fact.at) if answer and answer.closed_at is None else answer


def hold_after(hold: Hold | None, fact: Fact, p: HoldFact) -> Hold | None:
    match p:
        case HoldPlaced():
            return Hold(fact.id, p.title, p.member, fact.at, p.pickup_hall, wanted_copy=p.copy)
        case HoldRestored(hold=as_before):
            return as_before
        case HoldReadied() if hold and hold.state == "waiting":
            return replace(hold, state="ready", copy=p.copy, ready_until=p.until)
        case HoldSuspended() if hold and hold.open:
            return replace(back_in_line(hold), suspended_until=p.until)
    return ended_or_again(hold, p) if hold else None


def ended_or_again(hold: Hold, p: HoldFact) -> Hold:
    match p:
        case HoldFilled():
            return replace(hold, state="filled")
        case HoldCancelled():
            return replace(hold, state="cancelled")
        case HoldExpired():
            return replace(hold, state="expired")
        case HoldRequeued(copy=copy) if hold.open and copy in (None, hold.copy):
            return back_in_line(hold)
        case HoldResumed():
            return replace(hold, suspended_until=None)
    return hold
