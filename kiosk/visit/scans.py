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
from kiosk.visit import (
    bench,
    books,
    cards,
    checking_in,
    counting,
    entry,
    finding,
    practice,
    receipts,
    showing,
    technician,
    verifying,
)
from kiosk.visit.screens import BuildUp, Screen, StockTake
from kiosk.visit.sitting import Place, Sitting, Step


def heard(place: Place, sitting: Sitting, screen: Screen, code: Code, text: str) -> Step:
    """While books are listed or counted, every scan is a part of it, even what is no code elsewhere; but not a card."""
    if sitting.on_duty and not isinstance(code, SignedCard):
        match screen:
            case BuildUp():
                return bench.scanned(place, sitting, text)
            case StockTake(stage="counting" | "asking"):
                return counting.scanned(place, sitting, text)
            case StockTake(stage="closing"):
                return Step(sitting, screen)
    return scanned(place, sitting, screen, code)


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
