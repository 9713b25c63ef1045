"""Roster: today's evenings for whoever keeps the door: who is there, who is missing, and what is put right."""

from datetime import timedelta
from typing import Any

from msgspec.structs import replace

from kiosk.domain import names, settling
from kiosk.domain.attendance import Attendance
from kiosk.domain.classes import Course, Session, local, to_utc
from kiosk.domain.enrolments import is_confirmed
from kiosk.domain.facts import Happening, MemberShown
from kiosk.domain.settling import WHYS, Presence
from kiosk.storage import programme as stored, queries
from kiosk.visit.checking_in import time_of
from kiosk.visit.desk import leading_back, on_duty
from kiosk.visit.programme import known_now, number, session_shown
from kiosk.visit.screens import Printing, Roster, RosterCounts, RosterSeat
from kiosk.visit.sitting import Place, Sitting, Step

TAIL_DIGITS = 4
MINUTES_STEP_MAX = 60
Arguments = dict[str, Any]


def roster(place: Place, sitting: Sitting, arguments: Arguments) -> Step:
    """The evening named, else the one that is on, else the next, else the last of today."""
    return Step(sitting, shown(place, session_of(place, arguments)))


def session_of(place: Place, arguments: Arguments) -> Session | None:
    named = stored.session(place.db, number(arguments.get("session")))
    today = [session for _, session in of_today(place)]
    coming = (s for s in today if known_now(place) <= s.ends_at)
    return named or next(coming, today[-1] if today else None)


def of_today(place: Place) -> list[stored.Dated]:
    offset = place.rules.hall.utc_offset_min
    today = local(known_now(place), offset).date()
    found = stored.between(place.db, to_utc(today, 0, offset), to_utc(today + timedelta(days=1), -1, offset))
    return [(c, s) for c, s in found if c.hall == place.rules.hall.hall and s.state != "cancelled"]


def shown(place: Place, session: Session | None) -> Roster:
    course = stored.course(place.db, session.course) if session else None
    if session is None or course is None:
        return Roster()
    rows = {row.member: row for row in stored.roll(place.db, session.session)}
    reserved = [e.member for e in stored.enrolments_in(place.db, course.course) if is_confirmed(e)]
    others = [row.member for row in rows.values() if row.member not in reserved and row.result]
    seats = tuple(seat(place, member, rows.get(member)) for member in (*reserved, *others))
    at_door = sorted((s for s in seats if s.state == "standby"), key=lambda s: rows[int(s.member)].standby)
    return Roster(
        session=session_shown(place, course, session),
        seats=tuple(s for s in seats if s.state != "standby"),
        standby=tuple(at_door),
        counts=counted(course, len(reserved), seats),
        others=tuple(session_shown(place, c, s) for c, s in of_today(place)),
    )


def seat(place: Place, member: int, row: Attendance | None) -> RosterSeat:
    known = queries.member(place.db, member)
    return RosterSeat(
        member=str(member),
        name=names.masked(name_of(place, member)),
        state=state_of(row),
        at=time_of(place, row.entered_at) if row else "",
        minutes=row.minutes if row else 0,
        number_tail=known.number[-TAIL_DIGITS:] if known else "",
    )


def name_of(place: Place, member: int) -> str:
    known = queries.member(place.db, member)
    return queries.borrower(place.db, known).name if known else ""


def state_of(row: Attendance | None) -> str:
    if row is None or not row.result:
        return "expected"
    if row.came and row.result != "unsettled":
        return "left" if row.left_at and not row.inside else "late" if row.late or row.result == "late" else "in"
    return row.result


def counted(course: Course, reserved: int, seats: tuple[RosterSeat, ...]) -> RosterCounts:
    states = [s.state for s in seats]
    return RosterCounts(
        seats=reserved,
        present=sum(state in ("in", "late", "left", "unsettled") for state in states),
        expected=states.count("expected") + states.count("absent"),
        late=states.count("late"),
        excused=states.count("excused"),
        unsettled=states.count("unsettled"),
        waiting=course.waiting + course.offered,
    )


def taken(place: Place, sitting: Sitting, arguments: Arguments) -> Step:
    """One seat in hand."""
    screen = shown(place, session_of(place, arguments))
    found = (s for s in (*screen.seats, *screen.standby) if s.member == str(arguments.get("member")))
    return Step(sitting, replace(screen, chosen=next(found, None)))


def revealed(place: Place, sitting: Sitting, arguments: Arguments) -> Step:
    """The name for a moment; that it was shown, and to whom, is kept without the name."""
    screen = taken(place, sitting, arguments).screen
    assert isinstance(screen, Roster)
    if screen.chosen is None:
        return Step(sitting, screen)
    member = int(screen.chosen.member)
    facts = place.store.record(MemberShown(member), moment=place.moment, actor=actor(place, sitting))
    return Step(sitting, replace(screen, revealed=name_of(place, member)), facts)


def corrected(place: Place, sitting: Sitting, arguments: Arguments) -> Step:
    """Back to all seats: the next one waits already."""
    presence = presence_of(place, arguments)
    why = next((why for why in WHYS if why == arguments.get("why")), None)
    happenings = (settling.settled(presence, why),) if presence and why else ()
    return told(place, sitting, arguments, happenings)


def minutes_changed(place: Place, sitting: Sitting, arguments: Arguments) -> Step:
    presence, by = presence_of(place, arguments), int(arguments.get("by") or 0)
    by = min(max(by, -MINUTES_STEP_MAX), MINUTES_STEP_MAX)
    step = told(place, sitting, arguments, settling.minutes_changed(presence, by) if presence else ())
    return replace(step, screen=taken(place, sitting, arguments).screen)


def exits_settled(place: Place, sitting: Sitting, arguments: Arguments) -> Step:
    session = session_of(place, arguments)
    rows = stored.roll(place.db, session.session) if session else ()
    return told(place, sitting, arguments, settling.exits_settled(session, rows) if session else ())


def told(place: Place, sitting: Sitting, arguments: Arguments, happenings: tuple[Happening, ...]) -> Step:
    facts = place.store.record(*happenings, moment=place.moment, actor=actor(place, sitting)) if happenings else ()
    return Step(sitting, shown(place, session_of(place, arguments)), facts)


def sheet_printed(place: Place, sitting: Sitting, arguments: Arguments) -> Step:
    """For the evening on which nothing else works: whole names, to be signed by hand."""
    session = session_of(place, arguments)
    if session is None or sitting.on_duty is None:
        return Step(sitting, Roster())
    key = str(session.session)
    return Step(leading_back(sitting, ("roster", key)), Printing("sign_in", key, "drawing", staff=True))


def presence_of(place: Place, arguments: Arguments) -> Presence | None:
    """Only of somebody who is on this evening's list."""
    step = taken(place, Sitting(), arguments).screen
    session = session_of(place, arguments)
    if not isinstance(step, Roster) or step.chosen is None or session is None:
        return None
    member = int(step.chosen.member)
    return Presence(session, member, stored.attendance(place.db, session.session, member), place.now)


def actor(place: Place, sitting: Sitting) -> str | None:
    staff = queries.staff(place.db, sitting.on_duty.staff) if sitting.on_duty else None
    return staff.number if staff else None


TAPS = {
    "roster": on_duty("attendance", roster),
    "roster_seat": on_duty("attendance", taken),
    "roster_reveal": on_duty("attendance", revealed),
    "roster_correct": on_duty("attendance", corrected),
    "roster_minutes": on_duty("attendance", minutes_changed),
    "roster_sheet": on_duty("attendance", sheet_printed),
    "roster_exits": on_duty("attendance", exits_settled),
}
