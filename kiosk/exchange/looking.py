"""Looking at a file before and while it is imported: how far it is, what each column is taken for, what came of it."""

from pathlib import Path
from typing import Literal, Protocol

from msgspec import Struct

from kiosk.domain.books import Title
from kiosk.exchange.problems import Problem

Stage = Literal["idle", "reading", "ready", "importing", "done", "stopped", "unread"]


class Column(Struct, frozen=True):
    """A column of a table: what it calls itself, something that stands in it, and what it is taken for."""

    number: int  # from 1
    name: str
    sample: str
    field: str = ""  # none: not imported


class Met(Struct, frozen=True):
    """Something odd, how often, and the first that was met."""

    problem: Problem
    count: int


class Looked(Struct, frozen=True):
    """All that is known of the file in hand."""

    stage: Stage = "idle"
    file: str = ""
    columns: tuple[Column, ...] = ()
    first: tuple[tuple[Title, int], ...] = ()  # titles as they will be, each with its number of copies
    counts: dict[str, int] = {}  # by outcome
    copies: int = 0
    met: tuple[Met, ...] = ()
    share: float = 0.0
    left_s: int = 0
    rejects: str = ""  # where the rows lie that were not taken
    trouble: Problem | None = None  # why it cannot be read


class Imports(Protocol):
    """What a page may ask of whoever reads and imports files; it answers at once, and works beside."""

    looked: Looked

    def files(self) -> tuple[Path, ...]: ...
    def look(self, file: Path) -> None: ...
    def again(self, columns: dict[str, int]) -> None: ...
    def begin(self) -> None: ...
    def stop(self) -> None: ...
