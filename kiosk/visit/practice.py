"""Practice 跟我练: borrow and return in thirty seconds with a card and a book that leave no trace."""

from msgspec.structs import replace

from kiosk.domain.codes import PRACTICE_BOOK, PRACTICE_CARD
from kiosk.visit.screens import Practice, Screen
from kiosk.visit.sitting import Place, Sitting, Step

CARD, BORROW, RETURN, DONE = range(4)
NEXT = {(CARD, PRACTICE_CARD): BORROW, (BORROW, PRACTICE_BOOK): RETURN, (RETURN, PRACTICE_BOOK): DONE}


def begin(place: Place, sitting: Sitting) -> Step:
    """It takes the place of whatever visit there was: nobody learns on somebody else's card."""
    return Step(Sitting(practice=True), Practice(CARD))


def scanned(place: Place, sitting: Sitting, screen: Screen, number: str) -> Step:
    """The practice card begins it anywhere; a scan that the step does not wait for changes nothing."""
    step = screen.step if isinstance(screen, Practice) else CARD
    if number == PRACTICE_CARD and step != CARD:
        step = CARD
    return Step(replace(Sitting(), practice=True), Practice(NEXT.get((step, number), step)))
