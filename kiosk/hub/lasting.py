"""Lasting: what a hub's process need not ask again for a while, and how often a stranger may guess."""

from collections import OrderedDict
from collections.abc import Callable
from datetime import datetime, timedelta
from threading import Lock
from typing import Any, TypeVar

Value = TypeVar("Value")
LASTS = timedelta(seconds=5)
KEPT_MAX = 10_000  # halls
TRIES_OF_ONE, TRIES_OF_ALL = 10, 60
WITHIN = timedelta(minutes=1)
ADDRESSES_MAX = 1000


class Lasting:
    """The same answer for a few seconds."""

    def __init__(self) -> None:
        self.kept: dict[int, tuple[datetime, Any]] = {}

    def get(self, key: int, now: datetime, make: Callable[[], Value]) -> Value:
        found = self.kept.get(key)
        if found and abs(now - found[0]) < LASTS:
            kept: Value = found[1]
            return kept
        made = make()
        if len(self.kept) >= KEPT_MAX:
            self.forget()
        self.kept[key] = (now, made)
        return made

    def forget(self) -> None:
        self.kept = {}


class Tries:
    """Wrong codes of the last minute: of one address, and of all together."""

    def __init__(self) -> None:
        self.lock = Lock()
        self.began: datetime | None = None
        self.of: OrderedDict[str, int] = OrderedDict()
        self.all = 0

    def may(self, address: str, now: datetime) -> bool:
        with self.lock:
            if self.began is None or abs(now - self.began) > WITHIN:
                self.began, self.all = now, 0
                self.of.clear()
            return self.of.get(address, 0) < TRIES_OF_ONE and self.all < TRIES_OF_ALL

    def wrong(self, address: str) -> None:
        with self.lock:
            self.all += 1
            self.of[address] = self.of.get(address, 0) + 1
            if len(self.of) > ADDRESSES_MAX:
                self.of.popitem(last=False)
