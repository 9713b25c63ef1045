"""Members: who may borrow, the card they show, and what stops them."""

from datetime import date, datetime
from typing import Annotated, Literal, get_args

from msgspec import Meta, Struct
from msgspec.structs import replace

from kiosk.domain.codes import SignedCard
from kiosk.domain.refusals import (
    CARD_EXPIRED,
    CARD_LOST,
    CARD_OLD,
    MEMBER_BLOCKED,
    MEMBER_SUSPENDED,
    Reason,
)

Tier = Literal["member", "retired", "model", "family", "partner", "team"]
TIERS: tuple[Tier, ...] = get_args(Tier)  # a card holds the place in this list: only ever append

NOTICE_VERSION = 1  # of resources/notices: what a member is told before joining
MESSAGES = "messages"  # the purpose of the consent to calls and messages

LookedUp = Meta(extra={"looked_up": True})


class Member(Struct, frozen=True):
    """A pseudonym and its rights; the person's details lie sealed elsewhere."""

    member: int
    number: Annotated[str, Meta(extra={"unique": True})]
    home_hall: int
    tier: Tier
    card_version: int
    card_expires_on: date
    card_lost_at: datetime | None = None
    blocked_why: str | None = None
    joined_on: date | None = None
    guardian: int | None = None  # the member whose child this is
    merged_into: int | None = None  # the same person, known by another number
    shown_at: datetime | None = None  # the whole name, to whoever is on duty under that number
    shown_to: str | None = None


class MemberDetails(Struct, frozen=True):
    """What names a person: travels and is kept in facts only sealed with the member's own key."""

    member: int
    name: str
    phone_hash: Annotated[str | None, LookedUp] = None
    pin_hash: str | None = None
    unit: str = ""  # where the member works
    born: int | None = None  # the year alone: no rule and no list needs the day


class Suspension(Struct, frozen=True):
    """No new loans until the day has passed; lifted by the clock or by staff."""

    suspension: str
    member: Annotated[int, LookedUp]
    until: date
    why: str  # the name of a sentence: overdue, staff
    lifted_why: str | None = None


class Consent(Struct, frozen=True):
    """What a member has agreed to, for one purpose."""

    consent: str  # "123456 care_mode"
    member: Annotated[int, LookedUp]
    purpose: str
    version: int
    given_at: datetime
    withdrawn_at: datetime | None = None


class Answer(Struct, frozen=True):
    """Told once, at the member's next scan anywhere."""

    answer: str
    member: Annotated[int, LookedUp]
    # hold_ready, hold_requeued, hold_expired, hold_cancelled_by_staff,
    # seat_confirmed, seat_waiting, seat_free, seat_lapsed, course_cancelled, session_moved, session_cancelled,
    # found_again, card_used, time_clash
    about: str
    title: int | None = None
    until: date | None = None
    closed_at: datetime | None = None
    course: int | None = None


def card_reasons(member: Member, card: SignedCard) -> tuple[Reason, ...]:
    """Why the bearer may not even be taken for the member."""
    if card.version != member.card_version:
        return (CARD_OLD.because(),)
    return (CARD_LOST.because(),) if member.card_lost_at else ()


def standing_reasons(member: Member, suspensions: tuple[Suspension, ...], today: date) -> tuple[Reason, ...]:
    """What stops every loan of this member, whatever the book."""
    found = []
    if member.card_expires_on < today:
        found.append(CARD_EXPIRED.because(expired_on=member.card_expires_on))
    if member.blocked_why:
        found.append(MEMBER_BLOCKED.because())
    if paused := [s for s in suspensions if s.lifted_why is None and s.until >= today]:
        last = max(paused, key=lambda s: s.until)
        days = (last.until - today).days + 1
        found.append(MEMBER_SUSPENDED.because(until=last.until, days=days, why={"word": f"suspended.{last.why}"}))
    return tuple(found)


def of_one_family(member: Member, others: tuple[Member, ...]) -> bool:
    """Guardian and children, or children of one guardian, may share a visit."""
    heads = {other.guardian or other.member for other in others}
    return (member.guardian or member.member) in heads


def with_card(member: Member, version: int, expires_on: date) -> Member:
    """A new card makes the old one void and ends its loss."""
    return replace(member, card_version=version, card_expires_on=expires_on, card_lost_at=None)
