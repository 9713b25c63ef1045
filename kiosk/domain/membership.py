"""Membership: what staff change about one member, each time with a reason, and how it is taken back."""

from datetime import date, timedelta
from typing import Any, Literal, get_args

from msgspec import Struct

from kiosk.domain import facts as f
from kiosk.domain.members import TIERS, Member, MemberDetails, Suspension, Tier
from kiosk.domain.refusals import (
    ALREADY_SO,
    CARD_LOST,
    FAMILY_NOT_FIT,
    NAME_MISSING,
    REASON_MISSING,
    STILL_ON_LOAN,
    Reason,
    Refused,
)

Change = Literal[
    "block",
    "lift",
    "lost",
    "found",
    "reissue",
    "renew",
    "tier",
    "unit",
    "name",
    "pin",
    "family",
    "part",
    "forget",
    "hold",
]
CHANGES: tuple[Change, ...] = get_args(Change)
OTHER = "other"  # a reason that is said in one line
WHYS: dict[Change, tuple[str, ...]] = {
    "block": ("unreturned", "damaged", "asked", OTHER),
    "lift": ("settled", "heard", "mistake", OTHER),
    "lost": ("told", "handed_in", OTHER),
    "found": ("shown", "mistake", OTHER),
    "reissue": ("lost", "worn", "renamed", OTHER),
    "renew": ("still_member", "asked", OTHER),
    "tier": ("proved", "mistake", OTHER),
    "unit": ("moved", "mistake", OTHER),
    "name": ("mistake", "renamed", OTHER),
    "pin": ("forgotten", "known", "first", OTHER),
    "family": ("guardian", OTHER),
    "part": ("grown", "mistake", OTHER),
    "forget": ("asked", OTHER),
    "hold": ("asked", "mistake", "not_to_be_had", OTHER),
}
UNDONE = "undone"
BLOCK_DAYS = (7, 30, 90, 0)  # none: until somebody lifts it
WHY_MAX, NAME_MAX, UNIT_MAX = 60, 40, 40
CARD_DAYS = 730
LIFTED_AGAIN = ("block", "lost")  # what has a change that takes it back on another day


class Because(Struct, frozen=True):
    """Why somebody on duty does it: one of a few reasons, or another in a line."""

    why: str
    said: str = ""


class Wanted(Struct, frozen=True):
    """One change, as it was asked for; what it does not need stays empty."""

    change: Change
    because: Because
    days: int = 0
    tier: str = ""
    text: str = ""
    guardian: Member | None = None


class Known(Struct, frozen=True):
    """A member as far as a change looks at it."""

    member: Member
    details: MemberDetails | None
    suspensions: tuple[Suspension, ...]
    loans: int
    today: date

    @property
    def paused(self) -> tuple[Suspension, ...]:
        return tuple(s for s in self.suspensions if s.lifted_why is None and s.until >= self.today)

    @property
    def stopped(self) -> bool:
        return self.member.blocked_why is not None or bool(self.paused)


def reasons_against(known: Known, wanted: Wanted) -> tuple[Reason, ...]:
    """All of them at once; a change that says nothing new is none."""
    found = [] if good(wanted) else [REASON_MISSING.because()]
    if nothing_new(known, wanted):
        found.append(ALREADY_SO.because())
    if wanted.change == "renew" and known.member.card_lost_at:
        found.append(CARD_LOST.because())
    if wanted.change == "name" and not wanted.text:
        found.append(NAME_MISSING.because())
    if wanted.change == "family" and not may_guard(known.member, wanted.guardian):
        found.append(FAMILY_NOT_FIT.because())
    if wanted.change == "forget" and known.loans:
        found.append(STILL_ON_LOAN.because(count=known.loans))
    return tuple(found)


def good(wanted: Wanted) -> bool:
    return well_said(wanted.change, wanted.because)


def well_said(change: Change, because: Because) -> bool:
    return because.why in WHYS[change] and (because.why != OTHER or bool(because.said))


def nothing_new(known: Known, wanted: Wanted) -> bool:
    member, details = known.member, known.details
    match wanted.change:
        case "lift":
            return not known.stopped
        case "lost":
            return member.card_lost_at is not None
        case "found":
            return member.card_lost_at is None
        case "tier":
            return wanted.tier == member.tier or wanted.tier not in TIERS
        case "unit" | "name" | "pin":
            return details is None or getattr(details, wanted.change, None) == wanted.text
        case "part":
            return member.guardian is None
        case "forget":
            return details is None
    return False


