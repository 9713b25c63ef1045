"""Grids: Excel and CSV files as rows of cells, numbered as a table program numbers them."""

import csv
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any

from msgspec import Struct

from kiosk.exchange.mapping import COLUMNS_MAX, HEADER_SEARCH_ROWS, SAMPLE_ROWS, Mapping, guessed
from kiosk.exchange.opening import Opened, proved_workbook
from kiosk.exchange.problems import FILE_DAMAGED, FILE_EMPTY, FILE_LOCKED, FILE_UNKNOWN, FileUnread
from kiosk.exchange.texts import lines_of, said_as_text

DELIMITERS = (",", "\t", ";", "|", "，", "；", "^")
CSV_CELL_MAX = 1 << 20
HEAD_ROWS = HEADER_SEARCH_ROWS + SAMPLE_ROWS
Cells = Sequence[Any]


class Grid(Struct, frozen=True):
    """`head` is the beginning, for guessing; `rows` are all rows, the head again among them."""

    kind: str
    encoding: str
    sheet: str
    count: int
    head: tuple[Cells, ...]
    rows: Iterator[Cells]


def grid(file: Opened, table: dict[str, str], sheet: str = "") -> Grid:
    if file.kind == "csv":
        return csv_grid(file)
    return excel_grid(file, table, sheet)


def excel_grid(file: Opened, table: dict[str, str], wanted: str) -> Grid:
    """The sheet that was asked for; otherwise the first that looks like a list of what is wanted."""
    book = workbook(file)
    names = [wanted] if wanted in book.sheet_names else list(book.sheet_names)
    best: tuple[int, str, Any] | None = None
    for name in names:
        sheet = sheet_of(book, name)
        if sheet is None or not sheet.total_height:
            continue
        head = tuple(islice(sheet.iter_rows(), HEAD_ROWS))
        known = len(guessed(head, table).columns)
        if best is None or known > best[0]:
            best = known, name, sheet
        if known >= 2:
            break
    if best is None:
        raise FileUnread(FILE_EMPTY.at(0))
    _, name, sheet = best
    head = tuple(islice(sheet.iter_rows(), HEAD_ROWS))
    return Grid("excel", "", name, sheet.total_height, head, iter(sheet.iter_rows()))


def workbook(file: Opened) -> Any:
    from python_calamine import CalamineError, CalamineWorkbook, PasswordError

    if file.packed:
        proved_workbook(file.path)
    try:
        return CalamineWorkbook.from_path(str(file.path))
    except PasswordError:
        raise FileUnread(FILE_LOCKED.at(0)) from None
    except (CalamineError, OSError, ValueError) as fault:
        raise FileUnread(FILE_DAMAGED.at(0, what=str(fault))) from None
    except BaseException as fault:
        raise unless_panic(fault) from None


def sheet_of(book: Any, name: str) -> Any:
    """None for a chart or a sheet that cannot be read, if others can."""
    from python_calamine import CalamineError, WorksheetNotFound

    try:
        return book.get_sheet_by_name(name)
    except WorksheetNotFound:
        return None
    except (CalamineError, OSError, ValueError) as fault:
        raise FileUnread(FILE_DAMAGED.at(0, what=str(fault))) from None
    except BaseException as fault:
        raise unless_panic(fault) from None


def unless_panic(fault: BaseException) -> BaseException:
    """The reader's own panic is no Exception of Python's, yet only says that the file is broken."""
    return FileUnread(FILE_DAMAGED.at(0, what=str(fault))) if type(fault).__name__ == "PanicException" else fault


def csv_grid(file: Opened) -> Grid:
    lines, encoding = lines_of(file.path.read_bytes())
    lines = [line.replace("\0", "") for line in lines]
    if sum(line.count("\ufffd") for line in lines[:HEAD_ROWS]) > sum(map(len, lines[:HEAD_ROWS])) / 10:
        raise FileUnread(FILE_UNKNOWN.at(0, kind=file.path.suffix or "?"))
    head = lines[:HEAD_ROWS]
    delimiter = delimiter_of(head)
    if head and (said := head[0].strip().lower()).startswith("sep=") and len(said) == 5:
        delimiter, lines[0] = said[-1], "\n"
    first = tuple(as_texts(lines[: HEAD_ROWS * 2], delimiter))[:HEAD_ROWS]
    return Grid("csv", encoding, "", len(lines), first, as_texts(lines, delimiter))


def as_texts(lines: list[str], delimiter: str) -> Iterator[list[str]]:
    """Without the apostrophe that only says that a cell is a text."""
    for row in csv_rows(lines, delimiter):
        yield [said_as_text(cell) if cell[:1] == "'" else cell for cell in row]


def delimiter_of(lines: list[str]) -> str:
    """The one that cuts most lines into the same number of cells."""

    def evenness(delimiter: str) -> tuple[int, int]:
        widths = [len(row) for row in csv_rows(lines, delimiter) if len(row) > 1]
        usual = max(set(widths), key=widths.count, default=1)
        return widths.count(usual) if usual > 1 else 0, min(usual, COLUMNS_MAX)

    return max(DELIMITERS, key=evenness)


def csv_rows(lines: list[str], delimiter: str) -> Iterator[list[str]]:
    """Where a quotation mark is missing, a cell would swallow the rows after it: those lines are read one by one."""
    csv.field_size_limit(CSV_CELL_MAX)
    usual, at = 0, 0
    while at < len(lines):
        reader = csv.reader(lines[at:] if at else lines, delimiter=delimiter)
        began = at
        try:
            for row in reader:
                ended = began + reader.line_num
                if ended - at > 1 and usual and len(row) != usual:
                    yield from one_by_one(lines[at:ended], delimiter)
                else:
                    yield row
                usual, at = usual or len(row), ended
            return
        except csv.Error:
            yield from one_by_one([line[:CSV_CELL_MAX] for line in lines[at : at + 1]], delimiter)
            at += 1


def one_by_one(lines: Iterable[str], delimiter: str) -> Iterator[list[str]]:
    for line in lines:
        yield next(csv.reader([line.rstrip("\r\n")], delimiter=delimiter, quoting=csv.QUOTE_NONE), [])


def below_header(found: Grid, mapping: Mapping) -> Iterator[tuple[int, Cells]]:
    """Every row that is not empty, with its number."""
    for number, cells in enumerate(found.rows, 1):
        if number > mapping.header_row and any(cells):
            yield number, cells
