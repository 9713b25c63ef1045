"""CUPS printers: the house's few questions to CUPS, asked through pycups."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, get_args

import cups

from kiosk.devices.printer import PrinterAway, reachable
from kiosk.devices.settings import Printers as PrinterSettings
from kiosk.domain.printing import ABORTED, CANCELED, JobLook, PrinterLook, Role, Why

log = logging.getLogger(__name__)
PDF = "application/pdf"
NOT_FOUND, NOT_ACCEPTING = 1030, 1286
WHY: dict[int, Why] = {NOT_FOUND: "no_queue", NOT_ACCEPTING: "closed"}
MARK = "hall-kiosk-job"  # our own attribute of a job: its name CUPS may withhold, even from whoever made it
JOB = ["job-id", MARK, "job-state", "job-state-reasons", "number-of-documents", "job-printer-uri"]
PRINTER = """printer-info printer-location printer-state printer-state-reasons printer-is-accepting-jobs
queued-job-count device-uri""".split()


class CupsPrinters:
    """A connection for each question: CUPS may be restarted at any time."""

    def __init__(self, settings: PrinterSettings) -> None:
        self.queues: dict[Role, str] = {role: getattr(settings, role) for role in get_args(Role)}
        self.media: dict[Role, str] = {role: getattr(settings, f"{role}_media") for role in get_args(Role)}
        self.server = settings.server

    def queue_names(self) -> tuple[str, ...]:
        with self._asked() as cupsd:
            return tuple(sorted(cupsd.getPrinters()))

    def named(self, name: str) -> int | None:
        with self._asked() as cupsd:
            known = cupsd.getJobs(which_jobs="all", requested_attributes=JOB)
        return next((number for number, job in known.items() if job.get(MARK) == name), None)

    def make(self, role: Role, name: str) -> int:
        queue = self._queue(role)
        options = {"media": self.media[role]} if self.media[role] else {}
        with self._asked() as cupsd:
            cupsd.getPrinterAttributes(
                queue, requested_attributes=["printer-state"]
            )  # else a missing queue has no name
            return int(cupsd.createJob(queue, name, options | {MARK: name}))

    def send(self, role: Role, number: int, pdf: bytes) -> None:
        """The job begins once CUPS has all of it: half a sheet is no sheet."""
        queue = self._queue(role)
        with self._asked() as cupsd:
            cupsd.startDocument(queue, number, "hall-kiosk", PDF, 1)
            cupsd.writeRequestData(pdf, len(pdf))
            cupsd.finishDocument(queue)

    def job(self, number: int, name: str) -> JobLook | None:
        with self._asked() as cupsd:
            # In this order: what is active in the later answer was active in the earlier one.
            active = cupsd.getJobs(which_jobs="not-completed", requested_attributes=JOB)
            found = job_of(cupsd, number, name)
        if found is None:
            return None
        queue, state = found.get("job-printer-uri"), found["job-state"]
        if number not in active and state < CANCELED:
            state = ABORTED  # after a restart CUPS may call a job pending that it has done with
        ahead = [n for n, other in active.items() if n < number and other.get("job-printer-uri") == queue]
        return JobLook(number, state, found["number-of-documents"], len(ahead))

    def look(self, role: Role) -> PrinterLook:
        queue = self._queue(role)
        with self._asked() as cupsd:
            said = cupsd.getPrinterAttributes(queue, requested_attributes=PRINTER)
        return PrinterLook(
            name=said.get("printer-info") or queue,
            place=said.get("printer-location", ""),
            state=said["printer-state"],
            reasons=reasons_of(said.get("printer-state-reasons")),
            accepting=said["printer-is-accepting-jobs"],
            reachable=reachable(said.get("device-uri", "")),
            queued=said.get("queued-job-count", 0),
        )

    def cancel(self, number: int, name: str) -> None:
        self._end(number, name, purge=False)

    def forget(self, number: int, name: str) -> None:
        self._end(number, name, purge=True)

    def _end(self, number: int, name: str, *, purge: bool) -> None:
        """Only what is surely ours; it may have ended by now."""
        with self._asked() as cupsd:
            if job_of(cupsd, number, name) is None:
                return
            try:
                cupsd.cancelJob(number, purge_job=purge)
            except cups.IPPError as refused:
                log.warning("CUPS keeps job %s: %s", number, refused)

    @contextmanager
    def _asked(self) -> Iterator[Any]:
        try:
            yield self._connection()
        except cups.IPPError as refused:
            if refused.args[0] not in WHY:
                log.warning("CUPS refuses: %s", refused)
            raise PrinterAway(WHY.get(refused.args[0], "no_service")) from None
        except (RuntimeError, cups.HTTPError):
            raise PrinterAway("no_service") from None

    def _connection(self) -> Any:
        """The library keeps both of these for each thread."""
        cups.setPasswordCB(lambda prompt: "")  # else it would ask on the terminal, and wait
        if self.server:
            host, _, port = self.server.partition(":")
            cups.setServer(host)
            cups.setPort(int(port or cups.getPort()))
        return cups.Connection()

    def _queue(self, role: Role) -> str:
        if not self.queues[role]:
            raise PrinterAway("not_set_up")
        return self.queues[role]


def job_of(cupsd: Any, number: int, name: str) -> dict[str, Any] | None:
    """By its mark as well: after a reset CUPS gives the same numbers to others."""
    found = cupsd.getJobs(which_jobs="all", first_job_id=number, limit=1, requested_attributes=JOB)
    job: dict[str, Any] | None = found.get(number)
    return job if job is not None and job.get(MARK) == name else None


def reasons_of(said: Any) -> tuple[str, ...]:
    """One reason comes alone, several as a list."""
    return (said,) if isinstance(said, str) else tuple(said or ())
