"""Programme: what a step about courses needs to know, read from the rows."""

from datetime import date, datetime, timedelta

from kiosk.domain.attendance import Attendance, attendance_key
from kiosk.domain.classes import Course, Session
from kiosk.domain.enrolments import Enrolment, Pause, enrolment_key
from kiosk.domain.policy import PROGRAMME_ROWS_MAX
from kiosk.storage.apply.rows import get
from kiosk.storage.database import Connection
from kiosk.storage.queries import rows
from kiosk.storage.tables import from_row, select

SPAN = timedelta(hours=36)  # no session whose door matters now begins further away
COURSE_WIDTH = len(Course.__struct_fields__)
DATED = f"select {select(Course, 'c')}, {select(Session, 's')} from sessions s join courses c on c.course = s.course"
AT_HAND = f"""select {select(Session, "s")} from enrolments e join sessions s on s.course = e.course
    where e.member = ? and e.state = 'confirmed' and s.state = 'planned' and s.starts_at between ? and ?
    order by s.starts_at, s.session"""
INSIDE = f"""select {select(Session, "s")} from attendance a join sessions s on s.session = a.session
    where a.member = ? and a.entered_at is not null and s.state = 'planned' and s.starts_at between ? and ?
    order by a.came_at is null, a.entered_at desc limit 1"""
BUSY = """from enrolments e join courses c on c.course = e.course join sessions s on s.course = e.course
    where e.member = ? and e.state = 'confirmed' and e.course != ? and s.state = 'planned' and s.starts_at >= ?
    order by s.starts_at limit 200"""
Dated = tuple[Course, Session]


def course(db: Connection, key: int) -> Course | None:
    return get(db, Course, key)


def session(db: Connection, key: int) -> Session | None:
    return get(db, Session, key)


def courses(db: Connection, term: str | None = None) -> tuple[Course, ...]:
    if term is None:
        return rows(db, Course, "order by course")
    return rows(db, Course, "where term = ? order by course", term)


def sessions_of(db: Connection, key: int) -> tuple[Session, ...]:
    return rows(db, Session, "where course = ? order by starts_at, session", key)


def between(db: Connection, first: datetime, last: datetime, kind: str = "") -> tuple[Dated, ...]:
    where = "where s.starts_at between ? and ? and (? = '' or c.kind = ?) order by s.starts_at, s.session limit ?"
    found = db.execute(f"{DATED} {where}", (first.isoformat(), last.isoformat(), kind, kind, PROGRAMME_ROWS_MAX))
    return tuple((from_row(Course, row[:COURSE_WIDTH]), from_row(Session, row[COURSE_WIDTH:])) for row in found)


def over(db: Connection, before: datetime, limit: int) -> tuple[Session, ...]:
    """Sessions that have ended and are still open, the oldest first."""
    return rows(
        db, Session, "where state = 'planned' and ends_at < ? order by starts_at limit ?", before.isoformat(), limit
    )


def enrolment(db: Connection, key: int, member: int) -> Enrolment | None:
    return get(db, Enrolment, enrolment_key(key, member))


def enrolments_of(db: Connection, member: int) -> tuple[Enrolment, ...]:
    return rows(db, Enrolment, "where member = ? order by enrolment", member)


def enrolments_in(db: Connection, key: int) -> tuple[Enrolment, ...]:
    return rows(db, Enrolment, "where course = ? order by place", key)


def queue(db: Connection, key: int) -> tuple[Enrolment, ...]:
    """Who waits with nothing kept, in the order of asking."""
    return rows(db, Enrolment, "where course = ? and state = 'waiting' and not offered order by place", key)


def offers_over(db: Connection, now: datetime, limit: int) -> tuple[Enrolment, ...]:
    """Of courses that this kiosk decides alone; the others are the hub's to look after."""
    alone = "course in (select course from courses where leased is null)"
    found = f"where offered and confirm_by < ? and {alone} order by confirm_by, enrolment limit ?"
    return rows(db, Enrolment, found, now.isoformat(), limit)


def courses_with_room(db: Connection, limit: int) -> tuple[Course, ...]:
    """Somebody waits, and this kiosk, which alone decides, has a seat to give."""
    found = "where waiting > 0 and confirmed + offered < seats and leased is null order by course limit ?"
    return rows(db, Course, found, limit)


def of_term(db: Connection, member: int, term: str) -> int:
    sql = """select count(*) from enrolments e join courses c on c.course = e.course
        where e.member = ? and c.term = ? and e.state in ('requested', 'waiting', 'confirmed')"""
    return int(db.execute(sql, (member, term)).fetchone()[0])


def pauses(db: Connection, member: int) -> tuple[Pause, ...]:
    return rows(db, Pause, "where member = ? order by pause", member)


def marks(db: Connection, member: int) -> tuple[date, ...]:
    """Days of seats not used that no pause has counted yet and nobody has lifted."""
    counted = max((p.since.date() for p in pauses(db, member)), default=date.min)
    sql = "select no_show_on from attendance where member = ? and no_show_on > ? and lifted_why is null"
    return tuple(date.fromisoformat(day) for (day,) in db.execute(sql, (member, counted.isoformat())))


