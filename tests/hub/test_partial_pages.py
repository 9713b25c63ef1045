"""Rows of one subject that come with different pages: at no moment does a kiosk show less than it knew."""

from datetime import date
from pathlib import Path

import pytest
from cities import City, Kiosk
from msgspec.structs import replace
from quarrels import BOOK, loans, pair_of, the_copy
from sqlalchemy import Engine

from kiosk.domain.facts import LoanRenewed
from kiosk.storage import pulled
from kiosk.sync.inbox import next_ask, take_page
from kiosk.sync.messages import Page

LATER = date(2027, 1, 20)


@pytest.fixture
def parted(tmp_path: Path, sqlite: Engine) -> tuple[City, Kiosk, str]:
    """A loan of the first kiosk's own, renewed at the second: the copy lies in one page, the loan in a later one."""
    city = City(tmp_path, sqlite)
    first, second = pair_of(city)
    loan = first.lend(BOOK, "zhang")
    city.send(first)
    city.hear(second)
    second.tell(LoanRenewed(BOOK, loan, LATER, "default"))
    city.send(second)
    return city, first, loan


def pages(city: City, kiosk: Kiosk) -> list[Page]:
    """One number at a time, each taken at once."""
    found = []
    while not found or found[-1].more:
        page = city.hub.pull(replace(next_ask(kiosk.store, kiosk.clock.now()), limit=1))
        assert page and take_page(kiosk.store, page, kiosk.clock.now())
        found.append(page)
        assert [loan.ended for loan in loans(kiosk).values()] == [None] and the_copy(kiosk).on_loan
    return found


def test_a_loan_that_was_shown_stays_until_its_row_is_here(parted: tuple[City, Kiosk, str]) -> None:
    city, kiosk, loan = parted
    tables = [[row.table for row in page.rows] for page in pages(city, kiosk)]
    assert ["copies"] in tables and tables.index(["copies"]) < tables.index(["loans"])
    assert loans(kiosk)[loan].due_on == LATER
    assert kiosk.store.differences() == {}
    assert kiosk.db.execute("select count(*) from hub_rows where stale").fetchone() == (0,)


def test_without_that_care_it_would_be_gone(parted: tuple[City, Kiosk, str], monkeypatch: pytest.MonkeyPatch) -> None:
    city, kiosk, _ = parted
    monkeypatch.setattr(pulled, "kept_until_whole", lambda *_: None)
    with pytest.raises(AssertionError):
        pages(city, kiosk)


def test_what_is_lent_meanwhile_on_top_of_it_is_kept(parted: tuple[City, Kiosk, str]) -> None:
    city, kiosk, loan = parted
    for _ in range(2):
        page = city.hub.pull(replace(next_ask(kiosk.store, kiosk.clock.now()), limit=1))
        assert page and take_page(kiosk.store, page, kiosk.clock.now())
    city.pass_by(60)
    later = kiosk.lend(BOOK, "li")
    city.sync()
    assert [(key, one.ended) for key, one in loans(kiosk).items()] == [(loan, "implied"), (later, None)]
    assert kiosk.store.differences() == {} and loans(kiosk)[loan].due_on == LATER
