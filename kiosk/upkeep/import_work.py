"""Import work: the trial of a file on a copy of the kiosk's rows, and the import itself, told of while it goes on."""

import logging
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

from msgspec.structs import replace

from kiosk import words
from kiosk.domain.books import Title
from kiosk.exchange.columns import columns_of
from kiosk.exchange.looking import Met
from kiosk.exchange.opening import opened
from kiosk.exchange.problems import Problem
from kiosk.exchange.rejects import cells_of
from kiosk.exchange.title_files import TitleFile
from kiosk.storage import queries
from kiosk.storage.backup import copy_into, part_beside
from kiosk.storage.database import StorageFault, database_file, opened as database
from kiosk.storage.store import Store
from kiosk.upkeep import readings
from kiosk.upkeep.catalogue import build_and_install
from kiosk.upkeep.import_report import ROWS_AT_ONCE, Rejects, Report, taken
from kiosk.upkeep.import_room import Stopped, Task
from kiosk.upkeep.import_titles import TitleImport

log = logging.getLogger(__name__)
FIRST_MAX = 12
TOLD_S = 0.2  # so often the page hears how far it is
GIVE_WAY_S = 0.025  # now and then, so that whoever borrows meanwhile gets in
ASIDE = "未导入-not-imported"


def tried(task: Task, columns: dict[str, int] | None) -> None:
    """Nobody who borrows meanwhile waits for it, since the kiosk's own file is only read."""
    if task.over:
        raise Stopped
    room = task.room
    file, ground = opened(room.path), room.ground
    known = replace(room.mapping, columns=columns) if room.mapping and columns is not None else None
    mapping, shown = columns_of(file, known)
    room.mapping = mapping if shown else None
    task.tell(columns=shown)
    source = TitleFile(file, room.mapping)
    with closing(ground.open_store()) as real, part_beside(database_file(ground.folder)) as part:
        copy_into(real.db, part)
        with closing(database(part, ground.key)) as db:
            through(task, Store(db, real.device, new_id=real.new_id), source, None)
    task.tell(stage="ready", share=1.0)


def imported(task: Task) -> None:
    """Rows that are not taken lie in the inbox, under the name of their file; what was taken is found at each key."""
    room = task.room
    source = TitleFile(opened(room.path), room.mapping)
    aside = room.ground.folder / "inbox" / f"{room.path.stem}-{ASIDE}.csv"
    aside.parent.mkdir(exist_ok=True)
    with closing(room.ground.open_store()) as store:
        try:
            through(task, store, source, aside)
        finally:
            into_catalogue(task, store)
    rejects = str(aside) if room.looked.counts.get("rejected") else ""
    task.tell(stage="done", share=1.0, rejects=rejects)


def into_catalogue(task: Task, store: Store) -> None:
    """Also where it was stopped. Whatever goes wrong here, the books are in, and are gathered when the kiosk rests."""
    counts, ground = task.room.looked.counts, task.room.ground
    if not counts.get("added", 0) + counts.get("updated", 0):
        return
    try:
        build_and_install(store, ground.folder, ground.now().at, lambda: time.sleep(GIVE_WAY_S))
    except (StorageFault, OSError):
        log.exception("the catalogue could not be made anew")


def through(task: Task, store: Store, source: TitleFile, aside: Path | None) -> None:
    """The same for the trial and for good; a trial is thrown away with its copy."""
    masks = queries.hall_rules(store.db, store.device.hall).hall.copy_numbers
    work, report, told = TitleImport(store, task.room.ground.now, masks, readings.read), Report(), Telling(task)
    with Rejects(aside, worded) as rejects:
        for entry, outcome, problems in taken(store, told.heard(source), work.take, dry_run=False):
            report.tell(outcome, problems)
            if outcome == "rejected":
                rejects.add(*cells_of(entry, source.mapping, source.table, source.names), problems)
            told.tell(report, work.copies_added)
    told.tell(report, work.copies_added, at_last=True)


class Telling:
    """Says now and then how far it is, and ends it where somebody has stopped it."""

    def __init__(self, task: Task) -> None:
        self.task, self.began, self.last = task, time.monotonic(), 0.0
        self.share, self.rows = 0.0, 0
        self.gives_way = task.room.looked.stage == "importing"
        self.first: list[tuple[Title, int]] = []

    def heard(self, source: TitleFile) -> Iterator[Any]:
        for entry in source.entries:
            if self.task.over:
                raise Stopped
            self.rows += 1
            if self.gives_way and self.rows % ROWS_AT_ONCE == 0:
                time.sleep(GIVE_WAY_S)
            if len(self.first) < FIRST_MAX and entry.title.name:
                self.first.append((entry.title, len(entry.copies)))
            self.share = source.share
            yield entry

    def tell(self, report: Report, copies: int, *, at_last: bool = False) -> None:
        now = time.monotonic()
        if not at_last and now - self.last < TOLD_S:
            return
        self.last = now
        left = (now - self.began) * (1 - self.share) / max(self.share, 0.001)
        self.task.tell(
            first=tuple(self.first),
            counts=dict(report.counts),
            copies=copies,
            met=met(report.problems, report.by_code),
            share=min(self.share, 1.0),
            left_s=round(left),
        )


def met(problems: Iterable[Problem], by_code: Counter[str]) -> tuple[Met, ...]:
    """The commonest first, each with an example."""
    examples: dict[str, Problem] = {}
    for problem in problems:
        examples.setdefault(problem.code, problem)
    return tuple(Met(examples[code], count) for code, count in by_code.most_common() if code in examples)


def worded(problem: Problem) -> str:
    spoken = (words.read(language) for language in words.LANGUAGES)
    return " / ".join(one.say(f"problem.{problem.code}", **problem.values) for one in spoken)
