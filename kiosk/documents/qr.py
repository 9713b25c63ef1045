"""QR codes: a text becomes modules, and a picture of them."""

from pathlib import Path
from typing import Any

MASK = 3  # one fixed mask: trying all eight takes most of the time and gains a scanner nothing
PIXELS_PER_MODULE = 8


def modules(text: str) -> list[list[bool]]:
    code = made(text, border=0)
    return [[bool(module) for module in line] for line in code.get_matrix()]


def picture(text: str, file: Path) -> None:
    made(text, border=4).make_image().save(str(file))


def made(text: str, *, border: int) -> Any:
    import qrcode

    code = qrcode.QRCode(
        error_correction=qrcode.ERROR_CORRECT_M, mask_pattern=MASK, border=border, box_size=PIXELS_PER_MODULE
    )
    code.add_data(text, optimize=0)
    code.make()
    return code
