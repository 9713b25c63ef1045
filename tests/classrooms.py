"""A test hall with courses: `room.course("photo", seats=2)`, `room.at("19:00")`, `room.hall.scan("zhang")`."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

from halls import ISSUER, KEY_ID, NOON, TODAY, TestHall

from kiosk.domain.classes import Course, Session, to_utc
from kiosk.domain.codes import SessionPoster, poster_text
from kiosk.domain.facts import CourseSet, SeatConfirmed, SessionSet
from kiosk.domain.moment import Moment

COURSES = {"photo": 71, "erhu": 72, "talk": 73, "yoga": 74}
EVENING = 19 * 60


class Classroom:
    """Each course has one evening or more at 19:00, the first one today."""

    def __init__(self, hall: TestHall) -> None:
        self.hall = hall

    def course(self, name: str, *, evenings: int = 1, minute: int = EVENING, seats: int = 3, **fields: Any) -> int:
        key = COURSES[name]
        plain = {
            "hall": 1,
            "kind": "class",
            "title": name,
            "opens_on": TODAY - timedelta(days=20),
            "closes_on": TODAY + timedelta(days=20),
            "room": "301",
            "term": "2026-2",
        }
        self.hall.tell(CourseSet(Course(course=key, seats=seats, **plain | fields)))
        for n in range(evenings):
            starts_at = to_utc(TODAY + timedelta(days=7 * n), minute, 480)
            session = Session(self.session(name, n), key, starts_at, starts_at + timedelta(minutes=90), seats)
            self.hall.tell(SessionSet(session))
        return key

    def session(self, name: str, n: int = 0) -> int:
        return COURSES[name] * 100 + n

    def seat(self, name: str, *members: int) -> None:
        self.hall.tell(*(SeatConfirmed(COURSES[name], member) for member in members))

    def at(self, time: str, day: date = TODAY) -> None:
        """Moves the clock on to a minute of a day; it never goes back."""
        hour, minute = map(int, time.split(":"))
        wanted = to_utc(day, hour * 60 + minute, 480)
        passed = (wanted - self.hall.clock.now().at).total_seconds()
        assert passed >= 0
        self.hall.pass_by(passed - 3 if passed > 3 else passed)

    def poster(self, name: str, day: date = TODAY) -> str:
        return poster_text(SessionPoster(KEY_ID, self.session(name), 1, day), ISSUER.sign)

    def wrong_clock(self, year: int) -> None:
        """The machine's clock is set; the counter of its boot goes on."""
        self.hall.clock.clock.at = datetime(year, 1, 1, tzinfo=UTC)  # type: ignore[attr-defined]

    def right_clock(self) -> None:
        self.hall.clock.clock.at = NOON  # type: ignore[attr-defined]


class LostClock:
    """A machine that was started anew with an empty battery: nothing tells the time."""

    def now(self) -> Moment:
        return Moment(datetime(2001, 1, 1, tzinfo=UTC), "another boot", 1000)
