"""Which member and which copy of a demo can show what, read from its rows as they are now."""

from datetime import date

from msgspec import Struct

from kiosk.domain.books import Copy
from kiosk.domain.desk import Borrower, HallRules
from kiosk.domain.lending import loan_reasons
from kiosk.domain.members import Member, standing_reasons
from kiosk.domain.refusals import OVERDUE
from kiosk.domain.staff import Staff
from kiosk.storage import queries
from kiosk.storage.database import Connection

COMMON_HAN = range(0x4E00, 0x9FA6)  # in every font; rarer ones lie beyond


class Listed(Struct, frozen=True):
    number: str
    state: str


def listed(db: Connection, hall: int, today: date) -> tuple[list[Listed], list[Listed], list[dict[str, str]]]:
    rules = queries.hall_rules(db, hall)
    borrowers = [queries.borrower(db, m) for m in queries.rows(db, Member, "order by number")]
    members = [
        Listed(who.member.number, member_state(rules, who, today))
        for who in sorted(borrowers, key=lambda who: (who.member.tier == "team", len(who.loans)))  # who may most first
    ]
    strangers = [
        Listed(number, "other_hall") for (number,) in db.execute("select number from sample_cards order by number")
    ]
    held = {copy for (copy,) in db.execute("select copy from holds where state = 'ready'")}
    copies = [Listed(c.copy, copy_state(c, held)) for c in queries.rows(db, Copy, "where hall = ? order by copy", hall)]
    staff = [{"number": s.number, "role": s.role} for s in queries.rows(db, Staff, "order by number")]
    return members + strangers, [c for c in copies if c.state != "reading_room_only"], staff


def member_state(rules: HallRules, who: Borrower, today: date) -> str:
    """The first that fits: a state is what stops the member, and nothing else does."""
    if who.member.card_lost_at:
        return "card_lost"
    policy = rules.policy(who.member.tier, "book")
    standing = {r.code for r in standing_reasons(who.member, who.suspensions, today)}
    if standing:
        return {"L-03": "expired", "L-04": "blocked"}.get(min(standing), "suspended")
    reasons = {r.code for r in loan_reasons(who, policy, today, "book")}
    if reasons:
        return "overdue" if OVERDUE.code in reasons else "at_limit"
    return "rare_name" if has_rare(who.name) else "good"


def has_rare(name: str) -> bool:
    return any(ord(c) not in COMMON_HAN and c != "·" for c in name)


def copy_state(copy: Copy, held: set[str]) -> str:
    if copy.condition in ("lost", "missing"):
        return "lost"
    if copy.condition != "good":
        return copy.condition
    if copy.sent_to is not None or copy.adrift:
        return "adrift" if copy.adrift else "travelling"
    if copy.on_loan:
        return "on_loan"
    if copy.copy in held:
        return "held"
    return "here" if copy.kind != "reference" else "reading_room_only"
