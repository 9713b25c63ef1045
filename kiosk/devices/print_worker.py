"""Print worker: brings each kept sheet to paper once, one short step at a time."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import get_args

from msgspec import Struct

from kiosk.devices.clock import Clock
from kiosk.devices.printer import PrinterAway, Printers
from kiosk.domain.moment import Moment
from kiosk.domain.printing import (
    JobLook,
    Printed,
    PrinterLook,
    PrintJob,
    PrintState,
    Role,
    Way,
    cut_off,
    ended,
    job_name,
    job_way,
    moving,
)
from kiosk.storage import print_jobs
from kiosk.storage.store import Store

IN_HAND_MAX = 2  # of a printer's sheets are with CUPS: the next is there when the first is out, and few are in doubt
ACTIVE_S, IDLE_S = 0.5, 2.0  # until the next look: while CUPS has a sheet of ours, and else
SHOWN_S = 600  # what is over can still be shown for so long
OnPrinted = Callable[[Store, Printed, Moment], None]


class PrintDesk(Struct, frozen=True):
    """What the builder hands to the worker."""

    printers: Printers
    clock: Clock
    on_printed: OnPrinted
    elsewhere: str = ""  # where and when it can be had while nothing prints


class PrintWorker:
    """All that it knows is in the rows; whoever kills it at any point finds nothing printed twice."""

    def __init__(self, store: Store, desk: PrintDesk) -> None:
        self.store, self.printers, self.clock = store, desk.printers, desk.clock
        self.on_printed, self.elsewhere = desk.on_printed, desk.elsewhere
        self.states: dict[str, PrintState] = {}  # replaced as a whole, so that another thread may read it
        self.printers_seen: dict[Role, PrinterLook] = {}
        self.ahead: dict[str, int] = {}

    def begin(self) -> None:
        """Once, before the first step."""
        now = self.clock.now().at
        print_jobs.doubt_restored(self.store, now)
        print_jobs.drop_old(self.store.db, now)

    def step(self) -> float:
        """Looks at each printer's next sheets; gives the seconds until it should look again."""
        self.ahead = {}
        for job in print_jobs.said_printed(self.store.db):
            self._done(job)
        turns = [print_jobs.in_turn(self.store.db, role, IN_HAND_MAX) for role in get_args(Role)]
        for job in (job for turn in turns for job in turn):
            self._further(job)
        self._forget()
        jobs = print_jobs.shown(self.store.db, self._now() - timedelta(seconds=SHOWN_S))
        self._show(jobs)
        return ACTIVE_S if any(job.cups_job is not None for job in jobs) else IDLE_S

    def _further(self, job: PrintJob) -> None:
        try:
            if job.cups_job is None:
                self._hand_over(job)
            else:
                self._follow(job, job.cups_job)
        except PrinterAway as away:
            way: Way = "vanished" if job.cups_job else "rejected" if away.why == "closed" else "waiting"
            why = job.reason if job.reason == "cut_off" else away.why
            print_jobs.changed(self.store.db, job, way, why, self._now())

    def _hand_over(self, job: PrintJob) -> None:
        """CUPS' number is on the disk before the sheet is sent; a job without a sheet prints nothing."""
        name = job_name(job)
        made_before = self.printers.named(name)
        number = self.printers.make(job.role, name) if made_before is None else made_before
        if not print_jobs.claimed(self.store.db, job, number, self._now()):
            self.printers.cancel(number, name)  # somebody has cancelled it meanwhile
        elif made_before is None:
            self.printers.send(job.role, number, print_jobs.sheet(self.store.db, job.id))

    def _follow(self, job: PrintJob, number: int) -> None:
        seen = self.printers.job(number, job_name(job))
        if seen is None:
            print_jobs.left_to_a_person(self.store.db, job, "doubtful", "lost", self._now())
        elif seen.documents == 0:
            self._without_sheet(job, seen)
        else:
            self._with_sheet(job, seen)

    def _without_sheet(self, job: PrintJob, seen: JobLook) -> None:
        """We were stopped before all of it was with CUPS, so surely nothing is printed."""
        if job.wish == "cancel":
            self.printers.cancel(seen.number, job_name(job))
            print_jobs.finished(self.store.db, job, "cancelled", "asked", self._now())
        elif ended(seen):
            print_jobs.back_to_waiting(self.store.db, job, self._now())
        else:
            self.printers.send(job.role, seen.number, print_jobs.sheet(self.store.db, job.id))

    def _with_sheet(self, job: PrintJob, seen: JobLook) -> None:
        self.ahead[job.id] = seen.ahead
        if job.wish == "cancel" and not ended(seen):
            self.printers.cancel(seen.number, job_name(job))
        printer = self.printers_seen[job.role] = self.printers.look(job.role)
        way, why = job_way(seen, printer)
        if cut_off(job, seen, way):
            way, why = "doubtful" if way == "done" else way, "cut_off"
        if way == "done":
            self._done(job)
        elif not ended(seen):
            print_jobs.changed(self.store.db, job, way, why, self._now())
        elif job.wish == "cancel":
            print_jobs.finished(self.store.db, job, "cancelled", "asked", self._now())
        else:
            print_jobs.left_to_a_person(self.store.db, job, way, why, self._now())
            self.printers.forget(seen.number, job_name(job))

    def _done(self, job: PrintJob) -> None:
        """That it is done, and whatever follows from it, are one transaction: told once, or not yet."""
        moment = self.clock.now()
        with self.store.transaction():
            if print_jobs.finished(self.store.db, job, "done", "", moment.at):
                self.on_printed(self.store, Printed(job.purpose, job.what, job.id), moment)

    def _forget(self) -> None:
        for job in print_jobs.to_forget(self.store.db):
            try:
                self.printers.forget(job.cups_job or 0, job_name(job))
            except PrinterAway:
                return
            print_jobs.forgotten(self.store.db, job)

    def _show(self, jobs: list[PrintJob]) -> None:
        before: dict[Role, int] = dict.fromkeys(get_args(Role), 0)
        states = {}
        for job in jobs:
            states[job.id] = self._state(job, self.ahead.get(job.id, before[job.role]))
            before[job.role] += moving(job)
        self.states = states

    def _state(self, job: PrintJob, ahead: int) -> PrintState:
        seen = self.printers_seen.get(job.role)
        return PrintState(
            job=job.id,
            purpose=job.purpose,
            what=job.what,
            state=job.state,
            reason=job.reason,
            printer=seen.name if seen else "",
            place=seen.place if seen else "",
            elsewhere=self.elsewhere,
            ahead=ahead if moving(job) else 0,
            since=job.since,
        )

    def _now(self) -> datetime:
        return self.clock.now().at
