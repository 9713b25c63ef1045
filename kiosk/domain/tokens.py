"""Tokens: by which words a title stands in the three indexes: initials, syllables, characters."""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from kiosk.domain.books import Title
from kiosk.domain.spelling import KEPT, SYLLABLES, runs, spoken

GRAM = 4  # so many initials in a row are one token; more are found by several that overlap
WORD_MAX = 12
MARK_MAX = 8
NAME_MAX = 4  # initials of a longer name, of somebody abroad, are found from any of its parts
OF_AUTHOR, OF_CLASS = "¶", "§"  # no folded text has them, so that no title is taken for an author
JOINT = "0"  # between two syllables
ROLES = re.compile(
    r"^(?:等|主编|副主编|编著|编写|编绘|编译|编选|选编|编|合著|原著|著|译注|校注|译|绘|续|注|校|撰|撰写|口述|整理|"
    r"改编|摄影|作词|作曲|插图|审定|审校|主审|辑|选|点校|评注|评|译者|作者)+$"
)
BRACKETED = re.compile(r"[\[(（〔【［].*?[\])）〕】］]")
HAN = re.compile(r"[\u4e00-\u9fff]+")
BETWEEN_NAMES = re.compile(r"[\s,，;；、/]+")


def authors(author: str) -> tuple[str, ...]:
    """The names alone: 王建国 李敏 主编 -> 王建国, 李敏; [美] 海明威 著 -> 海明威."""
    names = BETWEEN_NAMES.split(BRACKETED.sub(" ", author))
    return tuple(name for name in names if name and not ROLES.match(name))


def initials_tokens(title: Title) -> str:
    found: set[str] = set()
    for said in spoken(title.reading):
        found.update(grams("".join([syllable[0] for syllable in said])))
    found.update(author_initials(title.author_reading))
    return " ".join(found)


@lru_cache(KEPT)
def author_initials(reading: str) -> tuple[str, ...]:
    found: set[str] = set()
    for name in reading.split(","):
        for said in spoken(name):
            letters = "".join([syllable[0] for syllable in said])
            found.update(heads(letters) if len(letters) <= NAME_MAX else grams(letters))
    return tuple(OF_AUTHOR + gram for gram in found)


def grams(letters: str) -> list[str]:
    found = list(letters)
    for size in range(2, min(GRAM, len(letters)) + 1):
        found += [letters[at : at + size] for at in range(len(letters) - size + 1)]
    return found


def heads(letters: str) -> list[str]:
    return [letters[:to] for to in range(1, len(letters) + 1)]


def needed_grams(letters: str) -> list[str]:
    """What a title with these initials in a row is sure to have."""
    if len(letters) <= GRAM:
        return [letters]
    return list(dict.fromkeys(letters[at : at + GRAM] for at in range(len(letters) - GRAM + 1)))


def syllable_tokens(title: Title) -> str:
    found: set[str] = set()
    for said in spoken(title.reading):
        found.update([syllable for syllable in said if syllable in SYLLABLES])
        found.update(pairs(said))
    found.update(author_syllables(title.author_reading))
    return " ".join(found)


@lru_cache(KEPT)
def author_syllables(reading: str) -> tuple[str, ...]:
    names = (said for name in reading.split(",") for said in spoken(name))
    return tuple({OF_AUTHOR + token for said in names for token in (*said, *pairs(said))})


def pairs(said: tuple[str, ...]) -> list[str]:
    """Each syllable with the next, and with the letter that the next begins with."""
    begun = [(one + JOINT, after) for one, after in pairwise(said) if one in SYLLABLES and after in SYLLABLES]
    return [head + after for head, after in begun] + [head + after[0] for head, after in begun]


def character_tokens(title: Title) -> str:
    characters, words = parts(title.name)
    found = {*characters, *bigrams(characters), *beginnings(words)}
    found.update(author_tokens(title.author))
    found.update(class_tokens(title.class_mark))
    return " ".join(found)


@lru_cache(KEPT)
def class_tokens(class_mark: str) -> tuple[str, ...]:
    mark = class_token(class_mark)
    return tuple(OF_CLASS + mark[:to] for to in range(1, len(mark) + 1))


@lru_cache(KEPT)
def author_tokens(author: str) -> tuple[str, ...]:
    found: set[str] = set()
    for name in authors(author):
        characters, words = parts(name)
        found.update([*characters[:1], *bigrams(characters), *beginnings(words)])
    return tuple(OF_AUTHOR + token for token in found)


def parts(text: str) -> tuple[str, list[str]]:
    """The characters in one row, so that 朝花·夕拾 is found by 花夕; then Latin words and numbers."""
    if HAN.fullmatch(text):
        return text, []  # most titles; a city's pack has a million of them
    found = runs(text)
    return "".join([run for run in found if not run.isascii()]), [run for run in found if run.isascii()]


def syllables(text: str) -> Iterator[str]:
    """What is one syllable each: a character, a Latin word, a number."""
    for run in runs(text):
        yield from ([run] if run.isascii() else run)


def bigrams(characters: str) -> list[str]:
    return [characters[at : at + 2] for at in range(len(characters) - 1)]


def beginnings(words: list[str]) -> list[str]:
    """Python is found by py."""
    return [word[:to] for word in words for to in range(1, min(len(word), WORD_MAX) + 1)]


def class_token(mark: str) -> str:
    return "".join(c for c in mark.lower() if c.isascii() and c.isalnum())[:MARK_MAX]


def has(characters: str, text: str) -> bool:
    return characters in text or characters in parts(text)[0]


def letters_after(run: str, title: Title) -> set[str]:
    """The letters with which what was typed goes on in this title or its authors."""
    found = {
        word[len(run)] for word in parts(f"{title.name} {title.author}")[1] if word.startswith(run) and word != run
    }
    for name, reading in ((False, title.reading), *((True, read) for read in title.author_reading.split(","))):
        for said in spoken(reading):
            found |= after_initials(run, "".join(s[0] for s in said), only_first=name and len(said) <= NAME_MAX)
            rests = ("".join(said[at:]) for at in range(len(said)))
            found |= {rest[len(run)] for rest in rests if rest.startswith(run) and rest != run}
    return {letter for letter in found if letter.isalpha()}


def after_initials(run: str, letters: str, *, only_first: bool) -> set[str]:
    starts = range(1 if only_first else len(letters) - len(run))
    return {letters[at + len(run)] for at in starts if letters.startswith(run, at) and len(letters) > at + len(run)}
