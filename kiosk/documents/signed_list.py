"""Signed list: the copies of a batch or of a gift on paper, with room for whoever gives and whoever takes to sign."""

from pathlib import Path

from msgspec import Struct

from kiosk.documents.fonts import Fonts
from kiosk.documents.labels import grouped
from kiosk.documents.paper import INK, Paper, Point, Printed
from kiosk.documents.typesetting import Room, fitted, plain
from kiosk.domain.codes import COPY, LABEL_LENGTH
from kiosk.domain.refusals import NOTHING_TO_PRINT, Refused
from kiosk.words import Words

PAGE: Point = (210.0, 297.0)
MARGIN, TOP, ROW = 16.0, 46.0, 8.6
ROWS_A_PAGE, ROWS_SIGNED = 27, 22  # on a page with the signatures there is room for fewer
COLUMNS = (("place", 12.0), ("title", 100.0), ("number", 50.0), ("count", 16.0))
WIDTH = PAGE[0] - 2 * MARGIN
SMALL, LEAST, TEXT, TITLE = 3.6, 2.9, 4.2, 6.4
SIGN_LINE = 62.0


class ListedCopy(Struct, frozen=True):
    title: str
    number: str


class SignedList(Struct, frozen=True):
    """All that stands on it."""

    title: str
    facts: tuple[str, ...]  # from where, to where, when
    copies: tuple[ListedCopy, ...]
    gives: str  # below which line each of them signs
    takes: str


def print_signed_list(made: SignedList, words: Words, out: Path) -> Printed | Refused:
    """A character that no font has is named, and nothing is printed."""
    fonts = Fonts()
    said = [("hall", plain(text)) for text in (made.title, *made.facts)]
    reasons = fonts.gaps([*said, *(("title", plain(copy.title)) for copy in made.copies)])
    if not made.copies:
        reasons += (NOTHING_TO_PRINT.because(),)
    if reasons:
        return Refused(reasons)
    paper, rows, parts = Paper(out, PAGE, made.title, fonts), counted(made.copies), paged(len(made.copies))
    for page, (first, last) in enumerate(parts, 1):
        head(paper, made, words)
        for place, row in enumerate(rows[first:last]):
            line(paper, TOP + (place + 1) * ROW, row)
        if page == len(parts):
            foot(paper, made, words)
        to_the_right(paper, words.say("signed_list.page", page=page, pages=len(parts)), PAGE[1] - 10)
        paper.end_page()
    return paper.save()


def counted(copies: tuple[ListedCopy, ...]) -> list[tuple[str, str, str, str]]:
    """How many copies a title has stands at its first one; those of one title follow each other."""
    ordered = sorted(copies, key=lambda copy: (copy.title, copy.number))
    titles = [copy.title for copy in ordered]
    return [
        (str(n + 1), copy.title, number(copy), str(titles.count(copy.title)) if copy.title not in titles[:n] else "")
        for n, copy in enumerate(ordered)
    ]


def number(copy: ListedCopy) -> str:
    """A copy of a former library keeps its number as it is."""
    ours = len(copy.number) == LABEL_LENGTH and copy.number.startswith(COPY)
    return grouped(copy.number) if ours else copy.number


def paged(count: int) -> list[tuple[int, int]]:
    """From which copy to which; the last page has room for the signatures, even if it has no copy."""
    parts, first = [], 0
    while count - first > ROWS_SIGNED:
        parts.append((first, min(first + ROWS_A_PAGE, count)))
        first = parts[-1][1]
    return [*parts, (first, count)]


def head(paper: Paper, made: SignedList, words: Words) -> None:
    paper.colour(INK)
    title = fitted(paper.fonts["serif_bold"], plain(made.title), Room(WIDTH, 9, TITLE, 3.5, 1))
    paper.lines("serif_bold", title, (MARGIN, MARGIN))
    row = fitted(paper.fonts["sans"], " · ".join(map(plain, made.facts)), Room(WIDTH, 6, SMALL, 2.4, 1))
    paper.lines("sans", row, (MARGIN, MARGIN + 12))
    x = MARGIN
    for key, width in COLUMNS:
        paper.text("sans_bold", words.say(f"signed_list.{key}"), (x + 1.5, TOP - 2.5), SMALL)
        x += width
    paper.rule((MARGIN, TOP), (PAGE[0] - MARGIN, TOP), 0.5)


def line(paper: Paper, y: float, row: tuple[str, str, str, str]) -> None:
    x = MARGIN
    for (_, width), text in zip(COLUMNS, row, strict=True):
        fit = fitted(paper.fonts["sans"], text, Room(width - 3, 7, TEXT, LEAST, 2))
        paper.lines("sans", fit, (x + 1.5, y - (ROW + fit.height) / 2))
        x += width
    paper.rule((MARGIN, y), (PAGE[0] - MARGIN, y))


def foot(paper: Paper, made: SignedList, words: Words) -> None:
    titles = len({copy.title for copy in made.copies})
    total = words.say("signed_list.total", titles=titles, copies=len(made.copies))
    y = PAGE[1] - 46
    paper.text("sans_bold", total, (MARGIN + 1.5, y), TEXT)
    for x, who in ((MARGIN, made.gives), (PAGE[0] - MARGIN - SIGN_LINE, made.takes)):
        paper.rule((x, y + 20), (x + SIGN_LINE, y + 20), 0.3)
        paper.text("sans", words.say("signed_list.sign", who=who), (x, y + 25), SMALL)


def to_the_right(paper: Paper, text: str, y: float) -> None:
    paper.text("sans", text, (PAGE[0] - MARGIN - paper.fonts["sans"].width(text, SMALL), y), SMALL)
