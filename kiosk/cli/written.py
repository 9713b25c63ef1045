"""Lists that people take away: where a table is written, by the name of its file."""

from pathlib import Path

import click

SUFFIXES = (".xlsx", ".csv")


def of_a_kind(ctx: click.Context, param: click.Parameter, out: Path | None) -> Path | None:
    if out and out.suffix.lower() not in SUFFIXES:
        raise click.BadParameter("请写成 .xlsx 或 .csv / name it .xlsx or .csv", ctx, param)
    if out and not out.absolute().parent.is_dir():
        raise click.BadParameter(f"没有这个文件夹 / no such folder: {out.parent}", ctx, param)
    return out


out_option = click.option(
    "--out", type=click.Path(dir_okay=False, path_type=Path), callback=of_a_kind, help="A list: FILE.xlsx or FILE.csv."
)
