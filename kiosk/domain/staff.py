"""Staff: who works here, and what their role may do."""

from datetime import date, datetime
from typing import Annotated, Literal, get_args

from msgspec import Meta, Struct
from msgspec.structs import replace

from kiosk.domain.codes import SignedCard
from kiosk.domain.refusals import CARD_EXPIRED, CARD_LOST, CARD_OLD, Reason

Role = Literal["volunteer", "librarian", "organiser", "manager", "technician", "city"]
ROLES: tuple[Role, ...] = get_args(Role)  # a card holds the place in this list: only ever append


Action = Literal[
    "lend",
    "return",
    "override",
    "members",
    "holds_shelf",
    "stocktake",
    "build_up",
    "copies",
    "import",
    "labels",
    "check_in",
    "courier",
    "cases",
    "courses",
    "attendance",
    "certificates",
    "staff",
    "devices",
    "policy",
    "device",
    "reports",
    "chores",
    "practise",
]
VOLUNTEER: tuple[Action, ...] = (
    "lend",
    "return",
    "holds_shelf",
    "stocktake",
    "build_up",
    "check_in",
    "courier",
    "chores",
    "practise",
)
ORGANISER: tuple[Action, ...] = ("courses", "attendance", "certificates", "check_in", "practise")
LIBRARIAN: tuple[Action, ...] = (*VOLUNTEER, "copies", "import", "labels", "override", "members", "cases")
MAY: dict[Role, tuple[Action, ...]] = {
    "volunteer": VOLUNTEER,
    "librarian": LIBRARIAN,
    "organiser": ORGANISER,
    "manager": (*LIBRARIAN, *ORGANISER[:3], "staff", "devices", "policy", "device", "reports"),
    "technician": ("device", "courier"),  # never personal data
    "city": ("reports", "policy"),
}


def may(role: Role, action: Action) -> bool:
    return action in MAY[role]


class Staff(Struct, frozen=True):
    staff: int
    number: Annotated[str, Meta(extra={"unique": True})]
    name: str  # in the rows empty: it lies sealed beside
    role: Role
    home_hall: int
    card_version: int
    card_expires_on: date
    card_lost_at: datetime | None = None
    pin_hash: str | None = None


class StaffDetails(Struct, frozen=True):
    """What names a colleague: travels and is kept in facts only sealed with a key of their own."""

    staff: int
    name: str
    pin_hash: str | None = None


def nameless(staff: Staff) -> Staff:
    return replace(staff, name="", pin_hash=None)


def named(staff: Staff, details: StaffDetails | None) -> Staff:
    """Facts of earlier releases told the name openly; what lies sealed beside them counts more."""
    return replace(staff, name=details.name, pin_hash=details.pin_hash) if details else staff


def with_lost_card(staff: Staff | None, version: int, at: datetime) -> Staff | None:
    """What is said of an older card, or of nobody we know, changes nothing."""
    return replace(staff, card_lost_at=at) if staff and staff.card_version == version else staff


def with_new_card(staff: Staff | None, version: int, expires_on: date) -> Staff | None:
    if staff is None:
        return None
    return replace(staff, card_version=version, card_expires_on=expires_on, card_lost_at=None)


def until(staff: Staff | None, last_on: date) -> Staff | None:
    """Nobody's card lasts longer than the work; what was done under it stays."""
    return replace(staff, card_expires_on=min(staff.card_expires_on, last_on)) if staff else None


def staff_reasons(staff: Staff, card: SignedCard, today: date) -> tuple[Reason, ...]:
    """Why this card opens no staff mode."""
    reasons = [CARD_OLD.because()] if card.version != staff.card_version else []
    if staff.card_lost_at:
        reasons.append(CARD_LOST.because())
    if staff.card_expires_on < today:
        reasons.append(CARD_EXPIRED.because(expired_on=staff.card_expires_on))
    return tuple(reasons)
