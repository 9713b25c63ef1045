"""Certifying: a member looks at a certificate, proves who it is, and follows the sheet to paper."""

from collections.abc import Callable
from datetime import datetime
from threading import Thread
from typing import get_args

from msgspec import Struct
from msgspec.structs import replace

from kiosk.domain.certificates import plain_number
from kiosk.domain.labelling import LabelDraft
from kiosk.domain.printing import Order, PrintState, Wanted
from kiosk.domain.refusals import CERTIFICATE_UNKNOWN, NOTHING_TO_PRINT, Refused
from kiosk.domain.register import standing
from kiosk.storage import certificates, print_jobs, queries
from kiosk.visit import showing
from kiosk.visit.screens import CertificatePreview, PinEntry, Printing, Screen
from kiosk.visit.sitting import Entering, Place, Sitting, Step

PASSPORT = "passport"  # in the place of a number
Draw = Callable[[], tuple[Order, ...] | Refused]
Look = Callable[[], bytes | Refused]


class Sheet(Struct, frozen=True):
    """What is to be drawn, one order for each sheet that is done by itself, without a look at the disk."""

    of: tuple[str, str]  # the purpose and the number of the screen that waits for it
    draw: Draw | Look
    preview_of: LabelDraft | None = None  # only to be looked at


class Drawing:
    """A sheet in the hands of a thread of its own: fonts take a fifth of a second, and no frame may wait for them."""

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet
        self.drawn: tuple[Order, ...] | bytes | Refused = Refused((NOTHING_TO_PRINT.because(),))
        self.thread = Thread(target=self._draw, name="drawing", daemon=True)
        self.thread.start()

    def _draw(self) -> None:
        self.drawn = self.sheet.draw()

    def done(self) -> bool:
        return not self.thread.is_alive()

    def wait(self) -> None:
        self.thread.join()


def preview(place: Place, sitting: Sitting, number: object) -> Step:
    """Only one's own."""
    from kiosk.visit.certificate_papers import certificate_shown  # no start waits for paper

    found = certificates.certificate(place.db, plain_number(str(number)))
    if found is None or found.member != sitting.member:
        return Step(sitting, showing.refusal("certificate", (CERTIFICATE_UNKNOWN.because(number=str(number)),)))
    reasons = standing(found, found.certificate)
    asks = asks_pin(place, sitting)
    return Step(sitting, CertificatePreview(certificate_shown(place, found), found.printed, asks, reasons))


def asks_pin(place: Place, sitting: Sitting) -> bool:
    if sitting.member is None or sitting.proved == sitting.member:
        return False
    member = queries.member(place.db, sitting.member)
    assert member, "whoever signed in is a member"
    return place.rules.policy(member.tier, "certificate").certificate_pin


def wanted(place: Place, sitting: Sitting, what: str) -> Step:
    """A certificate's number, or the passport: first the PIN where the hall asks for it, then to the printer."""
    sitting = replace(sitting, printing=what)
    if not asks_pin(place, sitting):
        return printing(place, sitting)
    assert sitting.member is not None
    member = queries.member(place.db, sitting.member)
    assert member, "whoever signed in is a member"
    return Step(replace(sitting, entering=Entering("certificate", member.number)), PinEntry("certificate", "pin"))


def proved(place: Place, sitting: Sitting) -> Step:
    """The PIN was right: it is not asked for again in this visit."""
    return printing(place, replace(sitting, entering=None, proved=sitting.member))


def printing(place: Place, sitting: Sitting) -> Step:
    from kiosk.visit.certificate_papers import certificate_shown

    what = sitting.printing
    if what == PASSPORT:
        return Step(sitting, Printing("passport", "", "drawing"))
    found = certificates.certificate(place.db, what)
    if found is None or found.member != sitting.member:
        return Step(sitting, showing.refusal("certificate", (CERTIFICATE_UNKNOWN.because(number=what),)))
    if reasons := standing(found, what):
        return Step(sitting, showing.refusal("certificate", reasons))
    shown = Printing("certificate", what, "drawing", reprint=found.printed, certificate=certificate_shown(place, found))
    moving = certificates.moving_jobs(place.db, what)
    return Step(sitting, followed(place, replace(shown, job=moving[0])) if moving else shown)


def kept(place: Place, screen: Screen, drawing: Drawing) -> Screen:
    """Whoever asked for it may have gone: it is printed all the same."""
    drawn = drawing.drawn
    here = isinstance(screen, Printing) and not screen.job and drawing.sheet.of == (screen.purpose, screen.number)
    if isinstance(drawn, Refused):
        return replace(screen, way="rejected", why_not=drawn.reasons) if here else screen
    assert isinstance(drawn, tuple), "what is only looked at is not printed"
    with place.store.transaction():
        jobs = [print_jobs.keep(place.store, order, place.moment.at) for order in drawn]
    if place.house:
        place.house.call()
    if not isinstance(screen, Printing) or not here:
        return screen
    return followed(place, replace(screen, job=jobs[0], sheets=len(jobs)))


def followed(place: Place, screen: Printing) -> Printing:
    """As the print room has seen it last; without one, as it was kept. Of several, the first that is not out yet."""
    if screen.purpose == "batch":
        left = certificates.moving_of_course(place.db, int(screen.number))
        if not left:
            return replace(screen, way="done", out=screen.sheets)
        screen = replace(screen, job=left[0][0], at=left[0][1], out=max(screen.sheets - len(left), 0))
    seen = place.house.state(screen.job) if place.house else None
    seen = seen or as_kept(place, screen.job)
    if seen is None:
        return screen
    return replace(
        screen,
        way=seen.state,
        reason=seen.reason,
        place=seen.place,
        elsewhere=seen.elsewhere,
        ahead=seen.ahead,
    )


def as_kept(place: Place, job: str) -> PrintState | None:
    row = print_jobs.print_job(place.db, job)
    if row is None:
        return None
    since: datetime = row.since
    return PrintState(job, row.purpose, row.what, row.state, row.reason, "", "", "", 0, since)


def decided(place: Place, sitting: Sitting, screen: Screen, what: object) -> Step:
    """The person in front of the printer says what is so: stop it, print it again, it did come out."""
    row = print_jobs.print_job(place.db, screen.job) if isinstance(screen, Printing) and screen.job else None
    choice: Wanted | None = next((w for w in get_args(Wanted) if w == what), None)
    if not isinstance(screen, Printing) or row is None or choice is None:
        return Step(sitting, screen)
    print_jobs.wanted(place.db, row, choice, place.moment.at)
    if screen.purpose == "batch" and choice == "cancel":
        screen = all_cancelled(place, screen)
    if place.house:
        place.house.call()
    return Step(sitting, followed(place, screen) if screen.job else screen)


def all_cancelled(place: Place, screen: Printing) -> Printing:
    """What is out is out; the rest can be printed another day."""
    for job, _ in certificates.moving_of_course(place.db, int(screen.number)):
        row = print_jobs.print_job(place.db, job)
        if row:
            print_jobs.wanted(place.db, row, "cancel", place.moment.at)
    return replace(screen, way="cancelled", job="")
