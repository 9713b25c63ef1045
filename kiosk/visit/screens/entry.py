"""Screens of who is there, what stops them and what waits for them."""

from datetime import date

from msgspec import Struct

from kiosk.domain.refusals import Reason
from kiosk.visit.screens.look import Book


class Refusal(Struct, frozen=True):
    """Every reason at once; `action` says what cannot be done."""

    # borrow, renew, hold, find, card, code, undo, enrol, withdraw, check_in, check_out, class, certificate
    action: str
    reasons: tuple[Reason, ...]
    book: Book | None = None


class PinEntry(Struct, frozen=True):
    """Without a card: number or phone, then PIN; staff: only the PIN. Digits are typed on the page and sent whole."""

    purpose: str  # no_card, staff, certificate
    stage: str  # number, pin
    checking: bool = False
    reasons: tuple[Reason, ...] = ()  # why the last try failed


class Answer(Struct, frozen=True):
    """Something that was decided while the member was away."""

    # hold_ready, hold_expired, hold_cancelled_by_staff,
    # seat_confirmed, seat_waiting, seat_free, seat_lapsed, course_cancelled, session_moved, session_cancelled,
    # found_again, card_used, time_clash
    kind: str
    book: Book | None = None
    until: date | None = None
    course: str = ""  # what it is about, if it is a course; it is shown like a book


class Answers(Struct, frozen=True):
    """Told once, at the first scan."""

    items: tuple[Answer, ...]
