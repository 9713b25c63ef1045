"""A newer kiosk and an older hub: what is not understood waits, stops nobody, and counts after the upgrade."""

from pathlib import Path

import msgspec
import pytest
from cities import City
from halls import copy
from sqlalchemy import Engine

from kiosk.domain.loans import Loan
from kiosk.hub import parked, reading
from kiosk.hub.parked import retry
from kiosk.storage.apply import read_fact
from kiosk.storage.queries import rows


def not_yet(body: str) -> object:
    """As a hub reads it that was released before books could be renewed."""
    if "LoanRenewed" in body:
        raise msgspec.ValidationError("Invalid value 'LoanRenewed'")
    return read_fact(body)


def test_what_an_older_hub_did_not_understand_counts_after_its_upgrade(
    tmp_path: Path, sqlite: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    from datetime import date

    from kiosk.domain.facts import LoanRenewed

    city = City(tmp_path, sqlite)
    first, second = city.add("first"), city.add("second")
    first.begin()
    loan = first.lend(copy("hlm"), "zhang")
    first.tell(LoanRenewed(copy("hlm"), loan, date(2027, 1, 21), "default"))
    first.lend(copy("tg"), "li")
    monkeypatch.setattr(reading, "read_fact", not_yet)
    monkeypatch.setattr(parked, "read_fact", not_yet)
    city.sync()
    assert {row.renewals for row in rows(second.db, Loan)} == {0} and len(second.rows()["loans"]) == 2
    assert retry(city.hub)[0] == 0
    monkeypatch.undo()
    assert retry(city.hub)[0] == 1
    city.sync()
    assert rows(second.db, Loan, "where loan = ?", loan)[0].renewals == 1
    assert first.rows() == second.rows() and first.store.differences() == {}
    assert retry(city.hub)[0] == 0
