"""Overdue slips: three to a page, to be cut apart; each tells one member which books are waited for."""

from io import BytesIO
from pathlib import Path

from msgspec import Struct

from kiosk.documents.fonts import Fonts
from kiosk.documents.paper import INK, PINE, Paper, Point, Printed
from kiosk.documents.typesetting import Room, fitted, fitted_name, plain
from kiosk.domain.refusals import NOTHING_TO_PRINT, Refused
from kiosk.words import Words

PAGE: Point = (210.0, 297.0)
MARGIN, SLIPS_A_PAGE, LINES_MAX = 18.0, 3, 4
SLIP = PAGE[1] / SLIPS_A_PAGE
WIDTH = PAGE[0] - 2 * MARGIN
SOFT = (87, 78, 67)
CUT_MARK = 6.0
LINE = 7.4


class Slip(Struct, frozen=True):
    """What stands on one: the whole name, since it is to find its owner."""

    name: str
    number: str
    unit: str
    books: tuple[tuple[str, str], ...]  # a title, and since when it is waited for


class Slips(Struct, frozen=True):
    hall: str
    on: str
    slips: tuple[Slip, ...]


def print_slips(asked: Slips, words: Words, out: Path | BytesIO) -> Printed | Refused:
    fonts = Fonts()
    said = [("hall", asked.hall), *(("name", slip.name) for slip in asked.slips)]
    said += [("title", plain(title)) for slip in asked.slips for title, _ in slip.books]
    reasons = [*fonts.gaps(said)] if asked.slips else [NOTHING_TO_PRINT.because()]
    if reasons:
        return Refused(tuple(reasons))
    paper = Paper(out, PAGE, words.say("slips.file"), fonts)
    for n, slip in enumerate(asked.slips):
        place = n % SLIPS_A_PAGE
        one(paper, asked, slip, place * SLIP, words)
        if place < SLIPS_A_PAGE - 1:
            cut(paper, (place + 1) * SLIP)
        if place == SLIPS_A_PAGE - 1 or n == len(asked.slips) - 1:
            paper.end_page()
    return paper.save()


def one(paper: Paper, asked: Slips, slip: Slip, top: float, words: Words) -> None:
    sans, bold = paper.fonts["sans"], paper.fonts["serif_bold"]
    paper.colour(PINE)
    paper.lines("sans", fitted(sans, asked.hall, Room(WIDTH - 40, 5, 4, 3, 1)), (MARGIN, top + 12))
    to_the_right(paper, asked.on, top + 12)
    paper.rule((MARGIN, top + 18), (PAGE[0] - MARGIN, top + 18), 0.4)
    paper.colour(INK)
    greeting = words.say("slips.greeting", name=slip.name)
    paper.lines("serif_bold", fitted_name(bold, greeting, Room(WIDTH, 9, 7.2, 3, 1)), (MARGIN, top + 21.5))
    paper.lines("sans", fitted(sans, words.say("slips.ask"), Room(WIDTH, 6, 4.2, 3, 1)), (MARGIN, top + 32))
    lines(paper, slip, top + 41, words)
    paper.colour(SOFT)
    about = " · ".join(filter(None, [words.say("slips.number", number=slip.number), plain(slip.unit)]))
    paper.lines("sans", fitted(sans, words.say("slips.more"), Room(WIDTH, 5, 3.6, 3, 1)), (MARGIN, top + SLIP - 20))
    paper.lines("sans", fitted(sans, about, Room(WIDTH, 5, 3.6, 3, 1)), (MARGIN, top + SLIP - 13))


def lines(paper: Paper, slip: Slip, y: float, words: Words) -> None:
    sans, bold = paper.fonts["sans"], paper.fonts["sans_bold"]
    for title, since in slip.books[:LINES_MAX]:
        paper.lines("sans_bold", fitted(bold, plain(title), Room(WIDTH - 62, 6, 4.4, 3.2, 1)), (MARGIN, y))
        to_the_right(paper, since, y)
        y += LINE
    if len(slip.books) > LINES_MAX:
        told = words.say("slips.others", count=len(slip.books) - LINES_MAX)
        paper.lines("sans", fitted(sans, told, Room(WIDTH, 6, 4.0, 3, 1)), (MARGIN, y))


def to_the_right(paper: Paper, text: str, y: float) -> None:
    sans = paper.fonts["sans"]
    fit = fitted(sans, text, Room(60, 6, 4.0, 3, 1))
    paper.lines("sans", fit, (PAGE[0] - MARGIN - max(sans.width(line, fit.size) for line in fit.lines), y))


def cut(paper: Paper, y: float) -> None:
    """Only at the edges: a line through the page would be taken for a part of the letter."""
    paper.colour(SOFT)
    paper.rule((0, y), (CUT_MARK, y), 0.2)
    paper.rule((PAGE[0] - CUT_MARK, y), (PAGE[0], y), 0.2)
