"""Name letters: with which letters the characters of a name begin, as far as the order of GB 2312 tells."""

from bisect import bisect_right
from functools import cache

# The first characters of each letter in the level of GB 2312 that is ordered by sound; i, u and v begin none.
LETTERS = "abcdefghjklmnopqrstwxyz"
FIRSTS = [c.encode("gb2312") for c in "啊芭擦搭蛾发噶哈击喀垃妈拿哦啪期然撒塌挖昔压匝"]
ORDERED_END = "座".encode("gb2312")
FAMILY_NAMES = {"单": "s", "解": "x", "仇": "q", "朴": "p", "查": "z", "区": "o", "盖": "g", "种": "c", "曾": "z"}
ANY = "?"  # a character whose sound is not told by its place: it fits every letter


def letters(name: str) -> str:
    """zxs of 张小三; a letter stays itself, and what stands between two parts is left out."""
    said = [c for c in name if c.isalnum()]
    return "".join(FAMILY_NAMES.get(c, letter(c)) if not n else letter(c) for n, c in enumerate(said))


@cache  # there are no more than some thousand characters in names
def letter(character: str) -> str:
    if character.isascii():
        return character.lower()
    try:
        code = character.encode("gb2312")
    except UnicodeEncodeError:
        return ANY
    if not FIRSTS[0] <= code <= ORDERED_END:
        return ANY
    return LETTERS[bisect_right(FIRSTS, code) - 1]


def begins(name: str, typed: str) -> bool:
    """Most names are told apart by their first letter alone."""
    if typed and name and not may_begin(name[0], typed[0]):
        return False
    told = letters(name)
    return len(typed) <= len(told) and all(ANY in (a, b) or a == b for a, b in zip(told, typed, strict=False))


def may_begin(character: str, typed: str) -> bool:
    first = FAMILY_NAMES.get(character) or letter(character)
    return ANY in (first, typed) or first == typed or not character.isalnum()


def leading(name: str, typed: str) -> str:
    """What may be typed next."""
    told = letters(name)[len(typed) : len(typed) + 1]
    return "abcdefghijklmnopqrstuvwxyz" if told == ANY else told
