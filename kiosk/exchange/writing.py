"""Writing: rows of texts into Excel or CSV, so that nothing in them is ever run, and all of it comes back."""

import csv
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from kiosk.exchange.texts import not_to_run

COLUMN_WIDTHS = {"书名": 36, "作者": 22, "出版社": 20, "ISBN": 16, "条码号": 18, "主题词": 24, "简介": 40, "姓名": 14}


def write_rows(path: Path, head: Sequence[str], rows: Iterable[Sequence[str]]) -> int:
    return (write_excel if path.suffix.lower() == ".xlsx" else write_csv)(path, head, rows)


def write_excel(path: Path, head: Sequence[str], rows: Iterable[Sequence[str]]) -> int:
    """Row after row to the disk; every cell is a text, also one that begins like a formula."""
    import xlsxwriter

    book: Any = xlsxwriter.Workbook(str(path), {"constant_memory": True})
    sheet, bold = book.add_worksheet(), book.add_format({"bold": True})
    sheet.freeze_panes(1, 0)
    for n, name in enumerate(head):
        sheet.set_column(n, n, COLUMN_WIDTHS.get(name, 12))
        sheet.write_string(0, n, name, bold)
    count = 0
    for count, row in enumerate(rows, 1):
        for n, text in enumerate(row):
            if text:
                sheet.write_string(count, n, text)
    book.close()
    return count


def write_csv(path: Path, head: Sequence[str], rows: Iterable[Sequence[str]]) -> int:
    """With a mark at its beginning, without which Excel would not take it for UTF-8."""
    count = 0
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        out = csv.writer(file)
        out.writerow(head)
        for row in rows:
            out.writerow([not_to_run(text) for text in row])
            count += 1
    return count