def missed(db: Connection, member: int) -> tuple[int, ...]:
    """Sessions with a mark that nobody has lifted."""
    sql = "select session from attendance where member = ? and no_show_on is not null and lifted_why is null"
    return tuple(key for (key,) in db.execute(sql, (member,)))


def running_pauses(db: Connection, today: date) -> tuple[Pause, ...]:
    return rows(db, Pause, "where lifted_why is null and until >= ? order by until, pause", today.isoformat())


def people_named(db: Connection, name: str) -> tuple[tuple[int, str], ...]:
    """Members of one name with their numbers."""
    sql = """select d.member, m.number from member_details d join members m on m.member = d.member
        where d.name = ? order by m.number"""
    return tuple((member, number) for member, number in db.execute(sql, (name,)))


def seated_numbers(db: Connection, key: int, limit: int) -> list[str]:
    sql = """select m.number from enrolments e join members m on m.member = e.member
        where e.course = ? and e.state = 'confirmed' order by e.place limit ?"""
    return [number for (number,) in db.execute(sql, (key, limit))]


def busy(db: Connection, member: int, but: int, since: datetime) -> tuple[tuple[str, Session], ...]:
    found = db.execute(f"select c.title, {select(Session, 's')} {BUSY}", (member, but, since.isoformat()))
    return tuple((row[0], from_row(Session, row[1:])) for row in found)


def at_hand(db: Connection, member: int, now: datetime) -> tuple[Session, ...]:
    """The member's own sessions around now."""
    around = ((now - SPAN).isoformat(), (now + SPAN).isoformat())
    return tuple(from_row(Session, row) for row in db.execute(AT_HAND, (member, *around)))


def entered(db: Connection, member: int, now: datetime) -> tuple[Session, Attendance] | None:
    """The session that the member has entered, the one being in the room first."""
    row = db.execute(INSIDE, (member, (now - SPAN).isoformat(), (now + SPAN).isoformat())).fetchone()
    found = from_row(Session, row) if row else None
    here = attendance(db, found.session, member) if found else None
    return (found, here) if found and here else None


def attendance(db: Connection, key: int, member: int) -> Attendance | None:
    return get(db, Attendance, attendance_key(key, member))


def roll(db: Connection, key: int) -> tuple[Attendance, ...]:
    return rows(db, Attendance, "where session = ? order by attendance", key)


def seated(db: Connection, key: int) -> tuple[int, int]:
    """How many have entered, and how many of them without a seat of their own."""
    sql = """select count(*), sum(how in ('walk_in', 'standby')) from attendance
        where session = ? and entered_at is not null"""
    entered, unseated = db.execute(sql, (key,)).fetchone()
    return entered, unseated or 0


def ahead(db: Connection, key: int, mine: int) -> int:
    """Who waits at the door before the holder of this place; 0: has no place yet."""
    sql = """select count(*) from attendance
        where session = ? and standby > 0 and entered_at is null and (? = 0 or standby < ?)"""
    return int(db.execute(sql, (key, mine, mine)).fetchone()[0])


def minutes_of(db: Connection, key: int, member: int) -> tuple[int, ...]:
    """Minutes of each session of a course."""
    sql = """select a.minutes from attendance a join sessions s on s.session = a.session
        where a.member = ? and s.course = ? order by s.starts_at"""
    return tuple(minutes for (minutes,) in db.execute(sql, (member, key)))


def attended(db: Connection, key: int, member: int) -> frozenset[int]:
    """The sessions of a course that the member came to."""
    sql = """select a.session from attendance a join sessions s on s.session = a.session
        where a.member = ? and s.course = ? and a.entered_at is not null"""
    return frozenset(session for (session,) in db.execute(sql, (member, key)))


def came_to(db: Connection, key: int) -> frozenset[int]:
    sql = """select distinct a.member from attendance a join sessions s on s.session = a.session
        where s.course = ? and a.entered_at is not null"""
    return frozenset(member for (member,) in db.execute(sql, (key,)))


def latest_over(db: Connection, member: int, since: datetime) -> Attendance | None:
    """The member's presence at the latest session that is over."""
    sql = f"""select {select(Attendance, "a")} from attendance a join sessions s on s.session = a.session
        where a.member = ? and a.entered_at is not null and s.state = 'closed' and s.starts_at > ?
        order by s.starts_at desc limit 1"""
    row = db.execute(sql, (member, since.isoformat())).fetchone()
    return from_row(Attendance, row) if row else None


def unrated(db: Connection, member: int, since: datetime) -> tuple[Session, ...]:
    """Sessions that the member came to, that are over and not yet rated, the latest first."""
    sql = f"""select {select(Session, "s")} from attendance a join sessions s on s.session = a.session
        where a.member = ? and a.entered_at is not null and ifnull(a.faces, 0) = 0
        and s.state = 'closed' and s.starts_at > ? order by s.starts_at desc"""
    return tuple(from_row(Session, row) for row in db.execute(sql, (member, since.isoformat())))
