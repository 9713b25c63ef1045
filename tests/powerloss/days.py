"""Days: which journeys follow each other in one recording, in which sittings, and with whom."""

import os
from collections.abc import Iterable, Iterator
from itertools import count, cycle, islice
from os import fsync as sync
from random import Random

from halls import BOOKS, MEMBERS
from powerloss.day import Day
from powerloss.journeys import JOURNEYS, Cast, Journey, book_then_card

STEPS_MAX = 30
JOURNEY_STEPS_MAX = 9  # of the longest journey
SEEDS_A_ROUND, JOURNEYS_A_SEED = 7, 3  # together at least as many as there are journeys
REOPEN_ODDS = 0.4


def in_any_order(rng: Random) -> Iterator[Journey]:
    while True:
        yield from rng.sample(JOURNEYS, len(JOURNEYS))


def dealt(seed: int) -> Iterator[Journey]:
    """Some seeds in a row share one order and begin at different places in it, so that together they play all of it."""
    order = Random(seed // SEEDS_A_ROUND).sample(JOURNEYS, len(JOURNEYS))
    start = seed % SEEDS_A_ROUND * JOURNEYS_A_SEED
    return islice(cycle(order), start, None)


def played(day: Day, rng: Random, journeys: Iterable[Journey]) -> Iterator[int]:
    """One journey after another; between two, sometimes a rest, sometimes the next sitting. Gives the steps so far."""
    for journey in journeys:
        before = day.steps
        journey(day, cast_of(day, rng))
        assert day.steps - before <= JOURNEY_STEPS_MAX
        yield day.steps
        if rng.random() < REOPEN_ODDS:
            day.close()
            day.open()
        else:
            day.rest()


def cast_of(day: Day, rng: Random) -> Cast:
    """People who may borrow play first: a day of refusals would write nothing."""
    book = day.free_book(rng)
    who, other, *_ = sorted(rng.sample(list(MEMBERS), len(MEMBERS)), key=day.hindrances)
    return Cast(who, other, book, rng.choice([name for name in BOOKS if name != book]))


def short_day(day: Day, seed: int) -> None:
    """As many whole journeys as thirty steps hold, in several sittings."""
    day.open()
    for steps in played(day, Random(seed), dealt(seed)):
        if steps > STEPS_MAX - JOURNEY_STEPS_MAX:
            break
    day.close()


def waiting_books_day(day: Day, seed: int) -> None:
    """Two books and then the card: the card's scan answers for both loans."""
    day.open()
    books = Random(seed).sample(list(BOOKS), len(BOOKS))
    for n, who in enumerate(MEMBERS):
        day.scan(books[2 * n])
        day.scan(books[2 * n + 1])
        day.scan(who)
        day.tap("finish")
    day.close()


def set_up_day(day: Day, seed: int) -> None:
    """From an empty disk to the first loan."""
    day.set_up()
    day.open()
    day.stock()
    book_then_card(day, cast_of(day, Random(seed)))
    day.close()


def set_up_again_day(day: Day, seed: int) -> None:
    """A set-up is killed just before one of its own syncs; the next one must not rely on what that one only wrote."""
    syncs = count(1 + seed % 2, -1)
    if child := os.fork():
        os.waitpid(child, 0)
        set_up_day(day, seed)
        return
    os.fsync = lambda handle: os._exit(0) if next(syncs) == 1 else sync(handle)
    Day(day.folder, key_path=day.key_path).set_up()
