"""Paper: one PDF, measured in millimetres from its upper left corner; text, lines and codes, all of them vectors."""

import re
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from typing import Any

from msgspec import Struct

from kiosk.documents.fonts import Fonts
from kiosk.documents.typesetting import LEADING, Fitted

MM = 72 / 25.4
CAP = 0.86  # of the type size: from the top of a line to its base
BLACK, INK, PINE, VERMILION = (0, 0, 0), (35, 31, 26), (29, 74, 69), (185, 52, 34)
Colour = tuple[int, int, int]
Point = tuple[float, float]
HAIRLINE = 0.2
DARK = re.compile(b"\x01+")
ROWS_REMEMBERED = 4096  # of codes, some hundred kilobytes


class Printed(Struct, frozen=True):
    """What a document came to: its pages and their size."""

    pages: int
    page: Point


class Cell(Struct, frozen=True):
    """A place on the paper, and how fine the printer's dots are there."""

    x: float
    y: float
    width: float
    height: float
    dpi: int = 600

    @property
    def right(self) -> float:
        return self.x + self.width

    @property
    def foot(self) -> float:
        return self.y + self.height

    @property
    def dot(self) -> float:
        return 25.4 / self.dpi

    def whole_dots(self, length: float) -> float:
        """No code is ever made of parts of a dot: half a dot is drawn as one or as none, and bars get uneven."""
        return int(length / self.dot + 1e-6) * self.dot

    def inset(self, by: float) -> "Cell":
        return Cell(self.x + by, self.y + by, self.width - 2 * by, self.height - 2 * by, self.dpi)


class Paper:
    def __init__(self, out: Path | BytesIO, page: Point, title: str, fonts: Fonts, *, lasting: bool = False) -> None:
        """`lasting`: the same drawing gives the same bytes at any time."""
        from reportlab import rl_config
        from reportlab.pdfgen.canvas import Canvas

        rl_config.useA85 = 0  # every reader of PDFs takes bytes; letters in their place cost a quarter more
        first = fonts["serif" if lasting else "sans"].faces[0]
        self.fonts, self.page, self.pages = fonts, page, 0
        self.canvas: Any = Canvas(
            out if isinstance(out, BytesIO) else str(out),
            pagesize=(page[0] * MM, page[1] * MM),
            initialFontName=first.font.fontName,
            pageCompression=1,
            invariant=1 if lasting else None,
        )
        self.canvas.setTitle(title)
        self.canvas.setCreator("Hall Kiosk")

    def end_page(self) -> None:
        self.pages += 1
        self.canvas.showPage()

    def save(self) -> Printed:
        self.canvas.save()
        return Printed(self.pages, self.page)

    def colour(self, colour: Colour) -> None:
        red, green, blue = (part / 255 for part in colour)
        self.canvas.setFillColorRGB(red, green, blue)
        self.canvas.setStrokeColorRGB(red, green, blue)

    def text(self, face: str, text: str, at: Point, size: float) -> None:
        """`at` is where the base line begins."""
        line = self.canvas.beginText(at[0] * MM, (self.page[1] - at[1]) * MM)
        for used, run in self.fonts[face].runs(text):
            line.setFont(used.font.fontName, size * MM)
            line.textOut(run)
        self.canvas.drawText(line)

    def lines(self, face: str, fit: Fitted, at: Point, centre: float | None = None) -> float:
        """From the top down; gives where the last line ends. `centre` is the width to be centred in."""
        x, y = at
        for n, line in enumerate(fit.lines):
            spare = 0.0 if centre is None else (centre - self.fonts[face].width(line, fit.size)) / 2
            self.text(face, line, (x + spare, y + fit.size * (CAP + n * LEADING)), fit.size)
        return y + fit.height

    def rule(self, start: Point, end: Point, width: float = HAIRLINE) -> None:
        self.canvas.setLineWidth(width * MM)
        (x0, y0), (x1, y1) = start, end
        self.canvas.line(x0 * MM, (self.page[1] - y0) * MM, x1 * MM, (self.page[1] - y1) * MM)

    def frame(self, cell: Cell, width: float = HAIRLINE, corner: float = 0.0) -> None:
        self.canvas.setLineWidth(width * MM)
        bottom = self.page[1] - cell.y - cell.height
        self.canvas.roundRect(cell.x * MM, bottom * MM, cell.width * MM, cell.height * MM, corner * MM)

    def filled(self, cell: Cell) -> None:
        bottom = self.page[1] - cell.foot
        self.canvas.rect(cell.x * MM, bottom * MM, cell.width * MM, cell.height * MM, stroke=0, fill=1)

    def modules(self, rows: list[list[bool]], cell: Cell) -> None:
        """One filled path, runs of dark modules as one box, so that no printer leaves hairs between them."""
        across, down = cell.width / len(rows[0]) * MM, cell.height / len(rows) * MM
        x, y = cell.x * MM, (self.page[1] - cell.y) * MM
        # Counted in modules from the code's own corner: whole numbers, which are short and quickly written.
        boxes = [boxes_of(n, bytes(row)) for n, row in enumerate(rows)]
        place = f"q {across:.6f} 0 0 {-down:.6f} {x:.4f} {y:.4f} cm"
        self.canvas.addLiteral("\n".join((place, *boxes, "f Q")))


@lru_cache(ROWS_REMEMBERED)
def boxes_of(n: int, row: bytes) -> str:
    """The boxes of one row; numbers of one series have most of their rows in common."""
    runs = (run.span() for run in DARK.finditer(row))
    return "\n".join(f"{start} {n} {end - start} 1 re" for start, end in runs)
