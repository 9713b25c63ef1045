"""A hypothesis state machine at the counter: no loan that was acknowledged is lost or doubled, nor comes by itself."""

from duties import on_duty
from halls import BOOKS, MEMBERS, TestHall, copy, number_of
from hypothesis import settings, strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from kiosk.storage import queries
from kiosk.visit.screens import Counter

BOOK, PERSON = st.sampled_from(sorted(BOOKS)), st.sampled_from(sorted(MEMBERS))


class AtTheCounter(RuleBasedStateMachine):
    """What the page has said, kept beside it: who has which book."""

    def __init__(self) -> None:
        super().__init__()
        self.hall = TestHall()
        on_duty(self.hall, "librarian")
        self.has: dict[str, int] = {}
        self.person: int | None = None

    def teardown(self) -> None:
        assert self.hall.store.differences() == {}
        self.hall.store.close()

    def told(self, before: int, book: str) -> None:
        """Whatever the newest row says became of the book is what is believed."""
        screen = self.hall.visit.screen
        assert isinstance(screen, Counter)
        if len(self.hall.visit.facts) and screen.pile and screen.pile[0].copy == copy(book):
            match screen.pile[0].what:
                case "lent":
                    assert self.person is not None and copy(book) not in self.has
                    self.has[copy(book)] = self.person
                case "returned":
                    del self.has[copy(book)]
        assert before == len(self.has) or self.hall.visit.facts, "nothing changes without being written"

    @rule(who=PERSON)
    def card(self, who: str) -> None:
        self.hall.scan(who)
        self.person = number_of(who)

    @rule(book=BOOK)
    def scan(self, book: str) -> None:
        before = len(self.has)
        self.hall.scan(book)
        self.told(before, book)

    @rule(why=st.sampled_from(["settled", "for_a_group", "holder_agrees", "other"]))
    def let_pass(self, why: str) -> None:
        screen, before = self.hall.visit.screen, len(self.has)
        stopped = screen.stopped if isinstance(screen, Counter) else None
        self.hall.tap("counter_why", why=why)
        self.hall.tap("counter_pass")
        if stopped:
            self.told(before, next((name for name in BOOKS if copy(name) == stopped.copy), "hlm"))

    @rule()
    def undo(self) -> None:
        screen = self.hall.visit.screen
        rows = screen.pile if isinstance(screen, Counter) else ()
        newest = next((row for row in rows if row.key), None)
        self.hall.tap("counter_undo")
        if newest is None or not self.hall.visit.facts:
            return
        match newest.what:
            case "lent":
                del self.has[newest.copy]
            case "returned":
                assert newest.member is not None
                self.has[newest.copy] = newest.member

    @rule()
    def done(self) -> None:
        self.hall.tap("counter_done")
        self.person = None

    @rule()
    def renew_all(self) -> None:
        self.hall.tap("counter_renew_all")

    @invariant()
    def what_was_said_is_so(self) -> None:
        found = {number: queries.on_desk(self.hall.db, number) for number in map(copy, BOOKS)}
        assert {n: d.loan.member for n, d in found.items() if d and d.loan} == self.has


AtTheCounter.TestCase.settings = settings(max_examples=12, stateful_step_count=30)
TestAtTheCounter = AtTheCounter.TestCase
