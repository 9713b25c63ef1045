"""Recovery: the key as a person can copy it from paper, with check digits for each line."""

import re
from zlib import crc32

from msgspec import Struct

KEY_DIGITS = 96
GROUP, GROUPS, ROWS = 4, 6, 4  # digits a group, groups a line, lines
ROW_DIGITS = GROUP * GROUPS
NOT_HEX = re.compile(r"[^0-9a-f]")


class KeyRead(Struct, frozen=True):
    """The key, or which lines were not copied right: counted from 1, 0 for the number of digits."""

    key: str = ""
    wrong: tuple[int, ...] = ()


def key_rows(key: str) -> tuple[str, ...]:
    """Four lines of six groups; a seventh group proves the line and its place."""
    parts = [key[n : n + ROW_DIGITS] for n in range(0, KEY_DIGITS, ROW_DIGITS)]
    return tuple(" ".join([*grouped(part), proof(n, part)]).upper() for n, part in enumerate(parts, 1))


def grouped(part: str) -> list[str]:
    return [part[n : n + GROUP] for n in range(0, len(part), GROUP)]


def proof(row: int, digits: str) -> str:
    return f"{crc32(f'{row} {digits}'.encode()) & 0xFFFF:04x}"


def key_read(text: str) -> KeyRead:
    """What was typed or scanned: spaces, lines and capitals do not matter, O and I are taken for 0 and 1."""
    digits = NOT_HEX.sub("", text.lower().replace("o", "0").replace("i", "1").replace("l", "1"))
    each = ROW_DIGITS + GROUP
    if len(digits) != ROWS * each:
        return KeyRead(wrong=(0,))
    rows = [digits[n : n + each] for n in range(0, len(digits), each)]
    wrong = tuple(n for n, row in enumerate(rows, 1) if proof(n, row[:ROW_DIGITS]) != row[ROW_DIGITS:])
    return KeyRead(wrong=wrong) if wrong else KeyRead("".join(row[:ROW_DIGITS] for row in rows))
