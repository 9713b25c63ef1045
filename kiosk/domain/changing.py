"""Changing: a session moves or does not take place, and all who have a seat are told."""

from datetime import date, datetime

from kiosk.domain.classes import Session
from kiosk.domain.enrolments import Enrolment, is_confirmed
from kiosk.domain.facts import AnswerGiven, Happening, SessionCancelled, SessionMoved


def move(
    session: Session, seats: tuple[Enrolment, ...], to: tuple[datetime, date], *, room: str = "", why: str = ""
) -> tuple[Happening, ...]:
    """`to`: the new beginning, and its day in the hall."""
    ends_at = to[0] + (session.ends_at - session.starts_at)
    moved = SessionMoved(session.session, to[0], ends_at, room or session.room, why)
    return (moved, *told(seats, "session_moved", to[1]))


def call_off(session: Session, seats: tuple[Enrolment, ...], day: date, why: str) -> tuple[Happening, ...]:
    return (SessionCancelled(session.session, why), *told(seats, "session_cancelled", day))


def told(seats: tuple[Enrolment, ...], about: str, day: date) -> tuple[AnswerGiven, ...]:
    return tuple(AnswerGiven(e.member, about, until=day, course=e.course) for e in seats if is_confirmed(e))
