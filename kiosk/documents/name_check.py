"""Name check: the names of a course as certificates will have them, to be read and signed by their owners."""

from collections.abc import Sequence
from io import BytesIO
from pathlib import Path

from msgspec import Struct

from kiosk.documents.fonts import Fonts
from kiosk.documents.paper import INK, PINE, Paper, Point, Printed
from kiosk.documents.typesetting import Room, fitted, fitted_name
from kiosk.domain.refusals import NOTHING_TO_PRINT, Refused
from kiosk.words import Words

PAGE: Point = (210.0, 297.0)
MARGIN, HEAD, ROW, ROWS_A_PAGE = 16.0, 62.0, 13.4, 15
SOFT = (87, 78, 67)
COLUMNS = (("place", 12.0), ("member", 26.0), ("name", 58.0), ("hours", 18.0), ("sign", 32.0), ("right", 32.0))
WIDTH = PAGE[0] - 2 * MARGIN


class NameRow(Struct, frozen=True):
    member: str
    name: str
    hours: str


class NameList(Struct, frozen=True):
    hall: str
    course: str
    when: str
    rows: tuple[NameRow, ...]


def print_name_check(listed: NameList, words: Words, out: Path | BytesIO) -> Printed | Refused:
    """A name that no font draws is named here, weeks before its certificate is due."""
    fonts = Fonts()
    said = [("name", row.name) for row in listed.rows]
    reasons = [*fonts.gaps([("hall", listed.hall), ("certificate", listed.course), *said])]
    if not listed.rows:
        reasons.append(NOTHING_TO_PRINT.because())
    if reasons:
        return Refused(tuple(reasons))
    paper = Paper(out, PAGE, words.say("name_check.file", course=listed.course), fonts)
    pages = [listed.rows[n : n + ROWS_A_PAGE] for n in range(0, len(listed.rows), ROWS_A_PAGE)]
    for number, rows in enumerate(pages):
        head(paper, listed, words)
        table(paper, rows, number * ROWS_A_PAGE, words)
        foot(paper, words, (number + 1, len(pages)))
        paper.end_page()
    return paper.save()


def head(paper: Paper, listed: NameList, words: Words) -> None:
    bold, sans = paper.fonts["serif_bold"], paper.fonts["sans"]
    paper.colour(PINE)
    paper.lines("sans", fitted(sans, listed.hall, Room(WIDTH, 5, 4, 3, 1)), (MARGIN, 14))
    paper.rule((MARGIN, 20), (PAGE[0] - MARGIN, 20), 0.6)
    paper.colour(INK)
    paper.lines("serif_bold", fitted(bold, words.say("name_check.title"), Room(WIDTH, 10, 8.4, 6, 1)), (MARGIN, 24.5))
    about = f"{listed.course}    {listed.when}"
    paper.lines("sans", fitted(sans, about, Room(WIDTH, 10, 4.2, 3, 2)), (MARGIN, 36))
    paper.colour(SOFT)
    paper.lines("sans", fitted(sans, words.say("name_check.ask"), Room(WIDTH, 9, 3.5, 3, 2)), (MARGIN, 45.5))


def table(paper: Paper, rows: Sequence[NameRow], before: int, words: Words) -> None:
    x = MARGIN
    paper.colour(SOFT)
    for name, width in COLUMNS:
        label = fitted(paper.fonts["sans"], words.say(f"name_check.{name}"), Room(width - 2, 4, 3.3, 2.4, 1))
        paper.lines("sans", label, (x + 1, HEAD - 5.4))
        x += width
    paper.rule((MARGIN, HEAD), (PAGE[0] - MARGIN, HEAD), 0.5)
    for n, row in enumerate(rows):
        line(paper, (str(before + n + 1), row.member, row.name, row.hours), HEAD + n * ROW)
    foot_of_table = HEAD + len(rows) * ROW
    x = MARGIN
    for _, width in COLUMNS[:-1]:
        x += width
        paper.rule((x, HEAD - 7), (x, foot_of_table), 0.12)


def line(paper: Paper, said: tuple[str, ...], y: float) -> None:
    x = MARGIN
    paper.colour(INK)
    for (name, width), text in zip(COLUMNS, said, strict=False):
        face, size = ("serif_bold", 7.2) if name == "name" else ("sans", 4.0)
        fit = fitted_name(paper.fonts[face], text, Room(width - 3, ROW - 3, size, size, 2))
        paper.lines(face, fit, (x + 1.5, y + (ROW - fit.height) / 2))
        x += width
    paper.colour(SOFT)
    paper.rule((MARGIN, y + ROW), (PAGE[0] - MARGIN, y + ROW), 0.15)


def foot(paper: Paper, words: Words, page: tuple[int, int]) -> None:
    paper.colour(SOFT)
    said = (words.say("name_check.teacher"), words.say("name_check.page", page=page[0], pages=page[1]))
    for text, x in zip(said, (MARGIN, PAGE[0] - MARGIN - 30), strict=True):
        paper.lines("sans", fitted(paper.fonts["sans"], text, Room(100, 4, 3.4, 3, 1)), (x, PAGE[1] - 18))
