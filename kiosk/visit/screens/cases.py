"""Screens of what two places told and does not fit together."""

from datetime import date
from typing import Literal

from msgspec import Struct

from kiosk.visit.screens.look import Book


class CasePlace(Struct, frozen=True):
    """A lane of the story: this kiosk, another of this hall, the hub, or another hall by its name."""

    kind: Literal["here", "beside", "hub", "hall"]
    name: str = ""


class CaseRow(Struct, frozen=True):
    """One case of the pile."""

    key: str
    kind: str
    day: date
    time: str
    book: Book | None = None
    who: str = ""  # masked; of cases that are about no book
    course: str = ""
    put_off: bool = False


class CaseEvent(Struct, frozen=True):
    """What happened: when, in which lane, with whom; and whether it is here that it breaks."""

    what: str
    day: date
    time: str
    lane: int
    who: str = ""
    until: str = ""  # of a doubtful clock: at this time or before
    breaks: bool = False
    alone: tuple[int, ...] = ()  # lanes that hear of nothing from here on to the next


class CaseChange(Struct, frozen=True):
    whose: str
    who: str  # masked; of a book empty
    before: str
    after: str


class CaseEnding(Struct, frozen=True):
    """An answer, and what follows from it."""

    answer: str
    changes: tuple[CaseChange, ...] = ()


class CaseTold(Struct, frozen=True):
    """A case as a story, with its endings; the first is the one proposed."""

    row: CaseRow
    first: str  # masked, with whom it began
    last: str
    places: tuple[CasePlace, ...]
    events: tuple[CaseEvent, ...]
    endings: tuple[CaseEnding, ...]
    why: str = ""  # why an earlier answer could not be carried out or taken back


class SettledCase(Struct, frozen=True):
    key: str
    kind: str
    answer: str
    by: str  # masked
    day: date
    time: str
    book: str = ""
    at_hub: bool = False  # the hub has it just so
    why: str = ""


class OpenThen(Struct, frozen=True):
    """How many were open at the end of a week."""

    week: str
    count: int


class Cases(Struct, frozen=True):
    """待核事项: what waits for a decision, one of it as a story, and what was decided."""

    waiting: tuple[CaseRow, ...] = ()
    told: CaseTold | None = None
    settled: tuple[SettledCase, ...] = ()
    weeks: tuple[OpenThen, ...] = ()
    choosing: str = ""  # way: another ending is looked for; why: and its reason
    answer: str = ""  # the ending that is in hand
    whys: tuple[str, ...] = ()
    joined: bool = False  # a hub carries out what is decided here
