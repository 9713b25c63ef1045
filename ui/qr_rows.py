"""A QR code as rows of 0 and 1, for a page to draw."""

from kiosk.documents.qr import modules


def rows(text: str) -> list[str]:
    return ["".join("1" if dark else "0" for dark in row) for row in modules(text)]
