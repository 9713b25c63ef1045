"""Database: the hub's, in one file or in PostgreSQL; every commit is on the disk before it is acknowledged."""

from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, insert, select
from sqlcipher3 import dbapi2 as sqlcipher

from kiosk.hub.tables import metadata, state
from kiosk.storage.database import connected

FILE = "hub.db"
POOL = 8


def in_file(path: Path, key: str) -> Engine:
    """Encrypted like a kiosk's, and by the same rules."""
    return prepared(create_engine("sqlite://", module=sqlcipher, creator=lambda: opened(path, key), pool_size=POOL))


def opened(path: Path, key: str) -> Any:
    return connected(path, key, shared=True)


def in_postgres(url: str) -> Engine:
    """psycopg is the only driver; a connection that the server has closed is replaced before it is used."""
    return create_engine(url.replace("postgresql://", "postgresql+psycopg://", 1), pool_pre_ping=True, pool_size=POOL)


def prepared(engine: Engine) -> Engine:
    """SQLite begins as we say: whoever will write asks for the lock at once."""

    @event.listens_for(engine, "begin")
    def begin(db: Connection) -> None:
        db.exec_driver_sql("begin" if db.get_execution_options().get("reading") else "begin immediate")

    return engine


def made(engine: Engine, epoch: str) -> str:
    """Its tables, and its name for this line of history: a hub that was restored has another."""
    metadata.create_all(engine)
    with engine.begin() as db:
        kept = db.execute(select(state.c.value).where(state.c.name == "epoch")).scalar()
        if kept is None:
            db.execute(insert(state).values(name="epoch", value=epoch))
        return str(kept or epoch)
