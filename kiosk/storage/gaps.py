"""Gaps: counts what is missing from the chain of facts, and what else of it must once have been there."""

from collections.abc import Iterable, Iterator

from msgspec import Struct

from kiosk.storage.records import Inner


class Place(Struct, frozen=True):
    """Where a fact stands: on the disk, and in the device's own chain."""

    position: int
    generation: int
    seq: int


class Missing(Struct, frozen=True):
    """A run of facts of one generation that were there and cannot be read."""

    first: int
    last: int
    generation: int
    first_seq: int
    last_seq: int


def gaps(found: Iterable[Place], last_known: int) -> Iterator[Missing]:
    """`found` by position, each position once."""
    before = Place(0, 0, 0)
    for place in found:
        if place.position > before.position + 1:
            yield from between(before, place)
        before = place
    if last_known > before.position:
        count = last_known - before.position
        first_seq = before.seq + 1
        yield Missing(before.position + 1, last_known, before.generation, first_seq, before.seq + count)


def between(before: Place, after: Place) -> Iterator[Missing]:
    """The fact after the gap says how many of its generation came before it; the rest go on from the fact before."""
    first, last = before.position + 1, after.position - 1
    if before.generation == after.generation:
        yield Missing(first, last, after.generation, before.seq + 1, after.seq - 1)
        return
    begins = max(first, after.position - (after.seq - 1))
    if begins > first:
        # Before the first fact that was found nothing tells the generation but that each restore adds one.
        generation = before.generation or max(1, after.generation - 1)
        yield Missing(first, begins - 1, generation, before.seq + 1, before.seq + begins - first)
    if begins <= last:
        yield Missing(begins, last, after.generation, after.seq - (after.position - begins), after.seq - 1)


class Tree:
    """What the pages between the root and the rows still say of the table of facts."""

    def __init__(self) -> None:
        self.root: int | None = None
        self.inners: dict[int, Inner] = {}
        self.leaves: dict[int, int] = {}  # page -> the last position in it

    def last_known(self) -> int:
        """The greatest position that any page says there is."""
        told = [self.inners[number].last_key for number in self.nodes() & self.inners.keys()]
        return max((*self.leaves.values(), *told), default=0)

    def nodes(self) -> set[int]:
        """All pages that belong to the facts: below the root, or joined to a page that holds some."""
        known = {*self.leaves, *([self.root] if self.root else [])}
        while True:
            above = {n for n, inner in self.inners.items() if n not in known and known & set(inner.children)}
            below = {c for n in known & self.inners.keys() for c in self.inners[n].children} - known
            if not above | below:
                return known
            known |= above | below

    def end_read(self) -> bool:
        """The way from the root to the last page of facts is whole."""
        page, steps = self.root, len(self.inners)
        while page in self.inners and steps >= 0:
            page, steps = self.inners[page].children[-1], steps - 1
        return page in self.leaves
