"""The command that prints labels: for copies, spines and shelves, on sheets or from a roll."""

from datetime import datetime
from pathlib import Path
from typing import Any, cast

import click
from msgspec.structs import replace

from kiosk import words
from kiosk.cli.folder import data_option, json_option, key_option, named, store_of
from kiosk.cli.paper import finish, out_option
from kiosk.devices.clock import SystemClock
from kiosk.documents.fonts import Fonts
from kiosk.documents.label_layout import Codes
from kiosk.documents.label_sheet import ROLL_DPI, Sheet, roll, sheets
from kiosk.documents.labels import Job, Label, print_labels, unready
from kiosk.documents.paper import Printed
from kiosk.domain.codes import LABEL_LENGTH, SERIAL_MAX, copy_number, serial_of
from kiosk.domain.halls import Hall
from kiosk.domain.refusals import Refused
from kiosk.storage import queries
from kiosk.storage.lock import FolderLock
from kiosk.storage.numbers import next_serial, reserve
from kiosk.storage.store import Store
from kiosk.upkeep.labelling import Choice, blank_labels, book_labels, shelf_labels, spine_labels

SHEET, SPINE_SHEET = "3x8-70x37", "5x13-38.1x21.2"
TITLES = {"copy": "paper.labels", "spine": "paper.spines", "shelf": "paper.shelves"}


class Serial(click.ParamType[int]):
    """A serial, or the whole number as it stands on a label."""

    name = "serial"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> int:
        digits = str(value).replace(" ", "")
        if not (digits.isascii() and digits.isdigit()):
            self.fail(f"不是编号 / not a number: {value}", param, ctx)
        serial = serial_of(digits) if len(digits) == LABEL_LENGTH else int(digits)
        return serial if 1 <= serial <= SERIAL_MAX else self.fail(f"没有这个编号 / no such number: {value}", param, ctx)


@click.command()
@data_option
@key_option
@click.option("--kind", type=click.Choice(["copy", "spine", "shelf"]), default="copy", show_default=True)
@click.option("--from", "first", type=Serial(), help="The first copy: its serial, or its whole number.")
@click.option("--to", "last", type=Serial(), help="The last copy.")
@click.option("--title", type=int, help="All copies of this title.")
@click.option("--new-since", type=click.DateTime(["%Y-%m-%d"]), help="Copies listed on this day or later.")
@click.option("--reserve", "new", type=click.IntRange(1, 10_000), help="Labels for so many copies yet to be listed.")
@click.option("--sheet", "sheet_name", help="Labels by the page: 3x8-70x37 and others, see docs/operate.md.")
@click.option("--roll", "roll_size", help="A label printer's roll: 50x30, in millimetres.")
@click.option("--dpi", type=click.Choice([str(dpi) for dpi in ROLL_DPI]), default="203", show_default=True)
@click.option("--start-at", default=1, show_default=True, help="The first unused label of a sheet, counted from 1.")
@click.option("--codes", type=click.Choice(["auto", "both", "qr", "bars"]), default="auto", show_default=True)
@click.option("--outlines", is_flag=True, help="Also draw the labels' edges: for a trial on plain paper.")
@out_option
@json_option
def labels(
    folder: Path | None,
    key_path: Path | None,
    kind: str,
    first: int | None,
    last: int | None,
    title: int | None,
    new_since: datetime | None,
    new: int | None,
    sheet_name: str | None,
    roll_size: str | None,
    dpi: str,
    start_at: int,
    codes: str,
    outlines: bool,
    out: Path,
    as_json: bool,
) -> None:
    """Print labels for copies, spines or shelves 打印书标、书脊标、架标."""
    if new and (kind != "copy" or title or new_since or first or last):
        raise click.UsageError("--reserve 只能单独用于书标 / --reserve stands alone, for copy labels")
    sheet = chosen_sheet(kind, sheet_name, roll_size, int(dpi))
    store = store_of(folder, key_path)
    try:
        hall = queries.hall_rules(store.db, store.device.hall).hall
        name = words.read("zh_CN").say(TITLES[kind], hall=hall.name)
        job = Job((), sheet, name, start_at, cast(Codes, codes), outlines)
        if new:
            with FolderLock(named(folder)):
                done, more = printed_new(store, hall, new, job, out)
        else:
            choice = Choice(first or 1, last or SERIAL_MAX, title, new_since.date() if new_since else None)
            job = replace(job, labels=wanted(store, hall, kind, choice))
            done, more = print_labels(job, out), {}
    finally:
        store.close()
    finish(done, {"labels": new or len(job.labels), "out": str(out), **more}, as_json=as_json)


def chosen_sheet(kind: str, sheet: str | None, roll_size: str | None, dpi: int) -> Sheet:
    if sheet and roll_size:
        raise click.UsageError("--sheet 和 --roll 只能用一个 / say either --sheet or --roll")
    if roll_size:
        found = roll(roll_size, dpi)
        if found is None:
            raise click.BadParameter(f"不是标签尺寸，例如 50x30 / no size of a label, as 50x30: {roll_size}")
        return found
    known = sheets()
    name = sheet or (SPINE_SHEET if kind == "spine" else SHEET)
    if name not in known:
        raise click.BadParameter(f"没有这种标签纸 / no such sheet: {name}\n有 / there are: {', '.join(known)}")
    return known[name]


def wanted(store: Store, hall: Hall, kind: str, choice: Choice) -> tuple[Label, ...]:
    match kind:
        case "spine":
            return spine_labels(store.db, hall, choice)
        case "shelf":
            return shelf_labels(store.db, hall)
    return book_labels(store.db, hall, choice)


def printed_new(store: Store, hall: Hall, count: int, job: Job, out: Path) -> tuple[Printed | Refused, dict[str, Any]]:
    """What could not be printed takes no numbers; once they are taken, the same labels are printed again by range."""
    trial = replace(job, labels=blank_labels(hall, next_serial(store.db, hall.hall), count))
    if reasons := unready(trial, Fonts()):
        return Refused(reasons), {}
    block = reserve(store, count, SystemClock().now())
    if isinstance(block, Refused):
        return block, {}
    done = print_labels(replace(job, labels=blank_labels(hall, block.first, count)), out)
    return done, {"first": copy_number(hall.hall, block.first), "last": copy_number(hall.hall, block.first + count - 1)}
