"""Passport: what one member did in a year, counted from the rows."""

from datetime import datetime

from kiosk.domain.attendance import HERE, half_hours
from kiosk.domain.classes import Course
from kiosk.storage.database import Connection
from kiosk.storage.tables import from_row, select

CAME = f"""select a.minutes, {select(Course, "c")} from attendance a join sessions s on s.session = a.session
    join courses c on c.course = s.course
    where a.member = ? and s.starts_at >= ? and a.result in ({", ".join(repr(result) for result in HERE)})"""


def books_since(db: Connection, member: int, since: datetime) -> int:
    sql = "select count(*) from loans where member = ? and borrowed_at >= ? and ifnull(ended, '') <> 'undone'"
    return int(db.execute(sql, (member, since.isoformat())).fetchone()[0])


def half_hours_since(db: Connection, member: int, since: datetime) -> list[tuple[str, int]]:
    """One for each evening: the kind of its course, and its half hours."""
    found = db.execute(CAME, (member, since.isoformat()))
    courses = ((row[0], from_row(Course, row[1:])) for row in found)
    return [(course.kind, half_hours(course, minutes)) for minutes, course in courses]
