"""Lists that people take away: a table as Excel or CSV, by the name of the file."""

import csv
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import click

SUFFIXES = (".xlsx", ".csv")
WIDTH, WIDE, WIDE_FROM = 16, 36, 24
RUNS = ("=", "+", "-", "@", "\t", "\r")  # a spreadsheet would run what begins so


def of_a_kind(ctx: click.Context, param: click.Parameter, out: Path | None) -> Path | None:
    if out and (out.suffix.lower() not in SUFFIXES or not out.absolute().parent.is_dir()):
        raise click.BadParameter(
            "请写 .xlsx 或 .csv，并放进已有的文件夹 / an .xlsx or .csv in a folder that is there", ctx, param
        )
    return out


out_option = click.option(
    "--out", type=click.Path(dir_okay=False, path_type=Path), callback=of_a_kind, help="A list: FILE.xlsx or FILE.csv."
)


def write_table(out: Path, head: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    (write_excel if out.suffix.lower() == ".xlsx" else write_csv)(out, head, rows)


def write_excel(out: Path, head: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Every cell a text: nothing in a title is ever run, and no number loses a digit."""
    import xlsxwriter

    book: Any = xlsxwriter.Workbook(str(out), {"constant_memory": True})
    sheet, bold = book.add_worksheet(), book.add_format({"bold": True})
    sheet.freeze_panes(1, 0)
    table = [head, *rows]
    for column in range(len(head)):
        longest = max((len(row[column]) for row in table if column < len(row)), default=0)
        sheet.set_column(column, column, WIDE if longest >= WIDE_FROM else WIDTH)
    for n, row in enumerate(table):
        for column, text in enumerate(row):
            sheet.write_string(n, column, text, None if n else bold)
    book.close()


def write_csv(out: Path, head: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """With a mark at its beginning, without which Excel would not take it for UTF-8."""
    with out.open("w", encoding="utf-8-sig", newline="") as file:
        table = csv.writer(file)
        table.writerow(head)
        table.writerows([f"'{text}" if text.startswith(RUNS) else text for text in row] for row in rows)
