"""Commands that take in other systems' lists: import titles, members, loans, enrolments."""

import sys
import time
from collections.abc import Callable, Iterable
from datetime import datetime
from pathlib import Path
from typing import Any

import click
import msgspec
from msgspec.structs import replace

from kiosk import words
from kiosk.cli.folder import REFUSED, data_option, json_option, key_option, named, say, store_of
from kiosk.devices.clock import SystemClock
from kiosk.domain.codes import good_mask
from kiosk.domain.facts import HallSet
from kiosk.storage import queries
from kiosk.storage.lock import FolderLock
from kiosk.storage.store import Store

PROGRESS_S = 1.0
LINES_SHOWN = 20
file_argument = click.argument("file", type=click.Path(path_type=Path))
map_option = click.option("--map", "map_path", type=click.Path(path_type=Path), help="Which column is what (TOML).")
dry_option = click.option("--dry-run", is_flag=True, help="预演：什么也不写 / Write nothing, and report the same.")
rejects_option = click.option(
    "--rejects", type=click.Path(dir_okay=False, path_type=Path), help="Rows not taken, to be corrected (CSV)."
)
mask_option = click.option(
    "--copy-numbers", multiple=True, help='What the numbers of an earlier system look like: "########", "@#######".'
)


@click.group("import")
def take_in() -> None:
    """Take in titles, members, loans or enrolments of another system 导入."""


@take_in.command()
@file_argument
@data_option
@key_option
@click.option("--format", "wanted", type=click.Choice(["auto", "marc", "excel", "csv"]), default="auto")
@map_option
@mask_option
@dry_option
@rejects_option
@json_option
def titles(
    file: Path,
    folder: Path | None,
    key_path: Path | None,
    wanted: Any,
    map_path: Path | None,
    copy_numbers: tuple[str, ...],
    dry_run: bool,
    rejects: Path | None,
    as_json: bool,
) -> None:
    """Books and their copies, out of MARC, Excel or CSV 书目和复本."""
    from kiosk.exchange.headers import TITLE_HEADERS
    from kiosk.exchange.mapping import read_map
    from kiosk.exchange.opening import opened
    from kiosk.exchange.problems import FileUnread
    from kiosk.exchange.title_files import TitleFile
    from kiosk.upkeep import readings
    from kiosk.upkeep.catalogue import build_and_install
    from kiosk.upkeep.import_titles import TitleImport

    if wrong := [mask for mask in copy_numbers if not good_mask(mask)]:
        raise click.UsageError(f"copy numbers cannot look like this: {', '.join(wrong)}")
    store, clock = store_of(folder, key_path), SystemClock()
    try:
        mapping = read_map(map_path, TITLE_HEADERS) if map_path else None
        source = TitleFile(opened(file, wanted), mapping)
        with FolderLock(named(folder)):
            masks = copy_numbers_of(store, copy_numbers, keep=not dry_run)
            work = TitleImport(store, clock.now, masks, readings.read)
            answer = carried_out(store, source, work.take, (dry_run, rejects))
            if not dry_run and answer["added"] + answer["updated"]:
                build_and_install(store, named(folder), clock.now().at)  # found at each key from now on
        finish({**answer, "copies_added": work.copies_added}, source, as_json=as_json)
    except FileUnread as unread:
        turn_away(unread, as_json=as_json)
    finally:
        store.close()


@take_in.command()
@file_argument
@data_option
@key_option
@map_option
@click.option("--expires", type=click.DateTime(["%Y-%m-%d"]), help="For rows that tell no end of the card.")
@dry_option
@rejects_option
@json_option
def members(
    file: Path,
    folder: Path | None,
    key_path: Path | None,
    map_path: Path | None,
    expires: datetime | None,
    dry_run: bool,
    rejects: Path | None,
    as_json: bool,
) -> None:
    """Members, out of Excel or CSV 会员."""
    from kiosk.exchange.headers import MEMBER_HEADERS
    from kiosk.upkeep.import_people import MemberImport

    def work(store: Store) -> Any:
        return MemberImport(store, SystemClock().now, expires.date() if expires else None).take

    people((file, map_path), (folder, key_path), (MEMBER_HEADERS, "number", work), (dry_run, rejects), as_json=as_json)


@take_in.command()
@file_argument
@data_option
@key_option
@map_option
@dry_option
@rejects_option
@json_option
def loans(
    file: Path,
    folder: Path | None,
    key_path: Path | None,
    map_path: Path | None,
    dry_run: bool,
    rejects: Path | None,
    as_json: bool,
) -> None:
    """Loans that are not yet given back, out of Excel or CSV 未还的借阅."""
    from kiosk.exchange.headers import LOAN_HEADERS
    from kiosk.upkeep.import_people import LoanImport

    def work(store: Store) -> Any:
        return LoanImport(store, SystemClock().now).take

    people((file, map_path), (folder, key_path), (LOAN_HEADERS, "copy", work), (dry_run, rejects), as_json=as_json)


@take_in.command()
@file_argument
@data_option
@key_option
@map_option
@dry_option
@rejects_option
@json_option
def enrolments(
    file: Path,
    folder: Path | None,
    key_path: Path | None,
    map_path: Path | None,
    dry_run: bool,
    rejects: Path | None,
    as_json: bool,
) -> None:
    """Who sits in which course or waits for it, out of Excel or CSV 报名."""
    from kiosk.exchange.headers import ENROLMENT_HEADERS
    from kiosk.upkeep.import_seats import EnrolmentImport

    def work(store: Store) -> Any:
        return EnrolmentImport(store, SystemClock().now).take

    how = (ENROLMENT_HEADERS, "member", work)
    people((file, map_path), (folder, key_path), how, (dry_run, rejects), as_json=as_json)


