"""Settling: what staff say of one member at one session, and the fact that follows; a reason says the result."""

from datetime import datetime
from typing import Literal, get_args

from msgspec import Struct

from kiosk.domain.attendance import Attendance
from kiosk.domain.classes import Session, minutes_between
from kiosk.domain.facts import AttendanceCorrected, AttendanceEntered, Happening
from kiosk.domain.facts.classes import Settled

Why = Literal["no_card", "came_late", "asked_off", "not_there"]
WHYS: tuple[Why, ...] = get_args(Why)
RESULTS: dict[Why, Settled] = {
    "no_card": "present",
    "came_late": "late",
    "asked_off": "excused",
    "not_there": "absent",
}
EXIT_MISSED, MINUTES = "exit_missed", "minutes"  # reasons that are not chosen: the touch says them


class Presence(Struct, frozen=True):
    """One member at one session, as it stands now."""

    session: Session
    member: int
    attendance: Attendance | None
    now: datetime | None  # none: nobody knows the time


def settled(presence: Presence, why: Why) -> Happening:
    """While the evening lasts, whoever is there is entered, and leaves by a scan like the others."""
    session, row, result = presence.session, presence.attendance, RESULTS[why]
    here = result in ("present", "late")
    lasts = session.state == "planned" and presence.now is not None and presence.now < session.ends_at
    if here and lasts and not (row and row.came):
        return AttendanceEntered(session.session, presence.member, "staff", late=result == "late")
    minutes = minutes_of(presence) if here else 0
    return AttendanceCorrected(session.session, presence.member, result, minutes, why)


def minutes_of(presence: Presence) -> int:
    """What is known stands; who is in the room, or was seen by staff alone, is taken to stay to the end."""
    session, row = presence.session, presence.attendance
    if row and row.came and not row.inside:
        return row.minutes
    begin = max(row.came_at, session.starts_at) if row and row.came_at else session.starts_at
    return max(minutes_between(begin, session.ends_at), 0)


def exits_settled(session: Session, rows: tuple[Attendance, ...]) -> tuple[AttendanceCorrected, ...]:
    """A missing exit costs nothing: the minutes that were counted stand."""
    return tuple(
        AttendanceCorrected(session.session, row.member, "late" if row.late else "present", row.minutes, EXIT_MISSED)
        for row in rows
        if row.result == "unsettled"
    )


def minutes_changed(presence: Presence, by: int) -> tuple[AttendanceCorrected, ...]:
    """Only of a stay that is over; never below nothing, never above the whole evening."""
    row, session = presence.attendance, presence.session
    if row is None or not row.came or row.inside or row.result in ("", "standby", "excused", "absent"):
        return ()
    minutes = min(max(row.minutes + by, 0), session.length_min)
    result: Settled = "left_early" if row.result == "left_early" else "late" if row.late else "present"
    return (
        (AttendanceCorrected(session.session, row.member, result, minutes, MINUTES),) if minutes != row.minutes else ()
    )
