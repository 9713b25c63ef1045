"""The worker: what waits is told, what is new is heard, and a line that fails changes nothing but its state."""

from pathlib import Path

import pytest
from cities import City, Kiosk
from halls import BOOKS, copy, number_of
from lines import Line, joined, settled
from sqlalchemy import delete

from kiosk.domain.books import Copy
from kiosk.domain.codes import copy_number
from kiosk.domain.facts import BorrowUndone, CopyAdded
from kiosk.domain.loans import Loan
from kiosk.hub.tables import pages, table_of
from kiosk.storage import pulled
from kiosk.storage.hub_line import hub_line, waiting
from kiosk.storage.queries import rows
from kiosk.sync import inbox, patience
from kiosk.sync.patience import LONGEST_S, TRIES_AN_HOUR_MAX, Patience, failed, wait_s, went_well
from kiosk.sync.worker import AGAIN_S, NEXT_S, TROUBLE_S, SyncWorker


@pytest.fixture
def city(tmp_path: Path) -> City:
    return City(tmp_path)


def begun(city: City, name: str = "first") -> tuple[Kiosk, SyncWorker, Line]:
    kiosk = city.add(name)
    worker, line = joined(city, kiosk)
    return kiosk, worker, line


def test_what_one_writes_the_other_has(city: City) -> None:
    first, worker, _ = begun(city)
    second, other, _ = begun(city, "second")
    first.begin()
    settled(worker, other)
    settled(worker)  # numbers that were leased to the other are news
    assert first.rows() == second.rows() and len(second.rows()["titles"]) == len(BOOKS)
    assert (waiting(first.db), worker.synced.way) == (0, "in_touch")
    assert worker.synced.sent == worker.synced.acked > 0 == other.synced.sent
    assert other.synced.received >= len(BOOKS)


@pytest.mark.parametrize("cut", ["push", "answer to push", "pull", "answer to pull"])
def test_cut_anywhere_nothing_is_lost_or_doubled(city: City, cut: str) -> None:
    first, worker, line = begun(city)
    second, other, _ = begun(city, "second")
    first.begin()
    settled(worker, other)
    line.cut = {cut}
    first.lend(copy("hlm"), "zhang")
    assert worker.step() > 0 and worker.synced.way == "away"
    first.take_back(copy("hlm"))
    late = first.lend(copy("hlm"), "li")
    worker.step()
    line.cut = set()
    settled(worker, other)
    assert first.rows() == second.rows()
    assert [(loan.member, loan.ended) for loan in rows(second.db, Loan)] == [
        (number_of("zhang"), "returned"),
        (number_of("li"), None),
    ]
    assert rows(second.db, Loan)[-1].loan == late
    assert first.store.differences() == {} == second.store.differences()


def test_it_says_when_it_wants_to_be_called_again(city: City) -> None:
    first, worker, _ = begun(city)
    first.begin()
    assert worker.step() == NEXT_S or not worker.synced.more
    settled(worker)
    assert worker.step() == AGAIN_S


def test_a_hub_that_has_nothing_new_costs_the_disk_nothing(city: City) -> None:
    first, worker, _ = begun(city)
    first.begin()
    settled(worker)
    before = hub_line(first.db)
    city.pass_by(5)
    worker.step()
    assert hub_line(first.db) == before
    city.pass_by(60)
    worker.step()
    assert hub_line(first.db).heard_at == first.clock.now().at


def test_a_hub_that_is_away_is_asked_less_and_less(city: City) -> None:
    _, worker, line = begun(city)
    line.cut = {"pull"}
    waits = []
    for _ in range(9):
        waits.append(worker.step())
        city.pass_by(waits[-1])
    assert waits == [1, 2, 4, 8, 16, 32, 60, 60, 60] and worker.resting
    line.cut = set()
    worker.step()
    assert (worker.synced.way, worker.resting) == ("in_touch", False)


def test_a_line_that_comes_and_goes_has_its_budget() -> None:
    """Whatever happens between: no more than so many failures in any hour."""
    now, tried, state = 0, [], Patience()
    for _ in range(TRIES_AN_HOUR_MAX * 3):
        state = failed(went_well(state), now)
        tried.append(now)
        now += int(wait_s(state, now, lambda: 0.0) * 1000)
    for since in tried:
        assert sum(since <= at < since + patience.HOUR_MS for at in tried) <= TRIES_AN_HOUR_MAX
    assert max(state.failed_ms) - min(state.failed_ms) <= patience.HOUR_MS


