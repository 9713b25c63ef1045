"""The demo's certificates: two courses that are over; some hold, some are replaced, revoked, or still to come."""

import random
from datetime import date, datetime, timedelta

from msgspec import Struct

from kiosk.domain.classes import Course, Session, minutes_between
from kiosk.domain.eligibility import missing
from kiosk.domain.facts import (
    AttendanceEntered,
    AttendanceLeft,
    CourseSet,
    Happening,
    SeatConfirmed,
    SessionClosed,
    SessionSet,
)
from kiosk.domain.giving import Asked
from kiosk.domain.refusals import Refused
from kiosk.domain.series import Series, course_of, sessions_of
from kiosk.storage import certificates, programme, queries
from kiosk.storage.database import Connection
from kiosk.storage.ids import ID_BITS
from kiosk.storage.store import Store
from kiosk.upkeep.demo_people import Cast
from kiosk.upkeep.demo_shelves import Teller
from kiosk.upkeep.demo_states import has_rare
from kiosk.upkeep.issuing import issue, revoke, supersede

SEED = 318
BEGAN_DAYS_AGO, EVENINGS = 190, 12
LEARNERS, OF_EACH = 16, 3
ORGANISER = "S003"
MISSES = 0.1  # of the evenings; every fifth learner misses half
WHY_REVOKED = "同名会员，登记错了人"


class ListedCertificate(Struct, frozen=True):
    """An eligible one has no number yet: the member and the course say whose it will be."""

    number: str
    state: str  # valid, superseded, revoked, eligible
    member: str
    course: str


def add_certificates(store: Store, teller: Teller, cast: Cast, today: date) -> None:
    """Chance of its own, and after all else, so that the rest of the demo is the same with it and without."""
    rng = random.Random(SEED)
    learners = chosen(store.db, cast, rng)
    with store.transaction():
        calligraphy = played(store, teller, rng, ("书法入门（楷书）", "2", learners, today))
        played(store, teller, rng, ("居家急救与护理", "4", learners, today))
        asked = Asked("completion", teller.moment(), ORGANISER, sample=True)
        rules = queries.hall_rules(store.db, store.device.hall)
        cases = certificates.cases(store.db, rules, calligraphy)
        done = issue(store, cases, asked)
        assert not isinstance(done, Refused), "a hall that stands alone has numbers"
        for number in done.numbers[:OF_EACH]:
            supersede(store, number, Asked("completion", asked.moment, ORGANISER, "bilingual-1"))
        for number in done.numbers[OF_EACH : 2 * OF_EACH]:
            revoke(store, number, WHY_REVOKED, asked)


def chosen(db: Connection, cast: Cast, rng: random.Random) -> list[int]:
    """Some whose names are rare are among them: their certificates are the first that anybody looks at."""
    rare = [m for m in cast.others if has_rare(name_of(db, m))]
    plain = [m for m in cast.others if m not in rare]
    return [*rare[:OF_EACH], *rng.sample(plain, min(LEARNERS, len(plain)))]


def name_of(db: Connection, member: int) -> str:
    found = queries.details(db, member)
    return found.name if found else ""


def played(store: Store, teller: Teller, rng: random.Random, what: tuple[str, str, list[int], date]) -> Course:
    """A whole course, written down from its paper sheets."""
    title, weekdays, learners, today = what
    first = today - timedelta(days=BEGAN_DAYS_AGO)
    rules = queries.hall_rules(store.db, store.device.hall)
    series = Series(
        title=title,
        kind="class",
        weekdays=weekdays,
        time="19:00",
        first=first,
        length_min=90,
        count=EVENINGS,
        seats=len(learners),
        teacher="周敏",
        room="302 教室",
        term=f"{first.year}-1",
    )
    course = course_of(series, rules, rng.getrandbits(ID_BITS), first)
    sessions = sessions_of(series, rules, course.course, lambda: rng.getrandbits(ID_BITS))
    told = teller.moment()
    store.record(CourseSet(course), *map(SessionSet, sessions), moment=told)
    store.record(*(SeatConfirmed(course.course, member) for member in learners), moment=told)
    for session in sessions:
        store.record(*evening(session, learners, rng), SessionClosed(session.session), moment=told)
    found = programme.course(store.db, course.course)
    assert found, "just recorded"
    return found


def evening(session: Session, learners: list[int], rng: random.Random) -> list[Happening]:
    found: list[Happening] = []
    for n, member in enumerate(learners):
        if rng.random() < (0.5 if n % 5 == 4 else MISSES):
            continue
        came: datetime = session.at(-rng.randrange(2, 20))
        minutes = minutes_between(session.starts_at, session.ends_at)
        found.append(AttendanceEntered(session.session, member, "paper", entered_at=came))
        found.append(AttendanceLeft(session.session, member, minutes, "paper", session.ends_at))
    return found


def listed_certificates(db: Connection, hall: int) -> list[ListedCertificate]:
    """Those of the register, then those who have earned one and have none."""
    rules = queries.hall_rules(db, hall)
    found = []
    for one in certificates.register(db):
        member = queries.member(db, one.member)
        state = "revoked" if one.revoked_on else "superseded" if one.superseded_by else "valid"
        found.append(ListedCertificate(one.certificate, state, member.number if member else "", str(one.course)))
    for course in programme.courses(db):
        cases = certificates.cases(db, rules, course)
        earned = (case for case in cases if not missing(case, "completion"))
        found += [ListedCertificate("", "eligible", case.number, str(course.course)) for case in earned]
    return found
