"""Visit: scan, tap, tick, finish; holds the screen. Each step is on the disk before its screen is shown."""

import logging
import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from msgspec.structs import replace

from kiosk.devices.clock import Clock
from kiosk.domain.codes import parse
from kiosk.domain.facts import Fact
from kiosk.domain.moment import Moment
from kiosk.domain.policy import NOTICE_TURN_S, SAME_SCAN_S
from kiosk.storage import keys, queries
from kiosk.storage.catalogue import Catalogue
from kiosk.storage.database import DAMAGED, StorageFault, fault_code
from kiosk.storage.store import Store
from kiosk.visit.contact import light
from kiosk.visit.frame import frame
from kiosk.visit.patience import nothing_to_lose, patience
from kiosk.visit.screens import (
    Attract,
    Cleaning,
    Desk,
    Fault,
    Frame,
    Health,
    IdleWarning,
    ImportPreview,
    LabelDesk,
    Leaving,
    Printing,
    Screen,
    StockTake,
)
from kiosk.visit.sitting import ALONE, Beside, Place, Sitting, Step, unasked, with_span

if TYPE_CHECKING:
    from kiosk.visit.certifying import Drawing
    from kiosk.visit.entry import Checking
    from kiosk.visit.keeper import Keeper
    from kiosk.visit.taps import Tap

log = logging.getLogger(__name__)
REST_EVERY_S = 60.0
OWN_TAPS = ("stay", "enter")  # these need what only the visit has
Arguments = dict[str, Any]


class UnknownAction(Exception):
    """A tap that no screen offers."""


