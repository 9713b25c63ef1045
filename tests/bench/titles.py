"""A city's titles for measurements: the sample shelves' own, then composed ones, as fast as they can be written."""

import random
from collections.abc import Iterator
from functools import cache

from kiosk.domain.books import Title
from kiosk.storage.shelf import Ranked
from kiosk.upkeep import readings
from kiosk.upkeep.demo_shelves import title_of
from kiosk.upkeep.sample import titles
from kiosk.upkeep.sample_titles import grammar

SHELVED = 3000
SEED = 5
PEAK = 2  # loans of the most read title for each title there is


def ranked(count: int) -> Iterator[Ranked]:
    """The most read first; the n-th is read an n-th as often."""
    rng, said, names = random.Random(SEED), cache(readings.reading), cache(readings.author_reading)
    shelved = [readings.read(title_of(n, work)) for n, work in enumerate(titles(rng, SHELVED), 1)]
    rules = grammar()
    topics = [(topic, shelf.mark) for shelf in rules.shelves for topic in shelf.topics]
    words = [word for found in rules.words.values() for word in found if 1 < len(word) < 8]
    for n in range(1, count + 1):
        times = PEAK * count // n
        if n <= len(shelved):
            yield Ranked(times, shelved[n - 1])
            continue
        like, (topic, mark), pieces = rng.choice(shelved), rng.choice(topics), rng.choices(words, k=2)
        parts = rng.choice(
            ([like.name, pieces[0]], [topic, pieces[0]], [pieces[1], topic], [pieces[1], topic, pieces[0]])
        )
        yield Ranked(
            times,
            Title(
                title=n,
                name="".join(parts),
                author=like.author,
                class_mark=mark,
                isbn=f"9787{n:09}",
                press=like.press,
                year=like.year,
                pages=like.pages,
                price=like.price,
                subjects=like.subjects,
                summary=like.summary,
                reading=" ".join(map(said, parts)),
                author_reading=names(like.author),
            ),
        )
