"""Certificates on paper: what was frozen, drawn the same to the last byte however often it is asked for."""

from collections.abc import Sequence
from datetime import date
from io import BytesIO

from msgspec import Struct

from kiosk.documents.certificate_frame import (
    GOLD,
    INNER,
    diamond,
    draw_frame,
    draw_sample_seal,
    draw_stamp_place,
)
from kiosk.documents.certificate_text import Paragraph, Wording, texts
from kiosk.documents.codes_on_paper import draw_modules
from kiosk.documents.fonts import Fonts
from kiosk.documents.lasting import lasting
from kiosk.documents.paper import BLACK, INK, MM, Cell, Paper, Point, Printed
from kiosk.documents.paragraphs import Column, Set, Styled, draw_set, set_paragraphs, spaced
from kiosk.documents.qr import many_modules
from kiosk.documents.typesetting import Room, fitted, fitted_name
from kiosk.domain.refusals import NOTHING_TO_PRINT, Reason, Refused

LANDSCAPE: Point = (297.0, 210.0)
PORTRAIT: Point = (210.0, 297.0)
SOFT = (87, 78, 67)
CODE_SIDE = 44.0  # white included: the dark part is more than 36 mm
FRAME = "frame"


class Sheet(Struct, frozen=True):
    """One certificate ready to be drawn."""

    words: Wording
    code: str
    issued_on: date
    sample: bool = False


class Plan(Struct, frozen=True):
    """Where things stand on a page, in millimetres."""

    page: Point
    title: float  # base line
    title_size: float
    left: float
    greeting: float
    body: float
    body_foot: float
    foot: float  # top of the code
    text: float


PLANS = {
    "landscape": Plan(LANDSCAPE, 49.0, 16.5, 45.0, 67.0, 83.0, 134.0, 135.5, 6.5),
    "portrait": Plan(PORTRAIT, 62.0, 17.0, 33.0, 84.0, 88.0, 208.0, 214.0, 6.0),
}


def print_certificates(sheets: Sequence[Sheet], title: str, fonts: Fonts | None = None) -> bytes | Refused:
    """One file; its dates are those of the newest certificate in it."""
    fonts = fonts or Fonts()
    reasons = list(unready(sheets, fonts)) if sheets else [NOTHING_TO_PRINT.because()]
    if reasons:
        return Refused(tuple(reasons))
    drawn = BytesIO()
    page = PLANS[sheets[0].words.page].page
    paper = Paper(drawn, page, title, fonts, lasting=True)
    for shape in dict.fromkeys(sheet.words.page for sheet in sheets):
        in_memory(paper, shape)
    for sheet in sheets:
        turn(paper, PLANS[sheet.words.page].page)
        paper.canvas.doForm(f"{FRAME}-{sheet.words.page}")
        draw(paper, sheet)
        paper.end_page()
    paper.save()
    return lasting(drawn.getvalue(), title, max(sheet.issued_on for sheet in sheets))


def unready(sheets: Sequence[Sheet], fonts: Fonts) -> tuple[Reason, ...]:
    """Characters that no font draws, named before anything is drawn."""
    return fonts.gaps((("certificate", text) for sheet in sheets for text in texts(sheet.words)), face="serif")


def pages(drawn: bytes, sheets: Sequence[Sheet]) -> Printed:
    return Printed(len(sheets), PLANS[sheets[0].words.page].page)


def turn(paper: Paper, page: Point) -> None:
    paper.page = page
    paper.canvas.setPageSize((page[0] * MM, page[1] * MM))


def in_memory(paper: Paper, shape: str) -> None:
    """The frame is drawn once for each file."""
    turn(paper, PLANS[shape].page)
    width, height = (side * MM for side in paper.page)
    paper.canvas.beginForm(f"{FRAME}-{shape}", 0, 0, width, height)
    draw_frame(paper)
    paper.canvas.endForm()


def draw(paper: Paper, sheet: Sheet) -> None:
    words, plan = sheet.words, PLANS[sheet.words.page]
    head(paper, words, plan)
    paper.colour(INK)
    greeting(paper, words, plan)
    width = paper.page[0] - 2 * plan.left
    rows_height = 13.0 * len(words.rows)
    room = plan.body_foot - plan.body - rows_height
    done = set_paragraphs(paper, styled((*words.body, *words.closing)), Column(width, room, plan.text))
    if words.rows:
        tabled(paper, words, plan, done.size)
    else:
        draw_set(paper, done, (plan.left, plan.body), width)
    foot(paper, sheet, plan)


def styled(paragraphs: Sequence[Paragraph]) -> list[list[Styled]]:
    return [[Styled(run.text, run.style) for run in paragraph] for paragraph in paragraphs]


def head(paper: Paper, words: Wording, plan: Plan) -> None:
    middle = paper.page[0] / 2
    paper.colour(INK)
    half = spaced(paper, "serif_bold", words.title, (middle, plan.title, plan.title_size), plan.title_size * 0.36)
    paper.colour(SOFT)
    below = plan.title + 9.4
    reach = max(spaced(paper, "serif", words.subtitle, (middle, below, 3.3), 0.95) + 5.0, half * 0.72)
    paper.colour(GOLD)
    for side in (-1, 1):
        diamond(paper, (middle + side * reach, below - 1.15), 1.8)
        paper.rule((middle + side * (reach + 2.2), below - 1.15), (middle + side * (reach + 24), below - 1.15), 0.28)


