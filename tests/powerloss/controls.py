"""Controls: the store made wrong in three ways, each of which must be found out; what cannot fail proves nothing."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from msgspec import Struct
from powerloss.verdict import APART, LOST

from kiosk.domain.facts import Fact
from kiosk.storage import store as store_module
from kiosk.storage.apply import step
from kiosk.storage.apply.rows import OwnRows
from kiosk.storage.store import Store

EARLY_BY_S = 0.003  # long enough for a kill to fall into it, too
Say = Callable[[str], None]


def normal(store: Store, say: Say) -> None:
    """SQLite's advice for WAL, and a commit that waits for no disk."""
    store.db.execute("pragma synchronous = normal")


def early(store: Store, say: Say) -> None:
    """The answer is given just before the commit."""
    inner, announced, said = store.transaction, store.new_id, []

    def new_id() -> str:
        said.append(announced())
        return said[-1]

    @contextmanager
    def transaction() -> Iterator[None]:
        if store.db.in_transaction:
            yield
            return
        said.clear()
        with inner():
            yield
            say(" ".join(["ack", "early", *said]))
            time.sleep(EARLY_BY_S)

    store.new_id, store.transaction = new_id, transaction


def split(store: Store, say: Say) -> None:
    """The fact in one commit, the rows that follow from it in the next."""

    def apart(rows: OwnRows, fact: Fact) -> None:
        rows.db.execute("commit")
        rows.db.execute("begin immediate")
        step(rows, fact)

    store_module.step = apart


class Control(Struct, frozen=True):
    """A wrong store, and the fault by which it must be found out."""

    change: Callable[[Store, Say], None]
    fault: str


CONTROLS = {"normal": Control(normal, LOST), "early": Control(early, LOST), "split": Control(split, APART)}
