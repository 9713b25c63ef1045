"""Cases: what was told at two places and does not fit together; a person decides it, in one of a few ways."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Annotated, Literal

from msgspec import Meta, Struct

from kiosk.domain.refusals import (
    ANSWER_NOT_THERE,
    CASE_NOT_OPEN,
    CASE_NOT_SETTLED,
    CASE_UNKNOWN,
    TEXT_TOO_LONG,
    Reason,
)

CaseKind = Literal[
    "lent_twice",  # one copy with two people
    "order_uncertain",  # the same, and no clock tells who came later
    "lost_but_lent",  # lost, missing or withdrawn for one, in somebody's hands for the other
    "lent_while_suspended",
    "rule_broken",  # lent although it was known that it may not be
    "blocked_card_used",
    "over_limit",
    "over_booked",  # more people have a confirmed seat than there are
    "printed_after_revoked",
    "details_twice",
    "clock_wrong",
    "set_aside",  # a device whose word is kept and not believed
    "gap",  # a device whose story lacks a part, for longer than a day
    "earned_otherwise",  # attendance was changed after a certificate was issued, and is not enough any more
]
CaseState = Literal["open", "settled", "closed"]  # closed: the reason is gone
# What may be answered; the first is what is proposed.
ANSWERS: dict[CaseKind, tuple[str, ...]] = {
    "lent_twice": ("later_has_it", "earlier_has_it", "on_shelf"),
    "order_uncertain": ("on_shelf", "later_has_it", "earlier_has_it"),
    "lost_but_lent": ("in_stock", "out_of_stock"),
    "lent_while_suspended": ("stands", "lift"),
    "rule_broken": ("stands", "lift"),
    "blocked_card_used": ("not_theirs", "theirs", "came_back"),
    "over_limit": ("stands",),
    "over_booked": ("stands",),
    "printed_after_revoked": ("collected", "out_there"),
    "details_twice": ("newer", "earlier"),
    "clock_wrong": ("mended",),
    "set_aside": ("looked_after",),
    "gap": ("looked_after",),
    "earned_otherwise": ("stands",),
}
NOTE_MAX = 200
KEY_DIGITS = 12
WEEKS_SHOWN = 8


class Evidence(Struct, frozen=True):
    """One of the facts that do not fit together: what, when, where and with whom, by pseudonym."""

    fact: str
    what: str
    at: datetime
    latest: datetime  # of a doubtful clock: it happened at this time or before
    device: str
    hall: int
    member: int | None = None


class Case(Struct, frozen=True):
    """A story for a librarian, with what is proposed and what was decided."""

    key: str  # made of the kind and the evidence
    hall: Annotated[int, Meta(extra={"looked_up": True})]
    kind: CaseKind
    subject: Annotated[str, Meta(extra={"looked_up": True})]
    opened_at: datetime
    evidence: tuple[Evidence, ...]
    proposed: str
    state: Annotated[CaseState, Meta(extra={"open_while": "state = 'open'"})] = "open"
    closed_at: datetime | None = None
    answer: str = ""
    note: str = ""
    decided_by: str = ""
    decided_at: datetime | None = None
    done: tuple[str, ...] = ()  # the facts by which the hub carried the answer out
    why: str = ""  # the name of a sentence: why it could not, or could not be taken back

    @property
    def open(self) -> bool:
        return self.state == "open"


def case_key(kind: CaseKind, *evidence: str) -> str:
    """The same story told again is the same case."""
    from hashlib import sha256  # where a case is found, so that no start waits for OpenSSL

    return f"{kind}-{sha256(' '.join(evidence).encode()).hexdigest()[:KEY_DIGITS]}"


def over_at(case: Case) -> datetime | None:
    """Since when nobody has to look at it any more."""
    return None if case.open else case.decided_at if case.state == "settled" else case.closed_at


def weekly(cases: Iterable[Case], now: datetime) -> dict[str, int]:
    """How many were open at the end of each of the last weeks; the last one goes up to now."""
    known = [(case.opened_at, over_at(case)) for case in cases]
    ends = [now - timedelta(weeks=n) for n in reversed(range(WEEKS_SHOWN))]
    return {
        f"{end.isocalendar().year}-W{end.isocalendar().week:02}": sum(
            opened <= end and (over is None or over > end) for opened, over in known
        )
        for end in ends
    }


def answer_reasons(case: Case | None, answer: str, note: str) -> tuple[Reason, ...]:
    """Everything that keeps this answer from being given."""
    if case is None:
        return (CASE_UNKNOWN.because(),)
    reasons: tuple[Reason, ...] = () if case.open else (CASE_NOT_OPEN.because(),)
    if answer not in ANSWERS[case.kind]:
        reasons += (ANSWER_NOT_THERE.because(answer=answer, answers="、".join(ANSWERS[case.kind])),)
    return reasons + note_reasons(note)


def reopen_reasons(case: Case | None, note: str) -> tuple[Reason, ...]:
    if case is None:
        return (CASE_UNKNOWN.because(),)
    return (() if case.state == "settled" else (CASE_NOT_SETTLED.because(),)) + note_reasons(note)


def note_reasons(note: str) -> tuple[Reason, ...]:
    return (TEXT_TOO_LONG.because(length=len(note), most=NOTE_MAX),) if len(note) > NOTE_MAX else ()
