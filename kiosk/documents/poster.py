"""Posters: A4 to hang up, a heading for across the room, steps, and a code for an arm's length."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from msgspec import Struct

from kiosk.documents.codes_on_paper import draw_qr
from kiosk.documents.fonts import Fonts, Where
from kiosk.documents.paper import BLACK, INK, PINE, VERMILION, Cell, Paper, Point, Printed
from kiosk.documents.typesetting import Room, fitted, plain
from kiosk.domain.refusals import NOTHING_TO_PRINT, Refused

PAGE: Point = (210.0, 297.0)
MARGIN = 20.0
QR_SIDE = 58.0  # the code's white included: its dark part is more than 40 mm
WIDTH = PAGE[0] - 2 * MARGIN
FOOT = PAGE[1] - MARGIN


class Step(Struct, frozen=True):
    """One thing to do, and what there is to know of it."""

    title: str
    more: str = ""


class Poster(Struct, frozen=True):
    """What is left out takes no room; of a session: when and where stand in `facts`."""

    hall: str
    heading: str
    lead: str = ""
    facts: tuple[str, ...] = ()
    steps: tuple[Step, ...] = ()
    code: str = ""
    code_title: str = ""
    code_more: str = ""
    foot: tuple[str, ...] = ()


def print_posters(posters: Sequence[Poster], title: str, out: Path) -> Printed | Refused:
    fonts = Fonts()
    reasons = list(fonts.gaps(where for poster in posters for where in texts(poster)))
    if not posters:
        reasons.append(NOTHING_TO_PRINT.because())
    if reasons:
        return Refused(tuple(reasons))
    paper = Paper(out, PAGE, title, fonts)
    for poster in posters:
        draw(paper, poster)
        paper.end_page()
    return paper.save()


def texts(poster: Poster) -> Iterator[Where]:
    said = (poster.hall, poster.heading, poster.lead, *poster.facts, poster.code_title, poster.code_more, *poster.foot)
    steps = (part for step in poster.steps for part in (step.title, step.more))
    yield from (("poster", plain(text)) for text in (*said, *steps))


def draw(paper: Paper, poster: Poster) -> None:
    y = head(paper, poster)
    foot = foot_lines(paper, poster)
    if poster.code:
        foot = coded(paper, poster, foot)
    if poster.steps:
        draw_steps(paper, poster.steps, y, foot)


def head(paper: Paper, poster: Poster) -> float:
    """Hall, heading, what it is about, when and where."""
    paper.colour(PINE)
    hall = fitted(paper.fonts["sans"], poster.hall, Room(WIDTH, 7, 7, 3, 1))
    y = paper.lines("sans", hall, (MARGIN, MARGIN)) + 4
    paper.rule((MARGIN, y), (PAGE[0] - MARGIN, y), 0.9)
    paper.rule((MARGIN, y + 1.7), (PAGE[0] - MARGIN, y + 1.7), 0.25)
    paper.colour(INK)
    heading = fitted(paper.fonts["serif_bold"], poster.heading, Room(WIDTH, 44 if poster.steps else 66, 34, 15, 2))
    y = paper.lines("serif_bold", heading, (MARGIN, y + 13))
    # Without steps the sentence is the poster; with steps it only leads to them.
    lead = Room(WIDTH, 20, 8, 5, 2) if poster.steps or poster.code else Room(WIDTH, 130, 15, 6, 9)
    y = paper.lines("sans", fitted(paper.fonts["sans"], poster.lead, lead), (MARGIN, y + 11)) + 11
    for fact in poster.facts:
        y = (
            paper.lines("serif_bold", fitted(paper.fonts["serif_bold"], fact, Room(WIDTH, 12, 11, 5, 1)), (MARGIN, y))
            + 5
        )
    return y


def foot_lines(paper: Paper, poster: Poster) -> float:
    """From below upwards; gives where the room above them ends."""
    y = FOOT + 3.5
    for line in reversed(poster.foot):
        fit = fitted(paper.fonts["sans"], line, Room(WIDTH, 13, 4.8, 3.5, 2))
        y -= fit.height + 3.5
        paper.lines("sans", fit, (MARGIN, y))
    return y - 5 if poster.foot else FOOT


def coded(paper: Paper, poster: Poster, foot: float) -> float:
    """The code on the right, what it is for on the left of it, between two fine lines."""
    top = foot - QR_SIDE - 6
    paper.rule((MARGIN, top), (PAGE[0] - MARGIN, top), 0.25)
    paper.colour(BLACK)  # one ink, so that no colour printer frays the modules
    side = draw_qr(paper, poster.code, Cell(PAGE[0] - MARGIN - QR_SIDE, top + 3, QR_SIDE, QR_SIDE))
    paper.colour(INK)
    width = WIDTH - side - 6
    title = fitted(paper.fonts["serif_bold"], poster.code_title, Room(width, 28, 13, 6, 2))
    more = fitted(paper.fonts["sans"], poster.code_more, Room(width, 34, 6.2, 4, 5))
    y = top + 3 + (QR_SIDE - title.height - 5 - more.height) / 2
    y = paper.lines("serif_bold", title, (MARGIN, y)) + 5
    paper.lines("sans", more, (MARGIN, y))
    paper.rule((MARGIN, foot), (PAGE[0] - MARGIN, foot), 0.25)
    return top - 4


def draw_steps(paper: Paper, steps: Sequence[Step], top: float, foot: float) -> None:
    """Each gets the same share of the room; the number is the only bright thing."""
    share = (foot - top) / len(steps)
    for n, step in enumerate(steps):
        y = top + n * share + share * 0.1
        size = min(20.0, share * 0.7)
        paper.colour(VERMILION)
        number = fitted(paper.fonts["serif_bold"], str(n + 1), Room(size, size, size, size, 1))
        paper.lines("serif_bold", number, (MARGIN, y - size * 0.12))
        paper.colour(INK)
        x, width = MARGIN + 20, WIDTH - 20
        title = fitted(paper.fonts["serif_bold"], step.title, Room(width, size * 0.6, size * 0.58, 5, 1))
        y = paper.lines("serif_bold", title, (x, y)) + share * 0.09
        more = Room(width, share * 0.42, min(7.4, share * 0.24), 3.5, 2)
        paper.lines("sans", fitted(paper.fonts["sans"], step.more, more), (x, y))
