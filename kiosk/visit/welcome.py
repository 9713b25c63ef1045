"""Welcome: the first page tells what is on today and which books are new."""

from datetime import timedelta

from kiosk.domain.classes import Course, Session, local, to_utc
from kiosk.storage import programme as stored, queries
from kiosk.storage.database import StorageFault
from kiosk.visit.days import LINE_MAX, now_at
from kiosk.visit.finding import found_title
from kiosk.visit.programme import known_now, session_shown
from kiosk.visit.screens import Attract, HallNotice, Home
from kiosk.visit.sitting import Place

COVERS = 5


def waiting(place: Place, turns: int) -> Attract:
    """The window first, then each notice in turn."""
    try:
        notices = queries.notices(place.db, place.rules.hall.hall, place.today)
    except StorageFault:
        return Attract()
    turn = turns % (len(notices) + 1)
    return Attract(HallNotice(notices[turn - 1].title, notices[turn - 1].text)) if turn else Attract()


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
    return here[:LINE_MAX]
