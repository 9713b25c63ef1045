"""Policy: the numbers that a hall may change, each row with the scope in which it holds."""

from msgspec import Struct

from kiosk.domain.halls import HallKind
from kiosk.domain.members import Tier

# Limits of the machine, not of the hall.
IDLE_TIMEOUT_S = 60
IDLE_WARNING_S = 15
CARE_IDLE_TIMEOUT_S = 120
CARE_IDLE_WARNING_S = 30
STAFF_IDLE_TIMEOUT_S = 180
CLEANING_S = 60  # a screen is wiped in this time
SAME_SCAN_S = 2.0
NOTICE_TURN_S = 12  # a passer-by reads a notice in this time
PIN_TRIES_MAX = 5
PIN_LOCK_S = 300
PIN_DIGITS_MAX = 12
VISIT_ROWS_MAX = 60
WAITING_COPIES_MAX = 20
RECORD_LOANS_MAX = 200
RECORD_HOLDS_MAX = 50
QUEUE_MAX = 20_000  # who waits for one title; more than all members of a hall
HOLDS_LISTED_MAX = 500
HOLDS_A_STEP = 20  # looked after at one time, so that nobody waits for it
PROGRAMME_ROWS_MAX = 60
PROGRAMME_DAYS = 14  # how far ahead the programme looks
SESSIONS_MAX = 400  # of one series
CERTIFICATES_LISTED_MAX = 200  # of one member
CERTIFICATES_A_BATCH_MAX = 2000
RATING_FACES = 5
RATING_LINE_MAX = 60
RATING_DAYS = 60  # afterwards nobody is asked any more


class Policy(Struct, frozen=True):
    """Scope fields left empty hold for all; the narrowest row that fits decides alone."""

    policy: str  # its name, shown to members and librarians
    hall_kind: HallKind | None = None
    tier: Tier | None = None
    item_kind: str | None = None
    loans_max: int = 5
    loan_days: int = 30
    renewals_max: int = 2
    holds_max: int = 3
    hold_pickup_days: int = 3
    hold_on_shelf: bool = False  # also a title of which a copy stands here for the taking
    hold_suspend_days: int = 30  # when the member names no day
    hold_suspend_days_max: int = 90
    hold_shelf_kinds: tuple[HallKind, ...] = ("palace", "reading_room", "station", "cabinet", "home")
    overdue_block_days: int = 0  # a loan late by more than this stops new loans
    kind_loans_max: int | None = None  # of this item kind at one time
    roaming_loans_max: int = 2  # for a member of another hall
    suspension_days: int = 1  # for each day late, when the hall suspends
    suspension_days_max: int = 30
    courses_max: int = 3  # of one term, for one member
    withdraw_until_h: int = 24  # before the next session
    lease_h: int = 72  # so long after it was last heard a kiosk may give away the seats that the centre left to it
    lease_numbers: int = 200  # of copies and of certificates, that a kiosk has in hand
    confirm_h: int = 48  # from the telling, for a seat that has become free
    no_shows_max: int = 3
    no_show_days: int = 90  # in which they count
    no_show_pause_days: int = 30
    opens_early_min: int = 30
    late_after_min: int = 10
    closes_after_min: int = 45  # after the beginning nobody enters any more
    standby_release_min: int = 10
    leaves_early_min: int = 15
    session_close_min: int = 60  # after the end the session closes by itself
    re_entry_min: int = 5  # a second scan so soon is the same event
    hour_min: int = 45  # minutes of one hour of learning
    hour_grace_min: int = 5  # so many missing cost nothing
    after_work_h: int = 17  # the programme after work begins at this hour
    certificate_share_pct: int = 80  # of a course's evenings, where the course asks for nothing else
    visit_apart_min: int = 60  # what somebody does within so many minutes belongs to one visit
    certificate_pin: bool = True  # printing one at the kiosk asks for the PIN


DEFAULT = Policy(policy="default")


def deciding(policies: tuple[Policy, ...], hall_kind: str, tier: str, item_kind: str) -> Policy:
    """Item kind weighs more than tier, tier more than hall kind; without any row, the default."""
    fitting = (p for p in policies if fits(p, hall_kind, tier, item_kind))
    return max(fitting, key=narrowness, default=DEFAULT)


def fits(p: Policy, hall_kind: str, tier: str, item_kind: str) -> bool:
    return p.hall_kind in (None, hall_kind) and p.tier in (None, tier) and p.item_kind in (None, item_kind)


def narrowness(p: Policy) -> tuple[bool, bool, bool, str]:
    """The name comes last, so that two rows of one scope are still judged in one order everywhere."""
    return (p.item_kind is not None, p.tier is not None, p.hall_kind is not None, p.policy)