def people(
    files: tuple[Path, Path | None],
    where: tuple[Path | None, Path | None],
    how: tuple[dict[str, str], str, Callable[[Store], Any]],
    ways: tuple[bool, Path | None],
    *,
    as_json: bool,
) -> None:
    from kiosk.exchange.mapping import read_map
    from kiosk.exchange.opening import opened
    from kiosk.exchange.people_rows import PeopleFile
    from kiosk.exchange.problems import FileUnread

    table, needed, work = how
    store = store_of(*where)
    try:
        mapping = read_map(files[1], table) if files[1] else None
        source = PeopleFile(opened(files[0]), table, needed, mapping)
        with FolderLock(named(where[0])):
            answer = carried_out(store, source, work(store), ways)
        finish(answer, source, as_json=as_json)
    except FileUnread as unread:
        turn_away(unread, as_json=as_json)
    finally:
        store.close()


def copy_numbers_of(store: Store, more: tuple[str, ...], *, keep: bool) -> tuple[str, ...]:
    """What is allowed at an import is allowed at every scan from then on."""
    hall = queries.hall_rules(store.db, store.device.hall).hall
    masks = tuple(dict.fromkeys((*hall.copy_numbers, *more)))
    if keep and masks != hall.copy_numbers:
        store.record(HallSet(replace(hall, copy_numbers=masks)), moment=SystemClock().now())
    return masks


def carried_out(store: Store, source: Any, take: Any, ways: tuple[bool, Path | None]) -> dict[str, Any]:
    from kiosk.exchange.rejects import cells_of
    from kiosk.upkeep.import_report import Rejects, Report, taken

    dry_run, rejects = ways
    if rejects and not rejects.absolute().parent.is_dir():
        raise click.UsageError(f"there is no folder for {rejects}")
    report, speak = Report(), worded()
    with Rejects(rejects, speak) as aside:
        for entry, outcome, problems in taken(store, seen(source), take, dry_run=dry_run):
            report.tell(outcome, problems)
            if outcome == "rejected":
                aside.add(*cells_of(entry, source.mapping, source.table, source.names), problems)
    counts = {what: report.counts[what] for what in ("added", "updated", "unchanged", "rejected")}
    told = sorted(report.problems, key=lambda problem: problem.row)
    return {
        "read": report.counts.total(),
        **counts,
        "encoding": source.encoding,
        "format": source.kind,
        "dry_run": dry_run,
        "columns": source.mapping.columns,
        "header_row": source.mapping.header_row,
        "sheet": source.mapping.sheet,
        "problem_counts": dict(sorted(report.by_code.items())),
        "problems": [as_told(problem, speak) for problem in told],
    }


def seen(source: Any) -> Iterable[Any]:
    """Passes the entries on, and says on stderr how far it is and how long it will take."""
    began = last = time.monotonic()
    for n, entry in enumerate(source.entries, 1):
        now = time.monotonic()
        if now - last >= PROGRESS_S:
            last = now
            left = (now - began) * (1 - source.share) / max(source.share, 0.001)
            line = f"{n:,} 行 / rows, {source.share:.0%}, 大约还要 {left:.0f} 秒 / s left"
            click.echo(f"\r{line}  ", err=True, nl=not sys.stderr.isatty())
        yield entry


def worded() -> Callable[[Any], str]:
    spoken = [words.read(language) for language in words.LANGUAGES]
    return lambda problem: " / ".join(one.say(f"problem.{problem.code}", **problem.values) for one in spoken)


def as_told(problem: Any, speak: Callable[[Any], str]) -> dict[str, Any]:
    place = {} if problem.offset is None else {"offset": problem.offset}
    return {"row": problem.row, "code": problem.code, "message": speak(problem), **place}


def finish(answer: dict[str, Any], source: Any, *, as_json: bool) -> None:
    lines = [
        ("预演，什么也没写 / dry run, nothing written" if answer["dry_run"] else "导入完成 / imported")
        + f": {answer['read']} 行 / rows",
        f"新增 / added {answer['added']} · 更新 / updated {answer['updated']} · "
        f"不变 / unchanged {answer['unchanged']} · 没有导入 / not taken {answer['rejected']}",
    ]
    lines += [f"复本 / copies {answer['copies_added']}"] if "copies_added" in answer else []
    lines += ["列的对照，可改后用 --map 给回 / columns, to change and give back with --map:", source.map_text] * bool(
        source.map_text
    )
    told = [f"{p['row']}: {p['code']} {p['message']}" for p in answer["problems"]]
    lines += told[:LINES_SHOWN] + [f"… {len(told) - LINES_SHOWN}"] * (len(told) > LINES_SHOWN)
    say(answer, as_json=as_json, for_people="\n".join(lines))
    if answer["read"] and answer["rejected"] == answer["read"]:
        sys.exit(REFUSED)


def turn_away(unread: Any, *, as_json: bool) -> None:
    told = as_told(unread.problem, worded())
    none = dict.fromkeys(("read", "added", "updated", "unchanged", "rejected"), 0)
    if as_json:
        click.echo(msgspec.json.encode({**none, "encoding": "", "problems": [told]}).decode())
    else:
        click.echo(f"{told['code']} {told['message']}", err=True)
    sys.exit(REFUSED)
