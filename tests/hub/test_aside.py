"""Devices that are not believed any more: what they say waits for a person, and a lost one forgets everything."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from cities import City, Kiosk
from halls import copy
from msgspec.structs import replace
from served import Served, client, serving

from kiosk.domain.loans import Loan
from kiosk.hub import devices
from kiosk.hub.quarantined import by_device, decide
from kiosk.storage.database import new_key, read_key
from kiosk.storage.queries import rows
from kiosk.sync.client import NoAnswer
from kiosk.sync.entering import join
from kiosk.sync.inbox import next_ask
from kiosk.sync.leaving import leave
from kiosk.sync.outbox import next_segment


@pytest.fixture
def city(tmp_path: Path) -> City:
    return City(tmp_path)


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    with serving(tmp_path / "hub") as made:
        yield made


def revoked(city: City) -> tuple[Kiosk, Kiosk, str]:
    """The first has lent a book that the hub had not heard of when it was switched off."""
    first, second = city.add("first"), city.add("second")
    first.begin()
    city.sync()
    with city.engine.begin() as db:
        devices.change(db, first.store.device.device, state="revoked")
    loan = first.lend(copy("hlm"), "zhang")
    for _ in range(2):
        segment = next_segment(first.store, first.clock.now())
        assert segment and city.hub.push(segment).status == "revoked"
    return first, second, loan


@pytest.mark.parametrize("decision", ["accepted", "refused"])
def test_a_person_decides_once(city: City, decision: Any) -> None:
    first, second, loan = revoked(city)
    device = first.store.device.device
    with city.engine.connect() as db:
        assert [(one.device, one.why, one.facts) for one in by_device(db)] == [(device, "revoked", 1)]
    assert decide(city.hub, device, decision) == 1
    assert decide(city.hub, device, decision) == 0
    segment = next_segment(first.store, first.clock.now())
    assert segment and city.hub.push(segment).status == "revoked"
    with city.engine.connect() as db:
        assert by_device(db) == []
    city.hear(second)
    assert [x.loan for x in rows(second.db, Loan)] == ([loan] if decision == "accepted" else [])
    assert second.store.differences() == {}


def test_a_lost_device_sends_all_and_forgets(served: Served, tmp_path: Path) -> None:
    key_file = tmp_path / "data.key"
    key = new_key(key_file)
    kiosk = Kiosk("lost", path=tmp_path / "kiosk.db")
    store = kiosk.store
    join(store, served.invitation())
    http = client(kiosk)
    served.clients.append(http)
    kiosk.begin()
    served.change(kiosk, state="revoked", wipe="2026-11-21T04:00:00.000000+00:00")
    with pytest.raises(NoAnswer) as told:
        http.pull(next_ask(store, kiosk.clock.now()))
    assert told.value.code == "revoked" and told.value.order
    order = told.value.order
    assert not leave(store, replace(order, device="another"), http.push, key_file)
    assert not leave(store, order, lambda segment: http.push(replace(segment, signature=bytes(64))), key_file)
    count = len(list(store.facts()))
    assert read_key(key_file) == key
    assert leave(store, order, http.push, key_file)
    assert not key_file.exists()
    with served.hub.hub.engine.connect() as db:
        assert by_device(db)[0].facts == count
