"""Labels: copies, spines and shelves, on sheets or from a roll; all is checked before anything is drawn."""

from collections.abc import Sequence
from functools import partial
from io import BytesIO
from itertools import pairwise
from pathlib import Path

from msgspec import Struct

from kiosk.documents.codes_on_paper import draw_bars, draw_modules, draw_qr
from kiosk.documents.fonts import Chain, Fonts, Where
from kiosk.documents.label_layout import EDGE, QR_MOST, Codes, laid_out, number_size, pad
from kiosk.documents.label_sheet import Sheet
from kiosk.documents.paper import Cell, Paper, Printed
from kiosk.documents.qr import many_modules
from kiosk.documents.typesetting import Fitted, Room, fitted, fitted_number, fitted_title, plain
from kiosk.domain.books import short_name
from kiosk.domain.refusals import (
    LABEL_TOO_SMALL,
    NOTHING_TO_PRINT,
    START_NOT_ON_SHEET,
    TOO_MANY_TO_PRINT,
    Reason,
    Refused,
)

LABELS_MAX = 10_000  # in one file
NUMBER_GROUPS = (1, 5, 12)  # kind, hall, serial, check digit
TITLE_LINES_MAX = 5
GAP = 0.45  # of the small type: between hall, title and class mark


class BookLabel(Struct, frozen=True):
    """Of a copy; without a title, for one that is yet to be listed."""

    number: str
    hall: str
    title: str = ""
    class_mark: str = ""


class SpineLabel(Struct, frozen=True):
    class_mark: str
    author_mark: str
    serial: str


class ShelfLabel(Struct, frozen=True):
    code: str
    hall: str
    room: str
    bookcase: str
    tier: str


Label = BookLabel | SpineLabel | ShelfLabel


class Job(Struct, frozen=True):
    """What is printed on what."""

    labels: Sequence[Label]
    sheet: Sheet
    title: str  # of the document
    start_at: int = 1
    codes: Codes = "auto"
    outlines: bool = False  # for a trial on plain paper, held against the sheet


def print_labels(job: Job, out: Path | BytesIO) -> Printed | Refused:
    fonts = Fonts()
    if reasons := unready(job, fonts):
        return Refused(reasons)
    paper = Paper(out, job.sheet.page, job.title, fonts)
    for label, (new_sheet, cell) in zip(job.labels, job.sheet.cells(len(job.labels), job.start_at), strict=True):
        if new_sheet:
            paper.end_page()
        if job.outlines:
            paper.frame(cell, corner=job.sheet.corner)
        draw(paper, cell, label, job.codes)
    paper.end_page()
    return paper.save()


def unready(job: Job, fonts: Fonts) -> tuple[Reason, ...]:
    return (*unfit(job), *fonts.gaps(where for label in job.labels for where in texts(label)))


def unfit(job: Job) -> list[Reason]:
    """Everything that is wrong with the job itself."""
    found = []
    count, cell = len(job.labels), job.sheet.cell(0)
    if not count:
        found.append(NOTHING_TO_PRINT.because())
    if count > LABELS_MAX:
        found.append(TOO_MANY_TO_PRINT.because(asked=count, most=LABELS_MAX))
    if not 1 <= job.start_at <= job.sheet.places:
        found.append(START_NOT_ON_SHEET.because(start=job.start_at, places=job.sheet.places))
    if not all(isinstance(label, SpineLabel) for label in job.labels) and laid_out(cell, job.codes) is None:
        found.append(LABEL_TOO_SMALL.because(label=job.sheet.name, codes={"word": f"paper.{job.codes}"}))
    return found


def texts(label: Label) -> tuple[Where, ...]:
    match label:
        case BookLabel():
            found = (("hall", label.hall), ("title", label.title), ("class_mark", label.class_mark))
        case SpineLabel():
            found = (("class_mark", label.class_mark), ("author_mark", label.author_mark), ("place", label.serial))
        case ShelfLabel():
            found = (("hall", label.hall), ("place", label.room), ("place", f"{label.bookcase} {label.tier}"))
    return tuple((where, plain(text)) for where, text in found)


def draw(paper: Paper, cell: Cell, label: Label, codes: Codes) -> None:
    match label:
        case BookLabel():
            draw_book(paper, cell, label, codes)
        case SpineLabel():
            draw_spine(paper, cell, label)
        case ShelfLabel():
            draw_shelf(paper, cell, label)


