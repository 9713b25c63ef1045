"""State: the few words that a hub keeps of itself."""

from sqlalchemy import Connection, delete, insert, select

from kiosk.hub.tables import state


def kept(db: Connection, name: str) -> str | None:
    found = db.execute(select(state.c.value).where(state.c.name == name)).scalar()
    return None if found is None else str(found)


def keep(db: Connection, name: str, value: str) -> None:
    db.execute(delete(state).where(state.c.name == name))
    db.execute(insert(state).values(name=name, value=value))
