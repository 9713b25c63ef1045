"""Codes on paper: QR and Code 128 in whole dots of the printer, with the white that belongs to them."""

from kiosk.documents.paper import Cell, Paper
from kiosk.documents.qr import modules

QUIET_QR, QUIET_BARS = 4, 10  # modules of white on each side
LABEL_QR_MODULES = 21  # a copy's number always makes the smallest QR
BARS_MODULES = 123  # of thirteen digits in Code 128
BAR_LEAST, BAR_MOST = 0.25, 0.34  # mm: what a plain hand-held scanner still reads; wider gains nothing

START_B, START_C, STOP, TO_C = 104, 105, 106, 99
# Code 128: each symbol as the widths of bar and space in turn; the last is the stop.
SYMBOLS = """
    212222 222122 222221 121223 121322 131222 122213 122312 132212 221213 221312 231212 112232 122132 122231 113222
    123122 123221 223211 221132 221231 213212 223112 312131 311222 321122 321221 312212 322112 322211 212123 212321
    232121 111323 131123 131321 112313 132113 132311 211313 231113 231311 112133 112331 132131 113123 113321 133121
    313121 211331 231131 213113 213311 213131 311123 311321 331121 312113 312311 332111 314111 221411 431111 111224
    111422 121124 121421 141122 141221 112214 112412 122114 122411 142112 142211 241211 221114 413111 241112 134111
    111242 121142 121241 114212 124112 124211 411212 421112 421211 212141 214121 412121 111143 111341 131141 114113
    114311 411113 411311 113141 114131 311141 411131 211412 211214 211232 2331112
""".split()


def qr_room(cell: Cell, count: int = LABEL_QR_MODULES) -> float:
    """The side, white included, of the largest QR in whole dots that the smaller side of a cell takes."""
    side = count + 2 * QUIET_QR
    return cell.whole_dots(min(cell.width, cell.height) / side) * side


def draw_qr(paper: Paper, text: str, cell: Cell, level: str = "M") -> float:
    """In the cell's upper left corner; gives the side, white included."""
    return draw_modules(paper, modules(text, level), cell)


def draw_modules(paper: Paper, rows: list[list[bool]], cell: Cell) -> float:
    module = cell.whole_dots(min(cell.width, cell.height) / (len(rows) + 2 * QUIET_QR))
    white, side = QUIET_QR * module, len(rows) * module
    paper.modules(rows, Cell(cell.whole_dots(cell.x) + white, cell.whole_dots(cell.y) + white, side, side))
    return side + 2 * white


def bar_module(cell: Cell, width: float, whites: int = 2) -> float:
    """The narrowest bar where `width` holds all bars and the white of one end or both; 0 if it is too fine."""
    module = cell.whole_dots(min(width / (BARS_MODULES + whites * QUIET_BARS), BAR_MOST))
    return module if module >= BAR_LEAST else 0.0


def draw_bars(paper: Paper, text: str, cell: Cell) -> None:
    """All of the cell, which has white on both sides."""
    paper.modules([bars(text)], Cell(cell.whole_dots(cell.x), cell.y, cell.width, cell.height))


def bars(text: str) -> list[bool]:
    """Digits in pairs, each one symbol; an odd number begins with a single digit."""
    odd = len(text) % 2
    first = [START_B, ord(text[0]) - 32, TO_C] if odd else [START_C]
    symbols = first + [int(text[n : n + 2]) for n in range(odd, len(text), 2)]
    check = (symbols[0] + sum(n * s for n, s in enumerate(symbols))) % 103
    widths = "".join(SYMBOLS[s] for s in (*symbols, check, STOP))
    return [n % 2 == 0 for n, width in enumerate(widths) for _ in range(int(width))]
