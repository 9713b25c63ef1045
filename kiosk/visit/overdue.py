"""Overdue: whose books are late, one person's list, and slips on paper with whole names."""

from typing import Any

from kiosk.domain import names
from kiosk.domain.staff import may
from kiosk.storage import overdue as stored
from kiosk.storage.overdue import EVER, LateMember
from kiosk.visit import showing
from kiosk.visit.desk import leading_back, on_duty
from kiosk.visit.screens import LateBook, LatePerson, Overdue, Printing
from kiosk.visit.sitting import Place, Sitting, Step

Arguments = dict[str, Any]
TAIL_DIGITS = 4


def overdue(place: Place, sitting: Sitting, arguments: Arguments) -> Step:
    who, today = sitting.on_duty, bool(arguments.get("today"))
    late, due = people(place, today=False), people(place, today=True)
    shown = due if today else late
    chosen = next((person for person in shown if person.member == arguments.get("member")), None)
    screen = Overdue(
        today,
        shown,
        books(shown),
        due_today=books(due),
        late=books(late),
        may_print=who is not None and may(who.role, "members"),
        chosen=chosen,
    )
    return Step(sitting, screen)


def people(place: Place, *, today: bool) -> tuple[LatePerson, ...]:
    last = place.today if today else place.today.fromordinal(place.today.toordinal() - 1)
    found = stored.late(place.db, place.rules.hall.hall, last, place.today if today else EVER)
    return tuple(person(place, member) for member in found)


def person(place: Place, of: LateMember) -> LatePerson:
    masked = names.masked(of.name)
    listed = tuple(
        LateBook(showing.book(one.title), one.loan.due_on, (place.today - one.loan.due_on).days) for one in of.loans
    )
    return LatePerson(str(of.member), masked, masked[:1], of.number[-TAIL_DIGITS:], listed[0].days, listed)


def books(people: tuple[LatePerson, ...]) -> int:
    return sum(len(person.books) for person in people)


def slips(place: Place, sitting: Sitting, arguments: Arguments) -> Step:
    """To be handed over or put into a letter box: one person's, or everybody's."""
    member = str(arguments.get("member") or "")
    if sitting.on_duty is None or not people(place, today=False):
        return overdue(place, sitting, {})
    return Step(leading_back(sitting, ("overdue", "")), Printing("slips", member, "drawing", staff=True))


TAPS = {
    "overdue": on_duty("lend", overdue),
    "due_today": on_duty("lend", lambda place, s, _: overdue(place, s, {"today": True})),
    "overdue_slips": on_duty("members", slips),
}
