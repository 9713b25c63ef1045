"""Commands that put a hall on paper: labels, cards, posters."""

from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import Any

import click

from kiosk import words
from kiosk.cli.folder import data_option, json_option, key_option, named, store_of
from kiosk.domain.codes import LABEL_LENGTH, SERIAL_MAX, serial_of

RESERVED_MAX = 10_000  # in one go


class Serial(click.ParamType[int]):
    """A serial, or the whole number as it stands on a label."""

    name = "serial"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> int:
        digits = str(value).replace(" ", "")
        if not (digits.isascii() and digits.isdigit()):
            self.fail(f"不是编号 / not a number: {value}", param, ctx)
        serial = serial_of(digits) if len(digits) == LABEL_LENGTH else int(digits)
        return serial if 1 <= serial <= SERIAL_MAX else self.fail(f"没有这个编号 / no such number: {value}", param, ctx)


def in_a_folder(ctx: click.Context, param: click.Parameter, out: Path) -> Path:
    if not out.absolute().parent.is_dir():
        raise click.BadParameter(f"没有这个文件夹 / no such folder: {out.parent}", ctx, param)
    return out


out_option = click.option(
    "--out", type=click.Path(dir_okay=False, path_type=Path), required=True, callback=in_a_folder, help="The PDF."
)
language_option = click.option("--language", type=click.Choice(words.LANGUAGES), default="zh_CN", show_default=True)


@click.command()
@data_option
@key_option
@click.option("--kind", type=click.Choice(["copy", "spine", "shelf"]), default="copy", show_default=True)
@click.option("--from", "first", type=Serial(), help="The first copy: its serial, or its whole number.")
@click.option("--to", "last", type=Serial(), help="The last copy.")
@click.option("--title", type=int, help="All copies of this title.")
@click.option("--new-since", type=click.DateTime(["%Y-%m-%d"]), help="Copies listed on this day or later.")
@click.option("--reserve", "new", type=click.IntRange(1, RESERVED_MAX), help="For so many copies yet to be listed.")
@click.option("--sheet", help="Labels by the page: 3x8-70x37 and others, see docs/operate.md.")
@click.option("--roll", help="A label printer's roll: 50x30, in millimetres.")
@click.option("--dpi", type=click.Choice(["203", "300"]), default="203", show_default=True, help="Of that printer.")
@click.option("--start-at", default=1, show_default=True, help="The first unused label of a sheet, counted from 1.")
@click.option("--codes", type=click.Choice(["auto", "both", "qr", "bars"]), default="auto", show_default=True)
@click.option("--outlines", is_flag=True, help="Also draw the labels' edges: for a trial on plain paper.")
@out_option
@json_option
def labels(folder: Path | None, key_path: Path | None, as_json: bool, out: Path, **said: Any) -> None:
    """Print labels for copies, spines or shelves 打印书标、书脊标、架标."""
    narrowed = [said[name] for name in ("first", "last", "title", "new_since") if said[name] is not None]
    if said["new"] and (said["kind"] != "copy" or narrowed):
        raise click.UsageError("--reserve 只能单独用于书标 / --reserve stands alone, for copy labels")
    if said["sheet"] and said["roll"]:
        raise click.UsageError("--sheet 和 --roll 只能用一个 / say either --sheet or --roll")
    from kiosk.cli.printed import Asked, finish, labels_printed

    since: datetime | None = said.pop("new_since")
    dpi = int(said.pop("dpi"))
    asked = Asked(**said, since=since.date() if since else None, dpi=dpi, out=out)
    store = store_of(folder, key_path)
    with closing(store):
        done = labels_printed(store, named(folder), asked)
    finish(done, out, as_json=as_json)


@click.command()
@data_option
@key_option
@click.option("--member", "numbers", multiple=True, help="A member's number; several are printed together.")
@click.option("--all", "everyone", is_flag=True, help="All members of this hall.")
@language_option
@out_option
@json_option
def cards(
    folder: Path | None,
    key_path: Path | None,
    numbers: tuple[str, ...],
    everyone: bool,
    language: str,
    out: Path,
    as_json: bool,
) -> None:
    """Print member cards, fronts and backs in turn 打印会员卡."""
    if bool(numbers) == everyone:
        raise click.UsageError("请用 --member 或 --all 其中一个 / say either --member or --all")
    from kiosk.cli.printed import cards_printed, finish

    store = store_of(folder, key_path)
    with closing(store):
        done = cards_printed(store, numbers, language, out)
    finish(done, out, as_json=as_json)


@click.command()
@data_option
@key_option
@language_option
@out_option
@json_option
def posters(folder: Path | None, key_path: Path | None, language: str, out: Path, as_json: bool) -> None:
    """Print how to borrow, and today's notices, to be hung up 打印海报."""
    from kiosk.cli.printed import finish, posters_printed

    store = store_of(folder, key_path)
    with closing(store):
        done = posters_printed(store, language, out)
    finish(done, out, as_json=as_json)
