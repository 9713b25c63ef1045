"""Invented screens of labels: sheets as they would be printed."""

from msgspec.structs import replace

from kiosk.documents.labels import BookLabel, Label, ShelfLabel, SpineLabel
from kiosk.domain import refusals
from kiosk.domain.codes import copy_number, shelf_code
from kiosk.domain.labelling import LabelDraft, of_kind
from kiosk.visit.label_papers import preview, shown
from kiosk.visit.screens import Frame, LabelDesk, Printing, Screen
from kiosk.visit.sitting import LabelsInHand
from ui.samples.desk import STAFF
from ui.samples.hall import DREAM, GUEST, LONG, OLD_TALES, THREE

BOOKS = (DREAM, THREE, LONG, OLD_TALES)
NEW = LabelDraft(start_at=6)
RANGE = LabelDraft(which="range", first=417, last=464, sheet="50x30", codes="qr")


def number(n: int) -> str:
    return copy_number(1, 416 + n)


def desk(draft: LabelDraft, *labels: Label) -> LabelDesk:
    """Drawn by the same hand as at a kiosk."""
    hand = LabelsInHand(draft, labels)
    sheet = preview(hand).draw()
    return replace(shown(hand), way="seen", sheet=sheet) if isinstance(sheet, bytes) else shown(hand)


def titled(n: int) -> BookLabel:
    book = BOOKS[n % len(BOOKS)]
    return BookLabel(number(n), GUEST.hall, book.title, book.class_letter + "247.5")


BLANK = desk(NEW, *(BookLabel(number(n), GUEST.hall) for n in range(24)))
ROLL = desk(RANGE, *(titled(n) for n in range(48)))
SPINES = desk(of_kind(NEW, "spine"), *(SpineLabel("I247.5", "LCX", str(417 + n)) for n in range(40)))
SHELVES = desk(
    of_kind(NEW, "shelf"),
    *(ShelfLabel(shelf_code(1, f"{n}"), GUEST.hall, "二楼 文学区", f"{n} 架", "2 层") for n in range(1, 9)),
)
TITLED = desk(LabelDraft(which="today", count=24), *(titled(n) for n in range(43)))
TOO_SMALL = refusals.LABEL_TOO_SMALL.because(label="40x30-203", codes={"word": "paper.both"})
LABELS: dict[str, tuple[Screen, Frame]] = {
    "labels-new": (BLANK, STAFF),
    "labels-today": (TITLED, STAFF),
    "labels-roll": (ROLL, STAFF),
    "labels-spines": (SPINES, STAFF),
    "labels-shelves": (SHELVES, STAFF),
    "labels-drawing": (replace(BLANK, way="drawing", sheet=b""), STAFF),
    "labels-waiting": (Printing("labels", "", "waiting", job="1", reason="not_set_up"), STAFF),
    "labels-refused": (replace(ROLL, way="refused", sheet=b"", reasons=(TOO_SMALL,)), STAFF),
}
