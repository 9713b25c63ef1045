"""Welcome: the first page tells what is on today and which books are new."""

from datetime import datetime, timedelta

from kiosk.domain.classes import Course, Session, local, to_utc
from kiosk.storage import programme as stored
from kiosk.visit.finding import found_title
from kiosk.visit.programme import known_now, session_shown
from kiosk.visit.screens import Home
from kiosk.visit.sitting import Place

SESSIONS = 4
COVERS = 5


def home(place: Place) -> Home:
    now, sessions = known_now(place), today(place)
    new = place.catalogue.newest(COVERS) or place.catalogue.most_read(COVERS)
    return Home(
        sessions=tuple(session_shown(place, course, session) for course, session in sessions),
        now_at=now_at([session for _, session in sessions], now),
        shelf=tuple(found_title(place, title) for title in new),
    )


def today(place: Place) -> list[tuple[Course, Session]]:
    """What is going on or still to come today."""
    now, offset = known_now(place), place.rules.hall.utc_offset_min
    midnight = to_utc(local(now, offset).date(), 0, offset)
    found = stored.between(place.db, midnight, midnight + timedelta(days=1), "")
    here = [(c, s) for c, s in found if c.hall == place.rules.hall.hall and s.ends_at > now and s.state == "planned"]
    return here[:SESSIONS]


def now_at(sessions: list[Session], now: datetime) -> float:
    """How far along the line of sessions it is: a session begins at its dot and ends before the next."""
    begun = [n for n, session in enumerate(sessions) if session.starts_at <= now]
    if not begun:
        return 0.0
    last = sessions[begun[-1]]
    done = (now - last.starts_at) / max(last.ends_at - last.starts_at, timedelta(minutes=1))
    return (begun[-1] + min(done, 1.0) * 0.8) / len(sessions)
