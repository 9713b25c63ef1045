"""Sample titles: well-known works first, then thousands composed from the grammar of each shelf."""

import random
import re

from msgspec import Struct, convert
from msgspec.structs import replace

from kiosk.resources import resource
from kiosk.upkeep.sample_people import Names, family, names

SLOT = re.compile(r"{(\w+)}")
TWICE = re.compile(r"(\w\w).*\1")  # 入门入门, but also 焊工安全与安全用电
LONGEST_NAME = 40
LATEST_YEAR = 2024
TRIES = 300  # for a name that is new; a grammar that needs more has nothing left
SPARE_BLOCK = "7999"  # a publisher's block that nobody has, so that no made-up ISBN is that of another book
SERIALS = 10_000  # in a block of four digits
TAIL = 60  # how many titles it takes until popularity has halved
PEAK = 100  # of the composed titles, where no work is more popular
PEN_NAME, CO_AUTHOR = 0.3, 0.2  # shares


class Work(Struct, frozen=True):
    name: str
    author: str
    press: str
    year: str
    isbn: str
    class_mark: str
    pages: str
    price: str
    subjects: str
    summary: str
    popularity: int


class Shelf(Struct, frozen=True):
    """How the titles of one class mark are composed: `{word}` is filled from the shelf's lists, then from all's."""

    mark: str
    weight: float
    patterns: tuple[str, ...]
    roles: tuple[str, ...]
    presses: tuple[str, ...]
    subjects: str
    summary: tuple[str, ...]
    topics: tuple[str, ...] = ()
    marks: dict[str, str] = {}  # of the topics that have a finer one
    words: dict[str, tuple[str, ...]] = {}
    country: str = ""
    pen_names: bool = False
    since: int = 2004
    pages: tuple[int, int] = (160, 420)


class Grammar(Struct, frozen=True):
    """resources/sample/shelves.toml"""

    blocks: dict[str, str]
    words: dict[str, tuple[str, ...]]
    shelves: tuple[Shelf, ...]


class Filling:
    """Fills the words of one title; a word that comes again, as in the summary, is the same again."""

    def __init__(self, rng: random.Random, shelf: Shelf, shared: dict[str, tuple[str, ...]]) -> None:
        self.rng, self.lists = rng, {**shared, **shelf.words, "topic": shelf.topics}
        self.chosen: dict[str, str] = {}

    def text(self, pattern: str) -> str:
        return SLOT.sub(self.word, pattern)

    def word(self, found: re.Match[str]) -> str:
        key = found[1]
        if key not in self.chosen:
            self.chosen[key] = self.rng.choice(self.lists[key])
        return self.chosen[key]

    def fits(self, pattern: str) -> bool:
        """Whether it speaks of nothing but what was chosen already."""
        return self.chosen.keys() >= set(SLOT.findall(pattern))


def works() -> tuple[Work, ...]:
    """resources/sample/works.csv, the most read first."""
    import csv

    with resource("sample/works.csv").open(encoding="utf-8", newline="") as file:
        rows = convert(list(csv.DictReader(file)), list[Work], strict=False)
    return tuple(sorted(rows, key=lambda work: -work.popularity))


def grammar() -> Grammar:
    import tomllib

    with resource("sample/shelves.toml").open("rb") as file:
        return convert(tomllib.load(file), Grammar)


def titles(rng: random.Random, count: int) -> list[Work]:
    """The works, then composed ones, each no more read than the one before."""
    rules, made = grammar(), list(works()[:count])
    composer = Composer(rng, rules, {work.name for work in made})
    peak = min((work.popularity for work in made), default=PEAK) - 1
    made += [composer.work(max(1, peak * TAIL // (TAIL + n))) for n in range(count - len(made))]
    used = {work.isbn for work in made}
    return [work if work.isbn else replace(work, isbn=new_isbn(rng, rules.blocks, work.press, used)) for work in made]


class Composer:
    """Composes titles whose names are new."""

    def __init__(self, rng: random.Random, rules: Grammar, used: set[str]) -> None:
        self.rng, self.rules, self.used, self.names = rng, rules, used, names()
        self.weights = [shelf.weight for shelf in rules.shelves]

    def work(self, popularity: int) -> Work:
        for _ in range(TRIES):
            shelf = self.rng.choices(self.rules.shelves, self.weights)[0]
            filling = Filling(self.rng, shelf, self.rules.words)
            name = filling.text(self.rng.choice(shelf.patterns))
            if name not in self.used and len(name) <= LONGEST_NAME and not TWICE.search(name):
                self.used.add(name)
                return self.printed(shelf, name, filling, popularity)
        raise ValueError("the sample shelves have no further title")

    def printed(self, shelf: Shelf, name: str, filling: Filling, popularity: int) -> Work:
        rng = self.rng
        year = rng.randint(shelf.since, LATEST_YEAR)
        pages = rng.randint(*shelf.pages)
        subjects = filling.text(shelf.subjects)
        return Work(
            name=name,
            author=author(rng, shelf, self.names),
            press=rng.choice(shelf.presses),
            year=str(year),
            isbn="",
            class_mark=shelf.marks.get(filling.chosen.get("topic", ""), shelf.mark),
            pages=str(pages),
            price=price(rng, pages, year),
            subjects=subjects,
            summary=filling.text(rng.choice([line for line in shelf.summary if filling.fits(line)])),
            popularity=popularity,
        )


def author(rng: random.Random, shelf: Shelf, known: Names) -> str:
    """As on the title page: 王建国 李敏 主编, or 森川健一 著 许文慧 译."""
    role = rng.choice(shelf.roles)
    if shelf.country:
        return f"{rng.choice(known.abroad[shelf.country])} {role} {writer(rng, known)} 译"
    if shelf.pen_names and rng.random() < PEN_NAME:
        return f"{rng.choice(known.pen_names)} {role}"
    both = f"{writer(rng, known)} " if role != "著" and rng.random() < CO_AUTHOR else ""
    return f"{both}{writer(rng, known)} {role}"


def writer(rng: random.Random, known: Names) -> str:
    era = rng.choice(known.eras[:-1])  # the youngest have not written books yet
    return family(known, rng) + rng.choice(era.men if rng.random() < 0.6 else era.women)


def price(rng: random.Random, pages: int, year: int) -> str:
    """Books cost by the page, and more each year."""
    yuan = pages * (0.07 + 0.005 * max(0, year - 2000)) + rng.uniform(2, 8)
    return f"{round(yuan)}.{rng.choice(('00', '00', '00', '80', '50'))}"


def new_isbn(rng: random.Random, blocks: dict[str, str], press: str, used: set[str]) -> str:
    """In the press's block; a block has far more numbers than a hall has books of one press."""
    isbn = ""
    while not isbn or isbn in used:
        isbn = with_check_digit(f"9787{blocks.get(press, SPARE_BLOCK)}{rng.randrange(SERIALS):04}")
    used.add(isbn)
    return isbn


def with_check_digit(twelve: str) -> str:
    total = sum(int(digit) * (3 if n % 2 else 1) for n, digit in enumerate(twelve))
    return f"{twelve}{-total % 10}"
