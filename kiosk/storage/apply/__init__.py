"""Apply: the one place that writes rows, each from a fact and the state before it."""

from collections.abc import Callable, Iterator
from typing import Any, get_args

import msgspec

from kiosk.domain import facts as f
from kiosk.domain.facts import Fact
from kiosk.storage.apply.books import step_copy, step_numbers, step_title
from kiosk.storage.apply.cases import step_case
from kiosk.storage.apply.certificates import step_certificate, step_rule
from kiosk.storage.apply.classes import step_course, step_pause, step_session
from kiosk.storage.apply.halls import step_hall
from kiosk.storage.apply.holds import step_hold
from kiosk.storage.apply.members import step_member
from kiosk.storage.apply.rows import Rows
from kiosk.storage.apply.stock import step_stand, step_stocktake
from kiosk.storage.database import Connection

NO_FACT_YET = bytes(32)
read_fact = msgspec.json.Decoder(Fact).decode
ROOMS: tuple[tuple[Any, Callable[[Rows, Fact, Any], None]], ...] = (
    (f.HallFact, step_hall),
    (f.MemberFact, step_member),
    (f.TitleFact, step_title),
    (f.NumbersFact, step_numbers),
    (f.CopyFact, step_copy),
    (f.StandFact, step_stand),
    (f.StocktakeFact, step_stocktake),
    (f.HoldFact, step_hold),
    (f.CourseFact, step_course),
    (f.SessionFact, step_session),
    (f.PauseFact, step_pause),
    (f.RuleFact, step_rule),
    (f.CertificateStoryFact, step_certificate),
    (f.CaseFact, step_case),
)
STEPS = {kind: how for kinds, how in ROOMS for kind in get_args(kinds) or (kinds,)}


class ChainBroken(Exception):
    """A fact is not what it was when it was written."""

    def __init__(self, position: int) -> None:
        super().__init__(f"the chain of facts breaks at {position}")
        self.position = position


def chain_hash(head: bytes, body: bytes) -> bytes:
    from hashlib import sha256  # at the first fact, so that no start waits for OpenSSL

    return sha256(head + body).digest()


def step(rows: Rows, fact: Fact) -> None:
    """Write the rows that this fact changes, and no others."""
    STEPS[type(fact.p)](rows, fact, fact.p)


def chained(db: Connection) -> Iterator[Fact]:
    """Every fact in order; stops with an error where the chain is broken."""
    head = NO_FACT_YET
    for position, body, digest in db.execute("select position, body, hash from facts order by position"):
        head = chain_hash(head, body.encode())
        if head != digest:
            raise ChainBroken(position)
        yield read_fact(body)
