"""Terms: what a hall's own rules say of leases, read from its rows at the hub."""

from datetime import datetime, timedelta

from msgspec import Struct
from sqlalchemy import true

from kiosk.domain.halls import Hall
from kiosk.domain.policy import Policy, deciding
from kiosk.hub.turn import Turn

GRACE = timedelta(hours=12)  # a clock may be wrong by so much, and its seats are still not given twice


class Terms(Struct, frozen=True):
    lease: timedelta
    numbers: int

    def until(self, heard_at: datetime) -> datetime:
        return heard_at + self.lease


def terms(turn: Turn, hall: int, kind: str) -> Terms:
    rows = turn.rows[hall]
    for struct in (Policy, Hall):
        rows.take(struct, true())
    policies = tuple(row for row in rows.known.values() if isinstance(row, Policy))
    own = rows.get(Hall, hall)
    policy = deciding(policies, own.kind if own else "", "member", kind)
    return Terms(timedelta(hours=policy.lease_h), policy.lease_numbers)
