"""Printing: what a sheet on its way to paper is, and what its state is to the person who waits for it."""

from datetime import datetime
from typing import Literal

from msgspec import Struct

Purpose = Literal["certificate", "passport", "slip", "labels", "list", "report", "test_page", "card"]
Role = Literal["certificates", "slips", "labels"]
Way = Literal[
    "waiting",
    "queued",
    "printing",
    "paper_out",
    "jammed",
    "stopped",
    "rejected",
    "vanished",
    "done",
    "cancelled",
    "doubtful",
]
Why = Literal[
    "",
    "new",  # kept, and nobody has looked yet
    "not_set_up",  # no printer for this purpose in the settings
    "no_library",  # the program cannot speak to printers here
    "no_service",  # CUPS does not answer
    "no_queue",  # CUPS knows no printer of that name
    "closed",  # it takes no jobs at present
    "paused",  # somebody has stopped it
    "no_paper",
    "jam",
    "cover_open",
    "needs_attention",
    "unreachable",
    "cut_off",  # the printer was gone in the middle of it
    "lost",  # it was handed over, and CUPS no longer knows of it
    "ended_early",  # CUPS gave it up, and a sheet may be out or not
    "restored",  # from a backup: it may have been printed since
    "asked",  # a person wanted it so
]
Wish = Literal["", "cancel", "printed"]
Wanted = Literal["cancel", "retry", "printed"]

ROLES: dict[Purpose, Role] = {
    "certificate": "certificates",
    "passport": "certificates",
    "slip": "slips",
    "labels": "certificates",
    "list": "certificates",
    "report": "certificates",
    "test_page": "certificates",
    "card": "certificates",
}
OVER: tuple[Way, ...] = ("done", "cancelled")
NOT_HANDED_OVER: tuple[Way, ...] = ("waiting", "rejected")

PENDING, PROCESSING, CANCELED, ABORTED, COMPLETED = 3, 5, 7, 8, 9  # IPP's numbers for the states of a job
PRINTER_STOPPED = 5
TROUBLES: tuple[tuple[str, Way, Why], ...] = (  # the first that fits; suffixes such as -error and -warning vary
    ("media-jam", "jammed", "jam"),
    ("media-empty", "paper_out", "no_paper"),
    ("media-needed", "paper_out", "no_paper"),
    ("input-tray-missing", "paper_out", "no_paper"),
    ("cover-open", "stopped", "cover_open"),
    ("door-open", "stopped", "cover_open"),
    ("interlock-open", "stopped", "cover_open"),
    ("marker-supply-empty", "stopped", "needs_attention"),
    ("toner-empty", "stopped", "needs_attention"),
    ("output-area-full", "stopped", "needs_attention"),
    ("connecting-to-device", "vanished", "unreachable"),
    ("offline", "vanished", "unreachable"),
    ("timed-out", "vanished", "unreachable"),
    ("shutdown", "vanished", "unreachable"),
    ("paused", "stopped", "paused"),
    ("moving-to-paused", "stopped", "paused"),
)


class Order(Struct, frozen=True):
    """What somebody wants on paper, once."""

    purpose: Purpose
    what: str  # whose meaning only the one who ordered it knows, such as a certificate's number
    pdf: bytes
    role: Role | None = None  # else the one for this purpose


class PrintJob(Struct, frozen=True):
    """A row of the local table; the sheet itself is read apart."""

    id: str
    purpose: Purpose
    what: str
    role: Role
    state: Way
    reason: Why
    attempts: int
    made_at: datetime
    since: datetime
    cups_job: int | None  # while CUPS has it, or may have it
    wish: Wish
    generation: int


class PrintState(Struct, frozen=True):
    """What a screen shows of a job."""

    job: str
    purpose: Purpose
    what: str
    state: Way
    reason: Why
    printer: str
    place: str
    elsewhere: str  # where and when it can be had, if not here
    ahead: int  # sheets that come first
    since: datetime


class Printed(Struct, frozen=True):
    """It is on paper; told once for each job."""

    purpose: Purpose
    what: str
    job: str


class PrinterLook(Struct, frozen=True):
    """What a printer says of itself."""

    name: str
    place: str
    state: int
    reasons: tuple[str, ...]
    accepting: bool
    reachable: bool
    queued: int  # jobs in it that are not over, ours too


class JobLook(Struct, frozen=True):
    """What CUPS says of a job that it knows."""

    number: int
    state: int
    documents: int
    ahead: int


def moving(job: PrintJob) -> bool:
    """It goes on by itself; otherwise it is over, or waits for a person."""
    return job.state not in OVER and (job.cups_job is not None or job.state in NOT_HANDED_OVER)


def ended(job: JobLook) -> bool:
    return job.state in (CANCELED, ABORTED, COMPLETED)


def job_name(job: PrintJob) -> str:
    """Unique for each try and free of anything personal: whoever looks at the queue reads it."""
    return f"{job.id}.{job.attempts}"


def printer_way(printer: PrinterLook) -> tuple[Way, Why]:
    """How it stands with the printer, if a sheet came now; while it is away, its reasons are those of before."""
    if not printer.reachable:
        return "vanished", "unreachable"
    for prefix, way, why in TROUBLES:
        if any(reason.startswith(prefix) for reason in printer.reasons):
            return way, why
    if printer.state == PRINTER_STOPPED:
        return "stopped", "paused"
    return ("queued", "") if printer.accepting else ("rejected", "closed")


def job_way(job: JobLook, printer: PrinterLook) -> tuple[Way, Why]:
    """How it stands with a sheet that was handed over."""
    trouble, why = printer_way(printer)
    if job.state == COMPLETED:
        return "done", ""
    if job.state in (CANCELED, ABORTED):
        return ("jammed", "jam") if trouble == "jammed" else ("doubtful", "ended_early")
    if trouble not in ("queued", "rejected"):
        return trouble, why
    if job.state == PROCESSING:
        return "printing", ""
    return ("queued", "") if job.state == PENDING else ("stopped", "paused")


def cut_off(job: PrintJob, seen: JobLook, way: Way) -> bool:
    """A printer that is switched off in the middle forgets its sheet, and CUPS then calls it done."""
    begun = seen.state == PROCESSING and job.state in ("printing", "paper_out", "jammed")
    return job.reason == "cut_off" or (begun and way == "vanished")
