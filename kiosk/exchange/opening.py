"""Opening: finds out what a file is from its bytes, and turns away what would only do harm."""

import io
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

from msgspec import Struct

from kiosk.exchange.problems import FILE_DAMAGED, FILE_EMPTY, FILE_TOO_LARGE, FILE_UNKNOWN, NO_FILE, FileUnread
from kiosk.exchange.texts import without_mark

Kind = Literal["marc", "marcxml", "excel", "csv"]
Format = Literal["auto", "marc", "excel", "csv"]

TABLE_BYTES_MAX = 512 << 20
UNPACKED_BYTES_MAX = 256 << 20
CELLS_MAX = 20_000_000  # a workbook is laid out as a full grid, so two far cells are as many as all between
HEAD_BYTES = 4096
CONTROLS_MAX = 50  # one byte in so many may be none that a text has
LONG_DIRECTORY = re.compile(rb"\d{5}[\x20-\x7e]{19}[0-9A-Za-z]{1200}")
LEADER = re.compile(rb"\d{5}[\x20-\x7e]{19}[0-9A-Za-z]{3}")
BINARY = {
    b"\x89PNG": "PNG", b"\xff\xd8\xff": "JPEG", b"GIF8": "GIF", b"%PDF": "PDF", b"BM": "BMP", b"Rar!": "RAR",
    b"7z\xbc\xaf": "7z", b"\x1f\x8b": "gzip", b"MZ": "EXE", b"\x7fELF": "ELF", b"SQLite format 3": "SQLite",
}  # fmt: skip
OLD_EXCEL, ZIP = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"PK\x03\x04"
# The usual table: at most 52 columns and 99,999 rows. Only where something lies beyond is every cell looked at.
CELL_BEYOND = re.compile(rb' r="(?:[A-Z]{3}|[B-Z][A-Z]\d|[A-Z]{1,2}\d{6})')
ROW_BEYOND = re.compile(rb'<(?:\w+:)?row [^>]*?\br="\d{6}')
CELL_PLACE = re.compile(rb"""\br\s*=\s*["']([A-Z]{1,3})(\d{1,7})["']""")


class Opened(Struct, frozen=True):
    """A file that may be read, and what it is."""

    path: Path
    kind: Kind
    size: int
    packed: bool = False  # a workbook in a ZIP


def opened(path: Path, wanted: Format = "auto") -> Opened:
    if not path.is_file():
        raise FileUnread(NO_FILE.at(0, file=path.name))
    try:
        with path.open("rb") as file:
            head, size = file.read(HEAD_BYTES), file.seek(0, io.SEEK_END)
    except OSError as fault:
        raise FileUnread(FILE_DAMAGED.at(0, what=str(fault))) from None
    if not head.strip(b"\0\r\n\t \xef\xbb\xbf"):
        raise FileUnread(FILE_EMPTY.at(0))
    kind = kind_of(head, path, wanted)
    if kind in ("csv", "excel") and size > TABLE_BYTES_MAX:
        raise FileUnread(FILE_TOO_LARGE.at(0, most=f"{TABLE_BYTES_MAX >> 20} MB"))
    return Opened(path, kind, size, head.startswith(ZIP))


def kind_of(head: bytes, path: Path, wanted: Format) -> Kind:
    """The bytes say it, not the name of the file; what was asked for only decides between texts."""
    if head.startswith((OLD_EXCEL, ZIP)):
        return "excel"
    for mark, name in BINARY.items():
        if head.startswith(mark) and (len(mark) > 2 or b"\0" in head):
            raise FileUnread(FILE_UNKNOWN.at(0, kind=name))
    if head.startswith((b"\xff\xfe", b"\xfe\xff")) or without_mark(head):
        return "csv"
    text = head.lstrip(b"\xef\xbb\xbf\0\r\n\t ")
    full = head.rstrip(b"\0")
    if sum(1 for byte in full if byte < 9 or 13 < byte < 27) > max(4, len(full) / CONTROLS_MAX):
        raise FileUnread(FILE_UNKNOWN.at(0, kind=path.suffix or "?"))
    if text.startswith(b"<") and re.search(rb"<(\w+:)?(record|collection)[\s>]", head + b" "):
        return "marcxml"
    leader = LEADER.match(text) and (b"\x1e" in head or LONG_DIRECTORY.match(text))
    if wanted == "marc" or leader or head.count(b"\x1f") > 5:
        return "marc"
    if wanted == "excel" or text[:1] == b"<":
        raise FileUnread(FILE_UNKNOWN.at(0, kind="HTML" if b"<html" in head.lower() else path.suffix or "?"))
    return "csv"


def proved_workbook(path: Path) -> None:
    """Every part is unpacked once, so that its size and its cells are what they are, not what the file says."""
    try:
        with zipfile.ZipFile(path) as archive:
            parts = archive.infolist()
            if not any(part.filename.startswith("xl/") for part in parts):
                raise FileUnread(FILE_UNKNOWN.at(0, kind="ZIP"))
            if sum(part.file_size for part in parts) > UNPACKED_BYTES_MAX:
                raise FileUnread(FILE_TOO_LARGE.at(0, most=f"{UNPACKED_BYTES_MAX >> 20} MB"))
            for part in parts:
                proved_part(archive, part)
    except (zipfile.BadZipFile, OSError, EOFError, RuntimeError, NotImplementedError, ValueError) as fault:
        raise FileUnread(FILE_DAMAGED.at(0, what=str(fault))) from None
    except Exception as fault:  # zlib.error and its like, by whatever packed it
        if isinstance(fault, FileUnread):
            raise
        raise FileUnread(FILE_DAMAGED.at(0, what=str(fault))) from None


def proved_part(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> None:
    """Read to its end: a part that is longer than it says, or not what its sum says, is a damaged one."""
    content = archive.read(part)
    if "/worksheets/" not in part.filename:
        return
    if b"\0" in content:
        raise FileUnread(FILE_DAMAGED.at(0, what=part.filename))
    if CELL_BEYOND.search(content) or ROW_BEYOND.search(content) or unusual(content):
        columns, rows = 1, 1
        for letters, digits in cell_places(content):
            columns, rows = max(columns, column_number(letters)), max(rows, int(digits))
        if columns * rows > CELLS_MAX:
            raise FileUnread(FILE_TOO_LARGE.at(0, most=f"{CELLS_MAX:,}"))


def unusual(content: bytes) -> bool:
    """Written otherwise than table programs do, so the quick look may have missed something."""
    return any(mark in content for mark in (b"r='", b"r =", b"r= ", b'\nr="', b'\tr="', b'\rr="'))


def cell_places(content: bytes) -> Iterator[tuple[bytes, bytes]]:
    yield from set(CELL_PLACE.findall(content))


def column_number(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number
