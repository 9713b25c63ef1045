"""Screens of the hall itself: nobody there, the first page, help, the end."""

from msgspec import Struct

from kiosk.visit.screens.classes import SessionShown
from kiosk.visit.screens.finding import FoundTitle


class HallNotice(Struct, frozen=True):
    """What the hall tells everybody."""

    title: str
    text: str


class Attract(Struct, frozen=True):
    """Nobody is here; any touch or scan begins a visit. Now and then it tells one of the hall's notices."""

    notice: HallNotice | None = None


class Home(Struct, frozen=True):
    """Somebody touched the screen, but has not scanned a card."""

    sessions: tuple[SessionShown, ...] = ()  # today, from now on
    now_at: float = 0.0  # how far along their line it is
    shelf: tuple[FoundTitle, ...] = ()  # new here


class Practice(Struct, frozen=True):
    """跟我练: 0 scan the practice card, 1 the practice book, 2 the book again to return it, 3 done."""

    step: int


class Help(Struct, frozen=True):
    """What each thing is and how it goes."""


class IdleWarning(Struct, frozen=True):
    """The visit ends when the seconds have run out; any touch or scan goes on."""

    left_s: int


class Fault(Struct, frozen=True):
    """Something is broken; what was done before is safe."""

    code: str
    device: str
