"""Sync room: the worker's own thread with its own connection; nobody who stands at the kiosk ever waits for it."""

import logging
from collections.abc import Callable
from threading import Event, Thread
from typing import TYPE_CHECKING

from kiosk.domain.moment import Moment
from kiosk.storage.hub_line import hub_line
from kiosk.storage.store import Store

if TYPE_CHECKING:
    from kiosk.sync.joining import WipeOrder
    from kiosk.sync.link import Link
    from kiosk.sync.worker import SyncWorker

log = logging.getLogger(__name__)
BEGIN_S = 1.5  # the first picture needs the processor for itself
ALONE_S = 30.0  # a kiosk may join while it runs
FAULT_S = 5.0  # after something unforeseen: the disk may be full, and not for long
LEAVE_S = 2.0  # that the end of the program waits for a step; what was cut off is told again
LinkTo = Callable[[Store], "Link"]
Leave = Callable[[Store, "WipeOrder", "Link"], bool]


class SyncRoom:
    """Opened with the kiosk, left with it; what makes the line is loaded when there is a hub to speak to."""

    def __init__(
        self, open_store: Callable[[], Store], link_to: LinkTo, leave: Leave, now: Callable[[], Moment]
    ) -> None:
        self.open_store, self.link_to, self.leave, self.now = open_store, link_to, leave, now
        self.worker: SyncWorker | None = None
        self.somebody: Callable[[], bool] = lambda: True  # stands at the kiosk, for all that is known here
        self.called, self.left = Event(), Event()
        self.thread = Thread(target=self._work, name="sync", daemon=True)

    def __enter__(self) -> "SyncRoom":
        self.thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.left.set()
        self.called.set()
        self.thread.join(LEAVE_S)

    def call(self) -> None:
        """Something was written: tell the hub at once, unless it is known to be away."""
        if self.worker is None or not self.worker.resting:
            self.called.set()

    def _work(self) -> None:
        self.left.wait(BEGIN_S)
        while not self.left.is_set():
            try:
                self._steps()
            except Exception:
                log.exception("the line to the hub was interrupted")
                self.left.wait(FAULT_S)

    def _steps(self) -> None:
        store = self.open_store()
        try:
            store.unhurried()
            while not hub_line(store.db).hub:
                if self.left.wait(ALONE_S):
                    return
            self._speak(store)
        finally:
            store.close()

    def _speak(self, store: Store) -> None:
        """Until the end, or until a technician has named another hub."""
        from kiosk.sync.worker import SyncWorker  # nobody's first picture waits for it

        here, link = hub_line(store.db).hub, self.link_to(store)
        self.worker = worker = SyncWorker(store, link, self.now, somebody=lambda: self.somebody())
        try:
            while not self.left.is_set() and hub_line(store.db).hub == here:
                self.called.clear()
                wait = worker.step()
                if worker.order and self.leave(store, worker.order, link):
                    return self.left.set()
                self.called.wait(wait)
            return None
        finally:
            link.close()
