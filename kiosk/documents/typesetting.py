"""Typesetting: where a line may end, and how a text that is too long comes to fit."""

from collections.abc import Sequence
from functools import lru_cache
from math import floor

from msgspec import Struct
from msgspec.structs import replace

from kiosk.documents.fonts import Chain

NOT_FIRST = "、。，．：；！？）〕】》〉」』”’…—～·•‧%％‰℃°,.:;!?)]}>/-"  # 避头: what never begins a line
NOT_LAST = "（〔【《〈「『“‘([{<#￥$"  # 避尾: what never ends one
MEMORY = 256  # different rooms of one document
SHRINK_STEP = 0.96
ONE_LINE_LEAST = 0.82  # of the full size: before it gets smaller than this on one line, it takes two
NAME_LEAST = 0.2  # of the full size: a name is never cut, it gets as small as it must
LEADING = 1.28
ELLIPSIS = "…"
GROUP_SPACE = "\u2002"
CUT_AT_WORD_LEAST = 0.6  # of what fits: a cut at a pause may not lose more than the rest


class Room(Struct, frozen=True):
    """Where a text may go, and in which sizes; all in millimetres."""

    width: float
    height: float
    full: float
    least: float
    lines_max: int = 3

    def lines(self, size: float) -> int:
        """The last line needs no leading below it."""
        return min(self.lines_max, floor((self.height - size) / (size * LEADING) + 1 + 1e-9))


class Piece(Struct, frozen=True):
    """What stays together on a line; its widths, without and with its last space, in parts of the type size."""

    text: str
    bare: float
    full: float


class Fitted(Struct, frozen=True):
    size: float
    lines: tuple[str, ...]
    whole: bool = True

    @property
    def height(self) -> float:
        return self.size * (1 + LEADING * (len(self.lines) - 1)) if self.lines else 0.0


def plain(text: str) -> str:
    """Line ends and tabs of an imported list are spaces on paper."""
    return " ".join(text.split())


def fitted(chain: Chain, text: str, room: Room) -> Fitted:
    """Smaller on one line; then on several; then cut at a word."""
    return whole(chain, plain(text), room) or shortened(chain, plain(text), room)


def fitted_title(chain: Chain, names: tuple[str, ...], room: Room) -> Fitted:
    """The first of the names that fits whole, from the longest to the shortest; else the shortest is cut."""
    found = next((fit for name in names if (fit := whole(chain, plain(name), room))), None)
    return found or shortened(chain, plain(names[-1]), room)


def fitted_name(chain: Chain, name: str, room: Room) -> Fitted:
    """A person's name is printed to its last character, however small."""
    smaller = Room(room.width, room.height, room.full, room.full * NAME_LEAST, room.lines_max)
    return whole(chain, plain(name), smaller) or pressed(chain, plain(name), smaller)


def whole(chain: Chain, text: str, room: Room) -> Fitted | None:
    unit = chain.width(text, 1.0)
    for size in sizes(room.full, max(room.least, room.full * ONE_LINE_LEAST)):
        if size <= room.height and unit * size <= room.width:
            return Fitted(size, (text,) if text else ())
    found = measured(chain, text)
    word = max((piece.bare for piece in found), default=0.0)
    for size in sizes(room.full, room.least):
        most, count = room.width / size, room.lines(size)
        if word <= most and unit <= most * count and len(broken(found, most)) <= count:
            return Fitted(size, balanced(found, most))
    return None


def fitted_number(chain: Chain, number: str, width: float, full: float) -> Fitted:
    """Its groups stand apart by more than a word's space, so that they are read out one by one."""
    return pressed(chain, number.replace(" ", GROUP_SPACE), Room(width, full, full, 0.0))


def pressed(chain: Chain, text: str, room: Room) -> Fitted:
    """On one line, whatever the size."""
    size = min(room.full, room.height, room.width / max(chain.width(text, 1.0), 1e-9))
    return Fitted(size, (text,))


@lru_cache(MEMORY)
def sizes(full: float, least: float) -> tuple[float, ...]:
    found = [full]
    while found[-1] * SHRINK_STEP > least:
        found.append(found[-1] * SHRINK_STEP)
    return (*found, least) if found[-1] > least else tuple(found)


def lines_of(chain: Chain, text: str, size: float, width: float) -> tuple[str, ...]:
    """A word longer than a whole line is the only one that is broken inside."""
    most, found = width / size, measured(chain, text)
    parts = [[piece] if piece.bare <= most else [single(chain, x) for x in piece.text] for piece in found]
    return broken([piece for part in parts for piece in part], most)


def broken(found: Sequence[Piece], most: float) -> tuple[str, ...]:
    """As many whole pieces on each line as fit."""
    lines, line, used = [], "", 0.0
    for piece in found:
        if line and used + piece.bare > most + 1e-9:
            lines.append(line.rstrip())
            line, used = "", 0.0
        line, used = line + piece.text, used + piece.full
    return (*lines, line.rstrip()) if line else tuple(lines)


def balanced(found: Sequence[Piece], most: float) -> tuple[str, ...]:
    """Lines of about one length: no single character is left alone on the last."""
    lines = broken(found, most)
    word, share = max(piece.bare for piece in found), sum(piece.full for piece in found) / len(lines)
    tried = (broken(found, min(most, max(word, share * (1 + tenth / 10)))) for tenth in range(11))
    return next((even for even in tried if len(even) == len(lines)), lines)


def measured(chain: Chain, text: str) -> list[Piece]:
    return [single(chain, piece) for piece in pieces(text)]


def single(chain: Chain, piece: str) -> Piece:
    return Piece(piece, chain.width(piece.rstrip(), 1.0), chain.width(piece, 1.0))


def pieces(text: str) -> list[str]:
    """What no line end may separate: a word or number, a character with the marks that cling to it."""
    found: list[str] = []
    for character in text:
        if found and clings(found[-1], character):
            found[-1] += character
        else:
            found.append(character)
    return found


def clings(piece: str, after: str) -> bool:
    before = piece[-1]
    if after == " " or after in NOT_FIRST or piece.rstrip()[-1:] in tuple(NOT_LAST):
        return True
    if before in ".," and after.isdigit():
        return True  # 3.14 and I242.4 are one number, one mark
    return of_a_word(before) and of_a_word(after)


def of_a_word(character: str) -> bool:
    """Letters and digits of scripts that part their words by spaces."""
    return (character.isalnum() and ord(character) < 0x2E80) or character in "'’+&_"


def shortened(chain: Chain, text: str, room: Room) -> Fitted:
    """The longest beginning that fits with an ellipsis, ended at a pause if one is near."""
    found = pieces(text)
    for count in range(len(found) - 1, 0, -1):
        kept = "".join(found[:count])
        if fits(chain, ended(kept), room):
            return Fitted(room.least, lines_of(chain, ended(at_pause(kept)), room.least, room.width), whole=False)
    return replace(pressed(chain, ended(text[:1]), room), whole=False)


def ended(kept: str) -> str:
    """No mark stands before the ellipsis."""
    return kept.rstrip(NOT_FIRST + NOT_LAST + " ") + ELLIPSIS


def at_pause(kept: str) -> str:
    """Back to the last space or mark, where that does not lose too much."""
    pause = max((n for n, character in enumerate(kept) if character == " " or character in NOT_FIRST), default=0)
    return kept[:pause] if pause >= len(kept) * CUT_AT_WORD_LEAST else kept


def fits(chain: Chain, text: str, room: Room) -> bool:
    count = max(1, room.lines(room.least))
    if chain.width(text, room.least) > room.width * count:
        return False
    return len(lines_of(chain, text, room.least, room.width)) <= count
