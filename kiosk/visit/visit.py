"""Visit: scan, tap, tick, finish; holds the screen. Each step is on the disk before its screen is shown."""

import logging
import time
from collections.abc import Callable
from typing import Any

from msgspec.structs import replace

from kiosk.devices.clock import Clock
from kiosk.domain.codes import (
    PRACTICE_BOOK,
    PRACTICE_CARD,
    Code,
    CopyLabel,
    IsbnCode,
    ReceiptCode,
    SignedCard,
    UnknownCode,
    parse,
)
from kiosk.domain.facts import Fact
from kiosk.domain.moment import Moment
from kiosk.domain.policy import (
    CARE_IDLE_TIMEOUT_S,
    CARE_IDLE_WARNING_S,
    IDLE_TIMEOUT_S,
    IDLE_WARNING_S,
    NOTICE_TURN_S,
    SAME_SCAN_S,
    STAFF_IDLE_TIMEOUT_S,
)
from kiosk.domain.refusals import CODE_IS_ISBN
from kiosk.storage import keys, queries
from kiosk.storage.database import StorageFault
from kiosk.storage.store import Store
from kiosk.visit import books, cards, care, entry, practice, receipts, showing
from kiosk.visit.frame import frame
from kiosk.visit.screens import (
    Attract,
    Desk,
    Fault,
    Frame,
    HallNotice,
    Help,
    Home,
    IdleWarning,
    Practice,
    Refusal,
    Returned,
    ReturnOrRenew,
    Screen,
)
from kiosk.visit.sitting import Place, Sitting, Step

log = logging.getLogger(__name__)
REST_EVERY_S = 60.0
ASKING_STAYS = ("care", "stay", "checked")  # these do not pass over a question
Arguments = dict[str, Any]


class UnknownAction(Exception):
    """A tap that no screen offers."""


