"""Print room: the worker's own thread with its own connection; whoever orders a sheet never waits for it."""

import logging
from collections.abc import Callable
from threading import Event, Thread

from kiosk.devices.print_worker import PrintDesk, PrintWorker
from kiosk.domain.printing import PrintState
from kiosk.storage.store import Store

log = logging.getLogger(__name__)
FAULT_S = 5.0  # after something unforeseen: the disk may be full, and not for long
LEAVE_S = 2.0  # that the end of the program waits for a step; the rows can bear its being cut


class PrintRoom:
    """Opened with the kiosk, left with it."""

    def __init__(self, open_store: Callable[[], Store], desk: PrintDesk) -> None:
        self.open_store, self.desk = open_store, desk
        self.worker: PrintWorker | None = None
        self.called, self.leaving = Event(), False
        self.thread = Thread(target=self._work, name="printing", daemon=True)

    def __enter__(self) -> "PrintRoom":
        self.thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.leaving = True
        self.called.set()
        self.thread.join(LEAVE_S)

    def call(self) -> None:
        """Something was ordered or cancelled: look at once."""
        self.called.set()

    def state(self, job: str) -> PrintState | None:
        """As last seen, without waiting for anything; none, before the first look at it."""
        return self.worker.states.get(job) if self.worker else None

    def _work(self) -> None:
        while not self.leaving:
            try:
                self._steps()
            except Exception:
                log.exception("printing was interrupted")
                self.called.wait(FAULT_S)

    def _steps(self) -> None:
        store = self.open_store()
        try:
            self.worker = worker = PrintWorker(store, self.desk)
            worker.begin()
            while not self.leaving:
                self.called.clear()
                self.called.wait(worker.step())
        finally:
            store.close()
