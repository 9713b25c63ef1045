"""Cases as they are asked for: those that wait, one by its number, and its story with places and masked names."""

from msgspec import Struct

from kiosk.domain import names
from kiosk.domain.books import Copy, Title
from kiosk.domain.cases import Case, Evidence
from kiosk.domain.classes import Course
from kiosk.domain.halls import Hall
from kiosk.domain.members import Member, MemberDetails
from kiosk.storage.apply.rows import get
from kiosk.storage.database import Connection
from kiosk.storage.queries import rows

CASES_LISTED_MAX = 500
SETTLED_LISTED_MAX = 20  # what may still be looked at again on a page
TAIL_DIGITS = 4


class Line(Struct, frozen=True):
    """One piece of evidence as staff see it."""

    evidence: Evidence
    place: str  # the hall's name
    who: str = ""  # masked, or the end of the number


class CaseStory(Struct, frozen=True):
    case: Case
    title: str = ""  # of the book that it is about
    lines: tuple[Line, ...] = ()


def all_cases(db: Connection) -> tuple[Case, ...]:
    """The newest first."""
    return rows(db, Case, "order by opened_at desc, key limit ?", CASES_LISTED_MAX)


def case(db: Connection, key: str) -> Case | None:
    return get(db, Case, key)


def listed(db: Connection, *, settled: bool) -> tuple[Case, ...]:
    """Those that wait, the oldest first; or those that a person has decided, the latest first."""
    if settled:
        return rows(db, Case, "where state = 'settled' order by decided_at desc, key limit ?", SETTLED_LISTED_MAX)
    return rows(db, Case, "where state = 'open' order by opened_at, key limit ?", CASES_LISTED_MAX)


def title_of(db: Connection, found: Case) -> Title | None:
    kind, name = found.subject.split(" ", 1)
    copy = get(db, Copy, name) if kind == "copy" else None
    return get(db, Title, copy.title) if copy else None


def course_of(db: Connection, found: Case) -> str:
    """The name of the course that it is about."""
    kind, name = found.subject.split(" ", 1)
    course = get(db, Course, int(name)) if kind == "course" else None
    return course.title if course else ""


def story(db: Connection, found: Case) -> CaseStory:
    title = title_of(db, found)
    lines = tuple(Line(e, place(db, e.hall), who(db, e.member)) for e in found.evidence)
    return CaseStory(found, title.name if title else "", lines)


def place(db: Connection, hall: int) -> str:
    found = get(db, Hall, hall)
    return found.name if found else str(hall)


def who(db: Connection, member: int | None) -> str:
    if member is None:
        return ""
    details, known = get(db, MemberDetails, member), get(db, Member, member)
    return names.masked(details.name) if details else tail(known.number if known else str(member))


def tail(number: str) -> str:
    return f"···{number[-TAIL_DIGITS:]}"
