"""Books: the work (title) and the physical book with its own number (copy)."""

import re
from datetime import datetime
from typing import Annotated, Literal

from msgspec import Meta, Struct

ItemKind = Literal["book", "children", "periodical", "media", "reference", "thing"]
Condition = Literal["good", "lost", "missing", "damaged", "withdrawn"]

CLASS_LETTERS = tuple("ABCDEFGHIJKNOPQRSTUVXZ")
SHELF = re.compile(r"(?P<room>.*?)[\s·]*(?:第\s*)?(?P<case>\d{1,3})\s*[架柜]\D*(?:(?P<tier>\d{1,2})\s*[层格])?")

LookedUp = Meta(extra={"looked_up": True})


class Title(Struct, frozen=True):
    title: int
    name: str
    author: str
    class_mark: str  # 中图法, I242.4
    isbn: Annotated[str | None, LookedUp] = None
    press: str = ""
    year: str = ""
    pages: str = ""
    price: str = ""
    subjects: str = ""
    summary: str = ""
    reading: str = ""  # how the name is said: "hong lou meng", with "chao/zhao yang" where both are right
    author_reading: str = ""
    source: Annotated[str | None, LookedUp] = None  # whose record it was, and its number there: "marc:agency/001"
    local: tuple[str, ...] = ()  # fields that were corrected here; no import changes them any more


class Copy(Struct, frozen=True):
    """`hall` is where it was last seen, `home_hall` where it belongs; its last loan says who has or had it.

    While it travels, `sent_to` says to which hall; a copy that is adrift may be anywhere.
    """

    copy: str
    title: Annotated[int, LookedUp]
    home_hall: int
    hall: int
    shelf: str = ""
    kind: ItemKind = "book"
    condition: Condition = "good"
    on_loan: bool = False
    last_loan: str | None = None
    seen_at: datetime | None = None
    added_at: Annotated[datetime | None, LookedUp] = None
    sent_to: Annotated[int | None, Meta(extra={"open_while": "sent_to is not null"})] = None
    adrift: bool = False


class NumberBlock(Struct, frozen=True):
    """Numbers that were printed on labels before any copy had them; or that one device alone may print, under a hub."""

    block: str
    hall: Annotated[int, LookedUp]
    first: int  # the serial
    count: int
    reserved_at: datetime
    device: str = ""


def is_away(copy: Copy) -> bool:
    """Nobody knows where it is: whoever holds it has found it."""
    return copy.condition in ("lost", "missing") or copy.adrift


def lendable(copy: Copy) -> bool:
    """It stands ready for readers, here or at another hall."""
    return copy.condition == "good" and copy.sent_to is None and not copy.adrift and copy.kind != "reference"


def short_name(name: str) -> str:
    """What fits a spine: the part before a subtitle, a volume or an edition; 1200/1500 is one number."""
    return re.split(r"[：:（(／=]|(?<!\d)/|/(?!\d)", name, maxsplit=1)[0].strip() or name


def class_letter(class_mark: str) -> str:
    letter = class_mark[:1].upper()
    return letter if letter in CLASS_LETTERS else "Z"


class ShelfMark(Struct, frozen=True):
    """Where a shelf is: 二楼 文学区, bookcase 7, tier 3; without a bookcase the whole mark is the room."""

    room: str
    case: int = 0
    tier: str = ""


def shelf_mark(shelf: str) -> ShelfMark:
    """As halls write it: 二楼 文学区 · 7 架 3 层."""
    found = SHELF.fullmatch(shelf)
    return ShelfMark(found["room"], int(found["case"]), found["tier"] or "") if found else ShelfMark(shelf)
