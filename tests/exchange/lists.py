"""Lists as other systems write them: MARC of every dialect and encoding, made for the tests."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import xlsxwriter
from halls import KEY, NOON

from kiosk.domain.codes import check_digit
from kiosk.domain.facts import HallSet
from kiosk.domain.halls import Hall
from kiosk.domain.moment import Moment
from kiosk.exchange.opening import opened
from kiosk.exchange.title_files import TitleFile
from kiosk.storage.database import opened as opened_db
from kiosk.storage.keys import add_key
from kiosk.storage.store import Device, Store

Fields = Sequence[tuple[str, Sequence[tuple[str, str]]]]

HLM: Fields = (
    ("001", (("", "012003000123"),)),
    ("010", (("a", "7-02-000220-X"), ("d", "CNY59.70"))),
    ("100", (("a", "19820301d1982    em y0chiy0120    ea"),)),
    ("200", (("a", "红楼梦"), ("b", "专著"), ("e", "校注本"), ("f", "(清) 曹雪芹, 高鹗著"), ("g", "启功注释"))),
    ("205", (("a", "第2版"),)),
    ("210", (("a", "北京"), ("c", "人民文学出版社"), ("d", "1982.3"))),
    ("215", (("a", "3册 (1606页)"), ("d", "21cm"))),
    ("225", (("a", "中国古典文学读本丛书"),)),
    ("330", (("a", "以贾宝玉、林黛玉的爱情为线索。"),)),
    ("606", (("a", "章回小说"), ("y", "中国"), ("z", "清代"))),
    ("690", (("a", "I242.4"), ("v", "3"))),
    ("701", (("a", "曹雪芹"), ("4", "著"))),
    ("801", (("a", "CN"), ("b", "江北图"), ("c", "20090101"))),
    ("905", (("a", "JBT"), ("b", "20295403-5408"), ("d", "I242.4"), ("e", "12"))),
)


def iso2709(fields: Fields, encoding: str = "utf-8", leader: str = "nam  ") -> bytes:
    """Written here once more by hand, so that the reader is not proved by its own library."""
    parts = []
    for tag, subfields in fields:
        text = "".join(f"\x1f{code}{value}" if code else value for code, value in subfields)
        parts.append((("  " if tag >= "010" else "") + text).encode(encoding))
    directory, at = b"", 0
    for (tag, _), part in zip(fields, parts, strict=True):
        directory += b"%b%04d%05d" % (tag.encode(), len(part) + 1, at)
        at += len(part) + 1
    base = 25 + len(directory)
    head = f"{base + at + 1:05}{leader}22{base:05}   450 ".encode()
    return head + directory + b"\x1e" + b"\x1e".join(parts) + b"\x1e\x1d"


def book(n: int, name: str = "", **more: str) -> Fields:
    """A plain record with a good ISBN."""
    digits = f"97871{n:07}"
    fields = {
        "001": (("", f"T{n}"),),
        "010": (("a", digits + check_digit(digits)), ("d", "CNY20.00")),
        "200": (("a", name or f"平凡的书{n}"), ("f", "路遥著")),
        "210": (("c", "人民文学出版社"), ("d", "2005")),
        "690": (("a", "I247.57"),),
        "801": (("a", "CN"), ("b", "江北图")),
        "905": (("a", "JBT"), ("b", f"{20000000 + n}")),
    }
    return tuple(fields.items()) + tuple((tag, (("a", text),)) for tag, text in more.items())


def marcxml(*records: Fields, prefix: str = "") -> str:
    def field(tag: str, subfields: Sequence[tuple[str, str]]) -> str:
        if tag < "010":
            return f'<{prefix}controlfield tag="{tag}">{subfields[0][1]}</{prefix}controlfield>'
        inner = "".join(f'<{prefix}subfield code="{c}">{v}</{prefix}subfield>' for c, v in subfields)
        return f'<{prefix}datafield tag="{tag}" ind1=" " ind2=" ">{inner}</{prefix}datafield>'

    leader = f"<{prefix}leader>00000nam0 2200000   450 </{prefix}leader>"
    bodies = "".join(
        f"<{prefix}record>{leader}{''.join(field(*f) for f in record)}</{prefix}record>\n" for record in records
    )
    named = f"xmlns:{prefix[:-1]}" if prefix else "xmlns"
    return f'<{prefix}collection {named}="http://www.loc.gov/MARC21/slim">{bodies}</{prefix}collection>'


def workbook(path: Path, rows: Sequence[Sequence[Any]], sheet: str = "书单") -> Path:
    book = xlsxwriter.Workbook(path)
    page = book.add_worksheet(sheet)
    for n, row in enumerate(rows):
        for m, cell in enumerate(row):
            page.write_string(n, m, cell) if isinstance(cell, str) else page.write(n, m, cell)
    book.close()
    return path


def read(path: Path) -> TitleFile:
    return TitleFile(opened(path))


def entries(path: Path) -> list[Any]:
    return list(read(path).entries)


def empty_hall(path: Any = ":memory:", copy_numbers: tuple[str, ...] = ()) -> Store:
    store = Store(opened_db(path, KEY), Device("e" * 32, 1, 1), built_at=NOON)
    add_key(store.db, "hash")
    store.record(HallSet(Hall(1, "空馆", "reading_room", copy_numbers=copy_numbers)), moment=Moment(NOON, "t", 0))
    return store
