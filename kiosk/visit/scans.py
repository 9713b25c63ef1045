"""Scans: what each kind of code means, wherever the visit stands."""

from msgspec.structs import replace

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
from kiosk.visit import bench, books, cards, checking_in, entry, finding, practice, receipts, showing
from kiosk.visit.screens import BuildUp, Screen
from kiosk.visit.sitting import Place, Sitting, Step


def heard(place: Place, sitting: Sitting, screen: Screen, code: Code, text: str) -> Step:
    """Whoever lists books hears every scan as a part of it, even what is no code elsewhere; a card is always a card."""
    if sitting.on_duty and isinstance(screen, BuildUp) and not isinstance(code, SignedCard):
        return bench.scanned(place, sitting, text)
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
        case ReceiptCode():
            return receipts.receipt_scanned(place, sitting, code)
        case IsbnCode(isbn=isbn):
            return finding.isbn_scanned(place, sitting, isbn)
        case UnknownCode(reason=reason):
            return Step(sitting, showing.refusal("code", (reason,)))
