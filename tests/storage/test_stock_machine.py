"""A hypothesis state machine on the stock: lend, return, undo, move, send, receive, mark, count, close."""

from typing import Any

from halls import BOOKS, TestHall, copy
from hypothesis import settings, strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from stocks import SHELVES, Stock

from kiosk.domain.codes import shelf_code
from kiosk.domain.facts import CopyLost, CopySeen
from kiosk.domain.moving import mark, move, receive, set_adrift
from kiosk.domain.stock import Stocktake
from kiosk.storage import stocktake as stored
from kiosk.visit.stocktaking import close

NAMES = st.sampled_from(sorted(BOOKS))
PEOPLE = st.sampled_from(["zhang", "li"])
PLACES = st.sampled_from(sorted(SHELVES.values()))
MISSED = "select body from facts where type = 'CopyLost'"


class Shelves(RuleBasedStateMachine):
    @initialize()
    def open_the_hall(self) -> None:
        self.hall = TestHall()
        self.stock = Stock(self.hall)
        self.touched: set[str] = set()  # since the stock-take began
        self.expected: set[str] = set()
        self.open: Stocktake | None = None

    def teardown(self) -> None:
        assert self.hall.store.differences() == {}
        self.hall.store.close()

    def touch(self, name: str, facts: Any) -> None:
        if facts:
            self.touched.add(name)

    @rule(name=NAMES, who=PEOPLE)
    def lend(self, name: str, who: str) -> None:
        self.hall.scan(who)
        self.hall.scan(name)
        self.touch(name, self.hall.visit.facts)
        self.hall.tap("finish")

    @rule(name=NAMES, undone=st.booleans())
    def give_back(self, name: str, undone: bool) -> None:
        if not self.stock.copy(name).on_loan:
            return
        self.hall.scan(name)
        self.touch(name, self.hall.visit.facts)
        if undone:
            self.hall.tap("undo")
        self.hall.tap("finish")

    @rule(name=NAMES, who=PEOPLE)
    def lend_and_undo(self, name: str, who: str) -> None:
        self.hall.scan(who)
        self.hall.scan(name)
        self.touch(name, self.hall.visit.facts)
        self.hall.tap("undo")
        self.hall.tap("finish")

    @rule(name=NAMES, shelf=PLACES)
    def move(self, name: str, shelf: str) -> None:
        self.touch(name, self.stock.act(name, lambda at: move(at, shelf)).facts)

    @rule(name=NAMES, stays=st.booleans())
    def send(self, name: str, stays: bool) -> None:
        self.touch(name, self.stock.send(name, stays=stays).facts)

    @rule(name=NAMES)
    def receive(self, name: str) -> None:
        self.touch(name, self.stock.act(name, receive, "S2").facts)

    @rule(name=NAMES)
    def let_go(self, name: str) -> None:
        self.touch(name, self.stock.act(name, set_adrift).facts)

    @rule(name=NAMES, how=st.sampled_from(["lost", "damaged", "mended", "withdrawn", "found"]))
    def mark(self, name: str, how: Any) -> None:
        facts = self.stock.act(name, lambda at: mark(at, how)).facts
        if how not in ("damaged", "mended"):  # what is said of a book without looking where it stands
            self.touch(name, facts)

    @precondition(lambda self: self.open is None)
    @rule(room=st.sampled_from(["", "二楼"]))
    def begin(self, room: str) -> None:
        begun = self.stock.begin(room=room)
        if isinstance(begun, Stocktake):
            self.open, self.touched = begun, set()
            self.expected = {n for n in BOOKS if copy(n) in stored.unseen(self.hall.db, begun)}
            assert begun.expected == len(self.expected)

    @precondition(lambda self: self.open is not None)
    @rule(name=NAMES, shelf=st.one_of(st.none(), PLACES))
    def count(self, name: str, shelf: str | None) -> None:
        if shelf:
            self.stock.scan(shelf_code(1, shelf))
        answer = self.stock.scan(name)
        assert answer.kind != "refused"
        self.touched.add(name)

    @precondition(lambda self: self.open is not None)
    @rule()
    def close(self) -> None:
        assert self.open
        before = {name: self.stock.copy(name) for name in BOOKS}
        self.hall.pass_by(1)
        done = close(self.stock.place, self.open, "S1")
        assert isinstance(done, Stocktake) and not done.open
        missing = {n for n in BOOKS if before[n].condition != "missing" and self.stock.copy(n).condition == "missing"}
        assert missing == self.expected - self.touched
        assert not any(before[name].on_loan for name in missing)
        report = stored.report(self.hall.db, done)
        assert (
            sum(done_count for _, done_count in done.counts) == len(report.rows) == len({r.number for r in report.rows})
        )
        assert {r.number for r in report.rows if r.state == "missing"} == {copy(name) for name in missing}
        self.open = None

    @invariant()
    def nobody_who_has_a_book_is_told_that_it_is_missing(self) -> None:
        if hasattr(self, "hall"):
            lost = "select copy from copies where condition = 'missing' and (on_loan or sent_to is not null or adrift)"
            assert self.hall.db.execute(lost).fetchall() == []

    @invariant()
    def no_copy_has_two_sightings(self) -> None:
        if hasattr(self, "hall"):
            two = "select 1 from sightings group by stocktake, copy having count(*) > 1"
            assert self.hall.db.execute(two).fetchall() == []


Shelves.TestCase.settings = settings(max_examples=60, stateful_step_count=30)
TestShelves = Shelves.TestCase


def test_a_fact_that_contradicts_the_rows_still_leaves_rows(hall: TestHall) -> None:
    """As a hub may tell them: of a copy or a stock-take that nobody here knows."""
    hall.tell(CopySeen("no such copy", 1, "no such stock-take", "in_place"), CopyLost("2" * 13, True, "none"))
    assert hall.store.differences() == {}
    (count,) = hall.db.execute("select count(*) from sightings").fetchone()
    assert count == 1
