"""Import of titles: entries become facts, each title and copy once, however often a file is read."""

from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any

from msgspec.structs import replace

from kiosk.domain.books import Copy, Title
from kiosk.domain.cataloguing import Doubtful, Same, brought_up_to_date, judged, may_correct, plain
from kiosk.domain.codes import CopyLabel, copy_number, mask_of, parse
from kiosk.domain.facts import CopyAdded, Happening, TitleAdded
from kiosk.domain.moment import Moment
from kiosk.exchange.entries import CopyEntry, TitleEntry
from kiosk.exchange.problems import (
    DOUBTS,
    NUMBER_NOT_OURS,
    NUMBER_OF_ANOTHER,
    NUMBERS_USED_UP,
    Problem,
    Trouble,
    turned_away,
)
from kiosk.storage import inventory
from kiosk.storage.ids import new_id
from kiosk.storage.numbers import in_hand
from kiosk.storage.store import Store
from kiosk.upkeep.import_report import Outcome

Read = Callable[[Title], Title]


def unread(title: Title) -> Title:
    return title


class TitleImport:
    """What an import knows while it goes: names, the next number, and which titles this file has told of."""

    def __init__(self, store: Store, now: Callable[[], Moment], copy_numbers: tuple[str, ...], read: Read = unread):
        self.store, self.now, self.masks, self.read = store, now, copy_numbers, read
        self.db, self.hall = store.db, store.device.hall
        self.names: dict[str, tuple[int, ...]] = {}
        for key, name in inventory.names(self.db):
            self.remember(key, name)
        self.serials = (serial for part in in_hand(store) for serial in part)
        self.told: set[int] = set()
        self.copies_added = 0
        self.wanted: Counter[int] = Counter()  # copies without a number of their own, of each title

    def remember(self, key: int, name: str) -> None:
        before = self.names.get(plain(name), ())
        if key not in before:
            self.names[plain(name)] = (*before, key)

    def take(self, entry: TitleEntry) -> tuple[Outcome, tuple[Problem, ...]]:
        """All of one row or nothing of it."""
        if turned_away(entry.problems):
            return "rejected", entry.problems
        problems = list(entry.problems)

        def odd(trouble: Trouble, **values: Any) -> None:
            problems.append(trouble.at(entry.row, entry.offset, **values))

        verdict = judged(entry.title, self.known(entry.title), entry.decision)
        if isinstance(verdict, Doubtful):
            odd(DOUBTS[verdict.why], title=verdict.title.name, author=verdict.title.author)
            return "rejected", tuple(problems)
        ours = verdict.title if isinstance(verdict, Same) else None
        title = self.title_now(ours, entry.title)
        copies = self.copies_now(title, entry.copies, odd)
        if turned_away(tuple(problems)):
            return "rejected", tuple(problems)
        return self.write(ours, title, copies), tuple(problems)

    def known(self, incoming: Title) -> tuple[Title, ...]:
        found = {t.title: t for t in inventory.titles_of(self.db, incoming.source, incoming.isbn)}
        for key in self.names.get(plain(incoming.name), ()):
            if key not in found and (title := inventory.title(self.db, key)):
                found[key] = title
        return tuple(found.values())

    def title_now(self, mine: Title | None, theirs: Title) -> Title:
        """The first row of a file may correct a title; further rows of the same title only fill what is empty."""
        if mine is None:
            return self.read(replace(theirs, title=new_id()))
        corrects = mine.title not in self.told and may_correct(mine, theirs)
        now = brought_up_to_date(mine, theirs, corrects=corrects)
        return self.read(now) if (now.name, now.author) != (mine.name, mine.author) else now

    def copies_now(self, title: Title, entries: tuple[CopyEntry, ...], odd: Callable[..., None]) -> list[Happening]:
        """Numbers that are not ours are told once a row; without a number, as many as there are not yet."""
        made: list[Happening] = []
        nameless: list[CopyEntry] = []
        foreign: list[str] = []
        for entry in {entry.number or n: entry for n, entry in enumerate(entries)}.values():
            if not entry.number or not self.allowed(entry.number):
                nameless.append(entry)
                foreign += [entry.number] if entry.number else []
                continue
            there = inventory.copy(self.db, entry.number)
            if there and there.title != title.title:
                owner = inventory.title(self.db, there.title)
                odd(NUMBER_OF_ANOTHER, number=entry.number, title=owner.name if owner else "")
                return []
            made += self.listed(there, title, entry)
        if foreign:
            odd(NUMBER_NOT_OURS, seen=foreign[0], mask=mask_of(foreign[0]))
        return made + self.new_copies(title, nameless, odd)

    def allowed(self, number: str) -> bool:
        return parse(number, {}, self.masks) == CopyLabel(number)

    def listed(self, there: Copy | None, title: Title, entry: CopyEntry) -> Iterator[Happening]:
        """A copy that is here keeps its condition, which is known here better than in any file."""
        if there is None:
            yield CopyAdded(self.new_copy(entry.number, title, entry))
        elif entry.shelf and not there.shelf:
            yield CopyAdded(replace(there, shelf=entry.shelf))

    def new_copies(self, title: Title, entries: list[CopyEntry], odd: Callable[..., None]) -> list[Happening]:
        """A file says how many there are, not how many come: what is here already is counted."""
        if not entries:
            return []
        self.wanted[title.title] += len(entries)
        missing = max(0, self.wanted[title.title] - inventory.copies_of(self.db, title.title))
        made: list[Happening] = []
        for entry in entries[: min(missing, len(entries))]:
            if (number := self.next_number()) is None:
                odd(NUMBERS_USED_UP)
                break
            made.append(CopyAdded(self.new_copy(number, title, entry)))
        return made

    def next_number(self) -> str | None:
        for serial in self.serials:
            number = copy_number(self.hall, serial)
            if inventory.copy(self.db, number) is None:
                return number
        return None

    def new_copy(self, number: str, title: Title, entry: CopyEntry) -> Copy:
        return Copy(number, title.title, self.hall, self.hall, entry.shelf, entry.kind, entry.condition)

    def write(self, mine: Title | None, title: Title, copies: list[Happening]) -> Outcome:
        changed: list[Happening] = [TitleAdded(title)] if title != mine else []
        if changed or copies:
            self.store.record(*changed, *copies, moment=self.now())
        self.told.add(title.title)
        self.remember(title.title, title.name)
        self.copies_added += len(copies)
        if mine is None:
            return "added"
        return "updated" if changed or copies else "unchanged"
