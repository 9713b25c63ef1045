"""Practised: in the place of a visit, the real one or one on make-believe data that is thrown away afterwards."""

import logging
from collections.abc import Sequence
from threading import current_thread, main_thread
from typing import Any, Protocol

from msgspec.structs import replace

from kiosk.domain.codes import SignedCard, parse
from kiosk.domain.policy import STAFF_IDLE_TIMEOUT_S
from kiosk.domain.staff import Role
from kiosk.storage.catalogue import Catalogue
from kiosk.storage.store import Store
from kiosk.visit.screens import Attract, Frame, PracticeDoor, Screen, ToyShown
from kiosk.visit.sitting import Beside, OnDuty, Registrar, Sitting
from kiosk.visit.visit import Visit, seconds

Arguments = dict[str, Any]
MAKE_BELIEVE = 1  # the number of whoever practises, in the practice hall


class Toy(Protocol):
    @property
    def kind(self) -> str: ...
    @property
    def name(self) -> str: ...
    @property
    def state(self) -> str: ...
    @property
    def code(self) -> str: ...


class Ground(Protocol):
    """Make-believe data, until it is thrown away."""

    @property
    def store(self) -> Store: ...
    @property
    def catalogue(self) -> Catalogue: ...
    @property
    def registrar(self) -> Registrar: ...
    @property
    def toys(self) -> Sequence[Toy]: ...
    def throw_away(self) -> None: ...


class Grounds(Protocol):
    """Whoever makes them, beside the visit."""

    def begin(self, role: Role) -> None: ...
    def done(self) -> bool: ...
    def ground(self) -> Ground | None: ...


class Practised:
    """In the place of a visit: the real one; and while somebody practises, one of the same kind on other data."""

    def __init__(self, real: Visit, grounds: Grounds) -> None:
        self.real, self.grounds = real, grounds
        self.ground: Ground | None = None
        self.played: Visit | None = None
        self.making, self.stayed = False, True
        self.screen: Screen = real.screen

    def scan(self, text: str) -> Screen:
        """A card of the real hall is somebody who wants something: practice ends, and they are served as anybody is."""
        if self.played and isinstance(parse(text, self.real.issuers), SignedCard):
            self._leave()
            self.real.finish()
        return self._shown((self.played or self.real).scan(text))

    def tap(self, action: str, arguments: Arguments | None = None) -> Screen:
        match action:
            case "practice_scan" if self.played and self.ground:
                return self._shown(self.played.scan(toy_code(self.ground, arguments or {})))
            case "leave_practice" if self.played:
                return self._shown(self._back())
            case "practice_scan" | "leave_practice":
                return self.screen  # a touch that came too late
        return self._shown((self.played or self.real).tap(action, arguments))

    def tick(self) -> Screen:
        """Where nobody practises any more, the real kiosk comes back by itself."""
        if self.played and isinstance(self.played.screen, Attract) and forgotten(self.played):
            self._leave()
            return self._shown(self.real.finish())
        return self._shown((self.played or self.real).tick())

    def poll(self) -> Screen:
        if self.making and self.grounds.done():
            self.making = False
            self._begin()
        return self._shown((self.played or self.real).poll())

    def frame(self) -> Frame:
        if self.played is None or self.ground is None:
            return self.real.frame()
        frame, toys = self.played.frame(), tuple(ToyShown(t.kind, t.name, t.state) for t in self.ground.toys)
        return replace(frame, practice=toys, duty=replace(frame.duty, practice=True) if frame.duty else None)

    def close(self) -> None:
        if self.played:
            self._leave()

    def _shown(self, screen: Screen) -> Screen:
        who = self.real.sitting.on_duty
        if self.played is None and not self.making and who and screen == PracticeDoor("making"):
            self.making = True
            self.grounds.begin(who.role)
        self.stayed = self.stayed and not isinstance(screen, Attract)
        self.screen = screen
        return screen

    def _begin(self) -> None:
        """Whoever asked for it may have gone meanwhile."""
        who, ground = self.real.sitting.on_duty, self.grounds.ground()
        if ground is None:
            self.real.screen = PracticeDoor("failed") if who else self.real.screen
        elif who is None or self.real.screen != PracticeDoor("making"):
            ground.throw_away()
        else:
            self.ground, self.played, self.stayed = ground, played(ground, who, self.real), True
            for handler in logging.getLogger("kiosk").handlers:
                handler.addFilter(of_the_kiosk)

    def _back(self) -> Screen:
        """Whoever began it and never went away goes on at the desk; nobody else gets there without card and PIN."""
        stayed = self.stayed
        self._leave()
        return self.real.tap("practise", {"left": True}) if stayed else self.real.finish()

    def _leave(self) -> None:
        if self.ground:
            self.ground.throw_away()
        self.ground = self.played = None
        for handler in logging.getLogger("kiosk").handlers:
            handler.removeFilter(of_the_kiosk)


def of_the_kiosk(record: logging.LogRecord) -> bool:
    """What is only played leaves no line in the log; what goes wrong does."""
    return record.levelno > logging.INFO or current_thread() is not main_thread()


def played(ground: Ground, who: OnDuty, real: Visit) -> Visit:
    visit = Visit(ground.store, real.clock, ground.catalogue, Beside(registrar=ground.registrar))
    on = OnDuty(MAKE_BELIEVE, who.name, who.role)
    visit.sitting = Sitting(on_duty=on)
    visit.tap("back")
    return visit


def forgotten(visit: Visit) -> bool:
    return seconds(visit.touched, visit.clock.now()) >= STAFF_IDLE_TIMEOUT_S


def toy_code(ground: Ground, arguments: Arguments) -> str:
    n = int(arguments.get("n") or 0)
    return ground.toys[n].code if 0 <= n < len(ground.toys) else ""
