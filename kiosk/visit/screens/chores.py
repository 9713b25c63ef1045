"""Screens of what is done each day that the hall opens."""

from msgspec import Struct


class ChoreLine(Struct, frozen=True):
    """One thing to see to: who ticked it and when, and how many there are of what it is about."""

    what: str
    key: int  # the digit that ticks it
    by: str = ""  # masked; nobody yet
    time: str = ""
    count: int = -1  # none: there is nothing to count


class ChoreRound(Struct, frozen=True):
    name: str
    lines: tuple[ChoreLine, ...]
    done: int


class Chores(Struct, frozen=True):
    """值班三件事: open, paper and stick, close."""

    rounds: tuple[ChoreRound, ...]
