"""Journeys of a line that comes and goes: alone for days, told once, both lend one copy, clocks that lie."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cities import City, Kiosk
from halls import ISSUER, KEY_ID, NOON, copy, number_of
from lines import joined, settled

from kiosk.domain.codes import SignedCard, card_text
from kiosk.domain.facts import AnswerGiven
from kiosk.domain.loans import Loan
from kiosk.domain.members import TIERS
from kiosk.domain.moment import Moment
from kiosk.storage.queries import open_answers, rows
from kiosk.sync.worker import SyncWorker
from kiosk.visit.screens import Answers, Basket
from kiosk.visit.visit import Visit

ENDS = datetime(2028, 1, 1, tzinfo=UTC).date()


@pytest.fixture
def city(tmp_path: Path) -> City:
    return City(tmp_path)


@pytest.fixture
def pair(city: City) -> tuple[Kiosk, Kiosk, SyncWorker, SyncWorker]:
    first, second = city.add("first"), city.add("second")
    workers = [joined(city, kiosk)[0] for kiosk in (first, second)]
    first.begin()
    settled(*workers)
    return first, second, workers[0], workers[1]


def front(kiosk: Kiosk) -> Visit:
    """Somebody may stand there: it believes the hall's cards."""
    public = ISSUER.public_key().public_bytes_raw()
    kiosk.db.execute("insert into keys (key_id, role, public) values (?, 'issuer', ?)", (KEY_ID, public))
    return Visit(kiosk.store, kiosk.clock)


def card(who: str) -> str:
    return card_text(SignedCard("member", KEY_ID, number_of(who), 1, TIERS.index("member"), ENDS, 1), ISSUER.sign)


def loans(kiosk: Kiosk, name: str = "hlm") -> list[Loan]:
    return sorted(rows(kiosk.db, Loan, "where copy = ?", copy(name)), key=lambda loan: loan.borrowed_at)


def test_alone_for_days_and_then_joined_with_all_its_history(city: City) -> None:
    first, second = city.add("first"), city.add("second")
    first.begin()
    for _ in range(5):
        first.lend(copy("hlm"), "zhang")
        first.pass_by(86400)
        city.clock.pass_by(86400)
        second.pass_by(86400)
        first.take_back(copy("hlm"))
    workers = [joined(city, kiosk)[0] for kiosk in (first, second)]
    settled(*workers)
    assert loans(first) == loans(second) and len(loans(second)) == 5
    assert loans(second)[0].borrowed_at == NOON and loans(second)[-1].borrowed_at == NOON + timedelta(days=4)
    assert first.store.differences() == {} == second.store.differences()


def test_borrowed_here_given_back_there(pair: tuple[Kiosk, Kiosk, SyncWorker, SyncWorker], city: City) -> None:
    first, second, worker, other = pair
    here, there = front(first), front(second)
    here.scan(card("zhang"))
    here.scan(copy("hlm"))
    here.finish()
    settled(worker, other)
    city.pass_by(3600)
    there.scan(card("zhang"))
    basket = there.tap("record")
    assert [row.book.title for row in basket.loans] == ["红楼梦"]  # type: ignore[union-attr]
    there.finish()
    there.scan(copy("hlm"))
    assert [type(fact.p).__name__ for fact in there.facts] == ["BookReturned"]
    settled(worker, other)
    assert [loan.ended for loan in loans(first)] == ["returned"]


def test_both_lend_one_copy_while_the_hub_is_down(
    pair: tuple[Kiosk, Kiosk, SyncWorker, SyncWorker], city: City
) -> None:
    first, second, worker, other = pair
    early = first.lend(copy("hlm"), "zhang")
    city.pass_by(600)
    late = second.lend(copy("hlm"), "li")
    city.pass_by(600)
    settled(other)
    settled(worker)
    settled(other, worker)
    assert [(loan.loan, loan.ended) for loan in loans(first)] == [(early, "implied"), (late, None)]
    assert loans(first) == loans(second)


def test_an_answer_is_told_at_the_next_scan_anywhere_and_once(
    pair: tuple[Kiosk, Kiosk, SyncWorker, SyncWorker], city: City
) -> None:
    first, second, worker, other = pair
    here, there = front(first), front(second)
    first.tell(AnswerGiven(number_of("zhang"), "hold_ready", title=1))
    settled(worker, other)
    assert isinstance(there.scan(card("zhang")), Answers)
    there.finish()
    city.pass_by(60)
    settled(other, worker)
    assert isinstance(here.scan(card("zhang")), Basket) and open_answers(first.db, number_of("zhang")) == ()


def test_an_answer_told_at_two_kiosks_while_apart_harms_nobody(
    pair: tuple[Kiosk, Kiosk, SyncWorker, SyncWorker],
) -> None:
    first, second, worker, other = pair
    first.tell(AnswerGiven(number_of("zhang"), "hold_ready", title=1))
    settled(worker, other)
    assert all(isinstance(front(kiosk).scan(card("zhang")), Answers) for kiosk in (first, second))
    settled(worker, other)
    assert [open_answers(kiosk.db, number_of("zhang")) for kiosk in (first, second)] == [(), ()]
    assert first.rows() == second.rows()


@pytest.mark.parametrize("year", [1999, 2099])
def test_a_clock_that_lies_is_set_right_by_the_next_sync(
    pair: tuple[Kiosk, Kiosk, SyncWorker, SyncWorker], city: City, year: int
) -> None:
    """Of the same boot: its counter says exactly how long ago it was."""
    first, second, worker, other = pair
    first.clock.clock.at = NOON.replace(year=year)  # type: ignore[attr-defined]
    city.pass_by(600)
    first.lend(copy("hlm"), "zhang")
    city.pass_by(1200)
    first.take_back(copy("hlm"))
    city.pass_by(300)
    settled(worker, other)
    (loan,) = loans(second)
    assert (loan.borrowed_at, loan.ended_at) == (NOON + timedelta(minutes=10), NOON + timedelta(minutes=30))
    assert loans(first) == [loan]


@pytest.mark.parametrize("year", [1999, 2099])
def test_a_clock_that_lied_before_a_restart_keeps_its_order_and_its_place(
    pair: tuple[Kiosk, Kiosk, SyncWorker, SyncWorker], city: City, year: int
) -> None:
    """Nobody knows how long it was off: never before what is surely past, never after it was heard of."""
    first, second, worker, other = pair
    good = first.clock.clock
    first.clock.clock = Booted(NOON.replace(year=year), "lying")  # type: ignore[assignment]
    city.pass_by(600)
    first.lend(copy("hlm"), "zhang")
    first.clock.clock = good
    city.pass_by(600)
    settled(worker, other)
    (loan,) = loans(second)
    assert NOON <= loan.borrowed_at <= NOON + timedelta(minutes=20)


class Booted:
    """Another boot, with a clock of its own."""

    def __init__(self, at: datetime, boot: str) -> None:
        self.at, self.boot = at, boot

    def now(self) -> Moment:
        return Moment(self.at, self.boot, 0)
