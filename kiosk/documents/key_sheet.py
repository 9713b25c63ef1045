"""Key sheet: the paper that brings the data back when the machine is gone; to be locked away."""

from io import BytesIO

from kiosk.documents.sample_sheet import draw_qr
from kiosk.documents.test_page import MM, written
from kiosk.resources import resource

PAGE_MM = (210.0, 297.0)
MARGIN_MM, TOP_MM = 24.0, 30.0
TITLE_PT, LINE_PT, ROW_PT = 22, 11, 17
ROW_STEP_MM, QR_MM, GAP_MM = 12.0, 32.0, 8.0
FONT, DIGITS = "NotoSansSC", "Courier-Bold"


def key_sheet(title: str, lines: list[str], rows: tuple[str, ...]) -> bytes:
    """Each row ends with its check digits; the code holds the same digits."""
    from reportlab.pdfbase.pdfmetrics import registerFont
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.pdfgen.canvas import Canvas

    registerFont(TTFont(FONT, str(resource("fonts/NotoSansSC_400Regular.ttf"))))
    out = BytesIO()
    page = Canvas(out, pagesize=(PAGE_MM[0] * MM, PAGE_MM[1] * MM))
    page.setTitle(title)
    y = written(page, [title], TITLE_PT, (MARGIN_MM, PAGE_MM[1] - TOP_MM))
    y = written(page, lines, LINE_PT, (MARGIN_MM, y - GAP_MM)) - GAP_MM
    page.setFont(DIGITS, ROW_PT)
    for row in rows:
        y -= ROW_STEP_MM
        page.drawString(MARGIN_MM * MM, y * MM, row)
    draw_qr(page, "".join(rows).replace(" ", ""), (MARGIN_MM * MM, (y - 2 * GAP_MM - QR_MM) * MM))
    page.showPage()
    page.save()
    return out.getvalue()
