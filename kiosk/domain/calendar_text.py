"""Calendar text: sessions and due days as a phone's calendar takes them, short enough for a code on the screen."""

from datetime import date, datetime, timedelta
from itertools import groupby

from kiosk.domain.classes import Course, Session

EVENTS_MAX = 4  # more make a code that no phone reads from a screen
TO_RETURN = "还书："  # a phone keeps it, so it is in the hall's language
LINE_MAX = 60  # characters of one text, so that no line has to be folded
ESCAPED = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})


def calendar_text(course: Course, sessions: tuple[Session, ...]) -> str:
    """iCalendar (RFC 5545) with one event for each of the next sessions; empty where there is none."""
    events = [line for session in sessions[:EVENTS_MAX] for line in event(course, session)]
    return calendar(events)


def due_text(books: tuple[tuple[date, str], ...], hall: str) -> str:
    """A whole day for each day on which books are due, with their names."""
    days = [(day, [name for _, name in some]) for day, some in groupby(sorted(books), key=lambda book: book[0])]
    return calendar([line for day, names in days[:EVENTS_MAX] for line in due(day, names, hall)])


def calendar(events: list[str]) -> str:
    if not events:
        return ""
    return "\r\n".join(["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Hall Kiosk//zh", *events, "END:VCALENDAR", ""])


def event(course: Course, session: Session) -> list[str]:
    stamp = utc(session.starts_at)
    return [
        "BEGIN:VEVENT",
        f"UID:{session.session}@hall-kiosk",
        f"DTSTAMP:{stamp}",
        f"DTSTART:{stamp}",
        f"DTEND:{utc(session.ends_at)}",
        f"SUMMARY:{plain(course.title)}",
        f"LOCATION:{plain(session.room or course.room)}",
        "END:VEVENT",
    ]


def due(day: date, names: list[str], hall: str) -> list[str]:
    return [
        "BEGIN:VEVENT",
        f"UID:{day:%Y%m%d}.{len(names)}@hall-kiosk",
        f"DTSTAMP:{day:%Y%m%d}T000000Z",
        f"DTSTART;VALUE=DATE:{day:%Y%m%d}",
        f"DTEND;VALUE=DATE:{day + timedelta(days=1):%Y%m%d}",
        f"SUMMARY:{plain(TO_RETURN + '、'.join(names))}",
        f"LOCATION:{plain(hall)}",
        "END:VEVENT",
    ]


def utc(at: datetime) -> str:
    return f"{at:%Y%m%dT%H%M%SZ}"


def plain(text: str) -> str:
    return text[:LINE_MAX].translate(ESCAPED)
