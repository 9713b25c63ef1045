"""A kiosk whose disk died and whose backup was put back goes on; what came after the backup comes back from the hub."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cities import City, Kiosk
from halls import KEY, NOON, copy, number_of
from lines import Line, joined, settled
from msgspec.structs import replace

from kiosk.domain.facts import BookReturned
from kiosk.domain.loans import Loan
from kiosk.domain.moment import Moment
from kiosk.hub import devices
from kiosk.storage.backup import back_up, restore
from kiosk.storage.database import database_file
from kiosk.storage.hub_line import hub_line, waiting
from kiosk.storage.keys import device_public
from kiosk.storage.queries import rows
from kiosk.storage.store import open_store
from kiosk.sync.worker import SyncWorker


def on_disk(city: City, folder: Path) -> Kiosk:
    folder.mkdir()
    kiosk = Kiosk("first", 1, database_file(folder))
    device = kiosk.store.device
    with city.engine.begin() as db:
        devices.add(db, device.device, 1, device_public(kiosk.db))
    return kiosk


@pytest.mark.parametrize("unsent", [False, True])
def test_what_came_after_the_backup_comes_back_from_the_hub(tmp_path: Path, unsent: bool) -> None:
    """Also when the backup still held what the hub has heard since: an answer that knows more is no stranger's."""
    city, folder = City(tmp_path), tmp_path / "kiosk"
    kiosk = on_disk(city, folder)
    worker, _ = joined(city, kiosk)
    kiosk.begin()
    settled(worker)
    if unsent:
        kiosk.lend(copy("tg"), "ou")
    back_up(kiosk.store, tmp_path / "backup.db", KEY)
    kiosk.lend(copy("hlm"), "zhang")
    settled(worker)
    kiosk.store.close()
    restore(tmp_path / "backup.db", folder, KEY, NOON)

    store = open_store(folder, KEY)
    assert store.device.generation == 2
    again = SyncWorker(store, Line(city), kiosk.clock.now)
    store.record(BookReturned(copy("food"), 1), moment=kiosk.clock.now())
    settled(again)
    assert (again.synced.way, hub_line(store.db).trouble, waiting(store.db)) == ("in_touch", "", 0)
    assert [loan.member for loan in rows(store.db, Loan, "where copy = ?", copy("hlm"))] == [number_of("zhang")]
    assert store.differences() == {}
    store.close()


def test_the_hub_tells_the_time_to_a_kiosk_whose_battery_is_flat(tmp_path: Path) -> None:
    city = City(tmp_path)
    first = city.add("first")
    worker, _ = joined(city, first)
    first.begin()
    settled(worker)
    heard = hub_line(first.db)
    flat = Moment(datetime(1999, 1, 1, tzinfo=UTC), heard.heard_boot, heard.heard_mono_ms + 90_000)
    assert heard.heard_at and first.store.reckoned(flat) == heard.heard_at + timedelta(seconds=90)
    assert first.store.reckoned(replace(flat, boot="another")) is None
