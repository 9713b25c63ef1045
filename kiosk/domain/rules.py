"""Rules: which numbers of a policy row a hall may write anew, and whom a change would meet."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from kiosk.domain.desk import HallRules
from kiosk.domain.facts import PolicySet
from kiosk.domain.holds import Hold
from kiosk.domain.loans import Loan
from kiosk.domain.members import Member
from kiosk.domain.policy import Policy
from kiosk.domain.refusals import ALREADY_SO, RULE_FIELD_UNKNOWN, RULE_NOT_IN_RANGE, RULE_WHY_MISSING, Reason, Refused

WHYS = ("asked_for", "from_above", "trial", "mistake", "other")
WHY_SAID_MAX = 40  # characters of the one line that 其他 opens
YES_NO = {"yes": True, "no": False}
NONE = "-"  # a limit that is switched off
# Of each blank the least and the most that a hall can mean by it.
BLANKS: dict[str, tuple[int, int]] = {
    "loans_max": (0, 200),
    "loan_days": (1, 365),
    "renewals_max": (0, 20),
    "kind_loans_max": (0, 200),
    "roaming_loans_max": (0, 200),
    "overdue_block_days": (0, 365),
    "suspension_days": (0, 30),
    "suspension_days_max": (0, 365),
    "holds_max": (0, 50),
    "hold_pickup_days": (1, 30),
    "hold_suspend_days": (1, 365),
    "hold_suspend_days_max": (1, 365),
    "courses_max": (1, 30),
    "withdraw_until_h": (0, 720),
    "confirm_h": (1, 720),
    "no_shows_max": (0, 99),
    "no_show_days": (1, 365),
    "no_show_pause_days": (1, 365),
    "opens_early_min": (0, 240),
    "late_after_min": (0, 240),
    "closes_after_min": (0, 480),
    "standby_release_min": (0, 240),
    "leaves_early_min": (0, 240),
    "session_close_min": (0, 1440),
    "re_entry_min": (0, 60),
    "hour_min": (10, 120),
    "hour_grace_min": (0, 60),
    "after_work_h": (0, 23),
    "certificate_share_pct": (1, 100),
    "lease_h": (1, 720),
    "lease_numbers": (1, 10_000),
}
SWITCHES = ("hold_on_shelf", "certificate_pin")
MAY_BE_OFF = ("kind_loans_max",)
Lookup = Callable[[Member, str], Policy]  # the row that decides for a member and a kind of thing


class Change(Struct, frozen=True):
    """One blank as it stood, and as it stands now."""

    field: str
    before: Any
    after: Any


class Standing(Struct, frozen=True):
    """A member of whom something is open: books with their kinds, holds, and seats in the fullest term."""

    member: Member
    loans: tuple[tuple[Loan, str], ...] = ()
    holds: tuple[Hold, ...] = ()
    seats: int = 0


class Met(Struct, frozen=True):
    """So many people or things that a change meets, by the name of a sentence."""

    what: str
    count: int


def written(policy: Policy, field: str, text: str) -> Policy | Refused:
    """One blank filled in as somebody says it; what no hall can mean is refused."""
    if field in SWITCHES and text in YES_NO:
        return replace(policy, **{field: YES_NO[text]})
    if field in MAY_BE_OFF and text == NONE:
        return replace(policy, **{field: None})
    if field not in BLANKS:
        return Refused((RULE_FIELD_UNKNOWN.because(field=field),))
    least, most = BLANKS[field]
    number = int(text) if text.isascii() and text.isdigit() and len(text) <= len(str(most)) else -1
    if not least <= number <= most:
        return Refused((RULE_NOT_IN_RANGE.because(field={"word": f"rules.{field}"}, least=least, most=most),))
    return replace(policy, **{field: number})


def filled(policy: Policy, blanks: tuple[tuple[str, str], ...]) -> Policy | Refused:
    """Several blanks at once; every one that does not fit is named."""
    reasons: tuple[Reason, ...] = ()
    for field, text in blanks:
        row = written(policy, field, text)
        reasons, policy = (reasons + row.reasons, policy) if isinstance(row, Refused) else (reasons, row)
    return Refused(reasons) if reasons else policy


def changes(before: Policy | None, after: Policy) -> tuple[Change, ...]:
    """What is otherwise; a row that is new differs from nothing."""
    if before is None:
        return ()
    fields = (*BLANKS, *SWITCHES)
    pairs = ((field, getattr(before, field), getattr(after, field)) for field in fields)
    return tuple(Change(field, old, new) for field, old, new in pairs if old != new)


def decide(before: Policy | None, after: Policy, why: str, why_said: str = "") -> tuple[PolicySet, ...] | Refused:
    reasons = why_reasons(why, why_said)
    if before == after:
        reasons += (ALREADY_SO.because(),)
    return Refused(reasons) if reasons else (PolicySet(after, why, why_said),)


def why_reasons(why: str, why_said: str) -> tuple[Reason, ...]:
    """A reason is always chosen; 其他 takes one line that says which."""
    said = 0 < len(why_said.strip()) <= WHY_SAID_MAX if why == "other" else not why_said
    return () if why in WHYS and said else (RULE_WHY_MISSING.because(most=WHY_SAID_MAX),)


def with_row(rules: HallRules, row: Policy) -> HallRules:
    others = tuple(p for p in rules.policies if p.policy != row.policy)
    return replace(rules, policies=(*others, row))


def met(rules: HallRules, row: Policy, standing: tuple[Standing, ...], today: date) -> tuple[Met, ...]:
    """Whom the row would meet, each number by itself; nothing that was promised is taken back."""
    now, then = looked_up(rules), looked_up(with_row(rules, row))
    counts = {
        "members_over": sum(over(then, s) and not over(now, s) for s in standing),
        "loans_keep_day": sum(differs(now, then, s, kind, "loan_days") for s in standing for _, kind in s.loans),
        "loans_renewed_out": sum(
            renewed_out(then, s, loan, kind) and not renewed_out(now, s, loan, kind)
            for s in standing
            for loan, kind in s.loans
        ),
        "members_stopped": sum(stopped(then, s, today) and not stopped(now, s, today) for s in standing),
        "members_let": sum(stopped(now, s, today) and not stopped(then, s, today) for s in standing),
        "members_over_holds": sum(over_holds(then, s) and not over_holds(now, s) for s in standing),
        "holds_keep_day": sum(
            hold.state == "ready" for s in standing if pickup(then, s) != pickup(now, s) for hold in s.holds
        ),
        "members_over_seats": sum(s.seats > term(then, s) and s.seats <= term(now, s) for s in standing),
    }
    return tuple(Met(what, count) for what, count in counts.items() if count)


def looked_up(rules: HallRules) -> Lookup:
    """Thousands of loans fall under a few rows: each kind of member and of thing is decided once."""
    found: dict[tuple[str, bool, str], Policy] = {}

    def of(member: Member, kind: str) -> Policy:
        key = (member.tier, member.home_hall == rules.hall.hall, kind)
        if key not in found:
            found[key] = rules.policy_for(member, kind)
        return found[key]

    return of


def over(of: Lookup, s: Standing) -> bool:
    """More books at home than the row that decides for them allows now."""
    kinds = [kind for _, kind in s.loans]
    if any(len(kinds) > of(s.member, kind).loans_max for kind in ("book", *kinds)):
        return True
    most = ((kind, of(s.member, kind).kind_loans_max) for kind in set(kinds))
    return any(limit is not None and kinds.count(kind) > limit for kind, limit in most)


def differs(before: Lookup, after: Lookup, s: Standing, kind: str, field: str) -> bool:
    return bool(getattr(before(s.member, kind), field) != getattr(after(s.member, kind), field))


def renewed_out(of: Lookup, s: Standing, loan: Loan, kind: str) -> bool:
    return loan.renewals >= of(s.member, kind).renewals_max


def stopped(of: Lookup, s: Standing, today: date) -> bool:
    grace = timedelta(days=of(s.member, "book").overdue_block_days)
    return any(loan.due_on + grace < today for loan, _ in s.loans)


def over_holds(of: Lookup, s: Standing) -> bool:
    return len(s.holds) > of(s.member, "book").holds_max


def pickup(of: Lookup, s: Standing) -> int:
    return of(s.member, "book").hold_pickup_days


def term(of: Lookup, s: Standing) -> int:
    return of(s.member, "book").courses_max
