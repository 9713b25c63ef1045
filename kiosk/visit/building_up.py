"""Building up: what a scanned line means here, and what it writes; one line, one commit."""

import unicodedata
from collections.abc import Callable

from msgspec import Struct
from msgspec.structs import replace

from kiosk.domain.building_up import (
    NAME_MAX,
    PART,
    UNDO,
    Building,
    Built,
    IsbnSaid,
    LabelSaid,
    Said,
    ShelfSaid,
    UndoSaid,
    Unread,
    step,
)
from kiosk.domain.codes import COPY, LABEL_LENGTH, SHELF, SHELF_LENGTH, CopyLabel, UnknownCode, parse, serial_of, shown
from kiosk.domain.moving import SHELF_MAX, text_reasons
from kiosk.domain.refusals import CODE_UNKNOWN, SHELF_UNKNOWN
from kiosk.domain.spelling import isbn_of
from kiosk.storage import queries
from kiosk.storage.numbers import blocks
from kiosk.storage.stock import title_of_isbn
from kiosk.visit.sitting import Place
from kiosk.visit.stocktaking import TYPED_SHELF


class Bench(Struct, frozen=True):
    """Where somebody lists books: who it is, which shelf labels are known, where new titles get their number."""

    place: Place
    actor: str
    shelves: dict[str, str]
    new_id: Callable[[], int]


def built(bench: Bench, state: Building, text: str) -> Built:
    """Read and written in one transaction, so that two people never put two copies under one label."""
    store = bench.place.store
    with store.transaction():
        done = step(state, said(bench, state, text), bench.new_id())
        if not done.happenings:
            return done
        facts = store.record(*done.happenings, moment=bench.place.moment, actor=bench.actor)
    return replace(done, facts=facts)


def said(bench: Bench, state: Building, text: str) -> Said:
    """Total: whatever is typed or scanned is one of the five kinds."""
    place, shelves = bench.place, bench.shelves
    seen = unicodedata.normalize("NFKC", text).strip()
    if seen.lower() in UNDO:
        return UndoSaid(lent_since(place, state))
    if seen.startswith(TYPED_SHELF) or seen in shelves:
        shelf = shelves.get(seen) or text.strip()[1:].strip()
        reasons = text_reasons(shelf, SHELF_MAX)
        return Unread(reasons) if reasons else ShelfSaid(shelf)
    if len(seen) == SHELF_LENGTH and seen.startswith(SHELF):
        return Unread((SHELF_UNKNOWN.because(seen=seen),))
    first, *fields = (part.strip() for part in PART.split(text.strip()))
    return isbn_said(place, first, fields) or code_said(place, seen)


def isbn_said(place: Place, first: str, fields: list[str]) -> IsbnSaid | Unread | None:
    """Of ten or thirteen digits; a catalogue's title is not yet on the hall's own list."""
    isbn = isbn_of(unicodedata.normalize("NFKC", first))
    if isbn is None:
        return None
    if reasons := tuple(reason for field in fields for reason in text_reasons(field, NAME_MAX)):
        return Unread(reasons)
    name, author, mark = (*fields, "", "", "")[:3]
    own = title_of_isbn(place.db, isbn)
    return IsbnSaid(isbn, own or place.catalogue.of_isbn(isbn), own is not None, name, author, mark)


def code_said(place: Place, seen: str) -> Said:
    match parse(seen, place.issuers, place.rules.hall.copy_numbers):
        case CopyLabel(number=number):
            return label_said(place, number)
        case UnknownCode(reason=reason):
            return Unread((reason,))
    return Unread((CODE_UNKNOWN.because(seen=shown(seen)),))


def label_said(place: Place, number: str) -> LabelSaid:
    """A former library's label, of the kind that this hall has taken over, needs no reserving."""
    on_desk, here = queries.on_desk(place.db, number), place.rules.hall.hall
    taken = on_desk.title if on_desk else None
    if not (len(number) == LABEL_LENGTH and number.startswith(COPY)):
        return LabelSaid(number, here, taken=taken)
    hall, serial = int(number[1:5]), serial_of(number)
    return LabelSaid(number, hall, bool(blocks(place.db, hall, serial, serial)), taken)


def lent_since(place: Place, state: Building) -> bool:
    on_desk = queries.on_desk(place.db, state.added[-1][0]) if state.added else None
    return on_desk is not None and on_desk.copy.last_loan is not None
