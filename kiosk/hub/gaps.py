"""Gaps: a device goes on after a part of its story that nobody has heard; staff are told when it lasts for a day."""

from datetime import datetime, timedelta

from sqlalchemy import delete, insert, select

from kiosk.domain.cases import Evidence
from kiosk.domain.contradictions import Contradiction
from kiosk.domain.subjects import Subject
from kiosk.hub.cases import open_case
from kiosk.hub.devices import Known
from kiosk.hub.heard import in_order
from kiosk.hub.tables import gaps
from kiosk.hub.turn import Turn

PATIENCE = timedelta(hours=24)  # a kiosk goes back by itself, and a stick may be on its way


def told_after_a_day(turn: Turn, device: Known, now: datetime) -> None:
    """Only who meets a gap pays for remembering it; once the device was heard further, it is another gap."""
    since = open_since(turn, device)
    if since is None:
        begun(turn, device, now)
    elif now - since >= PATIENCE:
        name = f"{device.device} {device.generation}-{device.last_seq}"
        shown = Evidence(name, "gap", since, now, device.device, device.hall)
        open_case(turn, device.hall, Subject("device", device.device), Contradiction("gap", (shown,)), now)


def open_since(turn: Turn, device: Known) -> datetime | None:
    place = {"hall": device.hall, "device": device.device, "generation": device.generation, "last_seq": device.last_seq}
    same = [gaps.c[name] == value for name, value in place.items()]
    found = turn.db.execute(select(gaps.c.since).where(*same)).scalar()
    return datetime.fromisoformat(found) if found else None


def begun(turn: Turn, device: Known, now: datetime) -> None:
    turn.db.execute(delete(gaps).where(gaps.c.hall == device.hall, gaps.c.device == device.device))
    row = (device.hall, device.device, device.generation, device.last_seq, in_order(now))
    turn.db.execute(insert(gaps).values(row))
