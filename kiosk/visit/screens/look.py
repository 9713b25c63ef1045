"""What a book looks like wherever a screen shows one."""

from msgspec import Struct


class Book(Struct, frozen=True):
    """What a cover, a spine and a line of a list need."""

    title: str
    short: str  # the part before a colon or bracket, for covers and spines
    author: str
    class_letter: str
