"""Pile: what lies on the desk while somebody is served, and what is said of each copy."""

from datetime import date
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from kiosk.domain.refusals import Reason
from kiosk.visit.screens.counter import PileCounts, PileRow

PILE_MAX = 500
UNDONE_MAX = 20
DONE = ("lent", "renewed", "returned")
Way = Literal["pile", "loans", "paper", "damage", "slip", "day"]


class Stop(Struct, frozen=True):
    """What was stopped a moment ago, and what is being said to let it pass."""

    action: str
    reasons: tuple[Reason, ...]
    copy: str = ""
    loan: str = ""
    why: str = ""
    said: str = ""


class OnPaper(Struct, frozen=True):
    """The blanks of the sheet; the day and the time stay from line to line."""

    what: Literal["lent", "returned"] = "lent"
    day: date | None = None  # none: today
    minute: int | None = None
    member: int | None = None


class AtCounter(Struct, frozen=True):
    """One person after another; without a person, whoever brings books back."""

    person: int | None = None
    pile: tuple[PileRow, ...] = ()  # oldest first
    undone: tuple[PileRow, ...] = ()
    stop: Stop | None = None
    way: Way = "pile"
    paper: OnPaper = OnPaper()
    damaged: str = ""  # the copy whose damage is being described

    @property
    def newest(self) -> PileRow | None:
        return self.pile[-1] if self.pile else None


def put(at: AtCounter, row: PileRow) -> AtCounter:
    """A copy that was stopped and then done lies there once, as what became of it."""
    pile = tuple(r for r in at.pile if not (r.what in ("stopped", "here") and r.copy == row.copy))
    undone = tuple(r for r in at.undone if r.copy != row.copy)
    return replace(at, pile=(*pile, row)[-PILE_MAX:], undone=undone)


def next_person(at: AtCounter, person: int | None) -> AtCounter:
    """What was stopped stays stopped, and is not forgotten."""
    left = (*at.undone, *(row for row in at.pile if row.what == "stopped" and row.copy))
    return AtCounter(person, undone=left[-UNDONE_MAX:], paper=at.paper)


def taken_out(at: AtCounter, key: str) -> AtCounter:
    return replace(at, pile=tuple(row for row in at.pile if row.key != key))


def counted(pile: tuple[PileRow, ...]) -> PileCounts:
    whats = [row.what for row in pile]
    lent, renewed, returned = (whats.count(what) for what in DONE)
    return PileCounts(lent, renewed, returned, whats.count("stopped"))
