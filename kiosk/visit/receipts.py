"""Receipts: what a visit did, with a code that tells later where each thing stands."""

import hmac
from datetime import date
from hashlib import sha256

from kiosk.domain.calendar_text import due_text
from kiosk.domain.codes import RECEIPT_MAC_BYTES, ReceiptCode, receipt_text
from kiosk.domain.facts import BookBorrowed, BookReturned, Fact, LoanRenewed
from kiosk.domain.loans import Loan
from kiosk.domain.refusals import RECEIPT_UNKNOWN
from kiosk.storage import queries
from kiosk.storage.hub_line import Own, hub_line
from kiosk.storage.keys import hash_key, hash_keys
from kiosk.visit import showing
from kiosk.visit.screens import Receipt, ReceiptLine
from kiosk.visit.sitting import Place, Sitting, Step

FACTS_MAX = 200  # of one visit; the code holds three digits for their number


def receipt(place: Place, sitting: Sitting) -> Step:
    """Of what was done so far; without anything done there is none."""
    if sitting.span is None:
        return Step(sitting, showing.basket(place, sitting))
    first, last = sitting.span
    bare = ReceiptCode(place.store.device.generation, first, min(last - first + 1, FACTS_MAX), b"")
    code = ReceiptCode(bare.generation, bare.first, bare.count, mac(place, hash_key(place.db), bare))
    told = lines(place, code)
    shown = Receipt(receipt_text(code), told, confirmed(place, code), calendar=calendar(place, told))
    return Step(sitting, shown)


def confirmed(place: Place, code: ReceiptCode) -> bool | None:
    """The hub has all of it on its own disk; none: there is no hub."""
    line = hub_line(place.db)
    return Own(code.generation, code.first + code.count - 1) <= line.stored if line.hub else None


def calendar(place: Place, told: tuple[ReceiptLine, ...]) -> str:
    """The latest day of each book that is still out."""
    days = {line.book.title: line.due_on for line in told if line.due_on and line.now == "open"}
    return due_text(tuple((day, name) for name, day in days.items()), place.rules.hall.name)


def receipt_scanned(place: Place, sitting: Sitting, code: ReceiptCode) -> Step:
    """Only what this kiosk has printed itself is believed."""
    if not any(hmac.compare_digest(mac(place, key, code), code.mac) for key in hash_keys(place.db)):
        return Step(sitting, showing.refusal("code", (RECEIPT_UNKNOWN.because(),)))
    return Step(sitting, Receipt(receipt_text(code), lines(place, code), confirmed(place, code), later=True))


def mac(place: Place, key: bytes, code: ReceiptCode) -> bytes:
    """Of this device too: a hall's kiosks have one key, and each its own numbers."""
    return hmac.new(key, f"{place.store.device.device} {code.fields}".encode(), sha256).digest()[:RECEIPT_MAC_BYTES]


def lines(place: Place, code: ReceiptCode) -> tuple[ReceiptLine, ...]:
    facts = queries.facts_of(place.db, code.generation, code.first, min(code.count, FACTS_MAX))
    return tuple(line for fact in facts if (line := line_of(place, fact)))


def line_of(place: Place, fact: Fact) -> ReceiptLine | None:
    match fact.p:
        case BookBorrowed(copy=copy, due_on=due_on):
            loan = queries.loan(place.db, fact.id)
            return told(place, copy, "borrowed", loan.due_on if loan else due_on, stands(loan))
        case LoanRenewed(copy=copy, loan=key, due_on=due_on):
            return told(place, copy, "renewed", due_on, stands(queries.loan(place.db, key)))
        case BookReturned(copy=copy):
            still = queries.loan_ended_by(place.db, copy, fact.id)
            return told(place, copy, "returned", None, "returned" if still else "undone")
    return None


def told(place: Place, copy: str, what: str, due_on: date | None, now: str) -> ReceiptLine | None:
    on_desk = queries.on_desk(place.db, copy)
    if on_desk is None:
        return None
    return ReceiptLine(what, showing.book(on_desk.title), due_on, now)


def stands(loan: Loan | None) -> str:
    if loan is None or loan.ended == "undone":
        return "undone"
    return "open" if loan.ended is None else "returned"
