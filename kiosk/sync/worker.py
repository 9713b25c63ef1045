"""Sync worker: one short step at a time it tells the hub what is new here and hears what is new there."""

import random
import time
from collections.abc import Callable
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from kiosk.domain.moment import Moment
from kiosk.storage.hub_line import hub_line, waiting, write_line
from kiosk.storage.store import Store
from kiosk.sync.inbox import PORTION_ROWS, PORTION_ROWS_ALONE, next_ask, take_page
from kiosk.sync.joining import WipeOrder
from kiosk.sync.link import NEEDS_STAFF, Link, LinkDown
from kiosk.sync.outbox import next_segment, take_ack
from kiosk.sync.patience import Patience, failed, wait_s, went_well

AGAIN_S = 1.0  # where the hub does not say how often it wants to be asked
GAP_S = 0.02  # between two portions of a page, for whoever waits for the disk
NEXT_S = 0.02  # between two steps while there is more: the disk belongs to whoever stands at the kiosk
TROUBLE_S = 300.0  # what a person has to mend, nobody mends within seconds
Way = Literal["new", "in_touch", "away", "trouble"]


def nobody() -> bool:
    return False


class Synced(Struct, frozen=True):
    """How it stands; replaced as a whole, so that another thread may read it."""

    way: Way = "new"
    why: str = ""  # it is away, or in trouble
    sent: int = 0  # since the program began
    acked: int = 0
    received: int = 0
    more: bool = False  # something is still on its way, here or there


class SyncWorker:
    """All that it must not forget is on the disk; stopped at any point, it goes on where it was."""

    def __init__(
        self,
        store: Store,
        link: Link,
        now: Callable[[], Moment],
        chance: Callable[[], float] = random.random,
        somebody: Callable[[], bool] = nobody,
    ) -> None:
        self.store, self.link, self.now, self.chance = store, link, now, chance
        self.somebody = somebody  # stands at the kiosk
        self.synced = Synced()
        self.patience = Patience()
        self.again_s: float = AGAIN_S
        self.order: WipeOrder | None = None  # the hub wants this device to forget everything

    def step(self) -> float:
        """One segment up, one page down; gives the seconds until the next step."""
        try:
            more = self._tell() | self._hear()
        except LinkDown as down:
            return self._away(down)
        self.patience = went_well(self.patience)
        why = hub_line(self.store.db).trouble
        self.synced = replace(self.synced, way="trouble" if why else "in_touch", why=why, more=more)
        if more:
            return NEXT_S if self.somebody() else 0.0
        return TROUBLE_S if why else self.again_s

    @property
    def resting(self) -> bool:
        """Nothing that happens here is reason enough to ask earlier."""
        return self.synced.way in ("away", "trouble")

    def _tell(self) -> bool:
        """Is there more? After a refusal there is not: the same again would be refused again."""
        segment = next_segment(self.store, self.now())
        if segment is None:
            return False
        before = waiting(self.store.db)
        ack = self.link.push(segment)
        refused = take_ack(self.store, ack)
        left = waiting(self.store.db)
        said = replace(self.synced, sent=self.synced.sent + len(segment.bodies))
        self.synced = replace(said, acked=said.acked + max(before - left, 0))
        self.again_s = ack.again_s or AGAIN_S
        return not refused and 0 < left != before

    def _hear(self) -> bool:
        page = self.link.pull(next_ask(self.store, self.now()))
        if page is None:
            raise LinkDown(self._known_why())
        take_page(self.store, page, self.now(), self._portion)
        if hub_line(self.store.db).trouble in NEEDS_STAFF:
            self._write_down("")
        self.synced = replace(self.synced, received=self.synced.received + len(page.rows))
        self.again_s = page.again_s or AGAIN_S
        return page.more

    def _portion(self) -> int:
        """Whoever stands here waits for a small one at most; where nobody does, a hall's rows are here in seconds."""
        if not self.somebody():
            return PORTION_ROWS_ALONE
        time.sleep(GAP_S)
        return PORTION_ROWS

    def _away(self, down: LinkDown) -> float:
        why, now_ms = down.code, self.now().mono_ms
        self.patience = failed(self.patience, now_ms)
        trouble = why in NEEDS_STAFF
        if trouble:
            self._write_down(why)
        self.synced = replace(self.synced, way="trouble" if trouble else "away", why=why, more=False)
        if down.order:
            self.order = down.order
        return TROUBLE_S if trouble else max(wait_s(self.patience, now_ms, self.chance), down.again_s)

    def _known_why(self) -> str:
        """An answer to what we told says more than silence to what we asked."""
        known = hub_line(self.store.db).trouble
        return next((why for why in NEEDS_STAFF if why == known), "revoked")

    def _write_down(self, why: str) -> None:
        if hub_line(self.store.db).trouble != why:
            with self.store.transaction():
                write_line(self.store.db, replace(hub_line(self.store.db), trouble=why))
