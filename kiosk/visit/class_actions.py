"""Class actions: what the buttons of the programme, of a course and of a door do."""

from collections.abc import Callable
from typing import Any

from kiosk.visit import checking_in, enrolling, programme, rating
from kiosk.visit.screens import Home
from kiosk.visit.sitting import Place, Sitting, Step

Arguments = dict[str, Any]
Action = Callable[[Place, Arguments], Step]


def class_actions(sitting: Callable[[], Sitting]) -> dict[str, Action]:
    """By the name of the bridge's slot; `sitting` says who stands there when the button is pressed."""

    def member(then: Callable[[Place, Sitting, Arguments], Step]) -> Action:
        """Without a card there is nothing to do: the first page asks for one."""
        return lambda place, a: then(place, sitting(), a) if sitting().member is not None else Step(sitting(), Home())

    return {
        "programme": lambda place, a: programme.programme(place, sitting(), chosen(a)),
        "course": lambda place, a: programme.course_detail(place, sitting(), a.get("course")),
        "enrol": member(lambda place, s, a: enrolling.enrolled(place, s, a.get("course"))),
        "withdraw": member(lambda place, s, a: enrolling.withdrawn(place, s, a.get("course"))),
        "check_in": member(lambda place, s, a: checking_in.enter(place, s, a.get("session"), "card")),
        "check_out": member(lambda place, s, a: checking_in.leave(place, s, a.get("session"))),
        "rate": member(rating.rate),
    }


def chosen(arguments: Arguments) -> tuple[str, str, bool]:
    return str(arguments.get("day") or ""), str(arguments.get("kind") or ""), bool(arguments.get("after_work"))
