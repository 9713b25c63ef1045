"""The demo's term: evening classes, talks every week, weekends; full courses, waiting lists, seats not used."""

import random
from datetime import date, timedelta
from itertools import islice

from msgspec import Struct

from kiosk.domain.attendance import Attendance
from kiosk.domain.classes import Course, Session, local, minutes_between
from kiosk.domain.closing import Ending, close, paused
from kiosk.domain.facts import (
    AttendanceEntered,
    AttendanceLeft,
    CourseSet,
    GuestCounted,
    Happening,
    NoShowMarked,
    RatingGiven,
    SeatConfirmed,
    SeatRequested,
    SessionSet,
)
from kiosk.domain.policy import DEFAULT
from kiosk.domain.series import Series, course_of, sessions_of
from kiosk.storage import programme, queries
from kiosk.storage.new_ids import ID_BITS
from kiosk.storage.store import Store
from kiosk.upkeep.demo_people import Cast
from kiosk.upkeep.demo_shelves import Teller

TERM_DAYS_AGO, TERM_WEEKS, NEXT_TERM_DAYS = 60, 15, 42
FIRST_ISSUE = 1738  # 期号
COMES, LATE, LEAVES_EARLY, NEVER_OUT, RATES = 0.93, 0.08, 0.05, 0.02, 0.25  # shares
IDLERS = 3  # members who keep seats and do not come
WAITING = 4  # behind each full course


class Plan(Struct, frozen=True):
    """One course of the term; `demand`: how many want it, of its seats."""

    title: str
    kind: str
    weekdays: str
    time: str
    length_min: int
    seats: int
    teacher: str
    room: str
    demand: float


PLANS = (
    Plan("智能手机摄影", "class", "2", "19:00", 90, 24, "周敏", "301 教室", 1.3),
    Plan("声乐与合唱", "class", "2", "18:45", 90, 40, "方晓岚", "多功能厅", 0.7),
    Plan("二胡入门", "class", "3", "19:00", 90, 16, "梁德厚", "音乐教室", 1.4),
    Plan("办公软件实操", "class", "4", "19:00", 120, 30, "许文慧", "电脑教室", 0.8),
    Plan("家常菜与面点", "class", "4", "18:30", 120, 18, "宋知远", "烹饪教室", 1.2),
    Plan("八段锦与太极", "exercise", "5", "19:00", 60, 36, "何青山", "形体房", 0.6),
    Plan("每周一讲", "lecture", "3", "18:30", 90, 80, "", "报告厅", 0.3),
    Plan("周末剧场", "show", "6", "19:00", 100, 120, "", "剧场", 0.2),
    Plan("钳工技能体验", "weekend", "6", "10:00", 120, 12, "梁德厚", "实训室", 1.5),
    Plan("亲子手工", "weekend", "7", "10:00", 90, 20, "方晓岚", "205 教室", 0.9),
    Plan("读书沙龙", "salon", "7", "15:00", 90, 25, "许文慧", "职工书屋", 0.5),
)
TOPICS = ("冬天怎样养护心血管", "看懂工资条", "家里的用电安全", "退休手续一次说清", "孩子的视力", "防骗二十招")


