"""A worker that is killed, at a point that is named; run as a program of its own."""

import os
import signal
import sys
import time
from pathlib import Path

import cups
from msgspec.structs import replace
from printing.orders import PDF, Orders, reopened, told

from kiosk.devices.print_worker import PrintWorker
from kiosk.devices.printer import Printers, printers_of
from kiosk.devices.settings import Printers as PrinterSettings
from kiosk.domain.moment import Moment
from kiosk.domain.printing import COMPLETED, JobLook, Printed, PrinterLook, Role
from kiosk.storage.store import Store

LONG_PDF = PDF + b"%" + b"0" * 300_000  # more than any buffer on the way holds
POINTS = """looked_for made claimed half_sent sent following completed told written forgotten""".split()
STEP_S = 0.05


class Dying:
    """The real printers; at its point the process ends as if the power had."""

    def __init__(self, inner: Printers, queue: str, point: str) -> None:
        self.inner, self.queue, self.point = inner, queue, point

    def at(self, point: str) -> None:
        if point == self.point:
            os.kill(os.getpid(), signal.SIGKILL)

    def named(self, name: str) -> int | None:
        found = self.inner.named(name)
        self.at("looked_for")
        return found

    def make(self, role: Role, name: str) -> int:
        number = self.inner.make(role, name)
        self.at("made")
        return number

    def send(self, role: Role, number: int, pdf: bytes) -> None:
        self.at("claimed")
        if self.point == "half_sent":
            self.send_half(number, pdf)
        self.inner.send(role, number, pdf)
        self.at("sent")

    def send_half(self, number: int, pdf: bytes) -> None:
        open_line = cups.Connection()  # to the server that the line before has told
        open_line.startDocument(self.queue, number, "half", "application/pdf", 1)
        open_line.writeRequestData(pdf, len(pdf) // 2)
        time.sleep(STEP_S)
        self.at("half_sent")

    def job(self, number: int, name: str) -> JobLook | None:
        seen = self.inner.job(number, name)
        self.at("completed" if seen and seen.state == COMPLETED else "following")
        return seen

    def look(self, role: Role) -> PrinterLook:
        return self.inner.look(role)

    def cancel(self, number: int, name: str) -> None:
        self.inner.cancel(number, name)

    def forget(self, number: int, name: str) -> None:
        self.at("written")
        self.inner.forget(number, name)
        self.at("forgotten")

    def told(self, store: Store, printed: Printed, moment: Moment) -> None:
        """Within the worker's transaction, after what follows from it was written."""
        told(store, printed, moment)
        self.at("told")


def main(path: Path, queue: str, server: str, point: str) -> None:
    dying = Dying(printers_of(PrinterSettings(certificates=queue, server=server)), queue, point)
    desk = replace(Orders(path, dying).desk, on_printed=dying.told)
    worker = PrintWorker(reopened(path), desk)
    worker.begin()
    while True:
        worker.step()
        time.sleep(STEP_S)


if __name__ == "__main__":
    main(Path(sys.argv[1]), *sys.argv[2:])
