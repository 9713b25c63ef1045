"""Commands for what a hall hands in: report day, month, quarter, year, ledger, self-check, inspection."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import click

from kiosk.cli.folder import data_option, json_option, key_option
from kiosk.domain.reporting import SPAN_KINDS, Span, SpanKind, span_named

NAMES: dict[SpanKind, str] = {"day": "日报", "month": "月报", "quarter": "季报", "year": "年报"}
TIMES = ["%Y-%m-%d", "%Y-%m-%d %H:%M:%S", "%Y-%m-%dT%H:%M:%S"]
LISTS = "loans returns sessions certificates visits borrowers attendances half_hours members".split()


class SpanName(click.ParamType[Span]):
    """2026-11-21, 2026-11, 2026-Q4 or 2026."""

    name = "span"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Span:
        found = value if isinstance(value, Span) else span_named(str(value))
        return found or self.fail("请写成 / write it as 2026-11-21, 2026-11, 2026-Q4, 2026", param, ctx)


Decorator = Callable[[Callable[..., None]], Callable[..., None]]


def out_option(*suffixes: str, required: bool = False) -> Decorator:
    def fitting(ctx: click.Context, param: click.Parameter, out: Path | None) -> Path | None:
        if out and out.suffix.lower() not in suffixes:
            raise click.BadParameter(f"请以 / let it end in {', '.join(suffixes)}", ctx, param)
        if out and not out.absolute().parent.is_dir():
            raise click.BadParameter(f"没有这个文件夹 / no such folder: {out.parent}", ctx, param)
        return out

    kind = click.Path(dir_okay=False, path_type=Path)
    named = " or ".join(f"FILE{suffix}" for suffix in suffixes)
    return click.option("--out", type=kind, callback=fitting, required=required, help=f"{named}.")


of_option = click.option("--of", "span", type=SpanName(), help="2026-11-21, 2026-11, 2026-Q4, 2026; else the present.")
language_option = click.option("--language", type=click.Choice(["zh_CN", "en"]), default="zh_CN", show_default=True)
as_of_option = click.option("--as-of", "at", type=click.DateTime(TIMES), help="As it was known then: the hall's time.")
entry_option = click.option("--entry", type=click.IntRange(1), help="And up to this entry of the book, as printed.")


@click.group()
def report() -> None:
    """Figures that a hall hands in, and that anybody can work out again 报表."""


def of_span(kind: SpanKind) -> click.Command:
    @click.command(kind, help=f"The {kind}'s report {NAMES[kind]}; --list opens what lies behind a number.")
    @data_option
    @key_option
    @of_option
    @as_of_option
    @entry_option
    @click.option("--list", "listed", type=click.Choice(LISTS), help="What lies behind a number; people are masked.")
    @out_option(".pdf", ".xlsx")
    @language_option
    @json_option
    def reported(
        folder: Path | None,
        key_path: Path | None,
        span: Span | None,
        at: datetime | None,
        entry: int | None,
        listed: str | None,
        out: Path | None,
        language: str,
        as_json: bool,
    ) -> None:
        from kiosk.cli.reported import Wanted, tell_list, tell_report

        wanted = Wanted(folder, key_path, kind, span, at, entry, language, out, as_json)
        if listed:
            tell_list(wanted, listed)
        else:
            tell_report(wanted)

    return reported


@click.command("close")
@data_option
@key_option
@of_option
@click.option("--staff", "actor", required=True, help="The number of whoever answers for it 工号.")
@json_option
def close(folder: Path | None, key_path: Path | None, span: Span | None, actor: str, as_json: bool) -> None:
    """Close a quarter that is over: what is handed in stays, later facts make a sheet of corrections 定稿."""
    from kiosk.cli.reported import Wanted, tell_closed

    tell_closed(Wanted(folder, key_path, "quarter", span, as_json=as_json), actor)


@click.command("ledger")
@data_option
@key_option
@of_option
@click.option("--yes-personal", is_flag=True, help="With full names; you answer for it 含个人信息.")
@out_option(".pdf", ".xlsx", required=True)
@language_option
@json_option
def ledger(
    folder: Path | None,
    key_path: Path | None,
    span: Span | None,
    yes_personal: bool,
    out: Path,
    language: str,
    as_json: bool,
) -> None:
    """The ledger of loans in its usual columns; who borrowed is masked 借阅登记台账."""
    from kiosk.cli.reported import Wanted, write_ledger

    kind = span.kind if span else "year"
    wanted = Wanted(folder, key_path, kind, span, language=language, out=out, as_json=as_json)
    write_ledger(wanted, named=yes_personal)


@click.command("self-check")
@data_option
@key_option
@of_option
@out_option(".pdf", ".xlsx", required=True)
@language_option
@json_option
def self_check(
    folder: Path | None, key_path: Path | None, span: Span | None, out: Path, language: str, as_json: bool
) -> None:
    """The self-check of a union reading room: what is asked for, what is here 职工书屋自查表."""
    from kiosk.cli.reported import Wanted, write_check

    write_check(Wanted(folder, key_path, "year", span, language=language, out=out, as_json=as_json))


@click.command("inspection")
@data_option
@key_option
@of_option
@out_option(".zip", required=True)
@language_option
@json_option
def inspection(
    folder: Path | None, key_path: Path | None, span: Span | None, out: Path, language: str, as_json: bool
) -> None:
    """All that inspectors ask for in one file: report, self-check, ledgers; PDF and Excel 迎检资料包."""
    from kiosk.cli.reported import Wanted, write_pack

    kind = span.kind if span else "year"
    write_pack(Wanted(folder, key_path, kind, span, language=language, out=out, as_json=as_json))


for each in (*map(of_span, SPAN_KINDS), close, ledger, self_check, inspection):
    report.add_command(each)
