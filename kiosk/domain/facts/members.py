"""Facts of members, their cards, consents and answers."""

from datetime import date

from msgspec import Struct

from kiosk.domain.members import Member, Tier


class MemberAdded(Struct, frozen=True, tag=True, omit_defaults=True):
    member: Member


class VisitorAdmitted(Struct, frozen=True, tag=True, omit_defaults=True):
    """A card of another hall was shown here for the first time; its signature is all that is known."""

    member: Member


class MemberForgotten(Struct, frozen=True, tag=True, omit_defaults=True):
    """The member's key is destroyed, and with it who the member was; the pseudonym stays."""

    member: int
    why: str = ""
    why_said: str = ""


class MemberShown(Struct, frozen=True, tag=True, omit_defaults=True):
    """Somebody on duty asked for the whole name; who it was is the fact's actor."""

    member: int


class TierSet(Struct, frozen=True, tag=True, omit_defaults=True):
    member: int
    tier: Tier
    why: str = ""
    why_said: str = ""


class GuardianSet(Struct, frozen=True, tag=True, omit_defaults=True):
    """A family card: from now on it may join the visit of that member; none: it stands alone again."""

    member: int
    guardian: int | None
    why: str = ""
    why_said: str = ""


class MembersMerged(Struct, frozen=True, tag=True, omit_defaults=True):
    """Two numbers are one person: whatever is told of `member` is meant of `into`."""

    member: int
    into: int
    why: str = ""
    why_said: str = ""


class MembersParted(Struct, frozen=True, tag=True, omit_defaults=True):
    """They were two people after all."""

    member: int
    why: str = ""


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
    course: int | None = None


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
    about: str = ""  # what of it is new: name, unit, pin; nothing: all of it
    why: str = ""
    why_said: str = ""


class MemberBlocked(Struct, frozen=True, tag=True, omit_defaults=True):
    member: int
    why: str
    why_said: str = ""


class MemberUnblocked(Struct, frozen=True, tag=True, omit_defaults=True):
    member: int
    why: str
    why_said: str = ""


class CardIssued(Struct, frozen=True, tag=True, omit_defaults=True):
    member: int
    version: int
    expires_on: date
    why: str = ""
    why_said: str = ""


class CardReportedLost(Struct, frozen=True, tag=True, omit_defaults=True):
    member: int
    version: int
    why: str = ""
    why_said: str = ""


class MemberSuspended(Struct, frozen=True, tag=True, omit_defaults=True):
    member: int
    until: date
    why: str
    why_said: str = ""


class SuspensionLifted(Struct, frozen=True, tag=True, omit_defaults=True):
    member: int
    suspension: str
    why: str
    why_said: str = ""


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
    | MemberShown
    | TierSet
    | GuardianSet
    | MembersMerged
    | MembersParted
    | ConsentGiven
    | ConsentWithdrawn
    | AnswerGiven
    | AnswerTold
    | AnswerWithdrawn
)
