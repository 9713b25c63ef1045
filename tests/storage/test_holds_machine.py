"""A hypothesis state machine on the queue: order is kept, nobody is passed over silently, undo restores exactly."""

from datetime import date, timedelta
from typing import Any

from halls import BOOKS, MEMBERS, TestHall, copy, number_of
from hypothesis import settings, strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from kiosk.domain.books import Copy
from kiosk.domain.codes import copy_number
from kiosk.domain.desk import OnDesk
from kiosk.domain.facts import CopyAdded, CopyDamaged, CopyLost, Fact, HallSet, HoldPlaced, HoldReadied
from kiosk.domain.halls import Hall
from kiosk.domain.holds import Hold
from kiosk.domain.policy import Policy
from kiosk.storage import holds as shelf, queries
from kiosk.visit.screens import Answers, Fault

HOLDS_MAX = 2
TITLES = (1, 2)
SECOND = {1: copy_number(1, 91), 2: copy_number(1, 92)}
COPIES = [*(copy(name) for name in list(BOOKS)[:2]), *SECOND.values()]
NUMBERS, ANY = st.sampled_from(COPIES), st.integers(0, 11)
PEOPLE = st.sampled_from(sorted(MEMBERS))
TITLE = st.sampled_from(TITLES)
HALLS = st.sampled_from([None, None, None, 2])
ROWS = "select * from holds where state in ('waiting', 'ready') order by hold"


