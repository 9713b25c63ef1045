"""Late: what was told after a quarter had been closed and happened in it; it stands on the sheet of corrections."""

from datetime import datetime

from msgspec import Struct

from kiosk.domain.halls import Hall
from kiosk.domain.reporting import Span
from kiosk.storage.counting import bounds
from kiosk.storage.database import Connection

OF_SESSIONS = "'AttendanceEntered', 'AttendanceLeft', 'ExitMissed', 'AttendanceCorrected', 'GuestCounted'"
OF_LOANS = "'BorrowUndone', 'LoanMoved'"
CLOSED_AT = """select position from facts where type = 'QuarterClosed'
    and json_extract(body, '$.p.closed.quarter') = ? order by position limit 1"""
LATE = f"""select type, count(*), max(json_extract(body, '$.at')) from facts where position > :position and (
    (type = 'BookBorrowed' and json_extract(body, '$.p.hall') = :hall
        and datetime(json_extract(body, '$.p.borrowed_at')) >= datetime(:first)
        and datetime(json_extract(body, '$.p.borrowed_at')) < datetime(:after))
    or (type in ({OF_SESSIONS}) and json_extract(body, '$.p.session') in (select s.session from sessions s
        join courses c on c.course = s.course where c.hall = :hall and s.starts_at >= :first and s.starts_at < :after))
    or (type in ({OF_LOANS}) and json_extract(body, '$.p.loan') in (select loan from loans
        where hall = :hall and borrowed_at >= :first and borrowed_at < :after))
    ) group by type order by type"""


class Late(Struct, frozen=True):
    kind: str
    count: int
    told_at: datetime  # the last of them


def late(db: Connection, hall: Hall, span: Span, quarter: str) -> tuple[Late, ...]:
    """Of this device's own facts: what others told late is in the figures of today, too."""
    closed = db.execute(CLOSED_AT, (quarter,)).fetchone()
    if closed is None:
        return ()
    first, after = bounds(hall, span)
    asked = {"position": closed[0], "hall": hall.hall, "first": first.isoformat(), "after": after.isoformat()}
    return tuple(Late(kind, count, datetime.fromisoformat(at)) for kind, count, at in db.execute(LATE, asked))
