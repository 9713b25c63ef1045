"""Paper lines 按纸条补录: a sheet written by hand is told line by line, each with the time written there."""

from typing import Any, Literal, get_args

from msgspec.structs import replace

from kiosk.domain.desk import Desk, OnDesk
from kiosk.domain.facts import BookBorrowed, BookReturned, Fact, MemberSuspended
from kiosk.domain.from_paper import PAPER, Written, day_said, lent_then, minute_said, moment_of, returned_then
from kiosk.domain.lending import Outcome
from kiosk.domain.refusals import COPY_UNKNOWN, MEMBER_UNKNOWN, WRITTEN_UNREADABLE, Reason, Refused
from kiosk.domain.staff import may
from kiosk.storage import queries
from kiosk.visit import pile, showing, taking_back
from kiosk.visit.counter import acting, hand, opened, step, stop
from kiosk.visit.counter_shown import clock, lent_row, returned_row, row
from kiosk.visit.desk import Tap, on_duty
from kiosk.visit.pile import AtCounter, OnPaper, Stop
from kiosk.visit.screens import Note, PileRow
from kiosk.visit.sitting import Given, Lent, Place, Sitting, Step

Arguments = dict[str, Any]
What = Literal["lent", "returned"]


def said(place: Place, sitting: Sitting, arguments: Arguments) -> Step:
    """One blank of the sentence; what cannot be read changes nothing and says so. The copy ends the line."""
    place, at = acting(place, sitting), hand(sitting).counter
    at = replace(at, way="paper", stop=None)
    field, text = str(arguments.get("field", "")), str(arguments.get("text", "")).strip()
    match field:
        case "what":
            what: What | None = next((what for what in get_args(What) if what == text), None)
            return step(place, sitting, with_line(at, replace(at.paper, what=what or at.paper.what)))
        case "day" if (day := day_said(text, place.today)) is not None:
            return step(place, sitting, with_line(at, replace(at.paper, day=day)))
        case "time" if (minute := minute_said(text)) is not None:
            return step(place, sitting, with_line(at, replace(at.paper, minute=minute)))
        case "member":
            return member_said(place, sitting, at, text)
        case "copy":
            on_desk = queries.on_desk(place.db, text)
            if on_desk:
                return copy_written(place, sitting, at, on_desk)
            return unread(place, sitting, at, COPY_UNKNOWN.because(seen=text))
    return unread(place, sitting, at, WRITTEN_UNREADABLE.because(seen=text))


def with_line(at: AtCounter, line: OnPaper) -> AtCounter:
    return replace(at, paper=line)


def unread(place: Place, sitting: Sitting, at: AtCounter, reason: Reason) -> Step:
    return stop(place, sitting, at, Stop("paper", (reason,)))


def member_said(place: Place, sitting: Sitting, at: AtCounter, number: str) -> Step:
    member = queries.member_numbered(place.db, number)
    if member is None:
        return unread(place, sitting, at, MEMBER_UNKNOWN.because(home_hall=place.rules.hall.hall))
    kept = queries.kept_as(place.db, member).member
    return step(place, sitting, with_line(at, replace(at.paper, member=kept)))


def copy_written(place: Place, sitting: Sitting, at: AtCounter, on_desk: OnDesk) -> Step:
    """The line is whole: it is told, in one commit, with the time that was written."""
    line = at.paper
    if line.minute is None or (line.what == "lent" and line.member is None):
        return unread(place, sitting, at, WRITTEN_UNREADABLE.because(seen=""))
    with place.store.transaction():
        outcome = told(place, sitting, line, on_desk)
        if isinstance(outcome, Refused):
            shown = row(place, "stopped", on_desk, member=line.member, reasons=outcome.reasons)
            return stop(place, sitting, pile.put(at, shown), Stop("paper", outcome.reasons, on_desk.copy.copy))
        facts = place.record(*outcome)
    return step(place, sitting, pile.put(at, line_row(place, line, on_desk, facts)), facts)


def told(place: Place, sitting: Sitting, line: OnPaper, on_desk: OnDesk) -> Outcome:
    day, number = line.day or place.today, on_desk.copy.copy
    last = queries.loan(place.db, on_desk.copy.last_loan) if on_desk.copy.last_loan else None
    at = moment_of(day, line.minute or 0, place.rules.hall.utc_offset_min)
    written = Written(at, day, place.moment.at, last)
    if line.what == "returned":
        return returned_then(Desk(place.rules, place.today, on_desk), written)
    assert line.member is not None
    desk = Desk(place.rules, place.today, on_desk, showing.borrower(place, line.member))
    lent = lent_then(desk, written, lifts=may(hand(sitting).role, "override"))
    if on_desk.loan is None or isinstance(lent, Refused):
        return lent
    # Nobody wrote down that it had come back, but it must have: it was lent again.
    return (BookReturned(number, place.rules.hall.hall, at), *lent)


def line_row(place: Place, line: OnPaper, on_desk: OnDesk, facts: tuple[Fact, ...]) -> PileRow:
    """The day it was written for stands first, so that the eye finds the line on the sheet."""
    noted = Note(PAPER, {"day": line.day or place.today, "time": clock(line.minute)})
    ids = {type(fact.p): fact for fact in facts}
    if line.what == "lent":
        key, loan = taking_back.key_of(ids[BookBorrowed]), ids[BookBorrowed].id
        shown = lent_row(place, Lent(loan, on_desk.copy.copy), key, (noted,))
    else:
        assert on_desk.loan
        fact, paused = ids[BookReturned], ids.get(MemberSuspended)
        given = Given(fact.id, on_desk.loan, (), paused.id if paused else None)
        shown = returned_row(place, given, taking_back.key_of(fact))
        shown = replace(shown, notes=(noted, *shown.notes))
    return shown


TAPS: dict[str, Tap] = {
    "counter_paper": on_duty("lend", lambda place, s, _: opened(place, s, "paper")),
    "counter_paper_say": on_duty("lend", said),
}
