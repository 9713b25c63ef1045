"""What any release has ever told means the same for ever; a new column may be added, an old one never changes."""

import json
from pathlib import Path
from typing import Any

import pytest
from cities import City
from msgspec.structs import replace
from sqlalchemy import Engine, select

from kiosk.domain.facts import Fact
from kiosk.hub.tables import events, table_of
from kiosk.storage.apply import NO_FACT_YET
from kiosk.storage.keys import device_signer
from kiosk.storage.tables import TABLES
from kiosk.sync.messages import Segment, chain, signed_part

FOLDER = Path(__file__).parents[1] / "sync" / "golden"
RELEASES = sorted(FOLDER.glob("*.json"))


@pytest.mark.parametrize("file", RELEASES, ids=lambda file: file.stem)
def test_a_release_s_facts_make_the_rows_that_they_made_then(file: Path, tmp_path: Path, sqlite: Engine) -> None:
    golden, city = json.loads(file.read_text("utf-8")), City(tmp_path, sqlite)
    city.hub.push(segment_of(city, golden["bodies"]))
    made = projected(city)
    assert golden["rows"]["members"] and golden["rows"]["loans"]
    for table, rows in golden["rows"].items():
        for key, row in rows.items():
            assert {name: made[table][key][name] for name in row} == row, (table, key)
        assert made[table].keys() == rows.keys(), table
    with city.engine.connect() as db:
        assert db.execute(select(events.c.body).where(events.c.parked_why.is_not(None))).fetchall() == []


def segment_of(city: City, bodies: list[str]) -> Segment:
    kiosk = city.add("golden")
    plain = Segment(kiosk.store.device.device, 1, 1, NO_FACT_YET, tuple(bodies))
    return replace(plain, signature=device_signer(kiosk.db)(signed_part(plain, chain(plain)[-1])))


def projected(city: City) -> dict[str, dict[str, dict[str, Any]]]:
    found: dict[str, dict[str, dict[str, Any]]] = {}
    with city.engine.connect() as db:
        for struct, table in TABLES.items():
            rows = [dict(row._mapping) for row in db.execute(select(table_of(struct)))]
            key = struct.__struct_fields__[0]
            found[table] = {str(row[key]): json.loads(json.dumps(row, default=bytes.hex)) for row in rows}
    return found


def test_every_kind_of_the_first_release_is_there() -> None:
    """Whoever releases adds a file; the first one began with all kinds there were."""
    bodies = json.loads((FOLDER / "0.1.0.json").read_text("utf-8"))["bodies"]
    kinds = {json.loads(body)["p"]["type"] for body in bodies}
    assert len(kinds) == len(bodies) >= 87
    assert Fact.__struct_fields__[:3] == ("id", "device", "generation")
