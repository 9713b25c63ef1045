"""Typesetting: where a line may end, and how a text that is too long comes to fit."""

from functools import cache
from math import floor

from msgspec import Struct
from msgspec.structs import replace

from kiosk.documents.fonts import Chain

NOT_FIRST = "、。，．：；！？）〕】》〉」』”’…—～·•‧%％‰℃°,.:;!?)]}>/-"  # 避头: what never begins a line
NOT_LAST = "（〔【《〈「『“‘([{<#￥$"  # 避尾: what never ends one
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
    one_line_least = max(room.least, room.full * ONE_LINE_LEAST)
    for size in sizes(room.full, one_line_least):
        if size <= room.height and chain.width(text, size) <= room.width:
            return Fitted(size, (text,) if text else ())
    word = max((chain.width(piece.strip(), 1.0) for piece in pieces(text)), default=0.0)
    for size in sizes(room.full, room.least):
        if word * size > room.width:
            continue
        lines = broken(chain, text, size, room.width)
        if len(lines) <= room.lines(size):
            return Fitted(size, balanced(chain, text, size, lines))
    return None


def fitted_number(chain: Chain, number: str, width: float, full: float) -> Fitted:
    """Its groups stand apart by more than a word's space, so that they are read out one by one."""
    return pressed(chain, number.replace(" ", GROUP_SPACE), Room(width, full, full, 0.0))


def pressed(chain: Chain, text: str, room: Room) -> Fitted:
    """On one line, whatever the size."""
    size = min(room.full, room.height, room.width / max(chain.width(text, 1.0), 1e-9))
    return Fitted(size, (text,))


@cache
def sizes(full: float, least: float) -> tuple[float, ...]:
    found = [full]
    while found[-1] * SHRINK_STEP > least:
        found.append(found[-1] * SHRINK_STEP)
    return (*found, least) if found[-1] > least else tuple(found)


def broken(chain: Chain, text: str, size: float, width: float) -> tuple[str, ...]:
    """As many whole pieces on each line as fit."""
    lines, line = [], ""
    for piece in fitting_pieces(chain, text, size, width):
        if line and chain.width((line + piece).rstrip(), size) > width:
            lines.append(line.rstrip())
            line = ""
        line = line + piece if line else piece.lstrip()
    return (*lines, line.rstrip()) if line.strip() else tuple(lines)


def balanced(chain: Chain, text: str, size: float, lines: tuple[str, ...]) -> tuple[str, ...]:
    """Lines of about one length: no single character is left alone on the last."""
    if len(lines) < 2:
        return lines
    word = max(chain.width(piece.strip(), size) for piece in pieces(text))
    width = max(word, chain.width(text, size) / len(lines))
    for tenth in range(11):
        found = broken(chain, text, size, width * (1 + tenth / 10))
        if len(found) == len(lines) and max(chain.width(x, size) for x in found) <= longest(chain, lines, size):
            return found
    return lines


def longest(chain: Chain, lines: tuple[str, ...], size: float) -> float:
    return max(chain.width(line, size) for line in lines) + 1e-9


def fitting_pieces(chain: Chain, text: str, size: float, width: float) -> list[str]:
    """A word longer than a whole line is the only one that is broken inside."""
    found: list[str] = []
    for piece in pieces(text):
        found.extend([piece] if chain.width(piece.strip(), size) <= width else list(piece))
    return found


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
            return Fitted(room.least, broken(chain, ended(at_pause(kept)), room.least, room.width), whole=False)
    return replace(pressed(chain, ended(text[:1]), room), whole=False)


def ended(kept: str) -> str:
    """No mark stands before the ellipsis."""
    return kept.rstrip(NOT_FIRST + NOT_LAST + " ") + ELLIPSIS


def at_pause(kept: str) -> str:
    """Back to the last space or mark, where that does not lose too much."""
    pause = max((n for n, character in enumerate(kept) if character == " " or character in NOT_FIRST), default=0)
    return kept[:pause] if pause >= len(kept) * CUT_AT_WORD_LEAST else kept


def fits(chain: Chain, text: str, room: Room) -> bool:
    return len(broken(chain, text, room.least, room.width)) <= max(1, room.lines(room.least))
