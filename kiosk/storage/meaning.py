"""Meaning: what somebody may have meant whose words find nothing: a slip of a key, an accent, a homophone."""

import re
from collections.abc import Iterator
from itertools import islice
from string import ascii_lowercase

from kiosk.domain.spelling import Typed, mistaken, parsed, splits
from kiosk.domain.tokens import parts, syllables
from kiosk.storage.matching import expressions
from kiosk.storage.shelf import Shelf, shows

PROBES_MAX = 600  # where there is time; whoever types has less
SLIPS_FROM = 3  # a slip in two letters may be anything
ALIKE_MAX = 40
CHARACTERS_MAX = 16
Shelves = tuple[Shelf, ...]


def meant(shelves: Shelves, typed: str, limit: int, probes: int = PROBES_MAX) -> tuple[str, ...]:
    """The likeliest kind of mistake first; within a kind what is read most. Rarer kinds only if nothing else is."""
    wanted = parsed(typed)
    said = "".join(wanted.runs)
    found: dict[str, None] = {}
    for kinds in (near(shelves, wanted), far(shelves, wanted)):
        for guesses in kinds:
            fresh = (guess for guess in dict.fromkeys(guesses) if guess not in found and guess != said)
            tried = list(islice(fresh, probes))
            probes -= len(tried)
            best = [(read, guess) for guess in tried if (read := times_read(shelves, guess))]
            found |= dict.fromkeys(guess for _, guess in sorted(best, key=lambda b: -b[0])[:limit])
        if found:
            break
    return tuple(found)[:limit]


def times_read(shelves: Shelves, guess: str) -> int:
    """Of its most read title, and once more; zero if it finds nothing."""
    wanted, best = parsed(guess), 0
    for shelf in shelves:
        for table, expression in expressions(wanted, "any").items():
            for rank in shelf.matched(table, expression, 1):
                found = shelf.ranked([rank])[0][1]
                if shows(found.title, wanted, "any"):
                    best = max(best, 1 + found.popularity)
    return best


def near(shelves: Shelves, wanted: Typed) -> Iterator[Iterator[str]]:
    run = "".join(wanted.runs)
    if wanted.is_letters:
        yield accents(run)
        if len(run) >= SLIPS_FROM:
            yield iter((run[:-1],))
            yield swapped(run)
    elif not any(part.isascii() for part in wanted.runs):
        yield homophones(shelves, run[:CHARACTERS_MAX])
        yield another(shelves, run[:CHARACTERS_MAX])


def far(shelves: Shelves, wanted: Typed) -> Iterator[Iterator[str]]:
    run = "".join(wanted.runs)[:CHARACTERS_MAX]
    if wanted.is_letters and len(run) >= SLIPS_FROM:
        yield added(run)
        yield replaced(run)
    if len(run) >= SLIPS_FROM:
        yield without(run)


def accents(letters: str) -> Iterator[str]:
    """One or two syllables as others say them."""
    for split in splits(letters):
        for at, syllable in enumerate(split):
            for other in mistaken(syllable):
                changed = (*split[:at], other, *split[at + 1 :])
                yield "".join(changed)
                for after in range(at + 1, len(split)):
                    for second in mistaken(split[after]):
                        yield "".join((*changed[:after], second, *changed[after + 1 :]))


def swapped(run: str) -> Iterator[str]:
    yield from (run[:at] + run[at + 1] + run[at] + run[at + 2 :] for at in range(len(run) - 1))


def without(run: str) -> Iterator[str]:
    yield from (run[:at] + run[at + 1 :] for at in range(len(run)))


def replaced(run: str) -> Iterator[str]:
    yield from (run[:at] + letter + run[at + 1 :] for at in range(len(run)) for letter in ascii_lowercase)


def added(run: str) -> Iterator[str]:
    yield from (run[:at] + letter + run[at:] for at in range(len(run) + 1) for letter in ascii_lowercase)


def homophones(shelves: Shelves, characters: str) -> Iterator[str]:
    """The characters of titles that sound the same, exactly first, then as others say it."""
    said = [next(filter(None, (shelf.sound(c) for shelf in shelves)), "") for c in characters]
    if all(said):
        spoken = "".join(said)
        for sounds in (spoken, *islice(accents(spoken), ALIKE_MAX)):
            yield from sounding(shelves, sounds, len(characters))


def another(shelves: Shelves, characters: str) -> Iterator[str]:
    """One character is another in the title: 水许传, 水浒传."""
    for at in range(len(characters) if len(characters) >= SLIPS_FROM else 0):
        before, after = characters[:at], characters[at + 1 :]
        wanted = re.compile(f"{re.escape(before)}.{re.escape(after)}")
        expression = expressions(Typed(tuple(filter(None, (before, after)))), "title")["characters"]
        for shelf in shelves:
            for _, ranked in shelf.ranked(shelf.matched("characters", expression, ALIKE_MAX)):
                yield from wanted.findall(parts(ranked.title.name)[0])


def sounding(shelves: Shelves, letters: str, length: int) -> Iterator[str]:
    """The part of a title that is said so."""
    expression = expressions(parsed(letters), "title").get("syllables")
    for shelf in shelves if expression else ():
        for _, ranked in shelf.ranked(shelf.matched("syllables", expression or "", ALIKE_MAX)):
            said, each = ranked.title.reading.split(), list(syllables(ranked.title.name))
            for at in range(len(said) - length + 1 if len(said) == len(each) else 0):
                if "".join(said[at : at + length]) == letters:
                    yield "".join(each[at : at + length])
