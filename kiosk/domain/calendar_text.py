"""Calendar text: sessions as a phone's calendar takes them, short enough for a code on the screen."""

from datetime import datetime

from kiosk.domain.classes import Course, Session

EVENTS_MAX = 4  # more make a code that no phone reads from a screen
LINE_MAX = 60  # characters of one text, so that no line has to be folded
ESCAPED = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})


def calendar_text(course: Course, sessions: tuple[Session, ...]) -> str:
    """iCalendar (RFC 5545) with one event for each of the next sessions; empty where there is none."""
    events = [line for session in sessions[:EVENTS_MAX] for line in event(course, session)]
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


def utc(at: datetime) -> str:
    return f"{at:%Y%m%dT%H%M%SZ}"


def plain(text: str) -> str:
    return text[:LINE_MAX].translate(ESCAPED)
