"""Catalogue: finds any title at each key, in the pack and in what came after it."""

import logging
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from string import ascii_lowercase
from threading import RLock, Thread
from typing import TypeVar

from msgspec import Struct
from msgspec.structs import replace
from sqlcipher3 import dbapi2 as sqlite

from kiosk.domain.books import Title
from kiosk.domain.spelling import isbn_of, parsed
from kiosk.domain.tokens import authors, parts
from kiosk.storage.database import Connection, StorageFault
from kiosk.storage.gathering import Lists, Mark, in_memory, lists, mark, not_in, titles_since
from kiosk.storage.matching import By, of_class, of_name
from kiosk.storage.meaning import PROBES_MAX, meant
from kiosk.storage.pack import Manifest, opened_pack
from kiosk.storage.packs import installed, pack_file
from kiosk.storage.shelf import Ranked, Shelf, shows
from kiosk.storage.store import Device

COUNT_MAX = 200
log = logging.getLogger(__name__)
Answer = TypeVar("Answer")
Connect = Callable[[], Connection]
Finding = Callable[[Shelf, int], list[int]]


class Found(Struct, frozen=True):
    """One page of what was found; `count` goes up to COUNT_MAX, `more` says that it does not end there."""

    titles: tuple[Title, ...] = ()
    count: int = 0
    more: bool = False


class Shelves(Struct, frozen=True):
    """What is searched at one time: the pack, and the titles that came after it."""

    digest: str = ""
    manifest: Manifest | None = None
    pack: Shelf | None = None
    fresh: Shelf | None = None
    lists: Lists = Lists()
    mark: Mark | None = None  # up to here the folder was gathered

    def __iter__(self) -> Iterator[Shelf]:
        yield from (shelf for shelf in (self.fresh, self.pack) if shelf)


