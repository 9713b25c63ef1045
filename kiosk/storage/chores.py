"""Chores as they are asked for: what was seen to on one day."""

from datetime import date

from kiosk.domain.chores import Chore, ChoreName
from kiosk.storage.database import Connection
from kiosk.storage.queries import rows


def done_on(db: Connection, hall: int, day: date) -> dict[ChoreName, Chore]:
    found = rows(db, Chore, "where hall = ? and day = ? and done_at is not null", hall, day.isoformat())
    return {row.what: row for row in found}
