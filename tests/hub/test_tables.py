"""What a larger database needs: the hall in every key, so that halls can lie on different machines."""

import pytest
from sqlalchemy import Index, Table

from kiosk.hub.tables import devices, directory, metadata, state

EVERYWHERE = {state.name, devices.name, directory.name}
SPREAD = [table for table in metadata.sorted_tables if table.name not in EVERYWHERE]


@pytest.mark.parametrize("table", SPREAD, ids=str)
def test_every_key_carries_the_hall(table: Table) -> None:
    halls = {"hall", "hall_of"} & {column.name for column in table.columns}
    assert len(halls & set(table.primary_key.columns.keys())) == 1
    for index in table.indexes:
        assert isinstance(index, Index)
        assert not index.unique or halls & set(index.columns.keys()), index.name
    assert table.constraints == {table.primary_key}, "nothing else is unique or refers elsewhere"


def test_what_is_everywhere_is_small() -> None:
    assert {"hub", "devices", "directory"} == EVERYWHERE
    assert len(SPREAD) > 30