class Catalogue:
    """Answers at once with what it has; a worker of its own gathers what is new and puts it in place whole.

    Any thread may ask; they take turns, since each answer takes less than a millisecond.
    """

    def __init__(self, folder: Path | None, device: Device, connect: Connect | None = None) -> None:
        self.folder, self.device, self.connect = folder, device, connect
        self.lock, self.worker = RLock(), Thread()
        self.bad: set[str] = set()
        self.shelves = self._opened()

    def search(self, typed: str, by: By = "any", *, start: int = 0, limit: int = 8) -> Found:
        wanted = parsed(typed)
        if wanted.isbn and by in ("any", "isbn") and (title := self.of_isbn(wanted.isbn)):
            return Found((title,)[start : start + limit], 1)
        found = self._page(lambda shelf, most: shelf.ranks(wanted, by, most), start, limit)
        shown = tuple(title for title in found.titles if shows(title, wanted, by))
        # What stands on one page is counted exactly; what goes on is counted from the index.
        count = len(shown) if found.count == len(found.titles) else found.count
        return Found(shown, count, found.more)

    def of_class(self, mark: str, *, start: int = 0, limit: int = 8) -> Found:
        return self._matching(of_class(mark), start, limit)

    def leading(self, typed: str) -> str:
        """The letters that, typed next, still find something."""
        return self._ask(
            lambda shelves: "".join(sorted({c.upper() for shelf in shelves for c in shelf.leading(typed)}))
        )

    def titled(self, title_id: int) -> Title | None:
        return self._one("title", title_id)

    def of_isbn(self, isbn: str) -> Title | None:
        return self._one("isbn", isbn_of(isbn) or isbn)

    def meant(self, typed: str, limit: int = 3, *, probes: int = PROBES_MAX) -> tuple[str, ...]:
        """What may have been meant by something that finds nothing; each of these does find something."""
        return self._ask(lambda shelves: meant(tuple(shelves), typed, limit, probes))

    def like(self, title: Title, limit: int) -> tuple[Title, ...]:
        """Of the same author first, then of the same class."""
        names = [parts(name)[0] for name in authors(title.author)]
        wanted = [*(of_name(name) for name in names if name), of_class(title.class_mark)]
        found: dict[int, Title] = {}
        for expression in wanted:
            found |= {t.title: t for t in self._matching(expression, 0, limit + 1).titles if t.title not in found}
        return tuple(other for key, other in found.items() if key != title.title)[:limit]

    def newest(self, limit: int) -> tuple[Title, ...]:
        return self.shelves.lists.newest[:limit]

    def most_read(self, limit: int) -> tuple[Title, ...]:
        return self.shelves.lists.most_read[:limit]

    def cases(self, room: str) -> tuple[int, ...]:
        return self.shelves.lists.cases.get(room, ())

    def warm(self) -> None:
        """Reads what the first keys will need, so that the first visitor waits for no disk."""
        for letter in ascii_lowercase:
            self.search(letter)

    def freshen(self, now: datetime) -> None:
        """Between visits: a worker looks for a new pack and new titles; this returns at once."""
        if self.connect and not self.worker.is_alive():
            self.worker = Thread(target=self._work, args=(now, self.connect), name="catalogue", daemon=True)
            self.worker.start()

    def wait(self) -> None:
        if self.worker.ident:
            self.worker.join()

    def gather(self, db: Connection, now: datetime) -> None:
        """Gathers with this connection, then shows all of it at once; titles only when there is one more."""
        was, until = self.shelves, mark(db)
        digest = self._wanted()
        if (was.digest, was.mark) == (digest, until):
            return
        if was.digest == digest and was.mark and not titles_since(db, was.mark):
            made = replace(was, lists=lists(db, self.device.hall, now), mark=until)
        else:
            made = self._gathered(db, now, until)
        with self.lock:
            old, self.shelves = self.shelves, made
            for shelf in set(old) - set(made):
                shelf.db.close()

    def close(self) -> None:
        self.wait()
        with self.lock:
            for shelf in self.shelves:
                shelf.db.close()
            self.shelves = Shelves()

    def _work(self, now: datetime, connect: Connect) -> None:
        try:
            db = connect()
            was = self.shelves
            self.gather(db, now)
            db.close()
            if self.shelves is not was:
                self.warm()
        except (StorageFault, sqlite.Error) as fault:
            log.warning("new titles are not searched yet: %s", fault)

    def _gathered(self, db: Connection, now: datetime, until: Mark) -> Shelves:
        made = self._opened()
        try:
            found, hidden = not_in(made.pack, made.manifest, db, self.device)
        except sqlite.Error as fault:
            if not made.pack:
                raise
            self._give_up(made.digest, fault)
            return self._gathered(db, now, until)
        if made.pack:
            made.pack.hidden = frozenset(hidden)
        fresh = in_memory(found) if found else None
        return Shelves(made.digest, made.manifest, made.pack, fresh, lists(db, self.device.hall, now), until)

    def _wanted(self) -> str:
        return next((d for d in installed(self.folder) if d not in self.bad), "") if self.folder else ""

    def _opened(self) -> Shelves:
        """The pack that counts, or the one before if it does not open."""
        while self.folder and (digest := self._wanted()):
            try:
                db, manifest = opened_pack(pack_file(self.folder, digest))
                return Shelves(digest, manifest, Shelf(db))
            except StorageFault as fault:
                self._give_up(digest, fault)
        return Shelves()

    def _give_up(self, digest: str, fault: Exception) -> None:
        self.bad.add(digest)
        log.error("a catalogue cannot be read and is left aside: %s", fault, extra={"code": "D-12"})

    def _page(self, finding: Finding, start: int, limit: int) -> Found:
        return self._ask(lambda shelves: page(shelves, finding, max(0, start), max(0, limit)))

    def _matching(self, expression: str, start: int, limit: int) -> Found:
        if not expression:
            return Found()
        return self._page(lambda shelf, most: shelf.matched("characters", expression, most), start, limit)

    def _one(self, column: str, value: int | str) -> Title | None:
        def question(shelves: Shelves) -> Title | None:
            return next((known[1].title for shelf in shelves if (known := shelf.one(column, value))), None)

        return self._ask(question)

    def _ask(self, question: Callable[[Shelves], Answer]) -> Answer:
        """A pack that turns bad is put aside, and the question is asked again of what remains."""
        with self.lock:
            while self.shelves.pack:
                try:
                    return question(self.shelves)
                except sqlite.Error as fault:
                    self._lose_pack(fault)
            return question(self.shelves)

    def _lose_pack(self, fault: Exception) -> None:
        was = self.shelves
        self._give_up(was.digest, fault)
        if was.pack:
            was.pack.db.close()
        before = self._opened()
        # What is gathered again at the next rest is exact; until then newer titles may be shown as they were.
        self.shelves = Shelves(before.digest, before.manifest, before.pack, was.fresh, was.lists)


def page(shelves: Shelves, finding: Finding, start: int, limit: int) -> Found:
    most = max(COUNT_MAX + 1, start + limit)
    found = [(shelf, ranks) for shelf in shelves if (ranks := finding(shelf, most))]
    total = sum(len(ranks) for _, ranks in found)
    shown = merged(found, start, start + limit)
    return Found(tuple(r.title for r in shown), min(total, COUNT_MAX), total > COUNT_MAX)


def merged(found: list[tuple[Shelf, list[int]]], start: int, end: int) -> list[Ranked]:
    """Of several shelves the most read first; one shelf is in that order already."""
    if len(found) == 1:
        shelf, ranks = found[0]
        return [r for _, r in shelf.ranked(ranks[start:end])]
    both = [r for shelf, ranks in found for _, r in shelf.ranked(ranks[:end])]
    return sorted(both, key=lambda r: (-r.popularity, r.title.name, r.title.title))[start:end]
