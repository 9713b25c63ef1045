"""Member cards: fronts and backs on A4 with marks to cut along, to be printed on both sides."""

from collections.abc import Iterator, Sequence
from io import BytesIO
from pathlib import Path

from msgspec import Struct

from kiosk.documents.codes_on_paper import draw_qr
from kiosk.documents.fonts import Fonts, Where
from kiosk.documents.paper import BLACK, CAP, INK, PINE, Cell, Paper, Point, Printed
from kiosk.documents.typesetting import Room, fitted, fitted_name, plain
from kiosk.domain.refusals import NOTHING_TO_PRINT, TOO_MANY_TO_PRINT, Refused
from kiosk.words import Words

PAGE: Point = (210.0, 297.0)
CARD: Point = (85.6, 54.0)  # as every bank card: it fits the same pockets
COLUMNS, ROWS = 2, 5
CARDS_MAX = 2_000  # in one file
EDGE, QR_SIDE = 5.0, 38.2  # the code's white included: its dark part is more than 30 mm
MARK, MARK_AWAY = 5.0, 1.5  # length of a cut mark, and how far it stays from the cards
SMALL, PLAIN, LARGE = 2.5, 3.1, 8.4


class PaperCard(Struct, frozen=True):
    """What is printed on one card; the name is whole, for the card is the member's own."""

    code: str
    number: str
    name: str
    tier: str
    until: str


class Issuer(Struct, frozen=True):
    hall: str
    place: str = ""


def print_cards(cards: Sequence[PaperCard], issuer: Issuer, words: Words, out: Path | BytesIO) -> Printed | Refused:
    fonts = Fonts()
    reasons = list(fonts.gaps(texts(cards, issuer)))
    if not cards:
        reasons.append(NOTHING_TO_PRINT.because())
    if len(cards) > CARDS_MAX:
        reasons.append(TOO_MANY_TO_PRINT.because(asked=len(cards), most=CARDS_MAX))
    if reasons:
        return Refused(tuple(reasons))
    paper = Paper(out, PAGE, words.say("paper.cards", hall=issuer.hall), fonts)
    for first in range(0, len(cards), COLUMNS * ROWS):
        sheet = cards[first : first + COLUMNS * ROWS]
        draw_side(paper, [(front, card) for card in sheet], issuer, words)
        draw_side(paper, [(back, card) for card in sheet], issuer, words)
    return paper.save()


def texts(cards: Sequence[PaperCard], issuer: Issuer) -> Iterator[Where]:
    yield from (("hall", plain(issuer.hall)), ("place", plain(issuer.place)))
    for card in cards:
        yield from (("name", plain(card.name)), ("tier", card.tier))


def draw_side(paper: Paper, sheet: Sequence[tuple[object, PaperCard]], issuer: Issuer, words: Words) -> None:
    for n, (side, card) in enumerate(sheet):
        cell = card_cell(n, mirrored=side is back)
        if side is back:
            back(paper, cell, issuer, words)
        else:
            front(paper, cell, card, (issuer, words))
    cut_marks(paper)
    paper.end_page()


def card_cell(n: int, *, mirrored: bool) -> Cell:
    """Backs lie the other way round, since the sheet is turned over its long side."""
    row, column = divmod(n, COLUMNS)
    left, top = (PAGE[0] - COLUMNS * CARD[0]) / 2, (PAGE[1] - ROWS * CARD[1]) / 2
    place = COLUMNS - 1 - column if mirrored else column
    return Cell(left + place * CARD[0], top + row * CARD[1], *CARD)


