"""Lists that people take away: where a table is written, by the name of its file."""

from pathlib import Path

import click

SUFFIXES = (".xlsx", ".csv")
PDF = ".pdf"


def of_a_kind(ctx: click.Context, param: click.Parameter, out: Path | None) -> Path | None:
    if out and out.suffix.lower() not in SUFFIXES:
        raise click.BadParameter("请写成 .xlsx 或 .csv / name it .xlsx or .csv", ctx, param)
    return in_a_folder(ctx, param, out)


def to_sign(ctx: click.Context, param: click.Parameter, out: Path | None) -> Path | None:
    if out and out.suffix.lower() not in (PDF, *SUFFIXES):
        raise click.BadParameter("请写成 .pdf、.xlsx 或 .csv / name it .pdf, .xlsx or .csv", ctx, param)
    return in_a_folder(ctx, param, out)


def in_a_folder(ctx: click.Context, param: click.Parameter, out: Path | None) -> Path | None:
    if out and not out.absolute().parent.is_dir():
        raise click.BadParameter(f"没有这个文件夹 / no such folder: {out.parent}", ctx, param)
    return out


out_option = click.option(
    "--out", type=click.Path(dir_okay=False, path_type=Path), callback=of_a_kind, help="A list: FILE.xlsx or FILE.csv."
)
signed_option = click.option(
    "--out",
    type=click.Path(dir_okay=False, path_type=Path),
    callback=to_sign,
    help="The list to be signed 签收单: FILE.pdf, .xlsx or .csv.",
)
