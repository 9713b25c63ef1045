"""Cards: the text that the QR of a member, of staff or of a session's poster carries, signed where cards are issued."""

from datetime import date

from kiosk.domain.classes import local
from kiosk.domain.codes import (
    MAINTENANCE,
    SessionPoster,
    SignedCard,
    card_text,
    poster_text,
    signed_fields,
    signed_text,
)
from kiosk.domain.members import TIERS, Member
from kiosk.domain.staff import ROLES, Staff
from kiosk.storage import programme, queries
from kiosk.storage.database import Connection
from kiosk.storage.ids import new_id
from kiosk.storage.keys import issuer


def member_card(db: Connection, number: str) -> str | None:
    member = queries.member_numbered(db, number)
    return text_of_member(db, member) if member else sample_card(db, number)


def sample_card(db: Connection, number: str) -> str | None:
    """A demo also holds cards that other halls have issued."""
    row = db.execute("select text from sample_cards where number = ?", (number,)).fetchone()
    return row[0] if row else None


def text_of_member(db: Connection, member: Member) -> str:
    rank, expires_on = TIERS.index(member.tier), member.card_expires_on
    return signed(db, "1", member.member, (member.home_hall, rank), (expires_on, member.card_version))


def staff_card(db: Connection, number: str) -> str | None:
    staff = queries.staff_numbered(db, number)
    return text_of_staff(db, staff) if staff else None


def text_of_staff(db: Connection, staff: Staff) -> str:
    rank, expires_on = ROLES.index(staff.role), staff.card_expires_on
    return signed(db, "3", staff.staff, (staff.home_hall, rank), (expires_on, staff.card_version))


def signed(db: Connection, kind: str, holder: int, home: tuple[int, int], card: tuple[date, int]) -> str:
    key_id, sign = issuer(db)
    what = SignedCard(
        kind="member" if kind == "1" else "staff",
        key_id=key_id,
        holder=holder,
        hall=home[0],
        rank=home[1],
        expires_on=card[0],
        version=card[1],
    )
    return card_text(what, sign)


def session_poster(db: Connection, number: str) -> str | None:
    """Good on the session's own day in its hall."""
    session = programme.session(db, int(number)) if number.isdecimal() and len(number) < 19 else None
    course = programme.course(db, session.course) if session else None
    if session is None or course is None:
        return None
    key_id, sign = issuer(db)
    offset = queries.hall_rules(db, course.hall).hall.utc_offset_min
    return poster_text(
        SessionPoster(key_id, session.session, course.hall, local(session.starts_at, offset).date()), sign
    )


def maintenance_code(db: Connection, hall: int, day: date) -> str:
    """For a technician without a card, in this hall on that day, once."""
    key_id, sign = issuer(db)
    fields = signed_fields(key_id, new_id(), (hall, 0), (day, 0))
    return signed_text(MAINTENANCE, fields, sign)