class Queue(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        policy = Policy(policy="default", holds_max=HOLDS_MAX, suspension_days=0, hold_on_shelf=True)
        self.hall = TestHall(policies=(policy,))
        self.hall.tell(HallSet(Hall(2, "书屋", "reading_room")))
        self.hall.tell(*(CopyAdded(Copy(number, title, 1, 1)) for title, number in SECOND.items()))
        self.before: tuple[Any, ...] | None = None  # the open holds before what an undo would take back

    def teardown(self) -> None:
        assert self.hall.store.differences() == {}
        self.hall.store.close()

    def rows(self) -> tuple[Any, ...]:
        return tuple(self.hall.db.execute(ROWS).fetchall())

    def queues(self) -> dict[int, tuple[Hold, ...]]:
        return {title: shelf.queue(self.hall.db, title) for title in TITLES}

    def today(self) -> date:
        return self.hall.clock.now().day(480)

    def done(self, what: Any) -> None:
        """One step, with the queue before it in mind."""
        queues = self.queues()
        what()
        facts = self.hall.visit.facts
        assert not isinstance(self.hall.visit.screen, Fault)
        self.nobody_was_passed_over(queues, facts)

    def nobody_was_passed_over(self, queues: dict[int, tuple[Hold, ...]], facts: tuple[Fact, ...]) -> None:
        """Whoever stood before the one who got the copy was away, or wanted another copy, or fetches elsewhere."""
        moved = {f.p.hold for f in facts if hasattr(f.p, "hold") and not isinstance(f.p, HoldReadied)}
        served = {f.p.hold for f in facts if isinstance(f.p, HoldReadied)}
        for p in (f.p for f in facts if isinstance(f.p, HoldReadied)):
            queue = queues[p.title]
            mine = next(h for h in queue if h.hold == p.hold)
            assert mine.pickup_hall == 1 and mine.wanted_copy in (None, p.copy) and not mine.paused(self.today())
            before = [h for h in queue if (h.placed_at, h.hold) < (mine.placed_at, mine.hold)]
            for h in before:
                excused = h.paused(self.today()) or h.wanted_copy not in (None, p.copy) or h.pickup_hall != 1
                assert h.state == "ready" or h.hold in moved | served or excused

    def sign_in(self, who: str) -> None:
        self.hall.scan(who)
        while isinstance(self.hall.visit.screen, Answers):
            self.hall.tap("go_on")

    def open_hold(self, n: int) -> tuple[str, str]:
        """Somebody who waits, and for what; nobody: nothing happens."""
        holds = [hold for title in TITLES for hold in shelf.queue(self.hall.db, title)]
        if not holds:
            return "zhang", "no such hold"
        hold = holds[n % len(holds)]
        return list(MEMBERS)[hold.member - 1000], hold.hold

    def one_of(self, n: int, *, on_loan: bool) -> str | None:
        numbers = [number for number in COPIES if self.on_desk(number).copy.on_loan == on_loan]
        return numbers[n % len(numbers)] if numbers else None

    def on_desk(self, number: str) -> OnDesk:
        found = queries.on_desk(self.hall.db, number)
        assert found
        return found

    @rule(who=PEOPLE, title=TITLE, hall=HALLS, wanted=st.booleans())
    def place(self, who: str, title: int, hall: int | None, wanted: bool) -> None:
        self.sign_in(who)
        before = self.rows()
        number = SECOND[title] if wanted else None
        self.done(lambda: self.hall.tap("place_hold", title=title, hall=hall, copy=number))
        if any(isinstance(fact.p, HoldPlaced) for fact in self.hall.visit.facts):
            assert len(shelf.holds_of(self.hall.db, number_of(who))) <= HOLDS_MAX
            self.before = before
        else:
            self.before = None

    @rule(n=ANY)
    def cancel(self, n: int) -> None:
        who, hold = self.open_hold(n)
        self.sign_in(who)
        self.done(lambda: self.hall.tap("cancel_hold", hold=hold))
        self.before = None

    @rule(n=ANY, days=st.integers(1, 9))
    def suspend(self, n: int, days: int) -> None:
        who, hold = self.open_hold(n)
        self.sign_in(who)
        until = (self.today() + timedelta(days=days)).isoformat()
        self.done(lambda: self.hall.tap("suspend_hold", hold=hold, until=until))
        self.before = None

    @rule(n=ANY)
    def resume(self, n: int) -> None:
        who, hold = self.open_hold(n)
        self.sign_in(who)
        self.done(lambda: self.hall.tap("resume_hold", hold=hold))
        self.before = None

    @rule(n=ANY)
    def bring_back(self, n: int) -> None:
        self.hall.tap("finish")
        before, number = self.rows(), self.one_of(n, on_loan=True)
        self.before = before if number else None
        if number:
            self.done(lambda: self.hall.scan(number))

    @rule(who=PEOPLE, n=ANY)
    def take(self, who: str, n: int) -> None:
        number = self.one_of(n, on_loan=False)
        if number is None:
            return
        self.sign_in(who)
        looked_after = any(h.over(self.hall.visit.rules.calendar, self.today()) for h in self.on_desk(number).holds)
        before = self.rows()
        self.done(lambda: self.hall.scan(number))
        borrowed = any(type(fact.p).__name__ == "BookBorrowed" for fact in self.hall.visit.facts)
        self.before = before if borrowed and not looked_after else None

    @rule(number=NUMBERS, mark=st.sampled_from([CopyDamaged, CopyLost]))
    def spoil(self, number: str, mark: Any) -> None:
        self.hall.tell(mark(number))
        self.before = None

    @rule(number=NUMBERS)
    def mend(self, number: str) -> None:
        """The librarian lists it again as it was, so that the queue goes on living."""
        title = next((t for t, c in SECOND.items() if c == number), None) or [copy(n) for n in BOOKS].index(number) + 1
        self.hall.tell(CopyAdded(Copy(number, title, 1, 1)))
        self.before = None

    @rule(days=st.integers(0, 6))
    def days_pass(self, days: int) -> None:
        self.hall.tap("finish")
        self.hall.pass_by(days * 86400 + 100)
        self.done(self.hall.visit.tick)
        assert not shelf.to_look_after(self.hall.db, self.hall.visit.rules, self.today())
        self.hall.tick(100)
        assert not self.hall.visit.facts, "what was looked after once needs nothing more"
        self.before = None

    @precondition(lambda self: self.before is not None)
    @rule()
    def undo(self) -> None:
        """Within the visit: every hold is again exactly as it was."""
        self.done(lambda: self.hall.tap("undo"))
        assert self.hall.visit.facts
        assert self.rows() == self.before
        self.before = None

    @invariant()
    def one_ready_hold_for_each_copy(self) -> None:
        two = "select copy from holds where state = 'ready' group by copy having count(*) > 1"
        assert self.hall.db.execute(two).fetchall() == []

    @invariant()
    def one_holder_for_each_copy(self) -> None:
        two = "select copy from loans where ended is null group by copy having count(*) > 1"
        assert self.hall.db.execute(two).fetchall() == []
        taken = "select h.hold from holds h join copies c on c.copy = h.copy where h.state = 'ready' and c.on_loan"
        assert self.hall.db.execute(taken).fetchall() == []

    @invariant()
    def one_open_hold_of_a_title_for_each_member(self) -> None:
        two = "select title from holds where state in ('waiting', 'ready') group by title, member having count(*) > 1"
        assert self.hall.db.execute(two).fetchall() == []


Queue.TestCase.settings = settings(max_examples=80, stateful_step_count=40)
TestQueue = Queue.TestCase
