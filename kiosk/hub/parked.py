"""Parked: facts that this hub has kept without understanding them, and what a newer program makes of them."""

from datetime import datetime
from typing import Any

import msgspec
from msgspec import Struct
from sqlalchemy import Connection, select, update

from kiosk.domain.arriving import When
from kiosk.domain.facts import Fact
from kiosk.domain.subjects import subject_of
from kiosk.hub.heard import Heard
from kiosk.hub.hub import FOR_GOOD, Hub
from kiosk.hub.routing import born_in, concerns
from kiosk.hub.tables import events
from kiosk.hub.turn import Turn
from kiosk.storage.apply import read_fact

AT_ONCE = 1000


class Parked(Struct, frozen=True):
    hall: int
    number: int
    id: str
    device: str
    generation: int
    seq: int
    arrived_at: str
    why: str


def listed(db: Connection, after: tuple[int, int] = (0, 0)) -> list[Parked]:
    """In order of hall and arrival, from a place on; never all of them at once."""
    beyond = (events.c.hall > after[0]) | ((events.c.hall == after[0]) & (events.c.number > after[1]))
    wanted = select(*(events.c[name] for name in Parked.__struct_fields__[:-1]), events.c.parked_why)
    wanted = wanted.where(events.c.parked_why.is_not(None), events.c.parked_why.not_in(FOR_GOOD), beyond)
    wanted = wanted.order_by(events.c.hall, events.c.number)
    return [Parked(*tuple(row)) for row in db.execute(wanted.limit(AT_ONCE))]


def retry(hub: Hub) -> tuple[int, int]:
    """How many have taken effect now, and how many wait on; each in a transaction of its own."""
    mended, left, after = 0, 0, (0, 0)
    while True:
        with hub.engine.connect() as plain:
            db = plain.execution_options(reading=True)
            with db.begin():
                found = listed(db, after)
        for one in found:
            with hub.engine.begin() as db:
                taken = again(db, one)
            mended, left, after = mended + taken, left + (not taken), (one.hall, one.number)
        if len(found) < AT_ONCE:
            return mended, left


def again(db: Connection, one: Parked) -> bool:
    """At its old place in the order of arrival, and with the time at which it happened."""
    turn = Turn(db)
    turn.open({one.hall})
    at = (events.c.hall == one.hall, events.c.number == one.number)
    row = db.execute(select(events).where(*at)).one()
    fact = understood(row)
    if fact is None or told_elsewhere(db, one, fact):
        return False
    subject = subject_of(fact)
    home = turn.halls_of({subject: born_in(fact.p, subject, one.hall)})[subject]
    turn.open({home})
    turn.load({subject: home})
    now: dict[str, Any] = {"id": fact.id, "subject": str(subject), "parked_why": None}
    if home != one.hall:  # another hall's book: there it stands where it arrives now
        now |= {"hall": home, "number": turn.next(home)}
        turn.share(home, subject, one.hall)
    db.execute(update(events).where(*at).values(**now))
    when = When(datetime.fromisoformat(row.effective_at), datetime.fromisoformat(row.latest_at))
    heard = Heard(fact, subject, row.body, row.hash, when, datetime.fromisoformat(row.arrived_at))
    head = turn.heads.get((home, str(subject)))
    if head is None or head < heard.place:
        turn.heads[(home, str(subject))] = heard.place
    turn.late[(home, subject)] = None
    for whose in concerns(fact.p):
        turn.share_with_home(home, subject, whose)
    turn.close()
    same = (events.c.hall == home, events.c.id == fact.id)
    return db.execute(select(events.c.parked_why).where(*same)).scalar() is None


def understood(row: Any) -> Fact | None:
    """None: it is still unknown, or it names a place that is not its own."""
    try:
        fact = read_fact(row.body)
    except (msgspec.DecodeError, RecursionError):
        return None
    return fact if (fact.device, fact.generation, fact.seq) == (row.device, row.generation, row.seq) else None


def told_elsewhere(db: Connection, one: Parked, fact: Fact) -> bool:
    """Under the same name something else was told, which stands."""
    same = select(events.c.number).where(events.c.hall == one.hall, events.c.id == fact.id)
    return db.execute(same.where(events.c.number != one.number)).first() is not None
