"""Sample people: fictional names as they are met in China, the hard ones to write and to show among them."""

import random
from typing import Annotated

from msgspec import Meta, Struct, convert

from kiosk.resources import resource

COMMON_FIRST, COMMON_LAST = "\u4e00", "\u9fa5"  # what old fonts and old input methods can do
PLAIN_FIRST = 24  # the first people are the cast of demonstrations: names that everybody can read out
RARE_LEAST, RARE_ONE_IN = 6, 20
COMPOUND_ONE_IN = 30
JOINED_ONE_IN = 60
ODD_ONE_IN = 40
PHONE_FIRST = 19900000000  # a series that no operator has given out
TRIES = 20  # for a name that nobody has yet; namesakes are real, so then it is taken


class Era(Struct, frozen=True):
    """What children were called in these years."""

    first: int
    last: int
    weight: float
    men: tuple[str, ...]
    women: tuple[str, ...]


class Names(Struct, frozen=True):
    """resources/sample/people.toml"""

    families: dict[str, float]
    compound: tuple[str, ...]
    eras: Annotated[tuple[Era, ...], Meta(min_length=1)]
    odd: tuple[str, ...]
    rare: tuple[str, ...]
    rare_given: tuple[str, ...]
    joined: tuple[str, ...]
    units: tuple[str, ...]
    staff: tuple[str, ...]
    pen_names: tuple[str, ...]
    abroad: dict[str, tuple[str, ...]]


class Person(Struct, frozen=True):
    name: str
    phone: str
    unit: str
    birth_year: int
    rare: bool


def names() -> Names:
    import tomllib

    with resource("sample/people.toml").open("rb") as file:
        return convert(tomllib.load(file), Names)


def staff_names() -> tuple[str, ...]:
    return names().staff


def people(rng: random.Random, count: int) -> list[Person]:
    known = names()
    kinds = kinds_of_names(rng, count)
    rare = rare_names(known, rng, kinds.count("rare"))
    used: set[str] = set()
    made = []
    for n, kind in enumerate(kinds):
        era = rng.choices(known.eras, [era.weight for era in known.eras])[0]
        name = rare.pop() if kind == "rare" else unused(known, rng, (kind, era), used)
        used.add(name)
        year = rng.randint(era.first, era.last)
        made.append(Person(name, str(PHONE_FIRST + n), rng.choice(known.units), year, is_rare(name)))
    return made


def kinds_of_names(rng: random.Random, count: int) -> list[str]:
    """Which kind of name each has: the plain ones in front, the others spread over the rest."""
    rest = max(0, count - PLAIN_FIRST)
    shares = {
        "rare": max(RARE_LEAST, count // RARE_ONE_IN),
        "compound": max(2, count // COMPOUND_ONE_IN),
        "joined": max(1, count // JOINED_ONE_IN),
        "odd": count // ODD_ONE_IN,
    }
    later = [kind for kind, share in shares.items() for _ in range(share)][:rest]
    later += ["plain"] * (rest - len(later))
    rng.shuffle(later)
    return ["plain"] * min(count, PLAIN_FIRST) + later


def rare_names(known: Names, rng: random.Random, count: int) -> list[str]:
    """The listed ones first, then composed ones."""
    made = rng.sample(known.rare, min(count, len(known.rare)))
    while len(made) < count:
        made.append(family(known, rng) + rng.choice(known.rare_given))
    return made


def unused(known: Names, rng: random.Random, kind: tuple[str, Era], used: set[str]) -> str:
    name = new_name(known, rng, *kind)
    for _ in range(TRIES):
        if name not in used:
            break
        name = new_name(known, rng, *kind)
    return name


def new_name(known: Names, rng: random.Random, kind: str, era: Era) -> str:
    given = rng.choice(era.men if rng.random() < 0.52 else era.women)
    match kind:
        case "compound":
            return rng.choice(known.compound) + given
        case "joined":
            return rng.choice(known.joined)
        case "odd":
            return family(known, rng) + rng.choice(known.odd)
        case _:
            return family(known, rng) + given


def family(known: Names, rng: random.Random) -> str:
    return rng.choices(tuple(known.families), tuple(known.families.values()))[0]


def is_rare(name: str) -> bool:
    return any(not COMMON_FIRST <= letter <= COMMON_LAST for letter in name.replace("·", ""))
