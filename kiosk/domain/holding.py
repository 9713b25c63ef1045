"""Holding: the rules of waiting for a title: who may, what a member may change, and whom a free copy is kept for."""

from datetime import date, timedelta

from msgspec import Struct

from kiosk.domain.books import Copy, Title, lendable
from kiosk.domain.desk import Borrower, Desk, HallRules, OnDesk
from kiosk.domain.facts import (
    AnswerGiven,
    AnswerWithdrawn,
    Happening,
    HoldCancelled,
    HoldExpired,
    HoldPlaced,
    HoldRequeued,
    HoldResumed,
    HoldSuspended,
)
from kiosk.domain.halls import Calendar, Hall
from kiosk.domain.holds import Hold, keeper, position
from kiosk.domain.lending import Outcome, copy_reasons, readied
from kiosk.domain.members import Answer, standing_reasons
from kiosk.domain.policy import Policy
from kiosk.domain.refusals import (
    ALREADY_HELD,
    ALREADY_ON_LOAN,
    COPY_UNKNOWN,
    HOLD_LIMIT_REACHED,
    NO_HOLD_SHELF,
    NOTHING_TO_LEND,
    ON_SHELF_HERE,
    PICKUP_HALL_CLOSED,
    SUSPEND_DAY_NOT_FIT,
    Reason,
    Refused,
)


class Pickup(Struct, frozen=True):
    """Where the book will be fetched, and when it is open there."""

    hall: Hall
    calendar: Calendar


class Wanted(Struct, frozen=True):
    """A title somebody would like: all its copies, who waits for it, and where it is to be fetched."""

    title: Title
    copies: tuple[Copy, ...]
    holds: tuple[Hold, ...]
    pickup: Pickup
    copy: str | None = None  # this very copy; none: any


class HoldDesk(Struct, frozen=True):
    """All that a hold is judged by; `borrower` is empty while nobody has shown a card."""

    rules: HallRules
    today: date
    wanted: Wanted
    borrower: Borrower | None = None
    own: tuple[Hold, ...] = ()  # the open holds of the borrower, on any title


class Kept(Struct, frozen=True):
    """A hold that may be holding a copy: what becomes of both when the hold ends or the copy goes."""

    rules: HallRules
    today: date
    hold: Hold
    on_desk: OnDesk | None = None  # the copy that is kept for it
    answers: tuple[Answer, ...] = ()  # what the member has not been told yet


def policy_of(desk: HoldDesk) -> Policy:
    kind = desk.wanted.copies[0].kind if desk.wanted.copies else "book"
    return desk.rules.policy_for(desk.borrower.member, kind) if desk.borrower else desk.rules.policy("member", kind)


def place(desk: HoldDesk) -> Outcome:
    assert desk.borrower
    member, wanted = desk.borrower.member, desk.wanted
    standing = standing_reasons(member, desk.borrower.suspensions, desk.today)
    if reasons := standing + member_reasons(desk) + wanted_reasons(desk):
        return Refused(reasons)
    return (HoldPlaced(wanted.title.title, member.member, wanted.pickup.hall.hall, wanted.copy),)


def member_reasons(desk: HoldDesk) -> tuple[Reason, ...]:
    """What this member has already, of this title or of holds at all."""
    assert desk.borrower
    policy, title, reasons = policy_of(desk), desk.wanted.title.title, []
    if len(desk.own) >= policy.holds_max:
        named = {"word": f"policy.{policy.policy}"}
        reasons.append(HOLD_LIMIT_REACHED.because(taken=len(desk.own), most=policy.holds_max, policy=named))
    if held := next((h for h in desk.own if h.title == title), None):
        reasons.append(ALREADY_HELD.because(position=position(desk.wanted.holds, held.hold)))
    if lent := next((o for o in desk.borrower.loans if o.title.title == title), None):
        reasons.append(ALREADY_ON_LOAN.because(until=lent.loan.due_on))
    return tuple(reasons)


def wanted_reasons(desk: HoldDesk) -> tuple[Reason, ...]:
    """What no card could change: the copies, and the hall where the book is to be fetched."""
    return shelf_reasons(desk) + pickup_reasons(desk)


