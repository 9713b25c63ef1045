"""Routing: in which hall's book a story is kept, and which other halls are to hear of it."""

from typing import Any, get_args

from kiosk.domain import facts as f
from kiosk.domain.codes import hall_of_copy
from kiosk.domain.subjects import Subject

VISITS = frozenset((f.BookBorrowed, f.HoldPlaced, *get_args(f.SeatFact), *get_args(f.PresenceFact)))


def born_in(p: Any, subject: Subject, own: int) -> int:
    """Of a story that nobody has told yet: a label names its hall, a member brings theirs; all else is the teller's."""
    match p:
        case f.MemberAdded(member=member) | f.VisitorAdmitted(member=member):
            return member.home_hall
        case f.HoldPlaced(pickup_hall=hall):
            return hall
    return hall_of_copy(subject.name) or own if subject.kind == "copy" else own


def visitor_of(p: Any) -> Subject | None:
    """Who has been here, if the fact says so: their details are wanted here for a while."""
    return Subject("member", str(p.member)) if type(p) in VISITS else None


def concerns(p: Any) -> tuple[Subject, ...]:
    """Whose home hall is to hear of it as well: a member's loans count wherever they were made."""
    match p:
        case f.BookBorrowed(member=member):
            return (Subject("member", str(member)),)
    return ()
