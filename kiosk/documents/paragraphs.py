"""Paragraphs: running text of several faces and sizes, broken where it may be, drawn with even edges."""

from collections.abc import Sequence
from itertools import groupby
from typing import Any

from msgspec import Struct

from kiosk.documents.paper import MM, Paper, Point
from kiosk.documents.typesetting import pieces

FACES = {"plain": ("serif", 1.0), "name": ("serif_bold", 1.22), "strong": ("serif_bold", 1.0)}
SPREAD_MAX = 0.25  # of the type size between two characters: beyond it an even edge looks worse than a ragged one
SHRINK = 0.97


class Styled(Struct, frozen=True):
    """A text in one of the styles of FACES."""

    text: str
    style: str = "plain"


class Letter(Struct, frozen=True):
    character: str
    style: str
    width: float  # in parts of the type size


Line = list[list[Letter]]
Lines = list[tuple[Line, bool]]  # and whether its edges are to be even


class Column(Struct, frozen=True):
    """Where paragraphs go: width, height for all of them, the largest size, and the line's height in sizes."""

    width: float
    height: float
    full: float
    leading: float = 1.9


class Set(Struct, frozen=True):
    """Paragraphs broken into lines, at the size at which all of them fit."""

    size: float
    leading: float
    lines: Lines

    @property
    def height(self) -> float:
        return self.size * self.leading * len(self.lines)


def set_paragraphs(paper: Paper, paragraphs: Sequence[Sequence[Styled]], column: Column) -> Set:
    """Smaller until it fits; nothing is ever cut."""
    letters = [clusters(paper, paragraph) for paragraph in paragraphs]
    size = column.full
    while True:
        lines = [line for found in letters for line in broken(found, column.width / size)]
        done = Set(size, column.leading, lines)
        if done.height <= column.height or size < column.full / 3:
            return done
        size *= SHRINK


def clusters(paper: Paper, paragraph: Sequence[Styled]) -> Line:
    """What no line end may separate, each letter with its style and width."""
    text = "".join(run.text for run in paragraph)
    styles = iter([run.style for run in paragraph for _ in run.text])
    return [[letter(paper, character, next(styles)) for character in piece] for piece in pieces(text)]


def letter(paper: Paper, character: str, style: str) -> Letter:
    face, scale = FACES[style]
    return Letter(character, style, paper.fonts[face].width(character, scale))


def broken(found: Line, most: float) -> Lines:
    lines: Lines = []
    line: Line = []
    used = 0.0
    for piece in found:
        width = sum([letter.width for letter in piece])
        bare = width - (piece[-1].width if piece[-1].character == " " else 0.0)
        if line and used + bare > most + 1e-9:
            lines.append((line, True))
            line, used = [], 0.0
        line.append(piece)
        used += width
    return [*lines, (line, False)] if line else lines


def draw_set(paper: Paper, done: Set, at: Point, width: float) -> float:
    """From the top down; gives where the last line ends."""
    x, y = at
    for line, even in done.lines:
        draw_line(paper, [one for piece in line for one in piece], (x, y + done.size * 1.12), (done.size, width, even))
        y += done.size * done.leading
    return y


def draw_line(paper: Paper, letters: list[Letter], at: Point, how: tuple[float, float, bool]) -> None:
    size, width, even = how
    while letters and letters[-1].character == " ":
        letters = letters[:-1]
    spare = width - size * sum([one.width for one in letters])
    spread = min(spare / max(len(letters) - 1, 1), SPREAD_MAX * size) if even else 0.0
    text: Any = paper.canvas.beginText(at[0] * MM, (paper.page[1] - at[1]) * MM)
    text.setCharSpace(round(spread * MM, 4))
    for style, run in groupby(letters, key=lambda one: one.style):
        face, scale = FACES[style]
        for used, part in paper.fonts[face].runs("".join([one.character for one in run])):
            text.setFont(used.font.fontName, size * scale * MM)
            text.textOut(part)
    text.setCharSpace(0)
    paper.canvas.drawText(text)


def spaced(paper: Paper, face: str, text: str, at: tuple[float, float, float], spread: float) -> float:
    """One line about a middle, its characters apart; `at` is middle, base line and size; gives half its width."""
    middle, base, size = at
    chain = paper.fonts[face]
    width = chain.width(text, size) + spread * (len(text) - 1)
    line: Any = paper.canvas.beginText((middle - width / 2) * MM, (paper.page[1] - base) * MM)
    line.setCharSpace(round(spread * MM, 4))
    for used, part in chain.runs(text):
        line.setFont(used.font.fontName, size * MM)
        line.textOut(part)
    line.setCharSpace(0)
    paper.canvas.drawText(line)
    return width / 2
