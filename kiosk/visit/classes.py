"""Classes: what the buttons of the programme, of a course and of a door do."""

from collections.abc import Callable
from typing import Any

from kiosk.storage import programme as stored
from kiosk.visit import checking_in, enrolling, programme, rating, welcome
from kiosk.visit.sitting import Place, Sitting, Step

Arguments = dict[str, Any]
Tap = Callable[[Place, Sitting, Arguments], Step]


def member(then: Tap) -> Tap:
    """Without a card there is nothing to do: the first page asks for one."""
    return lambda place, s, a: then(place, s, a) if s.member is not None else Step(s, welcome.home(place))


def course_of(place: Place, arguments: Arguments) -> object:
    """Named itself, or by one of its evenings."""
    key = arguments.get("course")
    session = stored.session(place.db, programme.number(arguments.get("session"))) if key is None else None
    return session.course if session else key


def chosen(arguments: Arguments) -> tuple[str, str, bool]:
    return str(arguments.get("day") or ""), str(arguments.get("kind") or ""), bool(arguments.get("after_work"))


TAPS: dict[str, Tap] = {
    "programme": lambda place, s, a: programme.programme(place, s, chosen(a)),
    "course": lambda place, s, a: programme.course_detail(place, s, course_of(place, a)),
    "enrol": member(lambda place, s, a: enrolling.enrolled(place, s, course_of(place, a))),
    "withdraw": member(lambda place, s, a: enrolling.withdrawn(place, s, course_of(place, a))),
    "check_in": member(lambda place, s, a: checking_in.enter(place, s, a.get("session"), "card")),
    "check_out": member(lambda place, s, a: checking_in.leave(place, s, a.get("session"))),
    "rate": member(rating.rate),
}
