"""Cast: who plays in a recording, and with which books."""

from halls import BOOKS
from msgspec import Struct


class Cast(Struct, frozen=True):
    """Who plays, and with which book."""

    who: str
    other: str
    book: str
    second: str


def title_of(book: str) -> int:
    return list(BOOKS).index(book) + 1
