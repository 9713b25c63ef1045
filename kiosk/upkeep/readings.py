"""Readings: how names of books and people are said, in syllables; made once, when a title is listed or a pack built."""

import re
import tomllib
from functools import cache
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from kiosk.domain.books import Title
from kiosk.domain.names import family_name
from kiosk.domain.spelling import folded
from kiosk.domain.tokens import authors
from kiosk.resources import resource

PIECE = re.compile(r"[0-9a-z]+|[^\W_0-9a-z]+")
SYLLABLE = re.compile(r"[a-z]+")
COMMON = range(0x4E00, 0x9FA6)
BETWEEN_NAMES = ", "


class Own(Struct, frozen=True):
    """What we know better than the dictionary: words, family names, people."""

    words: dict[str, list[str]]
    family: dict[str, list[str]]
    longest: int


@cache
def own() -> Own:
    tables: dict[str, dict[str, str]] = {}
    for name in ("words", "names"):
        with resource(f"readings/{name}.toml").open("rb") as file:
            tables |= tomllib.load(file)
    words = {word: said.split() for word, said in (tables["words"] | tables["people"]).items()}
    family = {name: said.split() for name, said in tables["family"].items()}
    return Own(words, family, max(map(len, words)))


def read(title: Title) -> Title:
    """With its readings; what somebody has given already stays."""
    if title.reading and (title.author_reading or not title.author):
        return title
    return replace(
        title,
        reading=title.reading or reading(title.name),
        author_reading=title.author_reading or author_reading(title.author),
    )


def reading(name: str) -> str:
    """红楼梦 -> hong lou meng; a Latin word or a number is one syllable."""
    pieces = PIECE.findall(folded(name))
    return " ".join(said for piece in pieces for said in ([piece] if piece.isascii() else spoken(piece)))


def author_reading(author: str) -> str:
    """Each name by itself; roles are left out."""
    return BETWEEN_NAMES.join(filter(None, map(person, authors(author))))


def person(name: str) -> str:
    """The family name as a family name is read, if it is one of ours."""
    known = own()
    if name not in known.words and (family := family_name(name)) in known.family and "·" not in name:
        return " ".join([*known.family[family], *reading(name[len(family) :]).split()])
    return reading(name)


def spoken(characters: str) -> list[str]:
    """Our own words first, the longest at each place; the dictionary reads what is between."""
    known, said, start, at = own(), list[str](), 0, 0
    while at < len(characters):
        word = longest_word(known, characters, at)
        if word:
            said += [*by_dictionary(characters[start:at]), *known.words[word]]
            start = at = at + len(word)
        else:
            at += 1
    return said + by_dictionary(characters[start:])


def longest_word(known: Own, characters: str, at: int) -> str | None:
    ends = range(min(at + known.longest, len(characters)), at, -1)
    return next((characters[at:end] for end in ends if characters[at:end] in known.words), None)


def by_dictionary(characters: str) -> list[str]:
    """A character that no dictionary knows has no sound, and is found by itself."""
    if not characters:
        return []
    found = dictionary()(characters, errors="ignore")
    return [syllable for said in found if SYLLABLE.fullmatch(syllable := folded(said))]


@cache
def dictionary() -> Any:
    """Imported at the first reading: it costs a fifth of a second, which no kiosk that only searches has to wait."""
    from pypinyin import lazy_pinyin

    return lazy_pinyin


def by_character() -> dict[str, str]:
    """How each common character is said; a pack carries it for what was typed wrongly."""
    said = {chr(code): by_dictionary(chr(code)) for code in COMMON}
    return {character: syllables[0] for character, syllables in said.items() if syllables}
