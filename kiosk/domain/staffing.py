"""Staffing: who joins the house and in which role, new cards for lost ones, and who leaves."""

import re
from datetime import date, timedelta

from msgspec import Struct

from kiosk.domain.facts import StaffCardIssued, StaffCardLost, StaffLeft
from kiosk.domain.policy import PIN_DIGITS_MAX
from kiosk.domain.refusals import (
    ALREADY_SO,
    LAST_MANAGER,
    STAFF_NAME_NOT_FIT,
    STAFF_NUMBER_NOT_FIT,
    STAFF_PIN_NOT_FIT,
    Reason,
    Refused,
)
from kiosk.domain.staff import Role, Staff, may

CARD_DAYS = 730
NUMBER_MAX, NAME_MAX = 8, 12
STAFF_PIN_MIN = 6
FIRST_NUMBER = "S001"


class Joining(Struct, frozen=True):
    """Whoever is to work here, as somebody says it."""

    number: str
    name: str
    role: Role
    pin: str


def joining_reasons(who: Joining, known: tuple[Staff, ...]) -> tuple[Reason, ...]:
    taken = any(staff.number == who.number for staff in known)
    fits = who.number.isascii() and who.number.isalnum() and len(who.number) <= NUMBER_MAX
    reasons: list[Reason] = []
    if taken or not fits:
        reasons.append(STAFF_NUMBER_NOT_FIT.because(number=who.number, most=NUMBER_MAX))
    if not 0 < len(who.name) <= NAME_MAX:
        reasons.append(STAFF_NAME_NOT_FIT.because(most=NAME_MAX))
    return (*reasons, *pin_reasons(who.pin))


def proposed(numbers: tuple[str, ...]) -> str:
    """The next one after the highest, written as the hall writes them."""
    counted = [number for number in numbers if number[-1:].isdigit()]
    return stepped(max(counted, key=tail_of), 1) if counted else FIRST_NUMBER


def tail_of(number: str) -> int:
    return int(re.sub(r"^.*\D", "", number) or 0)


def stepped(number: str, by: int) -> str:
    """The same letters, another count, as wide as before."""
    digits = re.sub(r"^.*\D", "", number)
    counted = max(tail_of(number) + by, 1)
    return f"{number.removesuffix(digits)}{counted:0{len(digits)}}"


def pin_reasons(pin: str) -> tuple[Reason, ...]:
    if pin.isascii() and pin.isdigit() and STAFF_PIN_MIN <= len(pin) <= PIN_DIGITS_MAX:
        return ()
    return (STAFF_PIN_NOT_FIT.because(least=STAFF_PIN_MIN, most=PIN_DIGITS_MAX),)


def joined(who: Joining, staff: int, hall: int, today: date) -> Staff:
    """The PIN is hashed by whoever writes it down."""
    return Staff(staff, who.number, who.name, who.role, hall, 1, today + timedelta(days=CARD_DAYS))


def works(staff: Staff, today: date) -> bool:
    return staff.card_expires_on >= today


def card_lost(staff: Staff) -> tuple[StaffCardLost, ...] | Refused:
    if staff.card_lost_at:
        return Refused((ALREADY_SO.because(),))
    return (StaffCardLost(staff.staff, staff.card_version),)


def new_card(staff: Staff, today: date) -> tuple[StaffCardIssued, ...]:
    """The old one opens nothing any more, lost or not."""
    return (StaffCardIssued(staff.staff, staff.card_version + 1, today + timedelta(days=CARD_DAYS)),)


def leave(staff: Staff, known: tuple[Staff, ...], today: date) -> tuple[StaffLeft, ...] | Refused:
    """Somebody must remain who may let others in."""
    if not works(staff, today):
        return Refused((ALREADY_SO.because(),))
    left = (other for other in known if other.staff != staff.staff and works(other, today))
    if may(staff.role, "staff") and not any(may(other.role, "staff") for other in left):
        return Refused((LAST_MANAGER.because(number=staff.number),))
    return (StaffLeft(staff.staff, today - timedelta(days=1)),)
