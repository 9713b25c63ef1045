"""Commands that put a hall on paper, cards and posters, and how all such commands answer."""

import sys
from pathlib import Path
from typing import Any

import click

from kiosk import words
from kiosk.cli.folder import REFUSED, data_option, json_option, key_option, say, store_of
from kiosk.devices.clock import SystemClock
from kiosk.documents.member_card import Issuer, print_cards
from kiosk.documents.paper import Printed
from kiosk.documents.poster import print_posters
from kiosk.domain.refusals import Refused
from kiosk.storage import queries
from kiosk.upkeep.hall_papers import paper_cards, posters as hall_posters

OWNER_ONLY = 0o600


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
    store, spoken = store_of(folder, key_path), words.read(language)
    hall = queries.hall_rules(store.db, store.device.hall).hall
    found = paper_cards(store.db, hall.hall, numbers, spoken)
    store.close()
    if isinstance(found, Refused):
        finish(found, {}, as_json=as_json)
    else:
        # Whoever has this file has the cards: it is its owner's alone from its first byte on.
        out.touch(OWNER_ONLY)
        out.chmod(OWNER_ONLY)
        done = print_cards(found, Issuer(hall.name, hall.place), spoken, out)
        if isinstance(done, Refused):
            out.unlink()
        finish(done, {"cards": len(found), "out": str(out)}, as_json=as_json)


@click.command()
@data_option
@key_option
@language_option
@out_option
@json_option
def posters(folder: Path | None, key_path: Path | None, language: str, out: Path, as_json: bool) -> None:
    """Print how to borrow, and today's notices, to be hung up 打印海报."""
    store, spoken = store_of(folder, key_path), words.read(language)
    hall = queries.hall_rules(store.db, store.device.hall).hall
    today = SystemClock().now().day(hall.utc_offset_min)
    found = hall_posters(hall, queries.notices(store.db, hall.hall, today), spoken)
    store.close()
    done = print_posters(found, spoken.say("paper.posters", hall=hall.name), out)
    finish(done, {"posters": len(found), "out": str(out)}, as_json=as_json)


def finish(done: Printed | Refused, more: dict[str, Any], *, as_json: bool) -> None:
    """What was printed, or every reason why not, in both languages."""
    if isinstance(done, Printed):
        wide, high = done.page
        lines = f"{done.pages} 页 / pages, {wide:g} x {high:g} mm: {more['out']}"
        return say({"pages": done.pages, "page_mm": done.page, **more}, as_json=as_json, for_people=lines)
    both = [[words.read(language).reason(reason) for reason in done.reasons] for language in words.LANGUAGES]
    if as_json:
        say({"reasons": both[0]}, as_json=True, for_people="")
    for chinese, english in zip(*both, strict=True):
        click.echo(f"{chinese.code} {chinese.text}：{chinese.facts}{chinese.next}", err=True)
        click.echo(f"     {english.text}: {english.facts} {english.next}", err=True)
    sys.exit(REFUSED)