def greeting(paper: Paper, words: Wording, plan: Plan) -> None:
    """The name is never cut; a very long one takes the whole line and gets smaller."""
    if not words.greeting:
        return
    name, rest = words.greeting[0].text, "".join(run.text for run in words.greeting[1:])
    chain = paper.fonts["serif_bold"]
    after = paper.fonts["serif"].width(rest, plan.text) + 1
    most = paper.page[0] - 2 * plan.left - after
    fit = fitted_name(chain, name, Room(most, 11.0, 9.6, 9.6, 1))
    width = max(chain.width(line, fit.size) for line in fit.lines)
    base = plan.greeting + 9.0
    paper.text("serif_bold", fit.lines[0], (plan.left, base), fit.size)
    paper.text("serif", rest, (plan.left + width + 0.5, base), plan.text)
    paper.colour(GOLD)
    paper.rule((plan.left, base + 2.6), (plan.left + width, base + 2.6), 0.28)
    paper.colour(INK)


def tabled(paper: Paper, words: Wording, plan: Plan, size: float) -> None:
    """A sentence, the facts as lines, a sentence."""
    width = paper.page[0] - 2 * plan.left
    first = set_paragraphs(paper, styled(words.body), Column(width, 30.0, size))
    y = draw_set(paper, first, (plan.left, plan.body), width) + 3
    for label, line in words.rows:
        y = row(paper, (label, line), (plan.left, y), width)
    paper.colour(INK)
    last: Set = set_paragraphs(paper, styled(words.closing), Column(width, 24.0, size))
    draw_set(paper, last, (plan.left, y + 5), width)


def row(paper: Paper, fact: tuple[str, Paragraph], at: Point, width: float) -> float:
    label, line = fact
    x, y = at
    paper.colour(SOFT)
    paper.lines("serif", fitted(paper.fonts["serif"], label, Room(28, 6, 4.8, 3.5, 1)), (x + 1, y + 3.9))
    paper.colour(INK)
    text = "".join(run.text for run in line)
    fit = fitted_name(paper.fonts["serif_bold"], text, Room(width - 34, 10.2, 5.8, 4.2, 2))
    paper.lines("serif_bold", fit, (x + 33, y + (12.6 - fit.height) / 2 - 0.3))
    paper.colour(GOLD)
    paper.rule((x, y + 13.0), (x + width, y + 13.0), 0.2)
    return y + 13.0


def foot(paper: Paper, sheet: Sheet, plan: Plan) -> None:
    paper.colour(BLACK)  # one ink, so that no colour printer frays the modules
    side = draw_modules(paper, many_modules(sheet.code), Cell(plan.left - 3, plan.foot, CODE_SIDE, CODE_SIDE))
    numbers(paper, sheet.words, (plan.left + side, plan.foot))
    right = paper.page[0] - plan.left
    width = 78.0 if sheet.words.page == "landscape" else 52.0
    issuer(paper, sheet.words, Cell(right - width, plan.foot + 6, width, 24))
    wide = sheet.words.page == "landscape"
    stamp = (right - width - 16.0, plan.foot + 19) if wide else (right - 16, plan.foot + 43.5)
    (draw_sample_seal(paper, stamp) if sheet.sample else draw_stamp_place(paper, stamp, sheet.words.seal))
    paper.colour(SOFT)
    y = paper.page[1] - INNER - 3.0 - 4.4 * len(sheet.words.footer)
    for line in sheet.words.footer:
        fit = fitted(paper.fonts["serif"], line, Room(paper.page[0] - 2 * INNER - 20, 4, 3.1, 2.4, 1))
        paper.lines("serif", fit, (INNER, y), paper.page[0] - 2 * INNER)
        y += 4.4


def numbers(paper: Paper, words: Wording, at: Point) -> None:
    """Beside the code: what it is called, and what it is good for."""
    x, y = at
    paper.colour(SOFT)
    paper.lines("serif", fitted(paper.fonts["serif"], words.number_label, Room(50, 4, 3.3, 3, 1)), (x, y + 8.4))
    paper.colour(INK)
    paper.lines("serif_bold", fitted(paper.fonts["serif_bold"], words.number, Room(56, 6, 4.9, 4, 1)), (x, y + 13.2))
    paper.colour(SOFT)
    y += 22.2
    for text in (words.verify, words.replaces):
        if text:
            fit = fitted(paper.fonts["serif"], text, Room(50, 8.6, 3.1, 2.5, 2))
            y = paper.lines("serif", fit, (x, y)) + 1.6


def issuer(paper: Paper, words: Wording, place: Cell) -> None:
    """Hall and day, one under the other, at the right edge of the text."""
    paper.colour(INK)
    name = fitted_name(paper.fonts["serif_bold"], words.issuer, Room(place.width, 16, 6.6, 6.6, 3))
    y = place.y
    for n, line in enumerate(name.lines):
        width = paper.fonts["serif_bold"].width(line, name.size)
        paper.text("serif_bold", line, (place.right - width, y + name.size * (0.86 + 1.28 * n)), name.size)
    y += name.height + 4.2
    for day in words.issued:
        width = paper.fonts["serif"].width(day, 5.0)
        paper.text("serif", day, (place.right - width, y + 4.3), 5.0)
        y += 7.2
