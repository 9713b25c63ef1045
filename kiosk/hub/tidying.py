"""Tidying: once a day, a hall forgets the visitors who have stayed away and the copies that are elsewhere again."""

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import delete, select, update

from kiosk.domain.books import Copy
from kiosk.domain.certificates import Certificate
from kiosk.domain.enrolments import ACTIVE, Enrolment
from kiosk.domain.holds import Hold
from kiosk.domain.loans import Loan
from kiosk.domain.subjects import Subject
from kiosk.hub.heard import in_order
from kiosk.hub.hub import Hub
from kiosk.hub.sharing import subject_named
from kiosk.hub.tables import pages, shares, table_of
from kiosk.hub.turn import Turn

LOOK_AGAIN = timedelta(days=1)
SHARES_A_STEP = 200  # in one transaction, so that nobody waits for it


def tidy(hub: Hub) -> int:
    """How many were ended; whatever is still going on there keeps what belongs to it."""
    ended = 0
    while found := step(hub):
        ended += found[1]
        if found[0] < SHARES_A_STEP:
            break
    return ended


def step(hub: Hub) -> tuple[int, int]:
    now = hub.now()
    with hub.engine.begin() as db:
        over = db.execute(select(shares).where(shares.c.until < in_order(now)).limit(SHARES_A_STEP)).fetchall()
        if not over:
            return 0, 0
        turn = Turn(db)
        turn.open({hall for share in over for hall in (share.hall, share.to_hall)})
        ended = sum(looked_at(turn, share, now) for share in over)
        turn.close()
        return len(over), ended


def looked_at(turn: Turn, share: Any, now: datetime) -> bool:
    subject = subject_named(share.subject)
    at = (shares.c.hall == share.hall, shares.c.subject == share.subject, shares.c.to_hall == share.to_hall)
    if has_business(turn, subject, share.to_hall):
        turn.db.execute(update(shares).where(*at).values(until=in_order(now + LOOK_AGAIN)))
        return False
    turn.db.execute(delete(shares).where(*at))
    gone(turn, share.hall, subject, share.to_hall)
    return True


def gone(turn: Turn, home: int, subject: Subject, from_hall: int) -> None:
    """A row that is looked for in a book where it does not stand is told as gone."""
    theirs = (pages.c.hall == from_hall, pages.c.subject == str(subject), pages.c.home == home)
    turn.db.execute(update(pages).where(*theirs).values(home=from_hall, number=turn.numbers[from_hall]))
    if subject.kind == "member":
        turn.put_key(from_hall, int(subject.name), None)


def has_business(turn: Turn, subject: Subject, hall: int) -> bool:
    return has_own(turn, int(subject.name), hall) if subject.kind == "member" else copy_is_there(turn, subject, hall)


def has_own(turn: Turn, member: int, hall: int) -> bool:
    """A loan from there or of a book of theirs, a hold, a seat, a certificate."""
    loans, holds, seats, papers = (table_of(struct) for struct in (Loan, Hold, Enrolment, Certificate))
    open_loan = (loans.c.ended.is_(None), (loans.c.hall == hall) | (loans.c.hall_of == hall))
    waits = (holds.c.state.in_(("waiting", "ready")), (holds.c.pickup_hall == hall) | (holds.c.hall_of == hall))
    asked = (
        select(loans.c.loan).where(loans.c.member == member, *open_loan),
        select(holds.c.hold).where(holds.c.member == member, *waits),
        select(seats.c.enrolment).where(seats.c.member == member, seats.c.hall_of == hall, seats.c.state.in_(ACTIVE)),
        select(papers.c.certificate).where(papers.c.member == member, papers.c.hall_of == hall),
    )
    return any(turn.db.execute(question.limit(1)).first() for question in asked)


def copy_is_there(turn: Turn, subject: Subject, hall: int) -> bool:
    """It stands there or is on its way there, or somebody has it."""
    copies = table_of(Copy)
    there = (copies.c.hall == hall) | (copies.c.sent_to == hall) | copies.c.on_loan
    return turn.db.execute(select(copies.c.copy).where(copies.c.copy == subject.name, there)).first() is not None
