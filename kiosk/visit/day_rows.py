"""Day rows: what staff did today at the counter, as rows of the pile that can be taken back."""

from datetime import date

from kiosk.domain.facts import BookBorrowed, BookReturned, CopyDamaged, CopyFound, Fact, LoanRenewed
from kiosk.storage import queries
from kiosk.visit import showing, taking_back
from kiosk.visit.counter_shown import time_at
from kiosk.visit.screens import PileRow
from kiosk.visit.sitting import Place


def day_rows(place: Place, most: int) -> tuple[PileRow, ...]:
    found = (day_row(place, fact) for fact in taking_back.today(place, most))
    return tuple(row for row in found if row)


def day_row(place: Place, fact: Fact) -> PileRow | None:
    what, due_on = meant(fact)
    copy = getattr(fact.p, "copy", "")
    on_desk = queries.on_desk(place.db, copy) if isinstance(copy, str) else None
    if on_desk is None:
        return None
    key = taking_back.key_of(fact)
    return PileRow(what, showing.book(on_desk.title), copy, time_at(place, fact.at), key=key, due_on=due_on)


def meant(fact: Fact) -> tuple[str, date | None]:
    match fact.p:
        case BookBorrowed(due_on=due_on):
            return "lent", due_on
        case LoanRenewed(due_on=due_on):
            return "renewed", due_on
        case BookReturned():
            return "returned", None
        case CopyDamaged():
            return "damaged", None
        case CopyFound():
            return "found", None
    return "", None