def grouped(number: str) -> str:
    """2 0001 0000001 4: as it is read out."""
    ends = (0, *NUMBER_GROUPS, len(number))
    return " ".join(number[a:b] for a, b in pairwise(ends))


def draw_book(paper: Paper, cell: Cell, label: BookLabel, codes: Codes) -> None:
    layout = laid_out(cell, codes)
    assert layout, "the sheet was found large enough before"
    if layout.qr:
        draw_modules(paper, many_modules(label.number, "H"), layout.qr)
    if layout.bars:
        draw_bars(paper, label.number, layout.bars)
    row = layout.number
    number = fitted_number(paper.fonts["serif_bold"], grouped(label.number), row.width, row.height)
    paper.lines("serif_bold", number, (row.x, row.y + row.height - number.size))
    draw_words(paper, layout.words, label, number_size(cell))


def draw_words(paper: Paper, words: Cell, label: BookLabel, small: float) -> None:
    """Hall above, class mark below, the title in what is left between."""
    serif, sans = paper.fonts["serif_bold"], paper.fonts["sans"]
    hall = fitted(sans, label.hall, Room(words.width, small, small * 0.9, small * 0.62, 1))
    mark = fitted(sans, label.class_mark, Room(words.width, small * 1.15, small * 1.15, small * 0.7, 1))
    top = paper.lines("sans", hall, (words.x, words.y)) + GAP * small
    foot = words.foot - (mark.height + GAP * small if mark.lines else 0)
    title = fitted_title(serif, names(label.title), title_room(words.width, foot - top, small))
    paper.lines("serif_bold", title, (words.x, top))
    paper.lines("sans", mark, (words.x, words.foot - mark.height))


def title_room(width: float, height: float, small: float) -> Room:
    full = min(small * 1.7, max(height, small * 0.5))
    return Room(width, height, full, min(full, small * 0.92), TITLE_LINES_MAX)


def names(title: str) -> tuple[str, ...]:
    """The whole title where it fits, else the part before the subtitle."""
    return tuple(dict.fromkeys((title, short_name(title))))


def draw_spine(paper: Paper, cell: Cell, label: SpineLabel) -> None:
    """Three lines as on any library's shelf, in the middle of the label."""
    bold, sans = paper.fonts["sans_bold"], paper.fonts["sans"]
    room = cell.inset(pad(cell))
    share = room.height / 10
    parts: list[tuple[str, Fitted]] = []
    for face, chain, text, part in (
        ("sans_bold", bold, label.class_mark, 4.0),
        ("sans_bold", bold, label.author_mark, 2.8),
        ("sans", sans, label.serial, 1.7),
    ):
        if text:
            parts.append((face, fitted(chain, text, spine_room(room, share * part))))
    spare = room.height - sum(fit.height for _, fit in parts)
    y, gap = room.y + max(spare, 0) / (len(parts) + 1), max(spare, 0) / (len(parts) + 1)
    for face, fit in parts:
        y = paper.lines(face, fit, (room.x, y), room.width) + gap


def spine_room(room: Cell, height: float) -> Room:
    full = min(height, room.width * 0.3)
    return Room(room.width, height, full, full * 0.4, 2)


def draw_shelf(paper: Paper, cell: Cell, label: ShelfLabel) -> None:
    """Large enough to be read from the end of the row."""
    most = min(cell.height - 2 * EDGE, cell.width * 0.42, QR_MOST)
    side = draw_qr(paper, label.code, Cell(cell.x + EDGE, cell.y + (cell.height - most) / 2, most, most, cell.dpi))
    words = Cell(
        cell.x + EDGE + side,
        cell.y + pad(cell),
        cell.width - EDGE - side - pad(cell),
        cell.height - 2 * pad(cell),
        cell.dpi,
    )
    share, put = words.height / 10, partial(put_line, paper, words)
    y = put(("sans", label.hall), share * 1.2, words.y) + share * 0.6
    y = put(("sans", label.room), share * 1.6, y) + share * 0.8
    y = put(("serif_bold", label.bookcase), share * 2.4, y) + share * 0.6
    put(("serif_bold", label.tier), share * 2.4, y)


def put_line(paper: Paper, words: Cell, what: tuple[str, str], size: float, y: float) -> float:
    face, text = what
    chain: Chain = paper.fonts[face]
    return paper.lines(face, fitted(chain, text, Room(words.width, size, size, size * 0.45, 1)), (words.x, y))
