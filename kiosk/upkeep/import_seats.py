"""Import of enrolments: who sits in which course, or waits for it; each once, and never against what is known here."""

from collections import defaultdict
from collections.abc import Callable
from typing import Any

from kiosk.domain.classes import Course
from kiosk.domain.enrolments import Enrolment, EnrolmentState
from kiosk.domain.facts import Happening, SeatConfirmed, SeatRequested
from kiosk.domain.leases import decides_here, free_here
from kiosk.domain.members import Member
from kiosk.domain.moment import Moment
from kiosk.exchange.headers import SEATS, plain_header
from kiosk.exchange.people_rows import PersonEntry
from kiosk.exchange.problems import (
    COURSE_CALLED_OFF,
    COURSE_DOUBTFUL,
    COURSE_NOT_HERE,
    ENROLLED_OTHERWISE,
    MEMBER_NOT_HERE,
    NO_SEAT_FREE,
    SEAT_UNREAD,
    turned_away,
)
from kiosk.exchange.title_rows import shown, word
from kiosk.storage import programme, queries
from kiosk.storage.store import Store
from kiosk.upkeep.import_people import Taken

WAITS: tuple[EnrolmentState, ...] = ("waiting", "requested")


class EnrolmentImport:
    """The days of enrolling are not asked, since it has happened; a seat that is not there is not given."""

    def __init__(self, store: Store, now: Callable[[], Moment]) -> None:
        self.store, self.now, self.db = store, now, store.db
        self.named: dict[str, list[Course]] = defaultdict(list)
        for course in programme.courses(store.db):
            self.named[plain_header(course.title)].append(course)

    def take(self, entry: PersonEntry) -> Taken:
        problems, said = list(entry.problems), entry.said.get

        def odd(trouble: Any, **values: Any) -> Taken:
            return "rejected", (*problems, trouble.at(entry.row, **values))

        if turned_away(entry.problems):
            return "rejected", entry.problems
        found, number = self.meant(entry.said), said("member", "")
        if len(found) != 1:
            course = said("course", "") or said("number", "")
            return odd(COURSE_DOUBTFUL if found else COURSE_NOT_HERE, course=shown(course), count=len(found))
        state = word(tuple(SEATS.items()), said("state", "")) if said("state") else "confirmed"
        if not state:
            return odd(SEAT_UNREAD, seen=shown(said("state", "")))
        member = queries.member_numbered(self.db, number)
        if member is None:
            return odd(MEMBER_NOT_HERE, number=shown(number))
        return self.seated(found[0], member, state, odd)

    def meant(self, said: dict[str, str]) -> list[Course]:
        """By its number where that is one of ours; else by its name, and by its term where the list tells one."""
        number = said.get("number", "")
        by_number = programme.course(self.db, int(number)) if number.isascii() and number.isdecimal() else None
        if by_number:
            return [by_number]
        found, term = self.named.get(plain_header(said.get("course", "")), []), said.get("term")
        found = [course for course in found if not term or course.term == term]
        return [course for course in found if course.cancelled_why is None] or found

    def seated(self, known: Course, member: Member, state: str, odd: Callable[..., Taken]) -> Taken:
        """What the list says is done, what is so already is left, and what was settled here otherwise is told."""
        course = programme.course(self.db, known.course)
        assert course, "no course is ever taken away"
        mine = programme.enrolment(self.db, course.course, member.member)
        if is_so(mine, state):
            return "unchanged", ()
        if mine is not None:
            return odd(ENROLLED_OTHERWISE, number=member.number, state={"word": f"seat_said.{mine.state}"})
        if course.cancelled_why is not None:
            return odd(COURSE_CALLED_OFF, course=course.title)
        if state == "confirmed" and not free_here(course):
            return odd(NO_SEAT_FREE, course=course.title, seats=course.seats)
        self.store.record(asked(course, member, state), moment=self.now())
        return "added", ()


def is_so(mine: Enrolment | None, state: str) -> bool:
    """Whoever withdrew elsewhere and never asked here has nothing to withdraw."""
    if mine is None:
        return state == "withdrawn"
    return mine.state in WAITS if state == "waiting" else mine.state == state


def asked(course: Course, member: Member, state: str) -> Happening:
    if state == "confirmed":
        return SeatConfirmed(course.course, member.member)
    return SeatRequested(course.course, member.member, waiting=decides_here(course))
