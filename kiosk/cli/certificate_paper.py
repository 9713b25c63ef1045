"""Commands that bring certificates to paper: print, reprint, and the list of names that learners sign before."""

import sys
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

import click

from kiosk import words
from kiosk.cli.certificate_giving import course_of, staff_option
from kiosk.cli.folder import REFUSED, data_option, json_option, key_option, named, say, store_of
from kiosk.cli.labels import out_option
from kiosk.cli.printing import print_room, watched
from kiosk.cli.refusing import allowed, say_no
from kiosk.devices.clock import SystemClock
from kiosk.domain.certificates import plain_number
from kiosk.domain.policy import CERTIFICATES_A_BATCH_MAX
from kiosk.domain.printing import Order
from kiosk.domain.refusals import (
    CERTIFICATE_UNKNOWN,
    NOTHING_TO_PRINT,
    PRINTING_ALREADY,
    TOO_MANY_TO_PRINT,
    Reason,
    Refused,
)
from kiosk.storage import certificates, print_jobs
from kiosk.storage.lock import FolderInUse, FolderLock
from kiosk.storage.store import Store

OWNER_ONLY = 0o600


@click.command("print")
@click.argument("numbers", nargs=-1)
@data_option
@key_option
@click.option("--course", type=int, help="All of a course that still hold and were not printed yet.")
@click.option("--from", "first", help="Resume at this number.")
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), help="One file instead of the printer.")
@staff_option
@json_option
def print_many(
    numbers: tuple[str, ...],
    folder: Path | None,
    key_path: Path | None,
    course: int | None,
    first: str | None,
    out: Path | None,
    number: str,
    as_json: bool,
) -> None:
    """Each sheet comes out once; what was stopped goes on at its own sheet. 打印。"""
    if bool(numbers) == (course is not None):
        raise click.UsageError("请给出编号或 --course 其中一个 / say numbers, or --course")
    store = store_of(folder, key_path)
    with closing(store):
        allowed(store, number, "certificates", as_json=as_json)
        wanted = [plain_number(n) for n in numbers]
        wanted = of_course(store, course, to_file=out is not None) if course is not None else wanted
        wanted = wanted[wanted.index(plain_number(first)) :] if first and plain_number(first) in wanted else wanted
        if out is not None:
            return to_file(store, wanted, out, as_json=as_json)
        jobs = ordered(store, wanted, as_json=as_json)
        say({"printing": wanted, "jobs": jobs}, as_json=as_json, for_people="\n".join(wanted))
        return follow(store, jobs, (folder, key_path), quiet=as_json)


def of_course(store: Store, course: int, *, to_file: bool) -> list[str]:
    """In the order of their numbers; a file may be wanted again, a sheet that is out is not printed again."""
    held = (c for c in certificates.register(store.db, course) if c.valid)
    return [
        c.certificate for c in held if to_file or not (c.printed or certificates.moving_jobs(store.db, c.certificate))
    ]


def to_file(store: Store, wanted: Sequence[str], out: Path, *, as_json: bool) -> None:
    from kiosk.documents.certificate_sheet import draw_all

    checked(wanted, as_json=as_json)
    drawn = draw_all(store.db, wanted)
    if isinstance(drawn, Refused):
        say_no(drawn.reasons, as_json=as_json)
    # Whoever has this file has everybody's certificate: it is its owner's alone from its first byte on.
    out.touch(OWNER_ONLY)
    out.chmod(OWNER_ONLY)
    out.write_bytes(drawn.pdf)
    told = {"pages": len(drawn.numbers), "numbers": list(drawn.numbers), "out": str(out)}
    say(told, as_json=as_json, for_people=f"{len(drawn.numbers)} 页 / pages: {out}")


def checked(wanted: Sequence[str], *, as_json: bool) -> None:
    reasons: list[Reason] = [] if wanted else [NOTHING_TO_PRINT.because()]
    if len(wanted) > CERTIFICATES_A_BATCH_MAX:
        reasons.append(TOO_MANY_TO_PRINT.because(asked=len(wanted), most=CERTIFICATES_A_BATCH_MAX))
    if reasons:
        say_no(reasons, as_json=as_json)


def ordered(store: Store, wanted: Sequence[str], *, as_json: bool) -> list[str]:
    """All of them are kept in one transaction, or none."""
    from kiosk.documents.certificate_sheet import draw_one, sheet_of
    from kiosk.documents.fonts import Fonts

    checked(wanted, as_json=as_json)
    now, jobs, fonts = SystemClock().now(), list[str](), Fonts()
    reasons: list[Reason] = []
    with store.transaction():
        for certificate in wanted:
            sheet = sheet_of(store.db, certificate)
            drawn = sheet if isinstance(sheet, Refused) else draw_one(sheet, fonts)
            if isinstance(drawn, Refused):
                reasons += drawn.reasons
            elif certificates.moving_jobs(store.db, certificate):
                reasons.append(PRINTING_ALREADY.because())
            elif not reasons:
                jobs.append(print_jobs.keep(store, Order("certificate", certificate, drawn), now.at))
        if reasons:
            say_no(reasons, as_json=as_json)
    return jobs


def follow(store: Store, jobs: Sequence[str], where: tuple[Path | None, Path | None], *, quiet: bool) -> None:
    """A running kiosk prints them; otherwise this command does, for as long as something moves."""
    if quiet:
        return
    try:
        with FolderLock(named(where[0])), print_room(*where):
            over = [watched(store, job) for job in jobs]
    except FolderInUse:
        over = [watched(store, job) for job in jobs]
    sys.exit(0 if all(one == "done" for one in over) else REFUSED)


@click.command()
@click.argument("certificate")
@data_option
@key_option
@staff_option
@json_option
def reprint(certificate: str, folder: Path | None, key_path: Path | None, number: str, as_json: bool) -> None:
    """The same sheet with the same number once more; the register counts it. 补打。"""
    store = store_of(folder, key_path)
    with closing(store):
        allowed(store, number, "certificates", as_json=as_json)
        found = certificates.certificate(store.db, plain_number(certificate))
        if found is None:
            say_no((CERTIFICATE_UNKNOWN.because(number=certificate),), as_json=as_json)
        jobs = ordered(store, [found.certificate], as_json=as_json)
        told = {"certificate": found.certificate, "reprint": found.printed, "jobs": jobs}
        say(
            told,
            as_json=as_json,
            for_people=f"{found.certificate}  补打第 {found.printed} 次 / reprint {found.printed}",
        )
        follow(store, jobs, (folder, key_path), quiet=as_json)


@click.command("name-check")
@click.argument("course", type=int)
@data_option
@key_option
@staff_option
@out_option
@json_option
def name_check(course: int, folder: Path | None, key_path: Path | None, number: str, out: Path, as_json: bool) -> None:
    """Names in full, to be signed by the learners before anything is issued. 姓名核对单。"""
    from kiosk.cli.printed import finish
    from kiosk.documents.name_check import print_name_check
    from kiosk.upkeep.name_lists import name_list

    store = store_of(folder, key_path)
    with closing(store):
        allowed(store, number, "certificates", as_json=as_json)
        listed = name_list(store, course_of(store, course, as_json=as_json))
    out.touch(OWNER_ONLY)
    out.chmod(OWNER_ONLY)
    done = print_name_check(listed, words.read("zh_CN"), out)
    if isinstance(done, Refused):
        out.unlink()
    finish((done, {"names": len(listed.rows)}), out, as_json=as_json)


PAPER = (print_many, reprint, name_check)