class Term:
    """Chance of its own, so that the year before is the same with classes and without."""

    def __init__(self, store: Store, teller: Teller, cast: Cast, today: date) -> None:
        self.store, self.teller, self.today = store, teller, today
        self.rng = random.Random(teller.rng.getrandbits(32))
        self.rules = queries.hall_rules(store.db, store.device.hall)
        self.crowd = cast.others[len(cast.others) // 3 :]  # a third of the readers only read
        self.idlers = frozenset(self.crowd[-IDLERS:])

    def record(self, *happenings: Happening) -> None:
        self.store.record(*happenings, moment=self.teller.moment())

    def new_id(self) -> int:
        return self.rng.getrandbits(ID_BITS)


def play_term(store: Store, teller: Teller, cast: Cast, today: date) -> None:
    """Written down at the end, as from the paper sheets of the evenings: every entry carries its own time."""
    term = Term(store, teller, cast, today)
    with store.transaction():
        courses = [planned(term, plan) for plan in PLANS]
        for plan, course in zip(PLANS, courses, strict=True):
            enrol_crowd(term, course, plan.demand)
        for course in courses:
            held = [s for s in programme.sessions_of(store.db, course) if ends_before_today(term, s)]
            for session in held:
                hold(term, session)
        for plan in PLANS[:4]:
            planned_next(term, plan)


def planned(term: Term, plan: Plan) -> int:
    """A course of this term, under way since two months."""
    first = term.today - timedelta(days=TERM_DAYS_AGO)
    talk = plan.kind == "lecture"
    series = series_of(plan, first, ("2026-2", TERM_WEEKS), FIRST_ISSUE if talk else None, TOPICS if talk else ())
    return told(term, series)


def planned_next(term: Term, plan: Plan) -> None:
    """One of the next term, for which nobody can enrol yet."""
    first = term.today + timedelta(days=NEXT_TERM_DAYS)
    series = series_of(plan, first, ("2027-1", TERM_WEEKS), None, ())
    told(term, series, opens_in=NEXT_TERM_DAYS // 3)


def series_of(plan: Plan, first: date, term: tuple[str, int], issue: int | None, topics: tuple[str, ...]) -> Series:
    return Series(
        title=plan.title,
        kind=plan.kind,  # type: ignore[arg-type]
        weekdays=plan.weekdays,
        time=plan.time,
        first=first,
        length_min=plan.length_min,
        count=term[1],
        seats=plan.seats,
        teacher=plan.teacher,
        room=plan.room,
        term=term[0],
        first_issue=issue,
        topics=topics,
    )


def told(term: Term, series: Series, opens_in: int = -TERM_DAYS_AGO) -> int:
    opens_on = term.today + timedelta(days=opens_in)
    course = course_of(series, term.rules, term.new_id(), opens_on)
    sessions = sessions_of(series, term.rules, course.course, term.new_id)
    term.record(CourseSet(course), *(SessionSet(s) for s in sessions))
    return course.course


def enrol_crowd(term: Term, key: int, demand: float) -> None:
    """Who comes first gets a seat; a few more wait; nobody takes more courses than the hall allows."""
    course = course_named(term, key)
    asking = (m for m in term.rng.sample(term.crowd, len(term.crowd)) if may_enrol(term, course, m))
    wanted = int(course.seats * min(demand, 1.0))
    seated = [*islice(asking, min(wanted, len(term.crowd)))]
    term.record(*(SeatConfirmed(key, member) for member in seated))
    if demand > 1:
        fill(term, key, seated)
        term.record(*(SeatRequested(key, member, waiting=True) for member in islice(asking, WAITING)))


def fill(term: Term, key: int, seated: list[int]) -> None:
    """In a small hall too the courses that everybody wants are full."""
    course = course_named(term, key)
    spare = [m for m in term.crowd if m not in seated and m not in term.idlers]
    term.record(*(SeatConfirmed(key, member) for member in spare[: course.seats - course.confirmed]))


def may_enrol(term: Term, course: Course, member: int) -> bool:
    return programme.of_term(term.store.db, member, course.term) < DEFAULT.courses_max


def course_named(term: Term, key: int) -> Course:
    course = programme.course(term.store.db, key)
    assert course, "just recorded"
    return course


def ends_before_today(term: Term, session: Session) -> bool:
    return local(session.ends_at, term.rules.hall.utc_offset_min).date() < term.today


def hold(term: Term, session: Session) -> None:
    """One evening as it went: who came, when, and how it was closed."""
    course = course_named(term, session.course)
    enrolments = programme.enrolments_in(term.store.db, course.course)
    for enrolment in enrolments:
        if enrolment.state == "confirmed" and enrolment.member not in term.idlers and term.rng.random() < COMES:
            term.record(*evening(term, session, enrolment.member))
    guests = term.rng.randrange(session.seats // 3) if course.walk_ins else 0
    if guests:
        term.record(GuestCounted(session.session, guests))
    closed(term, session, course)


def evening(term: Term, session: Session, member: int) -> tuple[Happening, ...]:
    rng, late = term.rng, term.rng.random() < LATE
    came = session.at(rng.randrange(11, 30) if late else -rng.randrange(1, 25))
    entry = AttendanceEntered(session.session, member, "paper", late, came)
    if rng.random() < NEVER_OUT:
        return (entry,)
    early = rng.random() < LEAVES_EARLY
    went = session.ends_at - timedelta(minutes=rng.randrange(20, 40)) if early else session.ends_at
    minutes = minutes_between(max(came, session.starts_at), went)
    exit_ = AttendanceLeft(session.session, member, minutes, "paper", went)
    rated = (RatingGiven(session.session, member, rng.choice((3, 4, 4, 5, 5, 5))),) if rng.random() < RATES else ()
    return (entry, exit_, *rated)


def closed(term: Term, session: Session, course: Course) -> None:
    db, day = term.store.db, local(session.starts_at, term.rules.hall.utc_offset_min).date()
    here: tuple[Attendance, ...] = programme.roll(db, session.session)
    happenings = close(Ending(session, course, day, programme.enrolments_in(db, course.course), here))
    term.record(*happenings)
    for p in happenings:
        if isinstance(p, NoShowMarked):
            term.record(*paused(p.member, programme.marks(db, p.member), DEFAULT, day))
