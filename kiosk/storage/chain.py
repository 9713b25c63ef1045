"""Chain: what was found of the facts, followed from one to the next; only what its hash proves is believed."""

from collections.abc import Iterator
from typing import Any

import msgspec
from msgspec import Struct

from kiosk.storage.apply import NO_FACT_YET, chain_hash

# sure: its page is what was written; doubtful: it is not, so only its hash can prove the fact;
# torn: written, but its step was never finished.
SURE, DOUBTFUL, TORN = 2, 1, 0


class Told(Struct, frozen=True):
    """Of a fact, what is needed to believe that it is one."""

    device: str
    generation: int
    seq: int
    p: msgspec.Raw


class Kind(Struct, frozen=True):
    type: str


read_told, read_kind = msgspec.json.Decoder(Told).decode, msgspec.json.Decoder(Kind).decode


def believable(fact: tuple[Any, ...]) -> bool:
    try:
        told = read_told(fact[4])
        return (told.generation, told.seq, read_kind(told.p).type) == fact[1:4]
    except msgspec.DecodeError:
        return False


class Link(Struct):
    """A fact that was found, as the next one sees it."""

    found: int
    head: bytes
    good: bool  # surely a fact; even of one that is not, the hash may still prove the next
    reached: bool  # from the first fact, without a gap


class Chain:
    """Follows the facts by position; where files tell different stories, the longest one is kept."""

    def __init__(self) -> None:
        self.before, self.at = [Link(0, NO_FACT_YET, good=True, reached=True)], 0
        self.tip, self.tip_at = 0, 0
        self.parents: dict[int, int] = {}
        self.good: list[tuple[int]] = []
        self.altered: list[int] = []

    def take(self, position: int, candidates: list[Any]) -> None:
        before = self.before if position == self.at + 1 else []
        links, follows = [], False
        for found, *fact, standing in candidates:
            parent = parent_of(before, fact) if standing != TORN else None
            good = standing != DOUBTFUL or (parent is not None and believable(tuple(fact)))
            reached = good and parent is not None and parent.reached
            links.append(Link(found, fact[5], good, reached))
            follows = follows or parent is not None
            if parent and reached:
                self.parents[found] = parent.found
                self.tip, self.tip_at = (found, position) if position > self.tip_at else (self.tip, self.tip_at)
        sure = any(standing == SURE for *_, standing in candidates)
        if sure and not follows and any(link.good for link in before):
            self.altered.append(position)
        self.good += [(link.found,) for link in links if link.good]
        self.before, self.at = links, position

    def kept(self) -> Iterator[tuple[int]]:
        found = self.tip
        while found:
            yield (found,)
            found = self.parents[found]


def parent_of(before: list[Link], fact: list[Any]) -> Link | None:
    """Of those that prove the fact, one that hangs on the first fact before any other."""
    body = fact[4].encode()
    proving = [link for link in before if chain_hash(link.head, body) == fact[5]]
    return max(proving, key=lambda link: link.reached, default=None)
