"""The demo's shelves: titles, and the copies that stand on them."""

import random
from typing import Protocol

from kiosk.domain.books import Copy, ItemKind, Title
from kiosk.domain.codes import copy_number
from kiosk.domain.facts import CopyAdded, TitleAdded
from kiosk.domain.moment import Moment
from kiosk.storage.new_ids import ID_BITS
from kiosk.storage.store import Store
from kiosk.upkeep.readings import author_reading, reading
from kiosk.upkeep.sample import Work, titles

WIDELY_READ = 600  # popularity from which a hall keeps several copies
ROOMS = {"I": "二楼 文学区", "J": "二楼 艺术区", "T": "一楼 技能区", "G": "一楼 文体区", "R": "一楼 健康区"}


class Teller(Protocol):
    rng: random.Random

    def moment(self) -> Moment: ...


def add_shelves(store: Store, teller: Teller, count: int) -> None:
    serial = 0
    for work in titles(teller.rng, count):
        title = teller.rng.getrandbits(ID_BITS)
        store.record(TitleAdded(title_of(title, work)), moment=teller.moment())
        for _ in range(copies_of(work, teller.rng)):
            serial += 1
            copy = Copy(copy_number(1, serial), title, 1, 1, shelf=shelf(work, teller.rng), kind=kind(work, teller.rng))
            store.record(CopyAdded(copy), moment=teller.moment())


def title_of(title: int, work: Work) -> Title:
    return Title(
        title=title,
        name=work.name,
        author=work.author,
        class_mark=work.class_mark,
        isbn=work.isbn or None,
        press=work.press,
        year=work.year,
        pages=work.pages,
        price=work.price,
        subjects=work.subjects,
        summary=work.summary,
        reading=reading(work.name),
        author_reading=author_reading(work.author),
    )


def copies_of(work: Work, rng: random.Random) -> int:
    return 2 + rng.randrange(2) if work.popularity >= WIDELY_READ else 1 + (rng.random() < 0.15)


def shelf(work: Work, rng: random.Random) -> str:
    case = 1 + sum(map(ord, work.class_mark)) % 9
    return f"{ROOMS.get(work.class_mark[:1], '二楼 综合区')} · {case} 架 {1 + rng.randrange(6)} 层"


def kind(work: Work, rng: random.Random) -> ItemKind:
    if work.class_mark.startswith("Z"):
        return "reference" if rng.random() < 0.5 else "book"
    return "children" if work.class_mark.startswith("I28") else "book"
