"""Report bars: upright ones with what is usual as a line, and lying ones with their share; zero is always the foot."""

from collections.abc import Sequence

from kiosk.documents.paper import INK, PINE, VERMILION, Cell, Paper
from kiosk.documents.typesetting import Room, fitted
from kiosk.domain.report_sheet import Bar

PINE_LIGHT, SOFT, PALE = (96, 134, 128), (87, 78, 67), (214, 205, 190)
COLOURS = {"today": VERMILION, "weekend": PINE}
BARS_HIGH = 58.0
FOOT_HIGH, HEAD_HIGH = 7.0, 6.0
SHARE, SHARE_COLUMNS, SHARE_GAP = 6.6, 2, 8.0
LABEL, VALUE, SMALL = 34.0, 28.0, 2.7
THIN = 0.25


def draw_bars(paper: Paper, bars: Sequence[Bar], cell: Cell) -> None:
    most = max(max((bar.value, bar.usual or 0)) for bar in bars) or 1
    pitch, high = cell.width / len(bars), cell.height - FOOT_HIGH - HEAD_HIGH
    foot = cell.foot - FOOT_HIGH
    for n, bar in enumerate(bars):
        x, tall = cell.x + n * pitch, bar.value / most * high
        box(paper, Cell(x + pitch * 0.12, foot - tall, pitch * 0.76, tall), COLOURS.get(bar.mark, PINE_LIGHT))
        if bar.usual:
            paper.colour(INK)
            y = foot - bar.usual / most * high
            paper.rule((x + pitch * 0.04, y), (x + pitch * 0.96, y), THIN)
        paper.colour(SOFT)
        middle(paper, bar.label, (x + pitch / 2, foot + 4.2), pitch)
        if bar.value:
            middle(paper, f"{bar.value:,}", (x + pitch / 2, foot - max(tall, tick(bar, most, high)) - 1.2), pitch)
    paper.colour(INK)
    paper.rule((cell.x, foot), (cell.right, foot), 0.4)


def tick(bar: Bar, most: int, high: float) -> float:
    """A value stands above its line too, where that is higher by little."""
    line = (bar.usual or 0) / most * high
    return line if line - bar.value / most * high < 4 else 0.0


def middle(paper: Paper, text: str, at: tuple[float, float], width: float) -> None:
    size = min(SMALL, width * 0.94 / max(paper.fonts["sans"].width(text, 1.0), 1e-9))
    paper.text("sans", text, (at[0] - paper.fonts["sans"].width(text, size) / 2, at[1]), size)


def draw_shares(paper: Paper, bars: Sequence[Bar], place: tuple[float, float, float], most: int) -> None:
    x, y, width = place
    each = (width - SHARE_GAP * (SHARE_COLUMNS - 1)) / SHARE_COLUMNS
    for n, bar in enumerate(bars):
        row, column = divmod(n, SHARE_COLUMNS)
        share(paper, bar, Cell(x + column * (each + SHARE_GAP), y + row * SHARE, each, SHARE), most)


def share(paper: Paper, bar: Bar, cell: Cell, most: int) -> None:
    paper.colour(INK)
    name = fitted(paper.fonts["sans"], bar.label, Room(LABEL - 2, 5, 3.5, 2.3, 1))
    paper.lines("sans", name, (cell.x, cell.y + 1.2))
    length = (cell.width - LABEL - VALUE) * bar.value / max(most, 1)
    box(paper, Cell(cell.x + LABEL, cell.y + 1.2, length, 3.6), PINE)
    paper.colour(INK)
    value, after = f"{bar.value:,}", cell.x + LABEL + length + 1.5
    paper.text("serif_bold", value, (after, cell.y + 4.4), 3.6)
    paper.colour(SOFT)
    left = after + paper.fonts["serif_bold"].width(value, 3.6) + 1.5
    more = fitted(paper.fonts["sans"], bar.more, Room(max(cell.right - left, 1.0), 4, 2.8, 1.8, 1))
    paper.lines("sans", more, (left, cell.y + 1.8))


def box(paper: Paper, cell: Cell, colour: tuple[int, int, int]) -> None:
    paper.colour(colour)
    paper.filled(cell)
