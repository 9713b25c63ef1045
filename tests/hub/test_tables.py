"""What a larger database needs: the hall in every key, so that halls can lie on different machines."""

import pytest
from sqlalchemy import Index, Table

from kiosk.hub.tables import devices, directory, metadata, state

EVERYWHERE = {state.name, devices.name, directory.name}
SPREAD = [table for table in metadata.sorted_tables if table.name not in EVERYWHERE]


@pytest.mark.parametrize("table", SPREAD, ids=str)
def test_every_key_carries_the_hall(table: Table) -> None:
    hall = "hall_of" if "hall_of" in table.columns else "hall"
    assert hall in table.primary_key.columns
    for index in table.indexes:
        assert isinstance(index, Index)
        assert not index.unique or hall in index.columns, index.name
    assert table.constraints == {table.primary_key}, "nothing else is unique or refers elsewhere"


def test_what_is_everywhere_is_small() -> None:
    assert {"hub", "devices", "directory"} == EVERYWHERE
    assert len(SPREAD) > 30
