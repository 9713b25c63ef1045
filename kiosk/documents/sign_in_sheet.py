"""Sign-in sheet: a session's roster on paper, with room to sign, for the evening on which nothing else works."""

from io import BytesIO
from pathlib import Path

from msgspec import Struct

from kiosk.documents.fonts import Fonts
from kiosk.documents.paper import INK, Paper, Point, Printed
from kiosk.documents.typesetting import Room, fitted, fitted_name, plain
from kiosk.domain.refusals import Refused
from kiosk.words import Words

PAGE: Point = (210.0, 297.0)
MARGIN, TOP, ROW, ROWS_A_PAGE = 16.0, 50.0, 9.5, 23
EMPTY_ROWS = 5  # for whoever walks in
COLUMNS = (("number", 14.0), ("name", 46.0), ("entered", 30.0), ("left", 30.0), ("sign", 58.0))
WIDTH = PAGE[0] - 2 * MARGIN
SMALL, NAME, TITLE = 3.6, 4.4, 6.4


class Sheet(Struct, frozen=True):
    """All that stands on it."""

    title: str
    when: str
    teacher: str
    room: str
    names: tuple[str, ...]  # in full: it is for the organiser


def sign_in_sheet(sheet: Sheet, words: Words, out: Path | BytesIO) -> Printed | Refused:
    """A character that no font has is named, and nothing is printed."""
    fonts = Fonts()
    said = (sheet.title, *facts(sheet, words), *sheet.names)
    if reasons := fonts.gaps(("roster", plain(text)) for text in said):
        return Refused(reasons)
    paper = Paper(out, PAGE, f"{words.say('roster.title')} {sheet.title}", fonts)
    rows = (*sheet.names, *[""] * EMPTY_ROWS)
    parts = [rows[n : n + ROWS_A_PAGE] for n in range(0, len(rows), ROWS_A_PAGE)]
    for number, part in enumerate(parts):
        head(paper, sheet, words)
        for place, name in enumerate(part):
            line(paper, place, (number * ROWS_A_PAGE + place + 1, name))
        to_the_right(paper, words.say("roster.page", page=number + 1, pages=len(parts)), PAGE[1] - 10)
        paper.end_page()
    return paper.save()


def facts(sheet: Sheet, words: Words) -> tuple[str, ...]:
    teacher = (words.say("roster.teacher", teacher=sheet.teacher),) if sheet.teacher else ()
    return (sheet.when, *teacher, *((words.say("roster.room", room=sheet.room),) if sheet.room else ()))


def head(paper: Paper, sheet: Sheet, words: Words) -> None:
    paper.colour(INK)
    title = fitted(paper.fonts["serif_bold"], plain(sheet.title), Room(WIDTH - 30, 9, TITLE, 3.5, 1))
    paper.lines("serif_bold", title, (MARGIN, MARGIN))
    to_the_right(paper, words.say("roster.title"), MARGIN + TITLE)
    row = fitted(paper.fonts["sans"], " · ".join(map(plain, facts(sheet, words))), Room(WIDTH, 6, SMALL, 2.4, 1))
    paper.lines("sans", row, (MARGIN, MARGIN + 12))
    x = MARGIN
    for key, width in COLUMNS:
        paper.text("sans_bold", words.say(f"roster.{key}"), (x + 1.5, TOP - 2.5), SMALL)
        x += width
    paper.rule((MARGIN, TOP), (PAGE[0] - MARGIN, TOP), 0.5)


def line(paper: Paper, place: int, row: tuple[int, str]) -> None:
    y = TOP + (place + 1) * ROW
    paper.text("sans", str(row[0]), (MARGIN + 1.5, y - 3), SMALL)
    name = fitted_name(paper.fonts["sans"], row[1], Room(COLUMNS[1][1] - 3, 6, NAME, 1.6, 1))
    paper.lines("sans", name, (MARGIN + COLUMNS[0][1] + 1.5, y - 3 - NAME))
    paper.rule((MARGIN, y), (PAGE[0] - MARGIN, y))


def to_the_right(paper: Paper, text: str, y: float) -> None:
    paper.text("sans", text, (PAGE[0] - MARGIN - paper.fonts["sans"].width(text, SMALL), y), SMALL)
