"""What the commands for reports do; read when one of them runs, since no window needs it."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import click
import msgspec
from msgspec import Struct

from kiosk import words
from kiosk.cli.folder import named, say, store_of
from kiosk.cli.refusing import say_no
from kiosk.devices.clock import SystemClock
from kiosk.documents.paper import Printed
from kiosk.documents.report import print_report
from kiosk.domain.refusals import ROLE_MAY_NOT, Refused
from kiosk.domain.report_sheet import ReportSheet, Section
from kiosk.domain.reporting import Span, SpanKind, span_of
from kiosk.domain.staff import may
from kiosk.exchange.report_book import write_report
from kiosk.storage import queries
from kiosk.storage.as_of import as_of
from kiosk.storage.lock import FolderLock
from kiosk.storage.store import Store
from kiosk.visit import inspection
from kiosk.visit.report_gathering import Gathered, close_quarter, gathered
from kiosk.visit.report_papers import Asked, ledger, list_behind, self_check
from kiosk.visit.report_sheets import sheet_of

OWNER_ONLY = 0o600
PDF = ".pdf"


class Wanted(Struct, frozen=True):
    """What the command line said."""

    folder: Path | None
    key_path: Path | None
    kind: SpanKind
    span: Span | None = None
    at: datetime | None = None  # by the hall's clock
    entry: int | None = None
    language: str = "zh_CN"
    out: Path | None = None
    as_json: bool = False


@contextmanager
def asked_of(wanted: Wanted) -> Iterator[Asked]:
    """The book as it is, or as it was known at a time; nothing that others write meanwhile gets in between."""
    with closing(store_of(wanted.folder, wanted.key_path)) as store, store.snapshot():
        at = moment_of(store, wanted)
        if wanted.at is None and wanted.entry is None:
            yield asked(store, wanted, at)
            return
        with as_of(store.db, at, wanted.entry) as then:
            if isinstance(then, Refused):
                say_no(then.reasons, as_json=wanted.as_json)
            yield msgspec.structs.replace(asked(store, wanted, at), db=then)


def moment_of(store: Store, wanted: Wanted) -> datetime:
    """A day alone means its end."""
    if wanted.at is None:
        return SystemClock().now().at
    whole_day = wanted.at.time() == datetime.min.time()
    offset = timedelta(minutes=queries.hall_rules(store.db, store.device.hall).hall.utc_offset_min)
    return wanted.at.replace(tzinfo=UTC) - offset + timedelta(days=1 if whole_day else 0)


def asked(store: Store, wanted: Wanted, at: datetime) -> Asked:
    rules = queries.hall_rules(store.db, store.device.hall)
    today = (at + timedelta(minutes=rules.hall.utc_offset_min)).date()
    span = wanted.span or span_of(wanted.kind, today)
    if span.kind != wanted.kind:
        raise click.BadParameter(f"{span.name} 不是这种报表的时间 / is not of this kind: {wanted.kind}")
    return Asked(store.db, rules, span, at, words.read(wanted.language))


def tell_report(wanted: Wanted) -> None:
    with asked_of(wanted) as asked:
        found = gathered(asked.db, asked.rules, asked.span, asked.now)
        sheet = sheet_of(found, asked.words, asked.rules.hall.utc_offset_min)
        tell(wanted, asked, sheet, answer(found))


def answer(found: Gathered) -> dict[str, Any]:
    """Names of spans and times as they are given to commands."""
    told: dict[str, Any] = msgspec.to_builtins(found.report)
    told["span"]["name"] = found.report.span.name
    closed = msgspec.to_builtins(found.handed_in)
    return told | {
        "closed": closed,
        "corrections": msgspec.to_builtins(found.changed),
        "late": msgspec.to_builtins(found.late),
    }


def tell_list(wanted: Wanted, name: str) -> None:
    with asked_of(wanted) as asked:
        section = list_behind(asked, name)
        tell(wanted, asked, asked.sheet("title_list", section), {"list": name, "rows": section.rows})


def tell(wanted: Wanted, asked: Asked, sheet: ReportSheet, told: dict[str, Any]) -> None:
    if wanted.out is None:
        return say(told, as_json=wanted.as_json, for_people=as_text(sheet))
    written(sheet, asked, wanted.out, as_json=wanted.as_json)
    return say(told | {"out": str(wanted.out)}, as_json=wanted.as_json, for_people=str(wanted.out))


def written(sheet: ReportSheet, asked: Asked, out: Path, *, as_json: bool) -> None:
    if out.suffix.lower() != PDF:
        write_report(sheet, out)
        return
    done = print_report(sheet, asked.words, out)
    if not isinstance(done, Printed):
        say_no(done.reasons, as_json=as_json)


def as_text(sheet: ReportSheet) -> str:
    return "\n".join((f"{sheet.hall} {sheet.title}", " · ".join(sheet.facts), *map(part, sheet.sections)))


def part(section: Section) -> str:
    lines = [f"\n{section.title}  {section.note}"]
    lines += [f"  {one.label}  {one.value} {one.unit}  {one.more}" for one in section.shown]
    lines += [f"  {bar.label}  {bar.value:,}  {bar.more}" for bar in section.bars or section.shares]
    lines += ["  " + "  ".join(row) for row in ((section.head, *section.rows) if section.head else ())]
    return "\n".join(lines)


def tell_closed(wanted: Wanted, actor: str) -> None:
    with closing(store_of(wanted.folder, wanted.key_path)) as store:
        staff = queries.staff_numbered(store.db, actor)
        if staff is None or not may(staff.role, "reports"):
            say_no((ROLE_MAY_NOT.because(number=actor),), as_json=wanted.as_json)
        moment = SystemClock().now()
        ask = asked(store, wanted, moment.at)
        with FolderLock(named(wanted.folder)):
            done = close_quarter(store, ask.rules, ask.span, moment, actor)
        if isinstance(done, Refused):
            say_no(done.reasons, as_json=wanted.as_json)
    said = f"{ask.span.name} 已定稿 / closed"
    say({"closed": ask.span.name, "facts": [type(f.p).__name__ for f in done]}, as_json=wanted.as_json, for_people=said)


def write_ledger(wanted: Wanted, *, named: bool) -> None:
    assert wanted.out
    if named:
        # It tells who read what: it is its owner's alone from its first byte on.
        wanted.out.touch(OWNER_ONLY)
        wanted.out.chmod(OWNER_ONLY)
    with asked_of(wanted) as asked:
        sheet = ledger(asked, named=named)
        tell(wanted, asked, sheet, {"rows": len(sheet.sections[0].rows)})


def write_check(wanted: Wanted) -> None:
    with asked_of(wanted) as asked:
        sheet = self_check(asked, gathered(asked.db, asked.rules, asked.span, asked.now).report.figures)
        tell(wanted, asked, sheet, {"rows": sheet.sections[0].rows})


def write_pack(wanted: Wanted) -> None:
    assert wanted.out
    with asked_of(wanted) as asked:
        packed = inspection.pack(inspection.inspection(asked), asked)
    if isinstance(packed, Refused):
        say_no(packed.reasons, as_json=wanted.as_json)
    wanted.out.write_bytes(packed)
    size = f"{wanted.out}: {len(packed):,} 字节 / bytes"
    say({"out": str(wanted.out), "bytes": len(packed)}, as_json=wanted.as_json, for_people=size)
