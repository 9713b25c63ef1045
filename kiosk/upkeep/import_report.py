"""Import report: what became of each row, and the list of rows that were not taken."""

import csv
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from itertools import islice
from pathlib import Path
from types import TracebackType
from typing import Any, Literal, Protocol, TypeVar

from kiosk.exchange.headers import REASON_COLUMNS
from kiosk.exchange.problems import Problem, turned_away
from kiosk.exchange.texts import not_to_run, plain_text
from kiosk.storage.store import Store

Told = tuple[Any, "Outcome", tuple[Problem, ...]]
Outcome = Literal["added", "updated", "unchanged", "rejected"]
PROBLEMS_TOLD = 1000  # one by one; beyond, they are counted
ROWS_AT_ONCE = 200  # in one transaction: what a power cut may undo, and a second run does again
Say = Callable[[Problem], str]


class Report:
    """Grows row by row."""

    def __init__(self) -> None:
        self.counts: Counter[str] = Counter()
        self.by_code: Counter[str] = Counter()
        self.problems: list[Problem] = []

    def tell(self, outcome: Outcome, problems: Sequence[Problem]) -> None:
        self.counts[outcome] += 1
        for problem in problems:
            self.by_code[problem.code] += 1
            if len(self.problems) < PROBLEMS_TOLD or (turned_away((problem,)) and self.drop_a_notice()):
                self.problems.append(problem)

    def drop_a_notice(self) -> bool:
        """What was not taken is told before what was only odd."""
        at = next((n for n, p in enumerate(self.problems) if not turned_away((p,))), None)
        if at is not None:
            del self.problems[at]
        return at is not None


class Rejects:
    """A CSV file to be corrected and imported again: the columns as they were named, then why, and from which row."""

    def __init__(self, path: Path | None, say: Say) -> None:
        self.path, self.say = path, say
        self.file: Any = None
        self.out: Any = None

    def add(self, names: Sequence[str], cells: Sequence[Any], problems: Sequence[Problem]) -> None:
        if self.path is None:
            return
        if self.out is None:
            self.file = self.path.open("w", encoding="utf-8-sig", newline="")
            self.out = csv.writer(self.file)
            self.out.writerow([*map(not_to_run, names), *REASON_COLUMNS])
        why = " ".join(f"{problem.code} {self.say(problem)}" for problem in problems if turned_away((problem,)))
        texts = [not_to_run(plain_text(cell)) for cell in cells][: len(names)]
        padding = [""] * (len(names) - len(texts))
        self.out.writerow([*texts, *padding, "", why, problems[0].row if problems else ""])

    def __enter__(self) -> "Rejects":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self.file is not None:
            self.file.close()


class Row(Protocol):
    """A row of any file, as far as every import needs to know it."""

    @property
    def row(self) -> int: ...


class Undone(Exception):
    """A dry run ends here: nothing of it is kept."""


Entry = TypeVar("Entry", bound=Row)
Take = Callable[[Entry], tuple[Outcome, tuple[Problem, ...]]]


def taken(store: Store, entries: Iterable[Entry], take: Take[Entry], *, dry_run: bool) -> Iterator[Told]:
    """Row by row, in transactions of a bounded size; a dry run is one transaction, and is taken back."""
    if not dry_run:
        yield from in_batches(store, entries, take)
        return
    with suppress(Undone), store.transaction():
        yield from in_batches(store, entries, take)
        raise Undone


def in_batches(store: Store, entries: Iterable[Entry], take: Take[Entry]) -> Iterator[Told]:
    rest = iter(entries)
    while batch := list(islice(rest, ROWS_AT_ONCE)):
        with store.transaction():
            told = [(entry, *take(entry)) for entry in batch]
        yield from told
