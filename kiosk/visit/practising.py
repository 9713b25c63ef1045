"""Practising: the door to make-believe data, on which staff try everything."""

from typing import Any

from kiosk.visit.desk import on_duty
from kiosk.visit.screens import PracticeDoor
from kiosk.visit.sitting import Place, Sitting, Step

Arguments = dict[str, Any]


def door(place: Place, sitting: Sitting, arguments: Arguments) -> Step:
    return Step(sitting, PracticeDoor("left" if arguments.get("left") else "asking"))


def begin(place: Place, sitting: Sitting, _: Arguments) -> Step:
    return Step(sitting, PracticeDoor("making"))


TAPS = {
    "practise": on_duty("practise", door),
    "practise_begin": on_duty("practise", begin),
}
