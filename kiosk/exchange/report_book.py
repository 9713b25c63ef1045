"""Report book: a report sheet as an Excel file; each part a page of its own, numbers as numbers, texts never run."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

from kiosk.domain.report_sheet import ReportSheet, Section

NAME_MAX = 31  # characters of a page's name that Excel takes
FORBIDDEN = str.maketrans("[]:*?/\\", "-------")
Cell = str | int | float
WIDE = 24


def write_report(sheet: ReportSheet, out: Path | BytesIO) -> int:
    """How many pages the file has."""
    import xlsxwriter

    plain = {"strings_to_formulas": False, "strings_to_urls": False}
    book: Any = xlsxwriter.Workbook(out if isinstance(out, BytesIO) else str(out), plain)
    bold = book.add_format({"bold": True})
    for n, section in enumerate(sheet.sections):
        page = book.add_worksheet(f"{n + 1} {section.title}".translate(FORBIDDEN)[:NAME_MAX])
        page.set_column(0, 0, WIDE)
        page.set_column(1, max(len(section.head), 5), WIDE // 2)
        for y, (row, is_head) in enumerate(lines(sheet, section)):
            for x, value in enumerate(row):
                put(page, (y, x), value, bold if is_head else None)
    book.close()
    return len(sheet.sections)


def put(page: Any, at: tuple[int, int], value: Cell, style: Any) -> None:
    if isinstance(value, str):
        page.write_string(*at, value, style)
    else:
        page.write_number(*at, value, style)


def lines(sheet: ReportSheet, section: Section) -> Iterator[tuple[tuple[Cell, ...], bool]]:
    """What it is of stands above each part, so that a copied page still says it."""
    yield (f"{sheet.hall} {sheet.title}",), True
    yield tuple(sheet.facts), False
    yield (section.title, section.note), True
    for shown in section.shown:
        yield (shown.label, number(shown.value), shown.unit, shown.more), False
    for bar in section.bars or section.shares:
        yield (bar.label, bar.value, bar.more if bar.usual is None else bar.usual), False
    if section.head:
        yield section.head, True
    yield from ((row, False) for row in section.rows)
    yield from (((note,), False) for note in sheet.notes if section is sheet.sections[0])


def number(value: str) -> Cell:
    return float(value.replace(",", "")) if value.replace(",", "").replace(".", "").isdigit() else value
