"""A hypothesis state machine on lending: one open loan for each copy, rows == rebuild, undo restores."""

from datetime import date
from typing import Any

from halls import BOOKS, TestHall, copy
from hypothesis import settings, strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule
from msgspec.structs import replace

from kiosk.domain.facts import (
    BookBorrowed,
    BookReturned,
    BorrowUndone,
    CopyDamaged,
    CopyFound,
    CopyLost,
    LoanRenewed,
    ReturnUndone,
)
from kiosk.domain.loans import CopyState
from kiosk.storage.apply.books import copy_state

COPIES = st.sampled_from(sorted(BOOKS))
PEOPLE = st.integers(1000, 1002)


def apart_from_seeing(state: CopyState | None) -> CopyState | None:
    """An undo restores all but that the copy has been seen: when, where, and therefore not lost."""
    assert state
    found = state.copy.condition in ("lost", "missing")
    return replace(
        state, copy=replace(state.copy, seen_at=None, hall=1, condition="good" if found else state.copy.condition)
    )


class Lending(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        self.hall = TestHall()
        self.last: tuple[str, Any, CopyState | None] | None = None

    def teardown(self) -> None:
        assert self.hall.store.differences() == {}
        self.hall.store.close()

    def state(self, book: str) -> CopyState | None:
        return copy_state(self.hall.store.rows, copy(book), deep=True)

    def tell(self, book: str, happening: Any) -> str:
        before = self.state(book)
        (fact,) = self.hall.tell(happening)
        undone = (
            BorrowUndone(copy(book), fact) if isinstance(happening, BookBorrowed) else ReturnUndone(copy(book), fact)
        )
        undoable = isinstance(happening, BookBorrowed) or (before is not None and before.copy.on_loan)
        self.last = (book, undone, before) if undoable else None
        return fact

    @rule(book=COPIES, member=PEOPLE)
    def borrow(self, book: str, member: int) -> None:
        self.tell(book, BookBorrowed(copy(book), member, 1, date(2026, 12, 21), "default"))

    @rule(book=COPIES)
    def give_back(self, book: str) -> None:
        self.tell(book, BookReturned(copy(book), 2))

    @rule(book=COPIES, mark=st.sampled_from([CopyLost, CopyFound, CopyDamaged]))
    def mark(self, book: str, mark: Any) -> None:
        self.hall.tell(mark(copy(book)))
        self.last = None

    @rule(book=COPIES)
    def renew(self, book: str) -> None:
        state = self.state(book)
        if state and state.loan:
            self.hall.tell(LoanRenewed(copy(book), state.loan.loan, date(2027, 1, 21), "default"))
            self.last = None

    @precondition(lambda self: self.last is not None)
    @rule()
    def undo(self) -> None:
        assert self.last
        book, undone, before = self.last
        self.hall.tell(undone)
        now = self.state(book)
        assert apart_from_seeing(now) == apart_from_seeing(before)
        self.hall.tell(undone)  # an undo told twice changes nothing more
        assert apart_from_seeing(self.state(book)) == apart_from_seeing(before)
        self.last = None

    @rule(book=COPIES, late=st.sampled_from([BorrowUndone, ReturnUndone]))
    def undo_of_something_unknown(self, book: str, late: Any) -> None:
        before = self.state(book)
        self.hall.tell(late(copy(book), "no-such-fact"))
        assert self.state(book) == before

    @rule(member=st.sampled_from(["zhang", "li", "ou"]), books=st.lists(COPIES, max_size=4), finish=st.booleans())
    def visit(self, member: str, books: list[str], finish: bool) -> None:
        """The kiosk itself among facts that other devices might have told."""
        for what in (member, *books):
            self.hall.scan(what)
        self.hall.tap("undo")
        if finish:
            self.hall.tap("finish")
        self.last = None

    @invariant()
    def one_open_loan_for_each_copy(self) -> None:
        two = "select copy from loans where ended is null group by copy having count(*) > 1"
        assert self.hall.db.execute(two).fetchall() == []
        unlike = """select c.copy from copies c left join loans l on l.loan = c.last_loan
            where c.on_loan != (l.loan is not null and l.ended is null)"""
        assert self.hall.db.execute(unlike).fetchall() == []


Lending.TestCase.settings = settings(max_examples=60, stateful_step_count=40)
TestLending = Lending.TestCase
