"""The counter as a screen: made of the pile, the person and what was stopped."""

from datetime import datetime, timedelta, timezone
from typing import Any

from kiosk.domain import names
from kiosk.domain.desk import Borrower, OnDesk
from kiosk.domain.lifting import choices
from kiosk.domain.policy import VISIT_ROWS_MAX
from kiosk.domain.staff import may
from kiosk.storage import holds as shelf, queries
from kiosk.visit import showing
from kiosk.visit.pile import AtCounter, Stop, counted
from kiosk.visit.screens import AtDesk, Book, Counter, Note, PaperShown, PileRow, Said, Stopped
from kiosk.visit.sitting import Given, Lent, OnDuty, Place

TAIL_DIGITS = 4
LIFTED = ("borrow", "renew")


def shown(place: Place, on_duty: OnDuty, **fields: Any) -> Counter:
    at = on_duty.counter
    who = showing.borrower(place, at.person) if at.person is not None else None
    newest = tuple(reversed(at.pile[-VISIT_ROWS_MAX:]))
    plain: dict[str, Any] = {
        "way": at.way,
        "person": at_desk(place, who) if who else None,
        "pile": newest,
        "counts": counted(at.pile),
        "undone": tuple(reversed(at.undone)),
        "stopped": stopped(place, on_duty, at.stop) if at.stop else None,
        "loans": tuple(showing.record_row(place, who, o) for o in who.loans) if who and at.way == "loans" else (),
        "paper": paper(place, at) if at.way == "paper" else None,
    }
    return Counter(**plain | fields)


def at_desk(place: Place, who: Borrower) -> AtDesk:
    member = who.member
    ready = sum(hold.state == "ready" for hold in shelf.holds_of(place.db, member.member))
    return AtDesk(
        name=names.masked(who.name) if who.name else f"···{member.number[-TAIL_DIGITS:]}",
        face=names.face(who.name) if who.name else member.number[-1:],
        tier=member.tier,
        tail=member.number[-TAIL_DIGITS:],
        taken=len(who.loans),
        most=place.rules.policy_for(member, "book").loans_max,
        ready=ready,
        notices=showing.general_reasons(place, who),
    )


def stopped(place: Place, on_duty: OnDuty, stop: Stop) -> Stopped:
    """Without the right to let it pass, the page says who has it."""
    on_desk = queries.on_desk(place.db, stop.copy) if stop.copy else None
    liftable = choices(stop.reasons) if stop.action in LIFTED else ()
    lifts = may(on_duty.role, "override")
    return Stopped(
        action=stop.action,
        reasons=stop.reasons,
        book=showing.book(on_desk.title) if on_desk else None,
        copy=stop.copy,
        shelf=on_desk.copy.shelf if on_desk else "",
        choices=liftable if lifts else (),
        why=stop.why,
        said=stop.said,
        ask="librarian" if liftable and not lifts else "",
    )


def paper(place: Place, at: AtCounter) -> PaperShown:
    said = at.paper
    known = queries.member(place.db, said.member) if said.member is not None else None
    name = names.masked(queries.borrower(place.db, known).name) if known else ""
    return PaperShown(said.what, said.day or place.today, clock(said.minute), name)


def clock(minute: int | None) -> str:
    return "" if minute is None else f"{minute // 60:02d}:{minute % 60:02d}"


def time_at(place: Place, at: datetime) -> str:
    return f"{at.astimezone(timezone(timedelta(minutes=place.rules.hall.utc_offset_min))):%H:%M}"


def lent_row(place: Place, lent: Lent, key: str, notes: tuple[Note, ...] = ()) -> PileRow:
    on_desk, loan = queries.on_desk(place.db, lent.copy), queries.loan(place.db, lent.loan)
    assert on_desk and loan
    days = (loan.due_on - place.today).days
    moved = tuple(Note(f"moved_{why}", {}) for why in loan.moved_by)
    return row(
        place,
        "lent",
        on_desk,
        key=key,
        loan=loan.loan,
        member=loan.member,
        due_on=loan.due_on,
        notes=(*notes, *moved) or (Note("days", {"days": days}),),
    )


def returned_row(place: Place, given: Given, key: str) -> PileRow:
    """What the hand has to do next comes first: the hold shelf, another hall; then what it brought the borrower."""
    told = showing.returned_row(place, given)
    on_desk = queries.on_desk(place.db, given.loan.copy)
    assert on_desk
    notes = [Note("hold", slip(told.slip.name, told.slip.number_tail))] if told.slip else []
    if told.travels_to:
        notes.append(Note("travels", {"hall": told.travels_to}))
    if told.overdue_days:
        notes.append(Note("paused" if given.suspension else "late", {"days": told.overdue_days}))
    if on_desk.copy.condition == "damaged":
        notes.append(Note("is_damaged", {}))
    found = notes or [Note("shelf", {"shelf": on_desk.copy.shelf})] if on_desk.copy.shelf else notes
    return row(place, "returned", on_desk, key=key, loan=given.loan.loan, member=given.loan.member, notes=tuple(found))


def slip(name: str, tail: str) -> dict[str, Any]:
    return {"name": name, "tail": tail}


def said(place: Place, before: AtCounter, at: AtCounter) -> Said | None:
    """The last scan in one sentence; none: it said nothing new."""
    now, newest = time_at(place, place.moment.at), at.newest
    if at.stop and at.stop != before.stop:
        on_desk = queries.on_desk(place.db, at.stop.copy) if at.stop.copy else None
        title = {"title": on_desk.title.name} if on_desk else {}
        return Said(now, "stopped" if title else "not_taken", title, "not")
    if newest and newest != before.newest:
        return Said(now, newest.what, {"title": newest.book.title}, "done", undo=bool(newest.key))
    if at.person is not None and at.person != before.person:
        return Said(now, "person", {"name": at_desk(place, showing.borrower(place, at.person)).name})
    return None


def row(place: Place, what: str, on_desk: OnDesk, **fields: Any) -> PileRow:
    return PileRow(what, showing.book(on_desk.title), on_desk.copy.copy, time_at(place, place.moment.at), **fields)


def unknown_row(place: Place, text: str) -> PileRow:
    return PileRow("stopped", Book(text, text, "", "Z"), "", time_at(place, place.moment.at))
