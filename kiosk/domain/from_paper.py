"""From paper: what was written down by hand while the machine was away is told with the time written there."""

import re
from datetime import UTC, date, datetime, timedelta, timezone

from msgspec import Struct
from msgspec.structs import replace

from kiosk.domain.desk import Desk
from kiosk.domain.facts import BookBorrowed, BookReturned
from kiosk.domain.lending import Outcome, due_day, found, lasting, loan_stops, paused, policy_of, readied
from kiosk.domain.loans import Loan
from kiosk.domain.refusals import (
    LOAN_NOT_OPEN,
    WRITTEN_AHEAD,
    WRITTEN_BEFORE_COPY,
    WRITTEN_BEFORE_LAST,
    Reason,
    Refused,
)

PAPER = "paper"
DAYS_BACK_MAX = 366


class Written(Struct, frozen=True):
    """A line of the sheet: the day and the time there, and what is known of the copy until now."""

    at: datetime
    day: date
    now: datetime
    last: Loan | None = None  # the copy's last loan, open or ended


def moment_of(day: date, minute: int, offset_min: int) -> datetime:
    zone = timezone(timedelta(minutes=offset_min))
    return datetime(day.year, day.month, day.day, minute // 60, minute % 60, tzinfo=zone).astimezone(UTC)


def minute_said(text: str) -> int | None:
    """14:05, 14.05, 1405, 905 and 9 are times of day."""
    found = re.fullmatch(r"(\d{1,2})[:：.时点 ]?(\d{2})?分?", text.strip())
    if found is None:
        return None
    hour, minute = int(found[1]), int(found[2] or 0)
    return hour * 60 + minute if hour < 24 and minute < 60 else None


def day_said(text: str, today: date) -> date | None:
    """1121, 11-21 and 11月21日; 21 alone is the last such day. Never a day that is still to come."""
    found = re.fullmatch(r"(?:(\d{1,2})[-./月 ]|(\d{2})(?=\d{2}))?(\d{1,2})[日号]?", text.strip())
    if found is None:
        return None
    days = (today - timedelta(days=n) for n in range(DAYS_BACK_MAX))
    named, day = found[1] or found[2], int(found[3])
    return next((d for d in days if d.day == day and named in (None, f"{d:%m}", str(d.month))), None)


def time_reasons(desk: Desk, written: Written) -> tuple[Reason, ...]:
    """A line that cannot be as it was written: it is still to come, or the copy's story contradicts it."""
    reasons, copy, last = [], desk.on_desk.copy, written.last
    if written.at > written.now:
        reasons.append(WRITTEN_AHEAD.because())
    if copy.added_at and written.at < copy.added_at:
        reasons.append(WRITTEN_BEFORE_COPY.because(since=local_day(desk, copy.added_at)))
    moved = (last.ended_at or last.borrowed_at) if last and last.ended != "undone" else None
    if moved and written.at < moved:
        reasons.append(WRITTEN_BEFORE_LAST.because(since=local_day(desk, moved)))
    return tuple(reasons)


def local_day(desk: Desk, at: datetime) -> date:
    return at.astimezone(timezone(timedelta(minutes=desk.rules.hall.utc_offset_min))).date()


def lent_then(desk: Desk, written: Written, *, lifts: bool) -> Outcome:
    """It has happened: what policy says of it is kept with it, where whoever tells it may let that pass."""
    assert desk.borrower
    then = replace(desk, today=written.day)
    stops, timely = loan_stops(then), time_reasons(desk, written)
    if timely or any(reason.severity != "staff" or not lifts for reason in stops):
        return Refused(timely + stops)
    member, policy, copy = desk.borrower.member, policy_of(then), desk.on_desk.copy
    due = due_day(desk.rules, policy, written.day, lasting(member, written.day))
    loan = BookBorrowed(
        copy.copy,
        member.member,
        desk.rules.hall.hall,
        due.on,
        policy.policy,
        due.moved_by,
        written.at,
        PAPER,
        lifted=tuple(reason.code for reason in stops),
    )
    return (*found(desk.on_desk), loan)


def returned_then(desk: Desk, written: Written) -> Outcome:
    """Late or not is judged by the day on the paper; who waits for the copy is asked today."""
    if desk.on_desk.loan is None:
        return Refused((LOAN_NOT_OPEN.because(),))
    if reasons := time_reasons(desk, written):
        return Refused(reasons)
    back = BookReturned(desk.on_desk.copy.copy, desk.rules.hall.hall, written.at)
    late = paused(replace(desk, today=written.day))
    return (back, *readied(desk.rules, desk.today, desk.on_desk), *late)
