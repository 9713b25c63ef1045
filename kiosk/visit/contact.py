"""Contact: the light that says how this kiosk and its hub stand to each other, read from the disk alone."""

from datetime import datetime, timedelta, timezone

from kiosk.domain.contact import Contact, since_heard, way
from kiosk.domain.halls import Hall
from kiosk.domain.moment import Moment
from kiosk.storage.database import Connection
from kiosk.storage.hub_line import contact, waiting_since
from kiosk.visit.screens import Light
from kiosk.visit.sitting import Place

ALONE = Light()


def light(db: Connection, hall: Hall, now: Moment) -> Light:
    known = contact(db)
    if not known.joined:
        return ALONE
    return Light(
        way=way(known, now),
        waiting=known.waiting,
        since=told(waiting_since(db), hall, now) if known.waiting else "",
        heard=told(heard_at(known, now), hall, now),
        days=since_heard(known.heard, now).days if known.heard else 0,
        trouble=known.trouble,
    )


def light_of(place: Place) -> Light:
    return light(place.db, place.rules.hall, place.moment)


def heard_at(known: Contact, now: Moment) -> datetime | None:
    """By this kiosk's own clock, since that is the one on the wall."""
    return now.at - since_heard(known.heard, now) if known.heard else None


def told(at: datetime | None, hall: Hall, now: Moment) -> str:
    """Today the time, else the day as well."""
    if at is None:
        return ""
    zone = timezone(timedelta(minutes=hall.utc_offset_min))
    local = at.astimezone(zone)
    return f"{local:%H:%M}" if local.date() == now.at.astimezone(zone).date() else f"{local:%m-%d %H:%M}"