def test_two_that_fail_together_do_not_come_back_together() -> None:
    state = Patience(in_a_row=30, failed_ms=(0,))
    assert wait_s(state, 0, lambda: 0.0) == LONGEST_S / 2 and wait_s(state, 0, lambda: 1.0) == LONGEST_S


@pytest.mark.parametrize("why", ["expired", "too_old", "too_new", "not_the_hub"])
def test_what_a_person_has_to_mend_is_written_down_until_it_is_mended(city: City, why: str) -> None:
    first, worker, line = begun(city)
    first.begin()
    settled(worker)
    line.cut, line.why = {"pull"}, why
    assert worker.step() == TROUBLE_S
    assert (worker.synced.way, hub_line(first.db).trouble) == ("trouble", why)
    line.cut = set()
    worker.step()
    assert (worker.synced.way, hub_line(first.db).trouble) == ("in_touch", "")


def test_a_revoked_kiosk_still_lends(city: City) -> None:
    from kiosk.hub import devices

    first, worker, _ = begun(city)
    first.begin()
    settled(worker)
    with city.engine.begin() as db:
        devices.change(db, first.store.device.device, state="revoked")
    first.lend(copy("hlm"), "zhang")
    assert worker.step() == TROUBLE_S
    assert (hub_line(first.db).trouble, waiting(first.db)) == ("revoked", 1)
    first.take_back(copy("hlm"))
    assert worker.step() == TROUBLE_S and waiting(first.db) == 2


def test_a_device_that_nobody_knows_is_told_so(city: City) -> None:
    stranger = Kiosk("stranger")
    worker, _ = joined(city, stranger)
    stranger.begin()
    assert worker.step() == TROUBLE_S and hub_line(stranger.db).trouble == "unknown_device"


@pytest.mark.parametrize("taken", [1, 2, 4])
def test_a_large_page_comes_in_portions_and_may_be_cut_between_them(city: City, taken: int) -> None:
    """Switched off in the middle: what is half here is asked for again."""
    first, worker, _ = begun(city)
    second, other, _ = begun(city, "second")
    first.begin()
    first.lend(copy("hlm"), "zhang")
    settled(worker)
    page = city.hub.pull(inbox.next_ask(second.store, second.clock.now()))
    assert page
    parts = list(inbox.portions(inbox.heard(page), 0, lambda: 3))
    assert sum(len(part.rows) for part in parts) == len(page.rows) and len(parts) > taken
    told = pulled.unheard(second.db, parts[0])
    for part in parts[:taken]:
        assert pulled.take(second.store, part, second.clock.now(), told)
    assert not hub_line(second.db).whole
    settled(other)
    settled(worker)
    assert second.rows() == first.rows() and second.store.differences() == {}


@pytest.mark.parametrize("somebody", [True, False])
def test_portions_are_small_for_as_long_as_somebody_stands_at_the_kiosk(city: City, somebody: bool) -> None:
    first, worker, _ = begun(city)
    second, _, line = begun(city, "second")
    first.begin()
    first.tell(*(CopyAdded(Copy(copy_number(1, serial), 1, 1, 1)) for serial in range(1000, 1080)))
    settled(worker)
    other, commits = SyncWorker(second.store, line, second.clock.now, somebody=lambda: somebody), []
    second.store.recorded = lambda: commits.append(1)
    settled(other)
    assert second.rows()["copies"] == first.rows()["copies"]
    assert (len(commits) > other.synced.received / inbox.PORTION_ROWS) == somebody


def test_a_loan_that_the_hub_does_not_have_is_taken_back_here(city: City) -> None:
    """No search by its copy finds it: it goes by the name of the fact that began it."""
    first, worker, line = begun(city)
    first.begin()
    settled(worker)
    loan = first.lend(copy("hlm"), "zhang")
    first.tell(BorrowUndone(copy("hlm"), loan))
    line.cut = {"pull"}
    worker.step()
    with city.engine.begin() as db:
        db.execute(delete(table_of(Loan)))
        db.execute(delete(pages).where(pages.c.row_table == "loans"))
    line.cut = set()
    settled(worker)
    assert rows(first.db, Loan) == ()
    assert first.store.differences() == {}
