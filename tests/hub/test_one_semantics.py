"""A kiosk takes one step for each fact and a hub folds whole stories: of any history they make the same rows."""

from contextlib import suppress
from pathlib import Path
from random import Random
from typing import Any

import pytest
from cities import City
from hub.test_troubles import added, tell
from simulation.acts import ACTS, begun
from sqlalchemy import Engine, select

from kiosk.domain.arriving import HUB
from kiosk.domain.subjects import Subject, subject_of_row
from kiosk.hub.tables import SEALED, events, heads, table_of
from kiosk.hub.turn import Turn
from kiosk.storage.database import StorageFault
from kiosk.storage.tables import TABLES, from_row

FACTS = 150


def both(city: City, k: Any) -> list[tuple[str, set[Any], set[Any]]]:
    """Without the stories in which the hub itself has said something: the kiosk has not heard it yet."""
    found = []
    with city.engine.connect() as db:
        said = {name for (name,) in db.execute(select(events.c.subject).where(events.c.device == HUB))}
        for struct, table in TABLES.items():
            if struct not in SEALED:
                hub = {tuple(row[1:]) for row in db.execute(select(table_of(struct)))}
                mine = set(k.raw.execute(f"select * from {table}"))
                both = [
                    {r for r in rows if str(subject_of_row(from_row(struct, r))) not in said} for rows in (hub, mine)
                ]
                found.append((table, *both))
    return found


@pytest.mark.parametrize("seed", range(6))
def test_steps_and_folds_of_any_history_agree(tmp_path: Path, sqlite: Engine, seed: int) -> None:
    city, rng = City(tmp_path, sqlite), Random(seed)
    k = added(city, "a")
    tell(k, *begun(1, k))
    for _ in range(FACTS):
        with suppress(StorageFault):  # a number that somebody has
            tell(k, *rng.choice(ACTS)(k, rng))
    city.send(k)
    for table, stepped, mine in both(city, k):
        assert stepped == mine, table
    fold_all(city)
    for table, folded, mine in both(city, k):
        assert folded == mine, table


def fold_all(city: City) -> None:
    """As if each subject's last fact had come late."""
    with city.engine.begin() as db:
        turn = Turn(db)
        told = db.execute(select(heads.c.hall, heads.c.subject)).fetchall()
        turn.open({hall for hall, _ in told})
        turn.late = {(hall, Subject(*name.split(" ", 1))): None for hall, name in told}
        turn.close()