def may_guard(child: Member, guardian: Member | None) -> bool:
    """One step only: whoever has a guardian is nobody's, and nobody's own or the same person twice."""
    if guardian is None or guardian.member == child.member:
        return False
    return guardian.guardian is None and guardian.merged_into is None and child.guardian != guardian.member


def told(known: Known, wanted: Wanted) -> tuple[f.Happening, ...] | Refused:
    """What the rows alone can hear; details are sealed by whoever has the keys."""
    if reasons := reasons_against(known, wanted):
        return Refused(reasons)
    member, because = known.member, wanted.because
    said: dict[str, Any] = {"why": because.why, "why_said": because.said}
    match wanted.change:
        case "block" if wanted.days:
            return (f.MemberSuspended(member.member, known.today + timedelta(days=wanted.days), **said),)
        case "block":
            return (f.MemberBlocked(member.member, **said),)
        case "lift":
            return tuple(lifted(known, said))
        case "lost" | "found" | "reissue" | "renew":
            return (of_card(known, wanted.change, said),)
        case "tier":
            tier: Any = wanted.tier
            return (f.TierSet(member.member, tier, **said),)
        case "family":
            assert wanted.guardian, "a reason against it otherwise"
            return (f.GuardianSet(member.member, wanted.guardian.member, **said),)
        case "part":
            return (f.GuardianSet(member.member, None, **said),)
        case "forget":
            return (f.MemberForgotten(member.member, **said),)
    return ()


def of_card(known: Known, change: Literal["lost", "found", "reissue", "renew"], said: dict[str, Any]) -> f.Happening:
    """A card that is found again, or lasts longer, keeps its version; a new one makes the old one void."""
    member, version, ends = known.member.member, known.member.card_version, known.member.card_expires_on
    match change:
        case "lost":
            return f.CardReportedLost(member, version, **said)
        case "found":
            return f.CardIssued(member, version, ends, **said)
        case "reissue":
            return f.CardIssued(member, version + 1, until(known), **said)
        case "renew":
            return f.CardIssued(member, version, renewed(known), **said)


def lifted(known: Known, said: dict[str, Any]) -> list[f.Happening]:
    """Everything that stops this member, at once."""
    member = known.member
    found: list[f.Happening] = [f.SuspensionLifted(member.member, s.suspension, **said) for s in known.paused]
    return [*found, f.MemberUnblocked(member.member, **said)] if member.blocked_why else found


def until(known: Known) -> date:
    """A new card ends when the old one did; of one that is over, the time begins anew."""
    ends = known.member.card_expires_on
    return ends if ends >= known.today else known.today + timedelta(days=CARD_DAYS)


def renewed(known: Known) -> date:
    """From the old end on, so that nobody loses the days that come early."""
    return max(known.member.card_expires_on, known.today) + timedelta(days=CARD_DAYS)


def taken_back(known: Known, fact: f.Fact) -> tuple[f.Happening, ...]:
    """What makes all as it was before this fact; nothing, where paper or a deleted key is already in the world."""
    was, member = known.member, known.member.member
    match fact.p:
        case f.MemberSuspended():
            return (f.SuspensionLifted(member, fact.id, UNDONE),)
        case f.MemberBlocked():
            back = f.MemberBlocked(member, was.blocked_why) if was.blocked_why else f.MemberUnblocked(member, UNDONE)
            return (back,)
        case f.MemberUnblocked() if was.blocked_why:
            return (f.MemberBlocked(member, was.blocked_why),)
        case f.SuspensionLifted(suspension=key):
            return tuple(f.MemberSuspended(member, s.until, s.why) for s in known.suspensions if s.suspension == key)
        case f.CardReportedLost():
            return (f.CardIssued(member, was.card_version, was.card_expires_on, UNDONE),)
        case f.CardIssued(version=version) if version == was.card_version:
            if was.card_lost_at:
                return (f.CardReportedLost(member, version, UNDONE),)
            return (f.CardIssued(member, version, was.card_expires_on, UNDONE),)
        case f.TierSet():
            return (f.TierSet(member, was.tier, UNDONE),)
        case f.GuardianSet():
            return (f.GuardianSet(member, was.guardian, UNDONE),)
    return ()


def tier_named(tier: str) -> Tier | None:
    return next((known for known in TIERS if known == tier), None)
