"""Label papers: the labels that staff want, their sheet, and what the drawing thread needs to draw them."""

from datetime import timedelta
from io import BytesIO

from msgspec.structs import replace

from kiosk.documents.label_sheet import Sheet as LabelSheet, roll, sheets
from kiosk.documents.labels import BookLabel, Job, Label, grouped, print_labels
from kiosk.domain.labelling import ROLLS, WEEK_DAYS, LabelDraft
from kiosk.domain.printing import Order, Role
from kiosk.domain.refusals import Refused
from kiosk.storage.numbers import would_begin
from kiosk.visit.certifying import Sheet
from kiosk.visit.labelling import Choice, blank_labels, book_labels, shelf_labels, spine_labels
from kiosk.visit.screens import LabelDesk, LabelPaper
from kiosk.visit.sitting import LabelsInHand, Place


def sheet_named(draft: LabelDraft) -> LabelSheet:
    """A size that is offered is one that can be printed."""
    found = roll(draft.sheet, draft.dpi) if draft.of_roll else sheets()[draft.sheet]
    assert found, "only what is offered can be chosen"
    return found


def labels_of(place: Place, draft: LabelDraft) -> tuple[Label, ...]:
    hall = place.rules.hall
    if draft.takes_numbers:
        return blank_labels(hall, would_begin(place.store, draft.count), draft.count)
    if draft.kind == "shelf":
        return shelf_labels(place.db, hall)
    choice = choice_of(place, draft)
    return spine_labels(place.db, hall, choice) if draft.kind == "spine" else book_labels(place.db, hall, choice)


def choice_of(place: Place, draft: LabelDraft) -> Choice:
    match draft.which:
        case "today" | "new":
            return Choice(since=place.today)
        case "week":
            return Choice(since=place.today - timedelta(days=WEEK_DAYS - 1))
        case "range":
            return Choice(draft.first, draft.last)


def shown(hand: LabelsInHand) -> LabelDesk:
    """As long as it is drawn; what is already known of it is said at once."""
    draft, labels, sheet = hand.draft, hand.labels, sheet_named(hand.draft)
    numbers = [label.number for label in labels if isinstance(label, BookLabel)]
    used = draft.start_at - 1 + len(labels)
    return LabelDesk(
        said=draft,
        paper=LabelPaper(
            *sheet.page, *sheet.margin, *sheet.pitch, *sheet.label, sheet.corner, sheet.columns, sheet.rows
        ),
        sheets=tuple(sheets()),
        rolls=ROLLS,
        count=len(labels),
        pages=-(-used // sheet.places) if labels else 0,
        first=grouped(numbers[0]) if numbers else "",
        last=grouped(numbers[-1]) if numbers else "",
    )


def job_of(hand: LabelsInHand, title: str) -> Job:
    return Job(hand.labels, sheet_named(hand.draft), title, hand.draft.start_at, hand.draft.codes)


def preview(hand: LabelsInHand) -> Sheet:
    """The first page alone, drawn by the same hand as what is printed."""
    whole = job_of(hand, "")
    first = replace(whole, labels=whole.labels[: whole.sheet.places - whole.start_at + 1])
    return Sheet(("labels", ""), lambda: drawn(first), preview_of=hand.draft)


def order(place: Place, hand: LabelsInHand) -> Sheet:
    job = job_of(hand, place.rules.hall.name)
    numbers = [label.number for label in hand.labels if isinstance(label, BookLabel)]
    span = f"{numbers[0]}-{numbers[-1]}" if numbers else hand.draft.kind
    role: Role | None = "labels" if hand.draft.of_roll else None

    def ordered() -> tuple[Order, ...] | Refused:
        pdf = drawn(job)
        return pdf if isinstance(pdf, Refused) else (Order("labels", span, pdf, role),)

    return Sheet(("labels", ""), ordered)


def drawn(job: Job) -> bytes | Refused:
    out = BytesIO()
    done = print_labels(job, out)
    return done if isinstance(done, Refused) else out.getvalue()
