"""The practice hall: a few make-believe members, books and an evening, on which staff may try everything."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from kiosk.domain.books import Copy, Title
from kiosk.domain.classes import Course, Session
from kiosk.domain.codes import copy_number
from kiosk.domain.facts import (
    BookBorrowed,
    CardReportedLost,
    CopyAdded,
    CourseSet,
    Happening,
    HoldPlaced,
    HoldReadied,
    MemberAdded,
    SeatConfirmed,
    SessionSet,
    TitleAdded,
)
from kiosk.domain.halls import Hall
from kiosk.domain.members import Member, MemberDetails
from kiosk.domain.moment import Moment
from kiosk.domain.staff import Role, Staff
from kiosk.storage.database import Connection
from kiosk.storage.pins import pin_hash
from kiosk.storage.sealed import engaging, sealing
from kiosk.storage.store import Store
from kiosk.upkeep.cards import member_card, staff_card
from kiosk.upkeep.demo_cases import add_cases
from kiosk.upkeep.readings import author_reading, reading
from kiosk.upkeep.setup import Plan, set_up

NUMBER = 9999  # of no hall: labels of real books are strangers here, and those of practice are strangers elsewhere
HALL = Hall(NUMBER, "练习馆", "palace", place="练习用")
STAFF, STAFF_NUMBER, STAFF_NAME, PIN = 1, "L001", "练习员", "123456"
BEGAN = timedelta(days=60)
LENT, OVERDUE = timedelta(days=5), timedelta(days=45)
CARD_DAYS, LOAN_DAYS = 365, 30
COURSE = 71
# Names that nobody takes for a real person's; and what each of them is for.
MEMBERS = (
    ("赵练习", "good"),
    ("钱练习", "good"),
    ("孙练习", "on_loan"),
    ("李练习", "overdue"),
    ("周练习", "ready"),
    ("吴练习", "card_lost"),
    ("郑练习", "enrolled"),
)
BOOKS = (
    ("练习本：江边的早晨", "柳青河 著", "I247.5"),
    ("练习本：老街故事", "何望山 著", "I247.7"),
    ("练习本：焊工入门", "梁工 编", "TG4"),
    ("练习本：家常养生", "宋宜安 编", "R161"),
    ("练习本：八段锦图解", "何桂 编", "G852.9"),
    ("练习本：劳动者的权益", "周法 编", "D922.5"),
    ("练习本：楷书九十二法", "沈墨 著", "J292.1"),
    ("练习本：给孩子的星空", "陈星 著", "P1"),
)
LENT_ON, LATE_ON, KEPT_FOR = 4, 5, 6  # which of the books


class Toy(Struct, frozen=True):
    """A card or a label to scan: what it is, how it is called, and what its code says."""

    kind: str  # member, copy, staff
    name: str
    state: str
    code: str


def make(folder: Path, role: Role, moment: Moment) -> None:
    """All at once, in a folder that whoever asked for it throws away."""
    began = replace(moment, at=moment.at - BEGAN)
    store = set_up(folder, Plan(HALL, built_at=began.at), began)
    with store.transaction():
        for at, happenings in story(store.db, role, moment):
            store.record(*happenings, moment=replace(moment, at=at))
        ready(store, moment)
        add_cases(store, Told(moment))
    store.close()


class Told:
    """Says the same moment, as often as it is asked."""

    def __init__(self, moment: Moment) -> None:
        self.now = moment

    def moment(self) -> Moment:
        return self.now


def story(db: Connection, role: Role, moment: Moment) -> Iterator[tuple[datetime, tuple[Happening, ...]]]:
    today = moment.day(HALL.utc_offset_min)
    yield moment.at - BEGAN, (*staff(db, role, today), *books(), *members(db, today))
    yield moment.at - OVERDUE, (lent(LATE_ON, "overdue", today - OVERDUE),)
    yield moment.at - LENT, (lent(LENT_ON, "on_loan", today - LENT),)
    yield moment.at - LENT, (CardReportedLost(member("card_lost"), 1), *evening(moment.at, today))


def staff(db: Connection, role: Role, today: date) -> tuple[Happening, ...]:
    ends = today + timedelta(days=CARD_DAYS)
    return engaging(db, Staff(STAFF, STAFF_NUMBER, STAFF_NAME, role, NUMBER, 1, ends, pin_hash=pin_hash(PIN)))


def books() -> Iterator[Happening]:
    for n, (name, author, mark) in enumerate(BOOKS, 1):
        yield TitleAdded(Title(n, name, author, mark, reading=reading(name), author_reading=author_reading(author)))
        yield CopyAdded(Copy(copy_number(NUMBER, n), n, NUMBER, NUMBER, shelf=f"练习架 1 架 {1 + n % 4} 层"))


def members(db: Connection, today: date) -> Iterator[Happening]:
    for n, (name, _) in enumerate(MEMBERS, 1):
        yield MemberAdded(Member(n, f"99990{n}", NUMBER, "member", 1, today + timedelta(days=CARD_DAYS)))
        yield sealing(db, MemberDetails(n, name))


def member(state: str) -> int:
    return next(n for n, (_, what) in enumerate(MEMBERS, 1) if what == state)


def lent(book: int, state: str, on: date) -> BookBorrowed:
    due = on + timedelta(days=LOAN_DAYS)
    return BookBorrowed(copy_number(NUMBER, book), member(state), NUMBER, due, "default")


def evening(now: datetime, today: date) -> tuple[Happening, ...]:
    """A class that begins soon, so that the door and the roster can be tried."""
    open_on, closes_on = today - timedelta(days=20), today + timedelta(days=20)
    course = Course(COURSE, NUMBER, "class", "练习课：摄影夜校", 6, open_on, closes_on, "练习老师", "练习教室")
    begins = now + timedelta(minutes=15)
    session = Session(COURSE * 100, COURSE, begins, begins + timedelta(minutes=90), 6)
    return (CourseSet(course), SessionSet(session), SeatConfirmed(COURSE, member("enrolled")))


def ready(store: Store, moment: Moment) -> None:
    until = moment.day(HALL.utc_offset_min) + timedelta(days=3)
    (placed,) = store.record(HoldPlaced(KEPT_FOR, member("ready"), NUMBER), moment=moment)
    store.record(HoldReadied(placed.id, KEPT_FOR, copy_number(NUMBER, KEPT_FOR), until), moment=moment)


def toys(db: Connection) -> tuple[Toy, ...]:
    """What there is to scan, the cards first."""
    cards = (
        Toy("member", name, state, member_card(db, f"99990{n}") or "") for n, (name, state) in enumerate(MEMBERS, 1)
    )
    states = {LENT_ON: "on_loan", LATE_ON: "overdue", KEPT_FOR: "ready"}
    labels = (Toy("copy", name, states.get(n, "here"), copy_number(NUMBER, n)) for n, (name, *_) in enumerate(BOOKS, 1))
    return (*cards, *labels, Toy("staff", STAFF_NAME, "staff", staff_card(db, STAFF_NUMBER) or ""))
