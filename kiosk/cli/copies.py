"""Commands for single copies: copies move, send, receive, batch, batch-list, donate, drift, mark."""

import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, get_args

import click

from kiosk.cli.folder import REFUSED, data_option, json_option, key_option, say
from kiosk.cli.signed_lists import batch_written, gift_written
from kiosk.cli.staff import Spoken, allowed, at_work, by_now, numbers_of, staff_option
from kiosk.cli.written import in_a_folder, signed_option
from kiosk.domain.facts import CopyReceived, HoldReadied, HoldRequeued
from kiosk.domain.moving import (
    Mark,
    Route,
    mark as marked,
    move as moved,
    receive as received,
    send as sent,
    set_adrift,
)
from kiosk.domain.staff import Action
from kiosk.storage import holds, moves
from kiosk.visit.moving import Act, Handled, given_by, handle
from kiosk.visit.sitting import Place

VOLUNTEERS_MARK = ("lost", "damaged", "found")  # what anybody who stands at the shelves may say
How = Callable[[Place], Act]
After = Callable[[Place, list[Handled]], None]
numbers_argument = click.argument("numbers", nargs=-1, required=True)


@click.group()
def copies() -> None:
    """Where copies are and how they are; - reads numbers from stdin 移架、调拨、捐赠、配送、漂流、状态、建库."""


@copies.command()
@numbers_argument
@click.option("--shelf", required=True, help="Where they stand from now on 新架位.")
@staff_option
@data_option
@key_option
@json_option
def move(numbers: tuple[str, ...], shelf: str, **said: Any) -> None:
    """To another shelf or room of this hall 移架."""
    dealt_with(numbers, ("stocktake", "moved"), lambda place: lambda at: moved(at, shelf), **said)


@copies.command()
@numbers_argument
@click.option("--to", "hall", type=int, required=True, help="The number of the other hall 对方服务点.")
@click.option("--stays", is_flag=True, help="They belong there from then on 归对方所有.")
@staff_option
@data_option
@key_option
@json_option
def send(numbers: tuple[str, ...], hall: int, stays: bool, **said: Any) -> None:
    """To another hall; on their way until somebody there signs 调拨寄出，对方签收前为在途."""
    dealt_with(numbers, ("copies", "sent"), on_route(hall, stays, ""), **said)


@copies.command()
@numbers_argument
@click.option("--to", "hall", type=int, required=True, help="The number of the other hall 对方服务点.")
@click.option("--name", "batch", required=True, help="The number of the batch 批次号.")
@signed_option
@staff_option
@data_option
@key_option
@json_option
def batch(numbers: tuple[str, ...], hall: int, batch: str, out: Path | None, **said: Any) -> None:
    """Many copies to a hall under one number, with a list to be signed 成批配送，附签收单."""
    dealt_with(
        numbers,
        ("copies", "sent"),
        on_route(hall, True, batch),
        after=lambda place, _: batch_written(place, batch, out),
        **said,
    )


@copies.command("batch-list")
@click.argument("batch")
@signed_option
@staff_option
@data_option
@key_option
def batch_list(batch: str, out: Path | None, actor: str, folder: Path | None, key_path: Path | None) -> None:
    """The list of a batch once more, to be signed here or there 再出一份配送清单."""
    if out is None:
        raise click.UsageError("请用 --out 写明文件 / say where with --out")
    with at_work(folder, key_path) as place:
        allowed(place, actor, "stocktake")
        batch_written(place, batch, out)
    click.echo(str(out))


@copies.command()
@click.argument("numbers", nargs=-1)
@click.option("--batch", "name", default="", help="All copies of this batch 整批签收.")
@click.option("--shelf", help="Where they will stand 架位.")
@staff_option
@data_option
@key_option
@json_option
def receive(numbers: tuple[str, ...], name: str, shelf: str | None, **said: Any) -> None:
    """Sign for what has come; also what nobody announced 签收，没有寄出记录的也收."""
    if bool(numbers) == bool(name):
        raise click.UsageError("请写条码号，或用 --batch / name copies, or a --batch")
    dealt_with(numbers, ("stocktake", "received"), lambda place: lambda at: received(at, shelf), batch=name, **said)


