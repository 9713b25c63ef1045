"""Still earned: would attendance as it is known today be enough for a certificate that was issued before?"""

from collections.abc import Sequence

from kiosk.domain.attendance import Attendance, half_hours
from kiosk.domain.certificates import Certificate
from kiosk.domain.classes import Course, Session, local
from kiosk.domain.contradictions import OFFSET_MIN


def still_earned(
    certificate: Certificate, course: Course, sessions: Sequence[Session], attendance: Sequence[Attendance]
) -> bool:
    """By what was asked for then; evenings after its last day count for nothing. `attendance` is the member's own."""
    mine = {row.session: row for row in attendance}
    held = [s for s in sessions if s.state != "cancelled" and not excused(mine.get(s.session))]
    of_then = [s for s in held if local(s.starts_at, OFFSET_MIN).date() <= certificate.until_on]
    came = [row for s in of_then if (row := mine.get(s.session)) and row.came]
    counted = sum(half_hours(course, row.minutes) for row in came)
    match certificate.kind:
        case "hours":
            return counted >= certificate.half_hours
        case "completion" if certificate.half_hours_least:
            return counted >= certificate.half_hours_least
        case "completion":
            return bool(came) and len(came) * 100 >= len(of_then) * certificate.share_pct
    return bool(came)


def excused(row: Attendance | None) -> bool:
    return row is not None and row.result == "excused"