def shelf_reasons(desk: HoldDesk) -> tuple[Reason, ...]:
    wanted, here = desk.wanted, desk.rules.hall.hall
    copies = tuple(c for c in wanted.copies if wanted.copy in (None, c.copy))
    if wanted.copy and not copies:
        return (COPY_UNKNOWN.because(seen=wanted.copy),)
    if wanted.copy and (reasons := copy_reasons(Desk(desk.rules, desk.today, OnDesk(copies[0], wanted.title)))):
        return reasons
    if not any(lendable(c) for c in copies):
        return (NOTHING_TO_LEND.because(),)
    free = next((c for c in copies if c.hall == here and free_to_take(c, wanted.holds)), None)
    if free is None or policy_of(desk).hold_on_shelf:
        return ()
    return (ON_SHELF_HERE.because(shelf=free.shelf or {"word": "holds.open_shelf"}),)


def free_to_take(copy: Copy, holds: tuple[Hold, ...]) -> bool:
    return lendable(copy) and not copy.on_loan and keeper(holds, copy.copy) is None


def pickup_reasons(desk: HoldDesk) -> tuple[Reason, ...]:
    pickup, reasons = desk.wanted.pickup, []
    if pickup.hall.kind not in policy_of(desk).hold_shelf_kinds:
        reasons.append(NO_HOLD_SHELF.because(hall=pickup.hall.name))
    if not pickup.calendar.opens_again(desk.today):
        reasons.append(PICKUP_HALL_CLOSED.because(hall=pickup.hall.name))
    return tuple(reasons)


def cancel(kept: Kept, *, by_staff: bool = False, why: str = "", why_said: str = "") -> tuple[Happening, ...]:
    """What a member gives up alone needs no answer; what staff take away is told."""
    hold = kept.hold
    told = (AnswerGiven(hold.member, "hold_cancelled_by_staff", hold.title, kept.today),) if by_staff else ()
    return (HoldCancelled(hold.hold, hold.title, why, why_said), *unsaid(kept), *told, *passed_on(kept))


def suspend(kept: Kept, until: date, most_days: int) -> Outcome:
    """A book that stands ready goes to the next in line; the member's own place stays."""
    last = kept.today + timedelta(days=most_days)
    if not kept.today < until <= last:
        return Refused((SUSPEND_DAY_NOT_FIT.because(last=last),))
    return (HoldSuspended(kept.hold.hold, kept.hold.title, until), *unsaid(kept), *passed_on(kept))


def resume(hold: Hold) -> tuple[Happening, ...]:
    return (HoldResumed(hold.hold, hold.title),) if hold.suspended_until else ()


def lapse(kept: Kept) -> tuple[Happening, ...]:
    """What time or the copy's own fate makes of a ready hold; nothing, while all is well."""
    hold = kept.hold
    if hold.over(kept.rules.calendar, kept.today):
        told = AnswerGiven(hold.member, "hold_expired", hold.title, hold.ready_until)
        return (HoldExpired(hold.hold, hold.title), *unsaid(kept), told, *passed_on(kept))
    return requeue(kept) if hold.state == "ready" and gone(kept.on_desk) else ()


def requeue(kept: Kept) -> tuple[Happening, ...]:
    """The copy cannot be fetched after all: the hold waits again, at its old place."""
    return (HoldRequeued(kept.hold.hold, kept.hold.title, kept.hold.copy), *unsaid(kept))


def gone(on_desk: OnDesk | None) -> bool:
    return on_desk is None or on_desk.copy.on_loan or not lendable(on_desk.copy)


def unsaid(kept: Kept) -> tuple[AnswerWithdrawn, ...]:
    """That the book is ready is not told any more, where it has not been told yet."""
    stale = (a for a in kept.answers if a.about == "hold_ready" and a.title == kept.hold.title)
    return tuple(AnswerWithdrawn(a.member, a.answer) for a in stale) if kept.hold.state == "ready" else ()


def passed_on(kept: Kept) -> tuple[Happening, ...]:
    """A copy that is kept no longer is kept for the next in line, or goes back to its shelf."""
    if kept.hold.state != "ready" or kept.on_desk is None or gone(kept.on_desk):
        return ()
    others = tuple(h for h in kept.on_desk.holds if h.hold != kept.hold.hold)
    return readied(kept.rules, kept.today, OnDesk(kept.on_desk.copy, kept.on_desk.title, None, others))
