"""Sample sheet: a demo's codes on paper, to be scanned at a kiosk that has nothing else yet."""

from itertools import groupby
from pathlib import Path
from typing import Any

from msgspec import Struct

from kiosk.documents.qr import modules
from kiosk.resources import resource

MM = 72 / 25.4
PAGE_MM = (210.0, 297.0)
MARGIN_MM, COLUMNS, CELL_MM, QR_MM = 14.0, 4, 46.0, 32.0
ROWS_A_PAGE = 5
FONT = "NotoSansSC"


class Sample(Struct, frozen=True):
    """One code with what it is and what it will show."""

    group: str
    label: str
    note: str
    text: str


def sample_sheet(samples: list[Sample], title: str, out: Path) -> None:
    from reportlab.pdfbase.pdfmetrics import registerFont
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.pdfgen.canvas import Canvas

    registerFont(TTFont(FONT, str(resource("fonts/NotoSansSC_400Regular.ttf"))))
    page = Canvas(str(out), pagesize=(PAGE_MM[0] * MM, PAGE_MM[1] * MM))
    page.setTitle(title)
    for group, found in groupby(samples, key=lambda s: s.group):
        cells = list(found)
        for start in range(0, len(cells), COLUMNS * ROWS_A_PAGE):
            heading(page, title, group)
            for place, sample in enumerate(cells[start : start + COLUMNS * ROWS_A_PAGE]):
                cell(page, sample, place)
            page.showPage()
    page.save()


def heading(page: Any, title: str, group: str) -> None:
    page.setFont(FONT, 15)
    page.drawString(MARGIN_MM * MM, (PAGE_MM[1] - 18) * MM, group)
    page.setFont(FONT, 9)
    page.drawRightString((PAGE_MM[0] - MARGIN_MM) * MM, (PAGE_MM[1] - 18) * MM, title)
    page.setLineWidth(0.6)
    page.line(MARGIN_MM * MM, (PAGE_MM[1] - 22) * MM, (PAGE_MM[0] - MARGIN_MM) * MM, (PAGE_MM[1] - 22) * MM)


def cell(page: Any, sample: Sample, place: int) -> None:
    row, column = divmod(place, COLUMNS)
    x = (MARGIN_MM + column * CELL_MM) * MM
    top = (PAGE_MM[1] - 28 - row * (CELL_MM + 5)) * MM
    draw_qr(page, sample.text, (x, top - QR_MM * MM))
    page.setFont(FONT, 9)
    page.drawString(x, top - (QR_MM + 4.5) * MM, sample.label)
    page.setFont(FONT, 8)
    page.drawString(x, top - (QR_MM + 8.5) * MM, sample.note)


def draw_qr(page: Any, text: str, corner: tuple[float, float]) -> None:
    """One filled path, so that no printer leaves hairs between the modules."""
    lines = modules(text)
    side = QR_MM * MM / len(lines)
    path = page.beginPath()
    for y, line in enumerate(lines):
        for x, dark in enumerate(line):
            if dark:
                path.rect(corner[0] + x * side, corner[1] + (len(lines) - 1 - y) * side, side, side)
    page.drawPath(path, stroke=0, fill=1)
