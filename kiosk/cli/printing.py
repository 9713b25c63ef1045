"""Commands for paper: how the printers are, a test page, what waits, and what a person decides about it."""

import logging
import sys
import time
from pathlib import Path
from typing import get_args

import click
import msgspec

from kiosk import words
from kiosk.cli.folder import REFUSED, data_option, json_option, key_option, named, say, store_of
from kiosk.devices.clock import SystemClock
from kiosk.devices.print_room import PrintRoom
from kiosk.devices.print_worker import PrintDesk
from kiosk.devices.printer import PrinterAway, printers_of
from kiosk.devices.settings import read_settings
from kiosk.domain.facts import CertificatePrinted
from kiosk.domain.moment import Moment
from kiosk.domain.printing import (
    Order,
    Printed,
    PrinterLook,
    PrintJob,
    Role,
    Wanted,
    Way,
    Why,
    moving,
    printer_way,
)
from kiosk.storage import certificates, print_jobs, queries
from kiosk.storage.lock import FolderInUse, FolderLock
from kiosk.storage.store import Store

log = logging.getLogger(__name__)
WATCHED_S, LOOK_S = 60.0, 0.2
SAID_BY_STATE: tuple[Why, ...] = ("", "new", "no_paper", "jam", "closed")
ENDING = 6  # so many of the last characters of a job's id are shown and typed

job_argument = click.argument("ending", metavar="JOB")
role_option = click.option("--role", type=click.Choice(get_args(Role)), default="certificates", show_default=True)


class RoleStatus(msgspec.Struct, frozen=True):
    role: Role
    state: Way
    reason: Why
    printer: PrinterLook | None


@click.group()
def printer() -> None:
    """打印: how the printers are, and what waits for paper."""


@printer.command()
@data_option
@json_option
def status(folder: Path | None, as_json: bool) -> None:
    """Each printer as it is now; 1, if one of them cannot print."""
    settings = read_settings(named(folder)).printers
    printers, found = printers_of(settings), []
    for role in get_args(Role):
        try:
            seen = printers.look(role)
            found.append(RoleStatus(role, *printer_way(seen), seen))
        except PrinterAway as away:
            found.append(RoleStatus(role, "waiting", away.why, None))
    say(msgspec.to_builtins(found), as_json=as_json, for_people="\n".join(map(status_line, found)))
    sys.exit(REFUSED if any(one.reason not in ("", "not_set_up") for one in found) else 0)


@printer.command("test-page")
@data_option
@key_option
@role_option
def test_page(folder: Path | None, key_path: Path | None, role: Role) -> None:
    """Print one sheet, and say how it goes; a running kiosk prints it, otherwise this command does."""
    from kiosk.documents.test_page import A4_MM, SLIP_MM, test_page as drawn

    store, now = store_of(folder, key_path), SystemClock().now()
    hall = queries.hall_rules(store.db, store.device.hall).hall
    title = words.read("zh_CN").say("printing.purpose.test_page")
    lines = [hall.name, both(f"printing.role.{role}"), f"{now.at:%Y-%m-%d %H:%M} UTC", "龘靐齉 0123456789 ABC abc"]
    pdf = drawn(title, lines, A4_MM if role == "certificates" else SLIP_MM)
    job = print_jobs.keep(store, Order("test_page", "", pdf, role), now.at)
    try:
        with FolderLock(named(folder)), print_room(folder, key_path):
            over = watched(store, job)
    except FolderInUse:
        over = watched(store, job)
    store.close()
    sys.exit(0 if over == "done" else REFUSED)


def watched(store: Store, job: str) -> Way:
    """Says each new state, until it is over, waits for a person, or takes too long."""
    said, until = "", time.monotonic() + WATCHED_S
    while True:
        row = print_jobs.print_job(store.db, job)
        assert row, "what was kept is there"
        line = state_line(row)
        if line != said:
            click.echo(line)
        said = line
        if not moving(row) or time.monotonic() > until:
            return row.state
        time.sleep(LOOK_S)


@printer.command("jobs")
@data_option
@key_option
@json_option
def list_jobs(folder: Path | None, key_path: Path | None, as_json: bool) -> None:
    """What waits for paper, or for a person."""
    store = store_of(folder, key_path)
    found = print_jobs.unfinished(store.db)
    store.close()
    lines = "\n".join(f"{one.id[-ENDING:]}  {state_line(one)}" for one in found)
    nothing = "没有等着打印的 / nothing waits"
    say(msgspec.to_builtins(found), as_json=as_json, for_people=lines or nothing)


@printer.command()
@job_argument
@data_option
@key_option
def cancel(ending: str, folder: Path | None, key_path: Path | None) -> None:
    """Do not print it."""
    decide(ending, folder, key_path, "cancel")


@printer.command()
@job_argument
@data_option
@key_option
def retry(ending: str, folder: Path | None, key_path: Path | None) -> None:
    """Nothing came out: print it again."""
    decide(ending, folder, key_path, "retry")


@printer.command("printed")
@job_argument
@data_option
@key_option
def came_out(ending: str, folder: Path | None, key_path: Path | None) -> None:
    """It did come out: it is done."""
    decide(ending, folder, key_path, "printed")


def decide(ending: str, folder: Path | None, key_path: Path | None, what: Wanted) -> None:
    """A running kiosk sees to it within seconds; otherwise the next one."""
    store = store_of(folder, key_path)
    found = [job for job in print_jobs.unfinished(store.db) if job.id.endswith(ending)]
    done = len(found) == 1 and print_jobs.wanted(store.db, found[0], what, SystemClock().now().at)
    store.close()
    if not done:
        unknown = "没有这张，或者它现在不能这样办 / no such job, or not to be decided so now"
        click.echo(f"{unknown}: {ending}", err=True)
        sys.exit(REFUSED)


def print_room(folder: Path | None, key_path: Path | None) -> PrintRoom:
    """Whoever opens a kiosk opens this with it."""
    settings = read_settings(named(folder)).printers
    desk = PrintDesk(printers_of(settings), SystemClock(), on_printed, settings.elsewhere)
    return PrintRoom(lambda: store_of(folder, key_path), desk)


def on_printed(store: Store, printed: Printed, moment: Moment) -> None:
    """What follows from a sheet's being on paper is written here, in the same transaction."""
    log.info("printed: %s", printed.purpose)
    found = certificates.certificate(store.db, printed.what) if printed.purpose == "certificate" else None
    if found:
        store.record(CertificatePrinted(found.certificate, found.printed), moment=moment)


def both(key: str) -> str:
    return " / ".join(words.read(language).say(key) for language in words.LANGUAGES)


def state_line(job: PrintJob) -> str:
    why = "" if job.reason in SAID_BY_STATE else f" ({both(f'printing.why.{job.reason}')})"
    return f"{both(f'printing.purpose.{job.purpose}')}: {both(f'printing.way.{job.state}')}{why}"


def status_line(one: RoleStatus) -> str:
    seen = one.printer
    which = f"{seen.name} {seen.place}".strip() if seen else "–"
    how = both(f"printing.why.{one.reason}" if one.reason else "printing.ready")
    return f"{both(f'printing.role.{one.role}')}: {which}: {how}"
