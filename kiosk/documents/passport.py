"""Passport: a year of reading and learning on one sheet, for its owner to keep."""

from collections.abc import Iterator, Sequence
from datetime import date
from io import BytesIO

from msgspec import Struct

from kiosk.documents.certificate_frame import GOLD
from kiosk.documents.fonts import Fonts, Where
from kiosk.documents.paper import INK, PINE, Paper, Point
from kiosk.documents.typesetting import Room, fitted, fitted_name, plain
from kiosk.domain.refusals import Refused

PAGE: Point = (210.0, 297.0)
MARGIN, FOOT = 20.0, 277.0
WIDTH = PAGE[0] - 2 * MARGIN
ROW, ROWS_MAX = 8.6, 60
SOFT = (87, 78, 67)


class PaperFact(Struct, frozen=True):
    """A number, and what it counts."""

    figure: str
    label: str


class PaperRow(Struct, frozen=True):
    text: str
    note: str
    end: str


class PaperPassport(Struct, frozen=True):
    hall: str
    title: str
    name: str
    number: str
    printed: str
    facts: tuple[PaperFact, ...]
    sections: tuple[tuple[str, tuple[PaperRow, ...]], ...]
    nothing: str
    on: date


def draw_passport(passport: PaperPassport) -> bytes | Refused:
    fonts = Fonts()
    if reasons := fonts.gaps(texts(passport)):
        return Refused(reasons)
    out = BytesIO()
    paper = Paper(out, PAGE, passport.title, fonts, lasting=True)
    y = figures(paper, passport, head(paper, passport))
    for heading, rows in passport.sections:
        y = section(paper, (heading, rows[:ROWS_MAX] or (PaperRow(passport.nothing, "", ""),)), y)
    paper.colour(SOFT)
    paper.text("sans", passport.printed, (MARGIN, PAGE[1] - 12), 3.2)
    paper.end_page()
    paper.save()
    return out.getvalue()


def texts(passport: PaperPassport) -> Iterator[Where]:
    said = [passport.hall, passport.title, passport.name, passport.number, passport.printed, passport.nothing]
    said += [text for fact in passport.facts for text in (fact.figure, fact.label)]
    for heading, rows in passport.sections:
        said += [heading, *(text for row in rows for text in (row.text, row.note, row.end))]
    yield from (("name", plain(text)) for text in said)


def head(paper: Paper, passport: PaperPassport) -> float:
    paper.colour(PINE)
    paper.lines("sans", fitted(paper.fonts["sans"], passport.hall, Room(WIDTH, 6, 4.6, 3, 1)), (MARGIN, 18))
    paper.rule((MARGIN, 25.5), (PAGE[0] - MARGIN, 25.5), 0.9)
    paper.rule((MARGIN, 27.1), (PAGE[0] - MARGIN, 27.1), 0.25)
    paper.colour(INK)
    title = fitted(paper.fonts["serif_bold"], passport.title, Room(110, 14, 12.5, 8, 1))
    paper.lines("serif_bold", title, (MARGIN, 35))
    name = fitted_name(paper.fonts["serif_bold"], passport.name, Room(WIDTH - 116, 9, 7, 7, 1))
    end_at(paper, ("serif_bold", name.size), name.lines[0], 41.5)
    paper.colour(SOFT)
    end_at(paper, ("sans", 3.6), passport.number, 48.2)
    return 58.0


def end_at(paper: Paper, face: tuple[str, float], text: str, base: float) -> None:
    """Up to the right margin."""
    width = paper.fonts[face[0]].width(text, face[1])
    paper.text(face[0], text, (PAGE[0] - MARGIN - width, base), face[1])


def figures(paper: Paper, passport: PaperPassport, y: float) -> float:
    """Four numbers in a row, a fine line between."""
    share = WIDTH / len(passport.facts)
    for n, fact in enumerate(passport.facts):
        x = MARGIN + n * share
        paper.colour(INK)
        figure = fitted(paper.fonts["serif_bold"], fact.figure, Room(share - 6, 16, 14, 7, 1))
        paper.lines("serif_bold", figure, (x + (3 if n else 0), y))
        paper.colour(SOFT)
        label = fitted(paper.fonts["sans"], fact.label, Room(share - 6, 5, 3.8, 2.8, 1))
        paper.lines("sans", label, (x + (3 if n else 0), y + 17))
        if n:
            paper.colour(GOLD)
            paper.rule((x - 2, y + 1), (x - 2, y + 21), 0.25)
    return y + 32


def section(paper: Paper, said: tuple[str, Sequence[PaperRow]], y: float) -> float:
    heading, rows = said
    if y + 24 > FOOT:
        paper.end_page()
        y = MARGIN
    paper.colour(INK)
    paper.lines("serif_bold", fitted(paper.fonts["serif_bold"], heading, Room(WIDTH, 7, 5.6, 4, 1)), (MARGIN, y))
    paper.rule((MARGIN, y + 8.4), (PAGE[0] - MARGIN, y + 8.4), 0.5)
    y += 8.4
    for row in rows:
        if y + ROW > FOOT:
            paper.end_page()
            y = MARGIN
        y = line(paper, row, y)
    return y + 10


def line(paper: Paper, row: PaperRow, y: float) -> float:
    sans = paper.fonts["sans"]
    paper.colour(INK)
    paper.lines("sans", fitted(sans, row.text, Room(84, ROW - 2, 4.4, 3.2, 1)), (MARGIN + 0.5, y + 2.2))
    paper.colour(SOFT)
    if row.note:
        paper.lines("sans", fitted(sans, row.note, Room(46, ROW - 2, 3.6, 2.8, 1)), (MARGIN + 87, y + 2.6))
    if row.end:
        end = fitted(sans, row.end, Room(34, ROW - 2, 3.8, 2.8, 1))
        end_at(paper, ("sans", end.size), end.lines[0], y + 2.4 + end.size * 0.86)
    paper.rule((MARGIN, y + ROW), (PAGE[0] - MARGIN, y + ROW), 0.12)
    return y + ROW
