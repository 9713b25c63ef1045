"""Visit: scan, tap, tick, finish; holds the screen. Each step is on the disk before its screen is shown."""

import logging
import time
from collections.abc import Callable
from typing import Any

from msgspec.structs import replace

from kiosk.devices.clock import Clock
from kiosk.domain.codes import Code, CopyLabel, IsbnCode, SignedCard, UnknownCode, parse
from kiosk.domain.facts import Fact
from kiosk.domain.moment import Moment
from kiosk.domain.policy import IDLE_TIMEOUT_S, IDLE_WARNING_S, SAME_SCAN_S
from kiosk.domain.refusals import CODE_IS_ISBN
from kiosk.storage import queries
from kiosk.storage.database import StorageFault
from kiosk.storage.store import Store
from kiosk.visit import books, cards, showing
from kiosk.visit.frame import frame
from kiosk.visit.screens import Attract, Fault, Frame, Home, IdleWarning, Refusal, Returned, ReturnOrRenew, Screen
from kiosk.visit.sitting import Place, Sitting, Step

log = logging.getLogger(__name__)
REST_EVERY_S = 60.0
Arguments = dict[str, Any]


class UnknownAction(Exception):
    """A tap that no screen offers."""


class Visit:
    """One kiosk's front: whoever stands there, one after another."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self.store, self.clock = store, clock
        self.rules = queries.hall_rules(store.db, store.device.hall)
        self.issuers = queries.issuers(store.db)
        self.screen: Screen = Attract()
        self.facts: tuple[Fact, ...] = ()  # written by the last step
        self.sitting = Sitting()
        self.warned_from: Screen | None = None
        self.last_scan: tuple[str, Moment] | None = None
        self.touched = self.rested = clock.now()
        self.actions: dict[str, Callable[[Place, Arguments], Step]] = {
            "wake": self._wake,
            "stay": self._stay,
            "finish": lambda place, _: Step(Sitting(), Attract()),
            "back": self._back,
            "basket": self._back,
            "undo": lambda place, a: books.undo(place, self.sitting, a.get("loan") or None),
            "renew": self._renew,
            "renew_all": lambda place, _: self._signed_in(place, books.renew_all),
            "give_back": self._give_back,
            "record": lambda place, _: self._signed_in(place, lambda p, s: Step(s, showing.record(p, s))),
        }

    def scan(self, text: str) -> Screen:
        """Anything, anywhere; the very same scan again at once is the same scan."""
        now = self.clock.now()
        again = (
            self.last_scan is not None and self.last_scan[0] == text and seconds(self.last_scan[1], now) < SAME_SCAN_S
        )
        self.last_scan = (text, now)
        if again and not isinstance(self.screen, IdleWarning | Attract | Fault):
            self.touched, self.facts = now, ()
            return self.screen
        return self._stepped(now, "scan", lambda place: self._scanned(place, parse(text, self.issuers)))

    def tap(self, action: str, arguments: Arguments | None = None) -> Screen:
        if action not in self.actions:
            raise UnknownAction(action)
        self.last_scan = None
        return self._stepped(self.clock.now(), action, lambda place: self.actions[action](place, arguments or {}))

    def finish(self) -> Screen:
        return self.tap("finish")

    def tick(self) -> Screen:
        """Time passes: warn, then end the visit; a resting kiosk tidies its log."""
        now, self.facts = self.clock.now(), ()
        idle = seconds(self.touched, now)
        if isinstance(self.screen, Attract):
            self._rest(now)
        elif idle >= IDLE_TIMEOUT_S + IDLE_WARNING_S or (idle >= IDLE_TIMEOUT_S and self._nothing_to_lose()):
            self._end()
        elif idle >= IDLE_TIMEOUT_S:
            self.warned_from = self.screen if self.warned_from is None else self.warned_from
            self.screen = IdleWarning(IDLE_TIMEOUT_S + IDLE_WARNING_S - int(idle))
        return self.screen

    def frame(self) -> Frame:
        now = self.clock.now()
        left = 1 - seconds(self.touched, now) / (IDLE_TIMEOUT_S + IDLE_WARNING_S)
        return frame(self.rules.hall, self.sitting, now, max(left, 0.0))

    def _stepped(self, now: Moment, what: str, how: Callable[[Place], Step]) -> Screen:
        """One step, with whatever goes wrong shown as a fault and nothing half done."""
        started, self.facts = time.perf_counter(), ()
        try:
            step = how(Place(self.store, self.rules, self.issuers, now))
            self.sitting, self.screen, self.facts = step.sitting, step.screen, step.facts
        except StorageFault as fault:
            self._failed(fault.code)
        except Exception:
            self._failed("P-01")
        self.touched, self.warned_from = now, None
        if isinstance(self.screen, Attract):
            self._end()
        took_ms = round((time.perf_counter() - started) * 1000, 2)
        log.info(
            what,
            extra={
                "screen": type(self.screen).__name__,
                "facts": [type(f.p).__name__ for f in self.facts],
                "ms": took_ms,
            },
        )
        return self.screen

    def _scanned(self, place: Place, code: Code) -> Step:
        match code:
            case SignedCard():
                return cards.card_scanned(place, self.sitting, code)
            case CopyLabel():
                return books.copy_scanned(place, self.sitting, code)
            case IsbnCode(isbn=isbn):
                return Step(self.sitting, showing.refusal("code", (CODE_IS_ISBN.because(isbn=isbn),)))
            case UnknownCode(reason=reason):
                return Step(self.sitting, showing.refusal("code", (reason,)))

    def _wake(self, place: Place, _: Arguments) -> Step:
        return Step(self.sitting, Home() if isinstance(self.screen, Attract) else self.screen)

    def _stay(self, place: Place, _: Arguments) -> Step:
        return Step(self.sitting, self.warned_from or self.screen)

    def _back(self, place: Place, _: Arguments) -> Step:
        """To where the visit stands: the basket, the books given back, or the first page."""
        s = self.sitting
        if s.asking and isinstance(self.screen, Refusal):
            return Step(s, books.own_return(place, s))
        if s.member is not None or s.waiting:
            return Step(s, showing.basket(place, s))
        return Step(s, showing.returned(place, s) if s.given else Home())

    def _renew(self, place: Place, arguments: Arguments) -> Step:
        if self.sitting.asking and isinstance(self.screen, ReturnOrRenew):
            return books.renew_returned(place, self.sitting)
        return self._signed_in(place, lambda p, s: books.renew_loan(p, s, str(arguments.get("loan"))))

    def _give_back(self, place: Place, arguments: Arguments) -> Step:
        """A book that was asked about has been taken back already: there it stays."""
        s = self.sitting
        if not s.asking:
            return books.give_back_own(place, s, str(arguments.get("loan")))
        s = replace(s, asking=s.asking[1:])
        if s.asking or s.waiting:
            return cards.go_on(place, s)
        return Step(s, showing.returned(place, s, fresh=s.given[-1].returned))

    def _signed_in(self, place: Place, then: Callable[[Place, Sitting], Step]) -> Step:
        """Without a card there is nothing to show: the first page asks for one."""
        return then(place, self.sitting) if self.sitting.member is not None else Step(self.sitting, Home())

    def _nothing_to_lose(self) -> bool:
        return isinstance(self.screen, Home | Returned | Fault) and self.sitting.member is None

    def _failed(self, code: str) -> None:
        log.exception("a step failed", extra={"code": code})
        self.screen = Fault(code, self.store.device.device[:8])

    def _end(self) -> None:
        """Nothing of this visit is left for the next person; rules changed meanwhile hold from now on."""
        self.screen, self.sitting, self.warned_from, self.last_scan = Attract(), Sitting(), None, None
        self.rules = queries.hall_rules(self.store.db, self.store.device.hall)
        self.issuers = queries.issuers(self.store.db)

    def _rest(self, now: Moment) -> None:
        if seconds(self.rested, now) >= REST_EVERY_S:
            self.rested = now
            self.store.rest()


def seconds(since: Moment, now: Moment) -> float:
    """By the counter that nobody can set: a clock that jumps ends no visit."""
    return (now.mono_ms - since.mono_ms) / 1000