def front(paper: Paper, cell: Cell, card: PaperCard, said_by: tuple[Issuer, Words]) -> None:
    issuer, words = said_by
    code = Cell(cell.right - QR_SIDE - 2.0, cell.y + (cell.height - QR_SIDE) / 2, QR_SIDE, QR_SIDE, cell.dpi)
    x, width = cell.x + EDGE, code.x - cell.x - EDGE
    sans, serif = paper.fonts["sans"], paper.fonts["serif_bold"]
    paper.colour(PINE)
    hall = fitted(sans, issuer.hall, Room(width, PLAIN * 2.4, PLAIN, SMALL, 2))
    y = paper.lines("sans", hall, (x, cell.y + EDGE))
    rule(paper, (x, y + 1.6), width)
    paper.colour(INK)
    name = fitted_name(serif, card.name, Room(width, LARGE * 1.9, LARGE, LARGE * 0.6, 2))
    paper.lines("serif_bold", name, (x, cell.y + 27.0 - name.height / 2))
    rows = (card.tier, f"{words.say('card.number')}  {card.number}", f"{words.say('card.until')}  {card.until}")
    for n, row in enumerate(rows):
        fit = fitted(sans, row, Room(width, PLAIN, PLAIN, SMALL * 0.8, 1))
        paper.lines("sans_bold" if n == 0 else "sans", fit, (x, last_row(cell) - (2 - n) * PLAIN * 1.5))
    caption = fitted(sans, words.say("card.scan"), Room(QR_SIDE, SMALL, SMALL, SMALL * 0.6, 1))
    paper.lines("sans", caption, (code.x, last_row(cell) + (PLAIN - caption.size) * CAP), QR_SIDE)
    paper.colour(BLACK)  # one ink, so that no colour printer frays the modules
    draw_qr(paper, card.code, code)


def last_row(cell: Cell) -> float:
    return cell.foot - EDGE - PLAIN * 1.1


def rule(paper: Paper, at: Point, width: float) -> None:
    """A thick line and a thin one, as a bound cover has."""
    (x, y), right = at, at[0] + width - 2.0
    paper.rule((x, y), (right, y), 0.5)
    paper.rule((x, y + 0.9), (right, y + 0.9), 0.15)


def back(paper: Paper, cell: Cell, issuer: Issuer, words: Words) -> None:
    x, width = cell.x + EDGE, cell.width - 2 * EDGE
    sans, bold = paper.fonts["sans"], paper.fonts["sans_bold"]
    paper.colour(INK)
    y = cell.y + EDGE
    for said in ("use", "keep", "lost"):
        fit = fitted(sans, words.say(f"card.{said}"), Room(width, PLAIN * 2.6, PLAIN * 1.1, SMALL, 2))
        y = paper.lines("sans", fit, (x, y)) + PLAIN * 0.8
    home = words.say("card.home_at" if issuer.place else "card.home", hall=issuer.hall, place=issuer.place)
    sender = fitted(sans, home, Room(width, SMALL * 2.3, SMALL, SMALL * 0.7, 2))
    found = fitted(bold, words.say("card.found"), Room(width, PLAIN * 2.4, PLAIN, SMALL, 2))
    foot = cell.foot - EDGE - sender.height
    paper.lines("sans", sender, (x, foot))
    paper.lines("sans_bold", found, (x, foot - found.height - 1.4))
    paper.colour(PINE)
    rule(paper, (x, foot - found.height - 4.6), width + 2.0)


def cut_marks(paper: Paper) -> None:
    """Outside the cards only, on all four sides."""
    paper.colour(INK)
    first, last = card_cell(0, mirrored=False), card_cell(COLUMNS * ROWS - 1, mirrored=False)
    for x in (first.x + n * CARD[0] for n in range(COLUMNS + 1)):
        paper.rule((x, first.y - MARK_AWAY - MARK), (x, first.y - MARK_AWAY), 0.1)
        paper.rule((x, last.foot + MARK_AWAY), (x, last.foot + MARK_AWAY + MARK), 0.1)
    for y in (first.y + n * CARD[1] for n in range(ROWS + 1)):
        paper.rule((first.x - MARK_AWAY - MARK, y), (first.x - MARK_AWAY, y), 0.1)
        paper.rule((last.right + MARK_AWAY, y), (last.right + MARK_AWAY + MARK, y), 0.1)
