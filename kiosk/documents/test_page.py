"""Test page: shows on one sheet whether a printer has edges, measures, greys, characters and codes right."""

from io import BytesIO
from typing import Any

from kiosk.documents.sample_sheet import QR_MM, draw_qr
from kiosk.resources import resource

MM = 72 / 25.4
A4_MM, SLIP_MM = (210.0, 297.0), (80.0, 150.0)
EDGE_MM, RULER_MM, STEPS, STEP_MM = 6.0, 50.0, 6, 8.0
TITLE_PT, LINE_PT = 16, 9
FONT = "NotoSansSC"


def test_page(title: str, lines: list[str], size_mm: tuple[float, float]) -> bytes:
    """The frame is whole where the printer reaches its paper's edges; the ruler is 50 mm where it does not scale."""
    from reportlab.pdfbase.pdfmetrics import registerFont
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.pdfgen.canvas import Canvas

    registerFont(TTFont(FONT, str(resource("fonts/NotoSansSC_400Regular.ttf"))))
    (width, height), out = size_mm, BytesIO()
    page = Canvas(out, pagesize=(width * MM, height * MM))
    page.setTitle(title)
    page.rect(EDGE_MM * MM, EDGE_MM * MM, (width - 2 * EDGE_MM) * MM, (height - 2 * EDGE_MM) * MM)
    left, top = 2 * EDGE_MM, height - 2 * EDGE_MM
    top = written(page, [title], TITLE_PT, (left, top))
    top = written(page, lines, LINE_PT, (left, top))
    ruler(page, (left, top - STEP_MM))
    greys(page, (left, top - 3 * STEP_MM))
    draw_qr(page, title, (left * MM, (top - 4 * STEP_MM - QR_MM) * MM))
    page.showPage()
    page.save()
    return out.getvalue()


def written(page: Any, lines: list[str], size: int, corner: tuple[float, float]) -> float:
    """Gives where the next line goes."""
    page.setFont(FONT, size)
    left, top = corner
    for line in lines:
        top -= size * 1.6 / MM
        page.drawString(left * MM, top * MM, line)
    return top


def ruler(page: Any, corner: tuple[float, float]) -> None:
    left, y = corner
    page.line(left * MM, y * MM, (left + RULER_MM) * MM, y * MM)
    for mark in range(0, int(RULER_MM) + 1, 10):
        page.line((left + mark) * MM, y * MM, (left + mark) * MM, (y + 2) * MM)
        page.drawCentredString((left + mark) * MM, (y + 3) * MM, str(mark))


def greys(page: Any, corner: tuple[float, float]) -> None:
    for step in range(STEPS):
        page.setFillGray(step / STEPS)
        page.rect((corner[0] + step * STEP_MM) * MM, corner[1] * MM, STEP_MM * MM, STEP_MM * MM, stroke=0, fill=1)
    page.setFillGray(0)