@copies.command()
@numbers_argument
@click.option("--donor", default="", help="Who gave them, if they wish to be named 捐赠人，不愿留名就不写.")
@click.option(
    "--out",
    type=click.Path(dir_okay=False, path_type=Path),
    callback=in_a_folder,
    help="A PDF with the books, to be signed 捐赠清单.",
)
@staff_option
@data_option
@key_option
@json_option
def donate(numbers: tuple[str, ...], donor: str, out: Path | None, **said: Any) -> None:
    """Say that somebody gave them 记为捐赠."""
    from kiosk.storage.ids import new_id

    dealt_with(
        numbers,
        ("copies", "donated"),
        lambda place: given_by(place, donor.strip(), new_id),
        after=lambda place, done: gift_written(place, donor.strip(), done, out),
        **said,
    )


@copies.command()
@numbers_argument
@staff_option
@data_option
@key_option
@json_option
def drift(numbers: tuple[str, ...], **said: Any) -> None:
    """Let them go from hand to hand; they may come back anywhere 漂流，可在任何一馆归还."""
    dealt_with(numbers, ("copies", "adrift"), lambda place: set_adrift, **said)


@copies.command()
@click.argument("how", type=click.Choice(get_args(Mark)))
@numbers_argument
@click.option("--note", default="", help="What is wrong, or why 说明.")
@staff_option
@data_option
@key_option
@json_option
def mark(how: Mark, numbers: tuple[str, ...], note: str, **said: Any) -> None:
    """Lost, damaged, mended, withdrawn or found 遗失、破损、修好、剔旧、找到."""
    action: Action = "stocktake" if how in VOLUNTEERS_MARK else "copies"
    dealt_with(numbers, (action, how), lambda place: lambda at: marked(at, how, note), **said)


def on_route(hall: int, stays: bool, batch: str) -> How:
    def route(place: Place) -> Act:
        pickup = holds.pickup(place.db, hall)
        to = Route(pickup.hall if pickup else None, stays, batch)
        return lambda at: sent(at, to)

    return route


def dealt_with(
    given: tuple[str, ...],
    what: tuple[Action, str],
    how: How,
    *,
    actor: str,
    folder: Path | None,
    key_path: Path | None,
    as_json: bool,
    batch: str = "",
    after: After | None = None,
) -> None:
    """One copy after another, each a commit of its own; 1 if any could not be done, each with its reasons."""
    action, done_as = what
    with at_work(folder, key_path) as place:
        allowed(place, actor, action)
        numbers: Iterable[str] = numbers_of(given)
        if batch:
            numbers = [row.handover.copy for row in moves.of_batch(place.db, batch) if row.handover.received_at is None]
        act = how(place)
        done = [handle(by_now(place), actor, number, act) for number in numbers]
        if after:
            after(place, done)
    told(done, done_as, as_json=as_json)
    if not done or any(one.reasons for one in done):
        sys.exit(REFUSED)


def told(done: list[Handled], done_as: str, *, as_json: bool) -> None:
    spoken = Spoken()
    rows = [
        {
            "number": one.number,
            "title": one.title,
            "facts": [type(fact.p).__name__ for fact in one.facts],
            "reasons": [reason.code for reason in one.reasons],
        }
        for one in done
    ]
    lines = [line for one in done for line in sentences(spoken, one, done_as)]
    say(rows, as_json=as_json, for_people="\n".join(lines) or "没有要办的 / nothing to do")


def sentences(spoken: Spoken, one: Handled, done_as: str) -> list[str]:
    if one.reasons:
        return [f"{one.number} {one.title}", spoken.reasons(one.reasons)]
    kinds = [fact.p for fact in one.facts]
    unsent = any(isinstance(p, CopyReceived) and p.handover is None for p in kinds)
    lines = [spoken.say(f"copies.{'received_unsent' if unsent else done_as}", title=one.title)]
    lines += [spoken.say("copies.requeued")] if any(isinstance(p, HoldRequeued) for p in kinds) else []
    return lines + (
        [spoken.say("copies.kept", title=one.title)] if any(isinstance(p, HoldReadied) for p in kinds) else []
    )
