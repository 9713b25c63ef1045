"""Rows of one subject that come with different pages: at no moment does a kiosk show less than it knew."""

from datetime import date
from pathlib import Path

import msgspec
import pytest
from cities import City, Kiosk
from msgspec import Struct
from msgspec.structs import replace
from quarrels import BOOK, loans, pair_of, the_copy
from sqlalchemy import Engine

from kiosk.domain.facts import LoanRenewed
from kiosk.storage import pulled
from kiosk.storage.hub_line import Own, hub_line
from kiosk.storage.pulled import Heard, HubRow
from kiosk.storage.tables import TABLES
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


def test_a_loan_that_goes_while_another_is_on_its_way_goes_when_all_is_here(tmp_path: Path, sqlite: Engine) -> None:
    city = City(tmp_path, sqlite)
    first, second = pair_of(city)
    gone = second.lend(BOOK, "li")
    second.take_back(BOOK)
    city.sync()
    city.pass_by(60)
    mine = first.lend(BOOK, "zhang")
    half = said(first, HubRow("loans", gone, f"copy {BOOK}"), as_told(the_copy(first)))
    assert take(first, half) and loans(first).keys() == {gone, mine}
    assert take(first, half) and loans(first).keys() == {gone, mine}
    assert take(first, replace(half, rows=(as_told(loans(first)[mine]),), whole=True))
    assert loans(first).keys() == {mine} and first.store.differences() == {}


def take(kiosk: Kiosk, heard: Heard) -> bool:
    return pulled.take(kiosk.store, heard, kiosk.clock.now(), pulled.unheard(kiosk.db, heard))


def said(kiosk: Kiosk, *rows: HubRow) -> Heard:
    """A page that is not the last, by a hub that has heard all of this kiosk."""
    line, (last, head) = hub_line(kiosk.db), kiosk.store.head()
    assert last
    seen = Own(last.generation, last.seq)
    return Heard(line.epoch, False, rows, line.cursor, False, seen, kiosk.clock.now().at, seen_head=head)


def as_told(row: Struct) -> HubRow:
    key = str(getattr(row, row.__struct_fields__[0]))
    return HubRow(TABLES[type(row)], key, f"copy {BOOK}", msgspec.json.encode(row))
