"""Books: the work (title) and the physical book with its own number (copy)."""

import re
from datetime import datetime
from typing import Annotated, Literal

from msgspec import Meta, Struct

ItemKind = Literal["book", "children", "periodical", "media", "reference", "thing"]
Condition = Literal["good", "lost", "missing", "damaged", "withdrawn"]

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
    """`hall` is where it was last seen, `home_hall` where it belongs; its last loan says who has or had it."""

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


def short_name(name: str) -> str:
    """What fits a spine: the part before a subtitle, a volume or an edition."""
    return re.split(r"[：:（(／/=]", name, maxsplit=1)[0].strip() or name


def class_letter(class_mark: str) -> str:
    letter = class_mark[:1].upper()
    return letter if letter in "ABCDEFGHIJKNOPQRSTUVXZ" and letter else "Z"
