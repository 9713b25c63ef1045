"""A hypothesis state machine on visits: none ever shows or writes anything of another person."""

from typing import Any

import msgspec
from halls import BOOKS, MEMBERS, TestHall
from hypothesis import settings, strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule
from msgspec.structs import replace

from kiosk.domain.codes import PRACTICE_CARD
from kiosk.domain.facts import (
    BookBorrowed,
    BorrowUndone,
    HoldCancelled,
    HoldFilled,
    HoldPlaced,
    HoldResumed,
    HoldSuspended,
    LoanRenewed,
)
from kiosk.domain.names import masked
from kiosk.visit.screens import Attract, Fault, Home, Returned, Screen

MASKED = {1000 + n: masked(name) for n, name in enumerate(MEMBERS.values())}
FAMILY = {1000: {1000, 1001}, 1001: {1000, 1001}, 1002: {1002}}  # li is zhang's child
TAPS = [
    "wake",
    "back",
    "basket",
    "undo",
    "renew_all",
    "record",
    "receipt",
    "no_card",
    "practice",
    "help",
    "go_on",
    "finish",
]
NOISE = ["hello", "9787020002207", "2000100000013", PRACTICE_CARD, ""]


class Visits(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        self.hall = TestHall()
        self.hall.join("li", tier="family", guardian=1000)
        self.last_card: int | None = None

    def teardown(self) -> None:
        assert self.hall.store.differences() == {}
        self.hall.store.close()

    @rule(key=st.sampled_from(sorted(MEMBERS)))
    def card(self, key: str) -> None:
        self.hall.scan(key)
        self.last_card = 1000 + list(MEMBERS).index(key)
        self.facts_are_of_who_is_here()

    @rule(book=st.sampled_from(sorted(BOOKS)))
    def book(self, book: str) -> None:
        self.hall.scan(book)
        self.facts_are_of_who_is_here()

    @rule(text=st.sampled_from(NOISE))
    def noise(self, text: str) -> None:
        self.hall.scan(text)

    @rule(action=st.sampled_from(TAPS))
    def tap(self, action: str) -> None:
        self.hall.tap(action)
        self.facts_are_of_who_is_here()

    @rule(n=st.integers(0, 30))
    def name_any_loan(self, n: int) -> None:
        """Somebody asks for a loan by its id, which may be anybody's."""
        loans = [loan for (loan,) in self.hall.db.execute("select loan from loans order by loan")]
        if loans:
            for action in ("renew", "give_back", "undo"):
                self.hall.tap(action, loan=loans[n % len(loans)])
                self.facts_are_of_who_is_here()

    @rule(title=st.integers(1, 6))
    def wait_for(self, title: int) -> None:
        self.hall.tap("place_hold", title=title)
        self.facts_are_of_who_is_here()

    @rule(n=st.integers(0, 9), action=st.sampled_from(["cancel_hold", "suspend_hold", "resume_hold", "undo"]))
    def name_any_hold(self, n: int, action: str) -> None:
        """Somebody asks for a hold by its id, which may be anybody's."""
        holds = [hold for (hold,) in self.hall.db.execute("select hold from holds order by hold")]
        if holds:
            self.hall.tap(action, hold=holds[n % len(holds)], until="2026-12-24")
            self.facts_are_of_who_is_here()

    @rule(seconds=st.sampled_from([5, 61, 80, 86400 * 25]))
    def time(self, seconds: int) -> None:
        self.hall.tick(seconds)
        self.hall.visit.tick()

    def facts_are_of_who_is_here(self) -> None:
        """A loan, a renewal or an undone loan concerns a card of this visit, whose family showed the last card."""
        for fact in self.hall.visit.facts:
            if isinstance(fact.p, BookBorrowed):
                assert fact.p.member in FAMILY[self.last_card or 0]
            if isinstance(fact.p, LoanRenewed | BorrowUndone):
                sql = "select member from loans where loan = ?"
                (member,) = self.hall.db.execute(sql, (fact.p.loan,)).fetchone()
                assert member in FAMILY[self.last_card or 0]
            if isinstance(fact.p, HoldPlaced):
                assert fact.p.member in FAMILY[self.last_card or 0]
            if isinstance(fact.p, HoldCancelled | HoldSuspended | HoldResumed | HoldFilled):
                sql = "select member from holds where hold = ?"
                (member,) = self.hall.db.execute(sql, (fact.p.hold,)).fetchone()
                assert member in FAMILY[self.last_card or 0]

    @invariant()
    def nothing_of_another(self) -> None:
        visit = self.hall.visit
        here = {bearer.member for bearer in visit.sitting.bearers}
        assert not here or here <= FAMILY[self.last_card or 0]
        shown = msgspec.json.encode([without_slips(visit.screen), visit.frame()]).decode()
        for member, name in MASKED.items():
            assert member in here or name not in shown
        assert not isinstance(visit.screen, Fault)
        for loan in loans_named(msgspec.to_builtins(visit.screen)):
            sql = "select member from loans where loan = ?"
            (member,) = self.hall.db.execute(sql, (loan,)).fetchone()
            assert member in here, "a loan on the screen is of a card of this visit"

    @invariant()
    def at_rest_nothing_is_left(self) -> None:
        visit = self.hall.visit
        if isinstance(visit.screen, Attract):
            assert visit.sitting == type(visit.sitting)() and visit.frame().member == ""
        if isinstance(visit.screen, Home):
            assert not visit.sitting.bearers


def without_slips(screen: Screen) -> Screen:
    """The slip for the hold shelf alone tells, masked, for whom a book is kept."""
    if not isinstance(screen, Returned):
        return screen
    return replace(screen, rows=tuple(replace(row, slip=None) for row in screen.rows))


def loans_named(fields: Any) -> list[str]:
    """The `loan` of every row that a screen holds, but for those of returns, which name no loan."""
    if isinstance(fields, dict):
        own = [fields["loan"]] if isinstance(fields.get("loan"), str) else []
        return own + [loan for value in fields.values() for loan in loans_named(value)]
    return [loan for value in fields for loan in loans_named(value)] if isinstance(fields, list | tuple) else []


Visits.TestCase.settings = settings(max_examples=80, stateful_step_count=40)
TestVisits = Visits.TestCase
