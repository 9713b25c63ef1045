"""Screens of taking in another library's list: which file, what it says, and what came of it."""

from typing import Any

from msgspec import Struct

from kiosk.exchange.looking import Column
from kiosk.visit.screens.look import Book


class ImportFile(Struct, frozen=True):
    name: str
    place: str  # the folder it lies in
    size_kb: int


class ImportChoice(Struct, frozen=True):
    """导入书目: the lists that were found in the inbox and on sticks."""

    files: tuple[ImportFile, ...] = ()


class ImportRow(Struct, frozen=True):
    """A title as it will be."""

    book: Book
    isbn: str
    mark: str
    copies: int


class ImportTrouble(Struct, frozen=True):
    """Something odd in the file, in the words of `problem`; `row` is the first where it was met."""

    code: str
    values: dict[str, Any]
    count: int = 0
    row: int = 0


class ImportPreview(Struct, frozen=True):
    """导入书目: what each column is taken for, the first titles as they will be, what is odd; then the import."""

    file: str
    stage: str  # reading, ready, importing, done, stopped, unread
    columns: tuple[Column, ...] = ()
    fields: tuple[str, ...] = ()  # what a column can be taken for
    rows: tuple[ImportRow, ...] = ()
    troubles: tuple[ImportTrouble, ...] = ()
    read: int = 0
    added: int = 0
    updated: int = 0
    unchanged: int = 0
    rejected: int = 0
    copies: int = 0
    share: float = 0.0
    left_s: int = 0
    rejects: str = ""
    why: ImportTrouble | None = None  # why it cannot be read