class Visit:
    """One kiosk's front: whoever stands there, one after another."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self.store, self.clock = store, clock
        self.rules = queries.hall_rules(store.db, store.device.hall)
        self.issuers = keys.issuers(store.db)
        self.screen: Screen = Attract()
        self.facts: tuple[Fact, ...] = ()  # written by the last step
        self.sitting = Sitting()
        self.warned_from: Screen | None = None
        self.last_scan: tuple[str, Moment] | None = None
        self.checking: entry.Checking | None = None
        self.touched = self.rested = clock.now()
        self.actions: dict[str, Callable[[Place, Arguments], Step]] = {
            "wake": self._wake,
            "stay": lambda place, _: Step(self.sitting, self.warned_from or self.screen),
            "care": lambda place, a: care.chosen(place, self.sitting, self.screen, on=bool(a.get("on"))),
            "remember_care": lambda place, a: care.decided(place, self.sitting, self.screen, yes=bool(a.get("yes"))),
            "finish": lambda place, _: Step(Sitting(), Attract()),
            "back": self._back,
            "basket": self._back,
            "go_on": lambda place, _: self._signed_in(place, cards.go_on),
            "undo": lambda place, a: books.undo(place, self.sitting, a.get("loan") or None),
            "renew": self._renew,
            "renew_all": lambda place, _: self._signed_in(place, books.renew_all),
            "give_back": self._give_back,
            "record": lambda place, _: self._signed_in(place, lambda p, s: Step(s, showing.record(p, s))),
            "receipt": lambda place, _: receipts.receipt(place, self.sitting),
            "no_card": lambda place, _: entry.no_card(place, cards.ended(self.sitting)),
            "enter": self._enter,
            "practice": lambda place, _: practice.begin(place, self.sitting),
            "help": lambda place, _: Step(self.sitting, Help()),
        }

    def scan(self, text: str) -> Screen:
        """Anything, anywhere; the very same scan again at once is the same scan."""
        now, before = self.clock.now(), self.last_scan
        self.last_scan = (text, now)
        again = before is not None and before[0] == text and seconds(before[1], now) < SAME_SCAN_S
        if again and not isinstance(self.screen, IdleWarning | Attract | Fault):
            self.touched, self.facts = now, ()
            return self.screen
        return self._stepped(
            now, "scan", lambda place: self._scanned(place, parse(text, self.issuers, self.rules.hall.copy_numbers))
        )

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
        timeout, warning = self._patience()
        idle = seconds(self.touched, now)
        if isinstance(self.screen, Attract):
            self.screen = self._attract(now)
            self._rest(now)
        elif idle >= timeout + warning or (idle >= timeout and self._nothing_to_lose()):
            self._end()
        elif idle >= timeout:
            self.warned_from = self.screen if self.warned_from is None else self.warned_from
            self.screen = IdleWarning(timeout + warning - int(idle))
        elif self.sitting.on_duty and isinstance(self.screen, Desk):
            self.screen = entry.desk(self.sitting.on_duty, timeout - int(idle))
        return self.poll()

    def poll(self) -> Screen:
        """Has the worker found out whether the PIN was right?"""
        checking = self.checking
        if checking is None or not checking.done():
            return self.screen
        self.checking = None
        if self.sitting.entering is None:
            return self.screen  # whoever typed it has gone
        return self._stepped(self.clock.now(), "checked", lambda place: entry.checked(place, self.sitting, checking))

    def settle(self) -> Screen:
        """Waits for the worker: only for programs that have no next moment to ask again."""
        if self.checking is not None:
            self.checking.wait()
        return self.poll()

    def frame(self) -> Frame:
        now = self.clock.now()
        left = 1 - seconds(self.touched, now) / sum(self._patience())
        return frame(self.rules.hall, self.sitting, now, max(left, 0.0))

    def _stepped(self, now: Moment, what: str, how: Callable[[Place], Step]) -> Screen:
        """One step, with whatever goes wrong shown as a fault and nothing half done."""
        started, self.facts = time.perf_counter(), ()
        try:
            step = how(Place(self.store, self.rules, self.issuers, now))
            self.sitting, self.screen, self.facts = unasked(with_span(step), what), step.screen, step.facts
        except StorageFault as fault:
            self._failed(fault.code)
        except Exception:
            self._failed("P-01")
        self.touched, self.warned_from = now, None
        if isinstance(self.screen, Attract):
            self._end()
        if what != "stay":
            self._log(what, (time.perf_counter() - started) * 1000)
        return self.screen

    def _log(self, what: str, ms: float) -> None:
        facts = [type(fact.p).__name__ for fact in self.facts]
        log.info(what, extra={"screen": type(self.screen).__name__, "facts": facts, "ms": round(ms, 2)})

    def _scanned(self, place: Place, code: Code) -> Step:
        match code:
            case SignedCard(kind="staff"):
                return entry.staff_card(place, self.sitting, code)
            case SignedCard():
                return cards.card_scanned(place, self.sitting, code)
            case CopyLabel(number=number) if self.sitting.practice or number in (PRACTICE_CARD, PRACTICE_BOOK):
                return practice.scanned(place, self.sitting, self.screen, number)
            case CopyLabel():
                return books.copy_scanned(place, replace(self.sitting, entering=None), code)
            case ReceiptCode():
                return receipts.receipt_scanned(place, self.sitting, code)
            case IsbnCode(isbn=isbn):
                return Step(self.sitting, showing.refusal("code", (CODE_IS_ISBN.because(isbn=isbn),)))
            case UnknownCode(reason=reason):
                return Step(self.sitting, showing.refusal("code", (reason,)))

    def _wake(self, place: Place, _: Arguments) -> Step:
        return Step(self.sitting, Home() if isinstance(self.screen, Attract) else self.screen)

    def _back(self, place: Place, _: Arguments) -> Step:
        """To where the visit stands: the basket, the books given back, or the first page."""
        s = replace(self.sitting, entering=None, practice=False)
        if s.on_duty:
            return Step(s, entry.desk(s.on_duty, STAFF_IDLE_TIMEOUT_S))
        if s.asking and isinstance(self.screen, Refusal):
            return Step(s, books.own_return(place, s))
        if s.member is not None or s.waiting:
            return Step(s, showing.basket(place, s))
        return Step(s, showing.returned(place, s) if s.given else Home())

    def _enter(self, place: Place, arguments: Arguments) -> Step:
        """Typing that nobody asked for changes nothing, nor does typing while a PIN is being checked."""
        if self.sitting.entering is None or self.checking is not None:
            return Step(self.sitting, self.screen)
        step, asked = entry.typed(place, self.sitting, str(arguments.get("text", "")))
        if asked is not None:
            self.checking = entry.Checking(asked)
        return step

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

    def _patience(self) -> tuple[int, int]:
        """Seconds until the warning, and from it to the end."""
        if self.sitting.on_duty:
            return STAFF_IDLE_TIMEOUT_S, 0
        if self.sitting.care:
            return CARE_IDLE_TIMEOUT_S, CARE_IDLE_WARNING_S
        return IDLE_TIMEOUT_S, IDLE_WARNING_S

    def _nothing_to_lose(self) -> bool:
        alone = self.sitting.member is None and not self.sitting.waiting
        return alone and isinstance(self.screen, Home | Returned | Fault | Help | Practice | Refusal)

    def _failed(self, code: str) -> None:
        log.exception("a step failed", extra={"code": code})
        self.screen = Fault(code, self.store.device.device[:8])

    def _end(self) -> None:
        """Nothing of this visit is left for the next person; rules changed meanwhile hold from now on."""
        self.screen, self.sitting, self.warned_from, self.last_scan = Attract(), Sitting(), None, None
        self.rules = queries.hall_rules(self.store.db, self.store.device.hall)
        self.issuers = keys.issuers(self.store.db)

    def _attract(self, now: Moment) -> Attract:
        """The window first, then each notice in turn, for as long as nobody comes."""
        place = Place(self.store, self.rules, self.issuers, now)
        try:
            notices = queries.notices(place.db, self.rules.hall.hall, place.today)
        except StorageFault:
            return Attract()
        turn = int(seconds(self.touched, now) // NOTICE_TURN_S) % (len(notices) + 1)
        return Attract(HallNotice(notices[turn - 1].title, notices[turn - 1].text)) if turn else Attract()

    def _rest(self, now: Moment) -> None:
        if seconds(self.rested, now) >= REST_EVERY_S:
            self.rested = now
            self.store.rest()


def with_span(step: Step) -> Sitting:
    """The visit also remembers which facts it has written, for its receipt."""
    if not step.facts or step.sitting == Sitting():
        return step.sitting
    first, last = step.facts[0].seq, step.facts[-1].seq
    return replace(step.sitting, span=(step.sitting.span[0] if step.sitting.span else first, last))


def unasked(sitting: Sitting, what: str) -> Sitting:
    """A question that was passed over is not asked again in this visit."""
    return sitting if what in ASKING_STAYS or not sitting.care_offer else replace(sitting, care_offer="")


def seconds(since: Moment, now: Moment) -> float:
    """By the counter that nobody can set: a clock that jumps ends no visit."""
    return (now.mono_ms - since.mono_ms) / 1000
