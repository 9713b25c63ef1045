"""Label layout: where code, bars and words go on a label of any shape."""

from typing import Literal

from msgspec import Struct

from kiosk.documents.codes_on_paper import BARS_MODULES, LABEL_QR_MODULES, QUIET_BARS, QUIET_QR, bar_module, qr_room
from kiosk.documents.paper import Cell

Codes = Literal["auto", "both", "qr", "bars"]
EDGE = 0.6  # mm that a cut or a printer may be off without reaching a code's white
PAD_SHARE, PAD_LEAST, PAD_MOST = 0.085, 1.6, 3.2  # of a label's height, from its edge to words
QR_SHARE, QR_MOST = 0.46, 23.4  # of a label's width; mm with its white
QR_SHARE_STACKED = 0.58  # of a label's height
STACKED_BELOW = 1.2  # width to height: a label as tall as wide has its code above its words
MODULE_LEAST = 0.33  # mm: finer than this wear and dust win
EASY_BARS = 0.33 * BARS_MODULES  # mm: bars that any scanner reads are printed without being asked for
BARS_SHARE, BARS_LEAST, BARS_MOST = 0.25, 5.0, 9.0
NUMBER_SHARE, NUMBER_LEAST, NUMBER_MOST = 0.078, 2.1, 2.9


class Layout(Struct, frozen=True):
    words: Cell
    number: Cell
    qr: Cell | None = None
    bars: Cell | None = None


def laid_out(cell: Cell, codes: Codes) -> Layout | None:
    """Nothing if the codes that are wanted would be too fine there."""
    match codes:
        case "qr":
            return stacked(cell) if cell.width < cell.height * STACKED_BELOW else beside(cell, with_bars=False)
        case "bars":
            return only_bars(cell)
        case "both":
            return beside(cell, with_bars=True) or below(cell)
    both = beside(cell, with_bars=True)
    return both if both and both.bars and both.bars.width >= EASY_BARS else laid_out(cell, "qr")


def pad(cell: Cell) -> float:
    return min(max(cell.height * PAD_SHARE, PAD_LEAST), PAD_MOST)


def readable(qr: float) -> bool:
    return qr >= MODULE_LEAST * (LABEL_QR_MODULES + 2 * QUIET_QR)


def number_size(cell: Cell) -> float:
    return min(max(cell.height * NUMBER_SHARE, NUMBER_LEAST), NUMBER_MOST)


def bars_height(cell: Cell) -> float:
    return min(max(cell.height * BARS_SHARE, BARS_LEAST), BARS_MOST)


def column(cell: Cell, left: float, foot: float) -> Cell:
    """From the padding above to `foot`, from `left` to the padding on the right."""
    top, right = cell.y + pad(cell), cell.right - pad(cell)
    return Cell(left, top, right - left, foot - top, cell.dpi)


def foot_line(cell: Cell, left: float, right: float) -> Cell:
    size = number_size(cell)
    return Cell(left, cell.foot - pad(cell) * 0.8 - size, right - left, size, cell.dpi)


def beside(cell: Cell, *, with_bars: bool) -> Layout | None:
    """The code on the left, everything else on the right of it."""
    most = min(cell.height - 2 * EDGE, cell.width * QR_SHARE, QR_MOST)
    side = qr_room(Cell(0, 0, most, most, cell.dpi))
    left = cell.x + EDGE + side
    if not readable(side):
        return None
    qr = Cell(cell.x + EDGE, cell.y + (cell.height - side) / 2, side, side, cell.dpi)
    # The code's own white stands between it and the words, and is the white before the bars as well.
    if not with_bars:
        number = foot_line(cell, left, cell.right - pad(cell))
        return Layout(column(cell, left, number.y - 0.6), number, qr)
    module, high = bar_module(cell, cell.right - EDGE - left, whites=1), bars_height(cell)
    if not module:
        return None
    left += max(0.0, QUIET_BARS * module - QUIET_QR * side / (LABEL_QR_MODULES + 2 * QUIET_QR))
    number = foot_line(cell, left, cell.right - pad(cell))
    bars = Cell(left, number.y - 0.7 - high, BARS_MODULES * module, high, cell.dpi)
    return Layout(column(cell, left, bars.y - 0.8), number, qr, bars)


def stacked(cell: Cell) -> Layout | None:
    """The code above, words and number below it."""
    most = min(cell.width - 2 * EDGE, cell.height * QR_SHARE_STACKED, QR_MOST)
    side = qr_room(Cell(0, 0, most, most, cell.dpi))
    if not readable(side):
        return None
    qr = Cell(cell.x + (cell.width - side) / 2, cell.y + EDGE, side, side, cell.dpi)
    number = foot_line(cell, cell.x + pad(cell), cell.right - pad(cell))
    words = Cell(number.x, qr.foot, number.width, number.y - 0.6 - qr.foot, cell.dpi)
    return Layout(words, number, qr)


def only_bars(cell: Cell) -> Layout | None:
    """Words above, the bars across the label."""
    module, high = bar_module(cell, cell.width - 2 * EDGE), bars_height(cell)
    if not module:
        return None
    wide = BARS_MODULES * module
    left = cell.x + (cell.width - wide) / 2
    number = foot_line(cell, left, left + wide)
    bars = Cell(left, number.y - 0.7 - high, wide, high, cell.dpi)
    return Layout(column(cell, cell.x + pad(cell), bars.y - 0.8), number, None, bars)


def below(cell: Cell) -> Layout | None:
    """The code and the words above, the bars across the label's foot."""
    under = only_bars(cell)
    if not under or not under.bars:
        return None
    most = min(under.bars.y - cell.y - EDGE, cell.width * QR_SHARE, QR_MOST)
    side = qr_room(Cell(0, 0, most, most, cell.dpi))
    if not readable(side):
        return None
    qr = Cell(cell.x + EDGE, cell.y + EDGE, side, side, cell.dpi)
    return Layout(column(cell, qr.right, under.bars.y - 0.8), under.number, qr, under.bars)
