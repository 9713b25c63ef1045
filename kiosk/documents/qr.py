"""QR codes: a text becomes modules, and a picture of them."""

from pathlib import Path
from typing import Any

MASK = 3  # one fixed mask: trying all eight takes most of the time and gains a scanner nothing
PIXELS_PER_MODULE = 8


def modules(text: str, level: str = "M") -> list[list[bool]]:
    """`level` says how much may be worn off: M a seventh, H nearly a third."""
    code = made(text, border=0, level=level)
    return [[bool(module) for module in line] for line in code.get_matrix()]


def many_modules(text: str, level: str = "M") -> list[list[bool]]:
    """Of a long code, or of a thousand short ones: drawn by the reader's own library, in a fraction of the time."""
    import zxingcpp

    code = zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat.QRCode, ec_level=level)
    image: Any = code.to_image(scale=1, add_quiet_zones=False)
    width, dark = image.shape[1], bytes(image)
    return [[not grey for grey in dark[n : n + width]] for n in range(0, len(dark), width)]


def picture(text: str, file: Path) -> None:
    made(text, border=4).make_image().save(str(file))


def made(text: str, *, border: int, level: str = "M") -> Any:
    import qrcode

    correction = {"M": qrcode.ERROR_CORRECT_M, "Q": qrcode.ERROR_CORRECT_Q, "H": qrcode.ERROR_CORRECT_H}[level]
    code = qrcode.QRCode(error_correction=correction, mask_pattern=MASK, border=border, box_size=PIXELS_PER_MODULE)
    code.add_data(text, optimize=0)
    code.make()
    return code
