"""Rating: one of five faces for an evening that is over, at the next visit and never in the queue at the door."""

from datetime import timedelta

from kiosk.domain.facts import RatingAsked, RatingGiven
from kiosk.domain.policy import RATING_DAYS, RATING_FACES, RATING_LINE_MAX
from kiosk.domain.refusals import NOT_CHECKED_IN
from kiosk.storage import programme as stored
from kiosk.visit import showing
from kiosk.visit.programme import known_now, number, session_shown
from kiosk.visit.screens import Rating
from kiosk.visit.sitting import Place, Sitting, Step


def asked(place: Place, sitting: Sitting) -> Step | None:
    """Once, about the latest evening alone; whoever passes it over has said nothing, and is left in peace."""
    if sitting.member is None or at_door(place, sitting.member):
        return None
    since = known_now(place) - timedelta(days=RATING_DAYS)
    row = stored.latest_over(place.db, sitting.member, since)
    session = stored.session(place.db, row.session) if row and row.faces is None else None
    course = stored.course(place.db, session.course) if session else None
    if session is None or course is None:
        return None
    facts = place.record(RatingAsked(session.session, sitting.member))
    return Step(sitting, Rating(session_shown(place, course, session)), facts)


def at_door(place: Place, member: int) -> bool:
    """Coming or going: others stand behind."""
    return stored.entered(place.db, member, known_now(place)) is not None


def rate(place: Place, sitting: Sitting, arguments: dict[str, object]) -> Step:
    """Only whoever was there has something to say, and says it once."""
    assert sitting.member is not None
    key, faces = number(arguments.get("session")), number(arguments.get("faces"))
    since = known_now(place) - timedelta(days=RATING_DAYS)
    known = {session.session for session in stored.unrated(place.db, sitting.member, since)}
    if key not in known or not 0 < faces <= RATING_FACES:
        return Step(sitting, showing.refusal("class", (NOT_CHECKED_IN.because(),)))
    line = str(arguments.get("line") or "")[:RATING_LINE_MAX]
    facts = place.record(RatingGiven(key, sitting.member, faces, line))
    return Step(sitting, showing.basket(place, sitting), facts)
