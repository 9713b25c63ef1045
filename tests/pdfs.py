"""What a reader of our PDFs finds: their pages, their text, and a picture of a page at any fineness."""

from pathlib import Path

from PIL import Image
from PySide6.QtCore import QSize
from PySide6.QtPdf import QPdfDocument

MM = 72 / 25.4


def opened(file: Path) -> QPdfDocument:
    document = QPdfDocument(None)
    assert document.load(str(file)) == QPdfDocument.Error.None_
    return document


def sizes(file: Path) -> list[tuple[float, float]]:
    """In millimetres."""
    document = opened(file)
    points = [document.pagePointSize(n) for n in range(document.pageCount())]
    return [(round(p.width() / MM, 1), round(p.height() / MM, 1)) for p in points]


def text(file: Path) -> str:
    document = opened(file)
    return "\n".join(document.getAllText(n).text() for n in range(document.pageCount()))


def picture(file: Path, page: int = 0, dpi: int = 150) -> Image.Image:
    document = opened(file)
    points = document.pagePointSize(page)
    drawn = document.render(page, QSize(round(points.width() * dpi / 72), round(points.height() * dpi / 72)))
    size, line = (drawn.width(), drawn.height()), drawn.bytesPerLine()
    seen = Image.frombuffer("RGBA", size, bytes(drawn.constBits()), "raw", "BGRA", line, 1)
    white = Image.new("RGBA", size, "white")  # the reader draws on nothing
    return Image.alpha_composite(white, seen).convert("L")
