"""Chores: the three things of a day on duty, what belongs to each, and who has seen to it."""

from datetime import date, datetime
from typing import Annotated, Literal, get_args

from msgspec import Meta, Struct

Round = Literal["open", "stick", "close"]
ChoreName = Literal["lights", "holds_out", "paper_in", "stick", "spare_paper", "book_box", "shelves", "unfinished"]
ROUNDS: dict[Round, tuple[ChoreName, ...]] = {
    "open": ("lights", "holds_out", "paper_in"),
    "stick": ("stick", "spare_paper"),
    "close": ("book_box", "shelves", "unfinished"),
}


class Chore(Struct, frozen=True):
    """One thing on one day in one hall; each day begins without any."""

    chore: str  # "1 2026-11-21 lights"
    hall: Annotated[int, Meta(extra={"looked_up": True})]
    day: date
    what: ChoreName
    done_at: datetime | None = None  # none: the tick was taken back
    done_by: str = ""


def chore_key(hall: int, day: date, what: str) -> str:
    return f"{hall} {day} {what}"


def chore_named(name: str) -> ChoreName | None:
    return next((what for what in get_args(ChoreName) if what == name), None)
