"""Clashing: a member who has seats in two classes at one time, given at kiosks that did not know, is told of it."""

from datetime import datetime

from sqlalchemy import select

from kiosk.domain.classes import Session
from kiosk.domain.enrolments import Enrolment
from kiosk.domain.facts import AnswerGiven, Fact, SeatConfirmed
from kiosk.hub.rows import HallRows
from kiosk.hub.tables import events, pages, table_of
from kiosk.hub.turn import Turn
from kiosk.storage.tables import TABLES


def review(turn: Turn, now: datetime) -> None:
    """Both seats stand; a kiosk that knew of the other one has said so on its screen."""
    for step in list(turn.steps):
        fact = step.heard.fact
        if isinstance(fact.p, SeatConfirmed):
            rows = turn.rows[step.hall]
            others = [seat for seat in seats(rows, fact.p) if clash(rows, fact.p.course, seat.course, now)]
            if any(not knew(turn, step.hall, fact, seat) for seat in others):
                turn.author(step.hall, AnswerGiven(fact.p.member, "time_clash", course=fact.p.course), now)


def seats(rows: HallRows, p: SeatConfirmed) -> list[Enrolment]:
    """What else this member has in the same hall."""
    rows.take(Enrolment, table_of(Enrolment).c.member == p.member)
    known = (row for row in rows.known.values() if isinstance(row, Enrolment) and row.member == p.member)
    return [row for row in known if row.state == "confirmed" and row.course != p.course]


def clash(rows: HallRows, course: int, other: int, now: datetime) -> bool:
    rows.take(Session, table_of(Session).c.course.in_((course, other)))
    coming = [r for r in rows.known.values() if isinstance(r, Session) and r.state == "planned" and r.starts_at > now]
    mine, theirs = ([s for s in coming if s.course == which] for which in (course, other))
    return any(one.overlaps(another) for one in mine for another in theirs)


def knew(turn: Turn, hall: int, fact: Fact, seat: Enrolment) -> bool:
    """It had pulled that seat, or had given it itself."""
    row = (pages.c.hall == hall, pages.c.row_table == TABLES[Enrolment], pages.c.row_key == seat.enrolment)
    number = turn.db.execute(select(pages.c.number).where(*row)).scalar()
    if number is not None and fact.base is not None and number <= fact.base:
        return True
    turn.write_events()
    own = (events.c.hall == hall, events.c.subject == f"course {seat.course}", events.c.device == fact.device)
    told = turn.db.execute(select(events.c.body).where(*own)).scalars()
    return any(f'"member":{seat.member},' in body and "SeatConfirmed" in body for body in told)
