"""Matching: what was typed as expressions of the full-text index; only letters and digits ever get there."""

from collections.abc import Callable, Iterable
from functools import lru_cache
from itertools import pairwise
from typing import Literal

from kiosk.domain.spelling import OPENINGS, Typed, splits, whole
from kiosk.domain.tokens import JOINT, OF_AUTHOR, OF_CLASS, WORD_MAX, bigrams, class_token, needed_grams

By = Literal["any", "initials", "title", "author", "isbn"]
LETTERS_MAX = 24  # of one run; nobody types the initials of more
MARKS: dict[str, tuple[str, ...]] = {
    "any": ("", OF_AUTHOR),
    "initials": ("",),
    "title": ("",),
    "author": (OF_AUTHOR,),
    "isbn": (),
}
KEPT = 4096


@lru_cache(KEPT)
def expressions(typed: Typed, by: By) -> dict[str, str]:
    """By table; a table that cannot have it is left out."""
    found = {table: expression(table, typed, by) for table in tables(typed, by)}
    return {table: wanted for table, wanted in found.items() if wanted}


def tables(typed: Typed, by: By) -> tuple[str, ...]:
    if by == "initials":
        return ("initials",) if typed.is_letters else ()
    return tuple(WAYS) if typed.is_letters else ("characters",)


def expression(table: str, typed: Typed, by: By) -> str:
    return every(either(WAYS[table](run, mark) for mark in MARKS[by]) for run in typed.runs)


def every(parts: Iterable[str]) -> str:
    """All of them; nothing if one of them is nothing."""
    kept = list(dict.fromkeys(parts))
    return "" if not all(kept) else kept[0] if len(kept) == 1 else f"({' AND '.join(kept)})" if kept else ""


def either(parts: Iterable[str]) -> str:
    kept = list(dict.fromkeys(part for part in parts if part))
    return f"({' OR '.join(kept)})" if len(kept) > 1 else "".join(kept)


def token(mark: str, text: str) -> str:
    return f'"{mark}{text}"'


def of_initials(run: str, mark: str) -> str:
    return every(token(mark, gram) for gram in needed_grams(run[:LETTERS_MAX]))


def of_syllables(run: str, mark: str) -> str:
    """A single letter is left to the initials, which find the same."""
    return either(of_split(split, mark) for split in splits(run)) if len(run) > 1 else ""


def said(split: tuple[str, ...]) -> str:
    """In a title or in the name of an author."""
    return either(of_split(split, mark) for mark in MARKS["any"])


def of_split(split: tuple[str, ...], mark: str) -> str:
    *before, last = split
    before = [whole(syllable) or syllable for syllable in before]
    if not before:
        return either(token(mark, syllable) for syllable in OPENINGS[last])
    ends = (last,) if len(last) == 1 else OPENINGS[last]
    inner = [token(mark, f"{one}{JOINT}{other}") for one, other in pairwise(before)]
    return every([*inner, either(token(mark, f"{before[-1]}{JOINT}{end}") for end in ends)])


def of_characters(run: str, mark: str) -> str:
    if run.isascii():
        return token(mark, run[:WORD_MAX])
    return every(token(mark, pair) for pair in (bigrams(run) or [run]))


def of_class(mark: str) -> str:
    return token(OF_CLASS, class_token(mark)) if class_token(mark) else ""


def of_name(name: str) -> str:
    """Books of an author of this name."""
    return every(token(OF_AUTHOR, pair) for pair in (bigrams(name) or [name]))


WAYS: dict[str, Callable[[str, str], str]] = {
    "initials": of_initials,
    "syllables": of_syllables,
    "characters": of_characters,
}
