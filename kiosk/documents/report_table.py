"""Report table: rows of a ledger or a sheet of corrections; as much of a text as its column holds."""

from kiosk.documents.paper import INK, Paper, Point
from kiosk.documents.typesetting import Room, fitted
from kiosk.domain.report_sheet import Section

HEAD, ROW = 7.0, 8.0
SOFT = (87, 78, 67)
TEXT, LEAST = 3.3, 2.3


def wide(section: Section, width: float) -> tuple[float, ...]:
    """Even columns, where nothing else was said."""
    parts = section.widths or (1.0,) * len(section.head)
    return tuple(width * part / sum(parts) for part in parts)


def draw_head(paper: Paper, head: tuple[str, ...], widths: tuple[float, ...], at: Point) -> None:
    x, y = at
    paper.colour(SOFT)
    for name, width in zip(head, widths, strict=True):
        fit = fitted(paper.fonts["sans_bold"], name, Room(width - 1.5, 4.5, 3.1, 2.0, 1))
        paper.lines("sans_bold", fit, (x, y + 1.2))
        x += width
    paper.rule((at[0], y + HEAD - 0.6), (x, y + HEAD - 0.6), 0.4)


def draw_row(paper: Paper, row: tuple[str, ...], widths: tuple[float, ...], at: Point) -> None:
    x, y = at
    paper.colour(INK)
    for text, width in zip(row, widths, strict=True):
        fit = fitted(paper.fonts["sans"], text, Room(width - 1.5, ROW - 1, TEXT, LEAST, 2))
        paper.lines("sans", fit, (x, y + (ROW - fit.height) / 2))
        x += width
    paper.colour(SOFT)
    paper.rule((at[0], y + ROW), (x, y + ROW), 0.12)
