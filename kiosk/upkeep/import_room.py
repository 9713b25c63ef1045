"""Import room: reads and imports a list of books in a thread of its own; it can be stopped at any time."""

import logging
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, Any

from msgspec import Struct
from msgspec.structs import replace

from kiosk.domain.moment import Moment
from kiosk.exchange.looking import Looked, Stage
from kiosk.exchange.problems import FILE_DAMAGED, FileUnread
from kiosk.storage.store import Store

if TYPE_CHECKING:
    from kiosk.exchange.mapping import Mapping

log = logging.getLogger(__name__)
SUFFIXES = (".xlsx", ".xls", ".csv", ".txt", ".tsv", ".mrc", ".marc", ".iso", ".xml")
FILES_MAX = 60
DEPTHS = ("*", "*/*", "*/*/*")  # a stick is mounted under the name of whoever is at work
LEAVE_S = 2.0


class Stopped(Exception):
    """Somebody does not want it any more; what is on the disk by then stays."""


class Ground(Struct, frozen=True):
    """Where the work is done: the kiosk's folder, its store, its key and its clock."""

    folder: Path
    open_store: Callable[[], Store]
    key: str
    now: Callable[[], Moment]


class Task:
    """One piece of work, which ends at its next row where it is stopped, or where another has taken its place."""

    def __init__(self, room: "ImportRoom", before: Thread | None) -> None:
        self.room, self.before, self.stopping = room, before, False

    @property
    def over(self) -> bool:
        return self.stopping or self.room.task is not self

    def tell(self, **changes: Any) -> None:
        if self.room.task is self:
            self.room.looked = replace(self.room.looked, **changes)

    def run(self, how: Callable[["Task"], None]) -> None:
        """After the one before it, so that two never write at once; whoever pressed the button does not wait."""
        if self.before is not None:
            self.before.join()
        try:
            how(self)
        except Stopped:
            self.tell(stage="stopped")
        except FileUnread as unread:
            self.tell(stage="unread", trouble=unread.problem)
        except Exception as fault:
            log.exception("an import was interrupted")
            self.tell(stage="unread", trouble=FILE_DAMAGED.at(0, what=type(fault).__name__))


class ImportRoom:
    """What reads tables and MARC is loaded when somebody first asks for it."""

    def __init__(self, ground: Ground, places: tuple[Path, ...]) -> None:
        self.ground, self.places = ground, places
        self.looked, self.path = Looked(), Path()
        self.mapping: Mapping | None = None  # of the table in hand; records have none
        self.task: Task | None = None
        self.thread: Thread | None = None

    def files(self) -> tuple[Path, ...]:
        """The newest first; what cannot be looked into is not there."""
        found = {path for place in self.places for path in within(place) if path.suffix.lower() in SUFFIXES}
        return tuple(sorted(found, key=lambda path: -changed_at(path))[:FILES_MAX])

    def look(self, file: Path) -> None:
        """A trial: on a copy of the kiosk's own file, so that nobody who borrows meanwhile has to wait for it."""
        self.path, self.looked = file, Looked()
        self._work("reading", lambda task: tried(task, None))

    def again(self, columns: dict[str, int]) -> None:
        """The same file, with columns as a person has said."""
        self._work("reading", lambda task: tried(task, columns))

    def begin(self) -> None:
        if self.looked.stage == "ready":
            self._work("importing", imported)

    def stop(self) -> None:
        if self.task is not None:
            self.task.stopping = True

    def __enter__(self) -> "ImportRoom":
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()
        self.wait(LEAVE_S)

    def wait(self, most_s: float | None = None) -> None:
        if self.thread is not None:
            self.thread.join(most_s)

    def _work(self, stage: Stage, how: Callable[[Task], None]) -> None:
        self.task = task = Task(self, self.thread)
        self.looked = replace(self.looked, stage=stage, file=self.path.name, share=0.0, left_s=0, trouble=None)
        self.thread = Thread(target=task.run, args=(how,), name="import", daemon=True)
        self.thread.start()


def tried(task: Task, columns: dict[str, int] | None) -> None:
    from kiosk.upkeep import import_work

    import_work.tried(task, columns)


def imported(task: Task) -> None:
    from kiosk.upkeep import import_work

    import_work.imported(task)


def within(place: Path) -> Iterator[Path]:
    for depth in DEPTHS:
        try:
            yield from (path for path in place.glob(depth) if path.is_file() and not path.name.startswith("."))
        except OSError:
            return


def changed_at(path: Path) -> float:
    try:
        return path.stat().st_mtime
    except OSError:
        return 0.0
