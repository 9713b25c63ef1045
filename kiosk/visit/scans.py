"""Scans: what each kind of code means, wherever the visit stands."""

from msgspec.structs import replace

from kiosk.domain.certificate_codes import CertificateCode
from kiosk.domain.codes import (
    PRACTICE_BOOK,
    PRACTICE_CARD,
    Code,
    CopyLabel,
    IsbnCode,
    ReceiptCode,
    SessionPoster,
    SignedCard,
    UnknownCode,
)
from kiosk.domain.maintenance import MaintenanceCode
from kiosk.domain.staff import may
from kiosk.visit import (
    bench,
    books,
    cards,
    checking_in,
    counter,
    counting,
    entry,
    finding,
    members,
    practice,
    receipts,
    showing,
    technician,
    titles,
    verifying,
)
from kiosk.visit.screens import BuildUp, Counter, Roster, Screen, StockTake
from kiosk.visit.sitting import Place, Sitting, Step

OWN_SCANS = BuildUp | StockTake | Roster  # a card there is a part of their own work


def heard(place: Place, sitting: Sitting, screen: Screen, code: Code, text: str) -> Step:
    """While books are listed or counted, every scan is a part of it, even what is no code elsewhere; but not a card."""
    if isinstance(code, SignedCard) and members.wants_card(sitting, screen, code):
        return members.card_scanned(place, sitting, code) or scanned(place, sitting, screen, code)
    if sitting.on_duty and not isinstance(code, SignedCard):
        match screen:
            case BuildUp():
                return bench.scanned(place, sitting, text)
            case StockTake(stage="counting" | "asking"):
                return counting.scanned(place, sitting, text)
            case StockTake(stage="closing"):
                return Step(sitting, screen)
    if isinstance(code, CopyLabel | IsbnCode) and titles.wants_scan(sitting, screen, code):
        return titles.scanned(place, sitting, code)
    if at_counter(sitting, screen, code):
        return counter.scanned(place, sitting, code)
    return scanned(place, sitting, screen, code)


def at_counter(sitting: Sitting, screen: Screen, code: Code) -> bool:
    """Whoever is on duty serves the bearer of a card and whoever brings a book, whichever page is open."""
    if sitting.on_duty is None or not may(sitting.on_duty.role, "lend"):
        return False
    match code:
        case SignedCard(kind="member"):
            return not isinstance(screen, OWN_SCANS)
        case CopyLabel(number=number):
            return number not in (PRACTICE_CARD, PRACTICE_BOOK)
        case UnknownCode():
            return isinstance(screen, Counter)
    return False


def scanned(place: Place, sitting: Sitting, screen: Screen, code: Code) -> Step:
    match code:
        case SignedCard(kind="staff"):
            return entry.staff_card(place, sitting, code)
        case SignedCard():
            return cards.card_scanned(place, sitting, code)
        case CopyLabel(number=number) if sitting.practice or number in (PRACTICE_CARD, PRACTICE_BOOK):
            return practice.scanned(place, sitting, screen, number)
        case CopyLabel():
            return books.copy_scanned(place, replace(sitting, entering=None), code)
        case SessionPoster():
            return checking_in.poster_scanned(place, replace(sitting, entering=None), code)
        case MaintenanceCode():
            return technician.code_scanned(place, sitting, code)
        case ReceiptCode():
            return receipts.receipt_scanned(place, sitting, code)
        case CertificateCode():
            return verifying.certificate_scanned(place, sitting, code)
        case IsbnCode(isbn=isbn):
            return finding.isbn_scanned(place, sitting, isbn)
        case UnknownCode(reason=reason):
            return Step(sitting, showing.refusal("code", (reason,)))