class Visit:
    """One kiosk's front: whoever stands there, one after another."""

    def __init__(
        self,
        store: Store,
        clock: Clock,
        catalogue: Catalogue | None = None,
        beside: Beside = ALONE,
    ) -> None:
        self.house, self.imports, self.registrar = beside.house, beside.imports, beside.registrar
        self.keeper: Keeper | None = None
        self.store, self.clock, self.catalogue = store, clock, catalogue or Catalogue(None, store.device)
        self.rules = queries.hall_rules(store.db, store.device.hall)
        self.issuers = keys.issuers(store.db)
        self.screen: Screen = Attract()
        self.facts: tuple[Fact, ...] = ()  # written by the last step
        self.sitting = Sitting()
        self.warned_from: Screen | None = None
        self.last_scan: tuple[str, Moment] | None = None
        self.checking: Checking | None = None
        self.drawing: Drawing | None = None
        self.touched = clock.now()
        self.light = light(store.db, self.rules.hall, self.touched)
        self.rested: Moment | None = None

    def scan(self, text: str) -> Screen:
        """Anything, anywhere; the very same scan again at once is the same scan."""
        now, before = self.clock.now(), self.last_scan
        self.last_scan = (text, now)
        again = before is not None and before[0] == text and seconds(before[1], now) < SAME_SCAN_S
        if again and not isinstance(self.screen, IdleWarning | Attract | Fault | Cleaning):
            self.touched, self.facts = now, ()
            return self.screen
        code = parse(text, self.issuers, self.rules.hall.copy_numbers)
        from kiosk.visit.scans import heard

        return self._stepped(now, "scan", lambda place: heard(place, self.sitting, self.screen, code, text))

    def tap(self, action: str, arguments: Arguments | None = None) -> Screen:
        if action not in OWN_TAPS and action not in taps():
            raise UnknownAction(action)
        self.last_scan = None
        return self._stepped(self.clock.now(), action, lambda place: self._tapped(place, action, arguments or {}))

    def finish(self) -> Screen:
        return self.tap("finish")

    def tick(self) -> Screen:
        """Time passes: warn, then end the visit; a resting kiosk tidies its log."""
        now, self.facts = self.clock.now(), ()
        timeout, warning = patience(self.sitting)
        self.light = light(self.store.db, self.rules.hall, now)
        idle = seconds(self.touched, now)
        if isinstance(self.screen, Attract):
            self._rest(now)
        elif isinstance(self.screen, Cleaning):
            from kiosk.visit import technician

            self.screen = technician.wiped(self.keeper, int(idle))
            self.touched = self.touched if isinstance(self.screen, Cleaning) else now
        elif idle >= timeout + warning or (idle >= timeout and nothing_to_lose(self.sitting, self.screen)):
            self._end()
        elif idle >= timeout:
            self.warned_from = self.screen if self.warned_from is None else self.warned_from
            self.screen = IdleWarning(timeout + warning - int(idle))
        elif self.sitting.on_duty and isinstance(self.screen, Desk):
            self.screen = replace(self.screen, left_s=timeout - int(idle), light=self.light)
        return self.poll()

    def poll(self) -> Screen:
        """What is written in many steps takes the next one; is a sheet drawn, is a PIN right?"""
        if isinstance(self.screen, StockTake) and self.screen.stage == "closing":
            from kiosk.visit import counting

            return self._stepped(self.clock.now(), "closing", lambda place: counting.closing_on(place, self.sitting))
        if isinstance(self.screen, Health) and self.screen.looking:
            from kiosk.visit import technician

            self.screen = technician.health(self.keeper)
        if self.imports and isinstance(self.screen, ImportPreview) and self.screen.stage in ("reading", "importing"):
            from kiosk.visit import importing

            self.touched, self.screen = self.clock.now(), importing.preview(self.imports)
            if self.screen.stage in ("done", "stopped"):
                self.catalogue.freshen(self.touched.at)
            return self.screen
        self._follow_paper()
        checking = self.checking
        if checking is None or not checking.done():
            return self.screen
        self.checking = None
        if self.sitting.entering is None:
            return self.screen  # whoever typed it has gone
        from kiosk.visit import entry

        return self._stepped(self.clock.now(), "checked", lambda place: entry.checked(place, self.sitting, checking))

    def settle(self) -> Screen:
        """Waits for the worker: only for programs that have no next moment to ask again."""
        for slow in (self.checking, self.drawing):
            if slow is not None:
                slow.wait()
                self.poll()
                return self.settle()
        return self.poll()

    def frame(self) -> Frame:
        now = self.clock.now()
        return frame(self.rules.hall, self.sitting, self.light, now, seconds(self.touched, now))

    def _stepped(self, now: Moment, what: str, how: Callable[[Place], Step]) -> Screen:
        """One step, with whatever goes wrong shown as a fault and nothing half done."""
        started, self.facts = time.perf_counter(), ()
        if isinstance(self.screen, Cleaning | Leaving):
            return self.screen
        try:
            step = how(self._place(now))
            self.sitting, self.screen, self.facts = unasked(with_span(step), what), step.screen, step.facts
            self._begin_drawing(now)
        except Exception as fault:
            self._failed(fault)
        self.touched, self.warned_from = now, None
        if self.imports and not isinstance(self.screen, ImportPreview):
            self.imports.stop()  # whoever leaves the page does not want it any more
        if isinstance(self.screen, Attract):
            self._end()
        if what != "stay":
            self._log(what, (time.perf_counter() - started) * 1000)
        return self.screen

    def _begin_drawing(self, now: Moment) -> None:
        """A sheet that was just asked for, and nobody has begun."""
        if self.drawing is None and isinstance(self.screen, Printing | LabelDesk):
            from kiosk.visit import drawing

            self.drawing = drawing.begun(self._place(now), self.sitting, self.screen)

    def _follow_paper(self) -> None:
        """Looked at beside the steps: paper takes its own time, and touches nobody's patience."""
        drawing, place = self.drawing, self._place(self.clock.now())
        if drawing is None and not isinstance(self.screen, Printing):
            return
        from kiosk.visit import certifying
        from kiosk.visit.drawing import kept

        try:
            if drawing is not None and drawing.done():
                self.drawing = None
                self.screen = kept(place, self.screen, drawing)
                self._begin_drawing(place.moment)  # what was changed meanwhile
            elif isinstance(self.screen, Printing) and self.screen.job:
                self.screen = certifying.followed(place, self.screen)
        except Exception as fault:
            self._failed(fault)

    def _log(self, what: str, ms: float) -> None:
        facts = [type(fact.p).__name__ for fact in self.facts]
        log.info(what, extra={"screen": type(self.screen).__name__, "facts": facts, "ms": round(ms, 2)})

    def _tapped(self, place: Place, action: str, arguments: Arguments) -> Step:
        match action:
            case "stay":
                return Step(self.sitting, self.warned_from or self.screen)
            case "enter":
                return self._enter(place, arguments)
            case _:
                return taps()[action](place, self.sitting, self.screen, arguments)

    def _enter(self, place: Place, arguments: Arguments) -> Step:
        """Typing that nobody asked for changes nothing, nor does typing while a PIN is being checked."""
        if self.sitting.entering is None or self.checking is not None:
            return Step(self.sitting, self.screen)
        from kiosk.visit import entry

        step, asked = entry.typed(place, self.sitting, str(arguments.get("text", "")))
        if asked is not None:
            self.checking = entry.Checking(asked)
        return step

    def _place(self, now: Moment) -> Place:
        rooms = (self.house, self.imports, self.registrar, self.keeper)
        return Place(self.store, self.rules, self.issuers, self.catalogue, now, *rooms)

    def _failed(self, fault: Exception) -> None:
        code = self._note(fault)
        log.exception("a step failed", extra={"code": code})
        self.screen = Fault(code, self.store.device.device[:8])

    def _end(self) -> None:
        """Nothing of this visit is left for the next person; rules changed meanwhile hold from now on."""
        self.screen, self.sitting, self.warned_from, self.last_scan = Attract(), Sitting(), None, None
        self.rules = queries.hall_rules(self.store.db, self.store.device.hall)
        self.issuers = keys.issuers(self.store.db)

    def _rest(self, now: Moment) -> None:
        """At once after the start, too: then the catalogue is gathered and read into memory, beside the window."""
        try:
            from kiosk.visit.welcome import waiting

            self.screen = waiting(self._place(now), int(seconds(self.touched, now) // NOTICE_TURN_S))
            if self.rested is None or seconds(self.rested, now) >= REST_EVERY_S:
                self.rested = now
                self._tidy(now)
        except Exception as fault:
            log.exception("the kiosk could not tidy up")
            self._note(fault)

    def _tidy(self, now: Moment) -> None:
        """First what the machine needs: of a damaged database nothing is tidied."""
        if self.keeper and self.keeper.rest():
            self.screen = Leaving("mend")
            return
        from kiosk.visit import holding, tidying

        self.catalogue.freshen(now.at)
        place = self._place(now)
        self.facts = (*tidying.tidy(place), *holding.looked_after(place))
        self.store.rest()

    def _note(self, fault: Exception) -> str:
        """The code to show; and damage is mended as soon as nobody is here."""
        code = fault.code if isinstance(fault, StorageFault) else fault_code(fault) or "P-01"
        if self.keeper and code == DAMAGED:
            self.keeper.note_damage()
        return code


def warm() -> None:
    """What a touch or a scan will need: the first picture needs none of it, and comes so much earlier."""
    taps()
    import kiosk.visit.scans
    import kiosk.visit.tidying  # noqa: F401 - loaded for later


def taps() -> dict[str, "Tap"]:
    from kiosk.visit.taps import TAPS

    return TAPS


def seconds(since: Moment, now: Moment) -> float:
    """By the counter that nobody can set: a clock that jumps ends no visit."""
    return (now.mono_ms - since.mono_ms) / 1000
