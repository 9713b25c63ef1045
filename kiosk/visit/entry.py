"""Entry: who has no card types a number and a PIN; staff show a card and type a PIN. A worker checks it."""

from collections.abc import Callable
from datetime import datetime
from threading import Thread

from msgspec import Struct
from msgspec.structs import replace

from kiosk.domain.codes import SignedCard
from kiosk.domain.policy import PIN_DIGITS_MAX
from kiosk.domain.refusals import CODE_IS_STAFF, PIN_LOCKED, PIN_WRONG, Reason
from kiosk.domain.staff import Staff, may, staff_reasons
from kiosk.storage import queries
from kiosk.storage.keys import hash_key, hash_keys
from kiosk.storage.pins import NOBODYS, count_wrong, forget_wrong, locked_until, pin_matches
from kiosk.storage.sealed import keyed_hash
from kiosk.visit import cards, certifying, showing, today
from kiosk.visit.screens import PinEntry
from kiosk.visit.sitting import Entering, OnDuty, Place, Sitting, Step

Check = Callable[[], bool]


class Asked(Struct, frozen=True):
    """A PIN on its way through the worker: what to ask, and whose it would be."""

    check: Check
    who: str  # a keyed hash of the number that was typed
    member: int | None
    staff: Staff | None


class Checking:
    """A PIN in the hands of a thread of its own: it takes a tenth of a second, and no frame may wait for it."""

    def __init__(self, asked: Asked) -> None:
        self.asked, self.right = asked, False
        self.thread = Thread(target=self._check, name="pin", daemon=True)
        self.thread.start()

    def _check(self) -> None:
        self.right = self.asked.check()

    def done(self) -> bool:
        return not self.thread.is_alive()

    def wait(self) -> None:
        self.thread.join()


def no_card(place: Place, sitting: Sitting) -> Step:
    return Step(replace(sitting, entering=Entering("no_card")), PinEntry("no_card", "number"))


def staff_card(place: Place, sitting: Sitting, card: SignedCard) -> Step:
    """A staff card ends the visit before it, as any card does."""
    staff = queries.staff(place.db, card.holder)
    reasons = staff_reasons(staff, card, place.today) if staff else (CODE_IS_STAFF.because(),)
    if staff is None or reasons:
        return Step(cards.ended(sitting), showing.refusal("card", reasons))
    return Step(Sitting(entering=Entering("staff", staff.number, staff.staff)), PinEntry("staff", "pin"))


def typed(place: Place, sitting: Sitting, text: str) -> tuple[Step, Asked | None]:
    """First the number, then the PIN; the PIN goes to the worker, and the screen says so."""
    entering = sitting.entering
    assert entering
    digits = "".join(c for c in text if c.isascii() and c.isdigit())[:PIN_DIGITS_MAX]
    if not entering.number:
        stage = "pin" if digits else "number"
        sitting = replace(sitting, entering=replace(entering, number=digits))
        return Step(sitting, PinEntry(entering.purpose, stage)), None
    asked = question(place, entering, digits)
    if until := locked_until(place.db, asked.who, place.moment.at):
        return failed(sitting, PIN_LOCKED.because(minutes=minutes(until, place.moment.at))), None
    return Step(sitting, PinEntry(entering.purpose, "pin", checking=True)), asked


def question(place: Place, entering: Entering, pin: str) -> Asked:
    """A stranger's number is asked about like any other, so that both take the same time."""
    key = hash_key(place.db)
    who = keyed_hash(key, f"{entering.purpose} {entering.number}")
    staff = queries.staff(place.db, entering.staff) if entering.staff is not None else None
    member = None
    hashed = staff.pin_hash if staff else None
    if entering.purpose == "maintenance":
        staff = looks_after(place, entering.number)
        hashed = staff.pin_hash if staff else None
    if entering.purpose == "certificate":
        found = queries.member_numbered(place.db, entering.number)
        details = queries.details(place.db, found.member) if found else None
        member, hashed = (details.member, details.pin_hash) if details else (None, None)
    if entering.purpose == "no_card":
        phones = tuple(keyed_hash(each, entering.number) for each in hash_keys(place.db))
        details = queries.details_by_number_or_phone(place.db, entering.number, phones)
        member, hashed = (details.member, details.pin_hash) if details else (None, None)
    against = hashed or NOBODYS
    return Asked(lambda: pin_matches(against, pin), who, member, staff)


def looks_after(place: Place, number: str) -> Staff | None:
    """Without the card: only whose role the machine is, and whose card would open staff mode today."""
    known = [staff for staff in queries.all_staff(place.db) if may(staff.role, "device") and has_digits(staff, number)]
    good = [staff for staff in known if not staff.card_lost_at and staff.card_expires_on >= place.today]
    return good[0] if len(good) == 1 else None


def has_digits(staff: Staff, typed: str) -> bool:
    """There are no letters on the keys: of a number such as J003 its digits are typed."""
    return "".join(c for c in staff.number if c.isdigit()) == typed


def checked(place: Place, sitting: Sitting, checking: Checking) -> Step:
    """What the worker found: signed in, or one try fewer."""
    asked = checking.asked
    if not checking.right or (asked.member is None and asked.staff is None):
        left = count_wrong(place.db, asked.who, place.moment.at)
        until = locked_until(place.db, asked.who, place.moment.at)
        locked = PIN_LOCKED.because(minutes=minutes(until, place.moment.at)) if until else None
        return failed(sitting, locked or PIN_WRONG.because(left=left))
    forget_wrong(place.db, asked.who)
    if asked.staff:
        on_duty = OnDuty(asked.staff.staff, asked.staff.name, asked.staff.role)
        from kiosk.visit.technician import mended  # it builds on this room

        return Step(Sitting(on_duty=on_duty), mended(place) or today.desk(place, on_duty))
    if sitting.entering and sitting.entering.purpose == "certificate" and asked.member == sitting.member:
        return certifying.proved(place, sitting)
    member = queries.member(place.db, asked.member) if asked.member is not None else None
    assert member, "whose PIN was right is a member"
    return cards.taken(place, replace(sitting, entering=None), member)


def failed(sitting: Sitting, reason: Reason) -> Step:
    """Back to where the typing began; a wrong number and a wrong PIN look alike."""
    entering = sitting.entering
    assert entering
    known = entering.staff is not None or entering.purpose == "certificate"
    stage = "pin" if known else "number"
    kept = entering if known else Entering(entering.purpose)
    return Step(replace(sitting, entering=kept), PinEntry(entering.purpose, stage, reasons=(reason,)))


def minutes(until: datetime, now: datetime) -> int:
    return max(1, -int((now - until).total_seconds() // 60))
