"""Late slips: what stands on the paper for those whose books are late."""

from datetime import date, timedelta

from kiosk.documents.overdue_slips import Slip, Slips
from kiosk.domain.halls import Hall
from kiosk.storage import overdue
from kiosk.storage.database import Connection
from kiosk.storage.overdue import LateMember
from kiosk.words import Words


def slips_of(db: Connection, hall: Hall, today: date, words: Words, member: int | None = None) -> Slips:
    """Everybody's, or one member's alone."""
    found = overdue.late(db, hall.hall, today - timedelta(days=1))
    wanted = tuple(slip(each, today, words) for each in found if member in (None, each.member))
    return Slips(hall.name, words.say("slips.on", date=today), wanted)


def slip(of: LateMember, today: date, words: Words) -> Slip:
    """A forgotten member has no name left: the number still finds the book."""
    books = tuple(
        (one.title.name, words.say("slips.since", date=one.loan.due_on, days=(today - one.loan.due_on).days))
        for one in of.loans
    )
    return Slip(of.name or of.number, of.number, of.unit, books)
