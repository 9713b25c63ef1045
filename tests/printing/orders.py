"""Orders: a hall whose sheets go to the office's printers, and what its screen would show of them."""

from pathlib import Path

from halls import KEY, TestHall
from printing.office import Office, until

from kiosk.devices.clock import SystemClock
from kiosk.devices.print_room import PrintRoom
from kiosk.devices.print_worker import PrintDesk
from kiosk.devices.printer import Printers, printers_of
from kiosk.devices.settings import Printers as PrinterSettings
from kiosk.domain.moment import Moment
from kiosk.domain.printing import Order, Printed, PrintState, Purpose, Wanted
from kiosk.storage import print_jobs
from kiosk.storage.database import opened
from kiosk.storage.store import Device, Store

PDF = b"""%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 300]>>endobj
trailer<</Root 1 0 R>>
%%EOF
"""
SEEN_S = 3.0  # within this time the screen says what is so
DONE_S = 20.0


def told(store: Store, printed: Printed, _: Moment) -> None:
    """In the worker's own transaction, as a fact would be."""
    store.db.execute("insert into told (job) values (?)", (printed.job,))


def reopened(path: Path) -> Store:
    return Store(opened(path, KEY), Device("d" * 32, 1, 1))


class Orders:
    """`order()` is what a visit does; the rest is what it sees."""

    def __init__(self, path: Path, printers: Printers) -> None:
        self.path, self.desk = path, PrintDesk(printers, SystemClock(), told, "一楼服务台")
        if not path.exists():
            hall = TestHall(path)
            hall.db.execute("create table told (job text)")
            hall.store.close()
        self.store = reopened(path)
        self.room: PrintRoom | None = None

    def open(self) -> "Orders":
        self.room = PrintRoom(lambda: reopened(self.path), self.desk).__enter__()
        return self

    def leave(self) -> None:
        if self.room is not None:
            self.room.__exit__()
            self.room = None

    def close(self) -> None:
        self.leave()
        self.store.close()

    def order(self, purpose: Purpose = "certificate", pdf: bytes = PDF) -> str:
        job = print_jobs.keep(self.store, Order(purpose, "LJ-2026-000318", pdf), self.now)
        if self.room is not None:
            self.room.call()
        return job

    def wanted(self, job: str, what: Wanted) -> bool:
        row = print_jobs.print_job(self.store.db, job)
        assert row
        done = print_jobs.wanted(self.store.db, row, what, self.now)
        if self.room is not None:
            self.room.call()
        return done

    @property
    def now(self):  # type: ignore[no-untyped-def]
        return self.desk.clock.now().at

    @property
    def told(self) -> list[str]:
        return [job for (job,) in self.store.db.execute("select job from told").fetchall()]

    def state(self, job: str) -> PrintState | None:
        return self.room.state(job) if self.room else None

    def until(self, job: str, state: str, seconds: float = SEEN_S) -> float:
        try:
            return until(lambda: (seen := self.state(job)) and seen.state == state, state, seconds)
        except AssertionError as late:
            raise AssertionError(f"{late}, but {self.state(job)}") from None


def printers(office: Office, certificates: str, slips: str = "") -> Printers:
    return printers_of(PrinterSettings(certificates=certificates, slips=slips, server=office.server))
