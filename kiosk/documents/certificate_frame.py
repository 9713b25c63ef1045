"""Certificate frame: the lattice of a study window around the sheet, the place for the stamp, the sample seal."""

from kiosk.documents.paper import VERMILION, Cell, Colour, Paper, Point
from kiosk.documents.typesetting import Room, fitted

GOLD: Colour = (181, 146, 79)
FAINT: Colour = (150, 138, 118)
EDGE, STEP = 11.0, 3.6  # from the sheet's edge to the outer line, and from line to line
TIES = ((0.25, 0.75), (0.5,), (0.3, 0.7))  # where two lines are tied, as shares of a side
BOLD, FINE = 0.7, 0.28
INNER = EDGE + 3 * STEP  # nothing is written outside it
SEAL = 23.0


def draw_frame(paper: Paper) -> None:
    paper.colour(GOLD)
    rings = [ring(paper.page, EDGE + n * STEP) for n in range(3)]
    paper.frame(rings[0], BOLD)
    paper.frame(rings[1], FINE)
    paper.frame(rings[2], FINE)
    for n, shares in enumerate(TIES[:2]):
        ties(paper, rings[n], rings[n + 1], shares)
    for corner in corners(rings[0]):
        squared(paper, corner)


def ring(page: Point, inset: float) -> Cell:
    return Cell(inset, inset, page[0] - 2 * inset, page[1] - 2 * inset)


def ties(paper: Paper, outer: Cell, inner: Cell, shares: tuple[float, ...]) -> None:
    for share in shares:
        x, y = outer.x + outer.width * share, outer.y + outer.height * share
        paper.rule((x, outer.y), (x, inner.y), FINE)
        paper.rule((x, inner.foot), (x, outer.foot), FINE)
        paper.rule((outer.x, y), (inner.x, y), FINE)
        paper.rule((inner.right, y), (outer.right, y), FINE)


def corners(outer: Cell) -> list[Cell]:
    side = 2 * STEP
    return [Cell(x, y, side, side) for x in (outer.x, outer.right - side) for y in (outer.y, outer.foot - side)]


def squared(paper: Paper, corner: Cell) -> None:
    """A square in a square, as the joints of the lattice."""
    paper.frame(corner, FINE)
    paper.frame(corner.inset(STEP / 2), BOLD)


def diamond(paper: Paper, at: Point, side: float) -> None:
    from kiosk.documents.paper import MM

    x, y = at[0] * MM, (paper.page[1] - at[1]) * MM
    half = side * MM / 2
    path = paper.canvas.beginPath()
    path.moveTo(x - half, y)
    path.lineTo(x, y + half)
    path.lineTo(x + half, y)
    path.lineTo(x, y - half)
    path.close()
    paper.canvas.drawPath(path, stroke=0, fill=1)


def draw_stamp_place(paper: Paper, middle: Point, text: str) -> None:
    """Nothing but a word: whatever is stamped there stays readable."""
    paper.colour(FAINT)
    fit = fitted(paper.fonts["serif"], text, Room(40, 4, 3.0, 2.4, 1))
    paper.lines("serif", fit, (middle[0] - 20, middle[1] - 1.5), 40)


def draw_sample_seal(paper: Paper, middle: Point) -> None:
    """样章, square as a reader's own seal: nobody takes it for the round one of an office."""
    paper.colour(VERMILION)
    place = Cell(middle[0] - SEAL / 2, middle[1] - SEAL / 2, SEAL, SEAL)
    paper.frame(place, 0.9)
    paper.frame(place.inset(1.5), 0.25)
    for n, character in enumerate("样章"):
        fit = fitted(paper.fonts["serif_bold"], character, Room(10, 10, 8.6, 8, 1))
        paper.lines("serif_bold", fit, (middle[0] - 5, place.y + 2.6 + n * 9.2), 10)
